"""A sentence into its clauses, each with its cues and its voice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from healthscore.language.claims.clause import Clause
from healthscore.language.claims.grammar import CLAUSE_END, COMMA, HYPHEN, MARK, Words, sign_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Voice
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_NO_NOUN = (
    Kind.DETERMINER | Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR | Kind.VERB | Kind.USE_WORD
)
_GIVES_REASON = frozenset({"so", "as", "since"})
_NO_REASON = frozenset("well far long much many in do does did is are have has if that with".split())
_HAS_VERB = Kind.AUXILIARY | Kind.VERB
_READ = ("effect", "onset", "property", "negation", "scope", "voice", "hedge", "booster")


def clauses_of(analysis: Analysis, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence: parted by hard punctuation and by words such as "but" and "while"."""
    cues = analysis.cues_in(sentence, *_READ)
    line = _line(analysis, sentence, cues)
    bounds, voice = _bounds(line), _voice(analysis, sentence)
    clauses = []
    for first, last in bounds:
        own = tuple(cues) if len(bounds) == 1 else tuple([c for c in cues if first <= c.first < last])
        said = voice if voice != "article" else _voice_of(analysis, sentence, first, last, own)
        clauses.append(Clause(analysis, sentence, line, first, last, own, said))
    return clauses


def _line(analysis: Analysis, sentence: Sentence, cues: Sequence[Cue]) -> Words:
    """The words of a sentence, with the punctuation between them and what can be told for a verb."""
    first, last = sentence.first, sentence.last
    norms, kinds, signs = analysis.norms, analysis.kinds, _signs(analysis, first, last)
    firsts = [cue.first for cue in cues if cue.category == "effect" and _is_verb(norms, cue)]
    verbs = {i for i in firsts if i == first or not _is_noun(kinds, signs, i)}
    unknown = [i for i in range(first + 1, last - 1) if not kinds[i] and norms[i][-1] == "s"]
    verbs.update([i for i in unknown if _looks_like_verb(norms[i], kinds, i)])
    return Words(norms, kinds, signs, frozenset(verbs), first, last)


def _is_verb(norms: Sequence[str], cue: Cue) -> bool:
    """True for a cue that opens with a verb; "climbing" is one in "see it climbing" only."""
    changes = cue.kind == "change" and not norms[cue.first].endswith("ing")
    return cue.kind == "verb" or changes or "befalls" in cue.attributes


def _signs(analysis: Analysis, first: int, last: int) -> dict[int, int]:
    """What stands before each token but the first, where it is more than a space."""
    tokens, starts = analysis.tokens, analysis.starts
    marks = MARK.finditer(analysis.article.prose, tokens[first].end, starts[last - 1])
    marked = dict.fromkeys([bisect_left(starts, mark.start(), first, last) for mark in marks])
    found = {index: sign_of(analysis.gap(index)) for index in marked}
    return {i: sign for i, sign in found.items() if sign and not _shortens(analysis, i)}


def _shortens(analysis: Analysis, index: int) -> bool:
    """True for the full stop of "H. pylori" before token ``index``, which ends nothing."""
    shortened = analysis.gap(index) == ". " and len(analysis.norms[index - 1]) == 1
    return shortened and bool(analysis.capitals[index - 1]) and not analysis.capitals[index]


def _looks_like_verb(norm: str, kinds: Sequence[int], index: int) -> bool:
    """True for a word in -s between a noun and "the" or "your": a verb that no lexicon knows ("relaxes the muscles")."""
    return (
        not norm.endswith(("ss", "us", "is"))
        and not kinds[index - 1] & _NO_NOUN
        and kinds[index + 1] & Kind.DETERMINER != 0
        and not kinds[index + 1] & Kind.PRONOUN
    )


def _is_noun(kinds: Sequence[int], signs: Mapping[int, int], index: int) -> bool:
    """True for the verb in "acid-blocking", "the control of" and "linked with lower", which is no verb there."""
    before = kinds[index - 1]
    determined = before & Kind.DETERMINER and not before & Kind.PRONOUN
    compared = before & Kind.PREPOSITION and kinds[index] & Kind.LOWERED_STATE
    return bool(determined or compared or signs.get(index, 0) & HYPHEN)


def _bounds(line: Words) -> list[tuple[int, int]]:
    first, last = line.first, line.last
    kinds, cuts = line.kinds, {i for i, sign in line.signs.items() if sign & CLAUSE_END}
    if cuts:
        cuts -= line.bracketed()  # "(Lee, 2013; Oh, 2015)"
    if any(map(Kind.PARTING.__and__, kinds[first + 1 : last])):
        cuts.update(
            [i for i in range(first + 1, last) if kinds[i] & Kind.PARTING and not _stands_aside(line, i)]
        )
    commas = [i for i, sign in line.signs.items() if sign & COMMA] if line.signs else ()
    if commas:
        cuts.update(_after_commas(line, commas))
    if kinds[first] & Kind.PARTING:  # "While A, B": the comma parts them
        comma = next((i for i in commas if i > first + 1), None)
        cuts |= {comma} if comma else set()
    if not cuts:
        return [(first, last)]
    places = [first, *sorted(cuts), last]
    return list(pairwise(places))


def _stands_aside(line: Words, index: int) -> bool:
    """True for the "however" of "does not, however, raise", which parts nothing."""
    return bool(line.signs.get(index, 0) & COMMA and line.signs.get(index + 1, 0) & COMMA)


def _after_commas(line: Words, commas: Sequence[int]) -> Iterator[int]:
    """Where a comma ends a statement: "..., so ask a nurse", "..., which is rare", "..., and a child needs more"."""
    norms = line.norms
    for index in commas:
        if norms[index] in _GIVES_REASON and index + 1 < line.last and norms[index + 1] not in _NO_REASON:
            yield index + 1  # "so" ends what goes before
    if norms[commas[-1]] == "which":
        yield commas[-1]  # what comes after it limits nothing before
    else:
        yield from (index + 1 for index in commas if _joined_by_and(line, index, alone=len(commas) == 1))


def _joined_by_and(line: Words, index: int, *, alone: bool) -> bool:
    """True for "X does this, and a child with Y needs that", "X does this, and people can"; never within a list.

    ``alone``: there is no other comma.
    """
    at = index + 1
    if at + 1 >= line.last or not line.kinds[index] & Kind.COORDINATOR:
        return False
    parts = (range(line.first + 1, index), range(at + 1, line.last))
    told = alone and line.kinds[at] & (Kind.DETERMINER | Kind.PRONOUN)
    return bool(told or (line.states(line.first, index) and line.leads_verb(at))) and all(
        any(line.kinds[i] & _HAS_VERB or i in line.verbs for i in part) for part in parts
    )


def _voice(analysis: Analysis, sentence: Sentence) -> Voice:
    """The voice of a whole sentence; one of its clauses may be conditional."""
    if sentence.block.kind == "heading":
        return "heading"
    if analysis.article.text[sentence.end - 1 : sentence.end] == "?":
        return "question"
    kinds = {cue.kind for cue in analysis.cues_by_category(sentence).get("voice", ())}
    if "rebutted" in kinds:
        return "rebutted"
    if "reported" in kinds:
        return "reported"
    return "quoted" if sentence.index in analysis.quoted else "article"


def _voice_of(analysis: Analysis, sentence: Sentence, first: int, last: int, cues: Sequence[Cue]) -> Voice:
    """The voice of a clause in the article's own sentence."""
    if _is_conditional(analysis, cues):
        return "conditional"
    disowned = analysis.disowned.get(sentence.index, ())
    if any(s.told and s.taken_back and s.first < last and first < s.last for s in disowned):
        return "rebutted"
    return "article"


def _is_conditional(analysis: Analysis, cues: Sequence[Cue]) -> bool:
    conditions = [cue for cue in cues if cue.category == "voice" and cue.kind == "conditional"]
    return any(not is_concessive(analysis, cue) for cue in conditions)


def is_concessive(analysis: Analysis, cue: Cue) -> bool:
    """True for the "if" of "even if you are old": what is said holds all the same."""
    return cue.kind == "conditional" and cue.first > 0 and analysis.norms[cue.first - 1] == "even"
