"""A sentence into its clauses, each with its cues and its voice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from healthscore.language.claims.clause import Clause
from healthscore.language.claims.grammar import CLAUSE_END, COMMA, HYPHEN, Words, sign_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Voice
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_NO_NOUN = Kind.DETERMINER | Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR
_READ = ("effect", "property", "negation", "scope", "voice", "hedge", "booster")


def clauses_of(analysis: Analysis, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence: parted by hard punctuation and by words such as "but" and "while"."""
    tokens = analysis.tokens[sentence.first : sentence.last]
    kinds = analysis.kinds[sentence.first : sentence.last]
    prose = analysis.article.prose
    gaps = [prose[a.end : b.start] for a, b in pairwise(tokens)]
    signs = [0, *[0 if gap == " " else sign_of(gap) for gap in gaps]]
    cues = analysis.cues_in(sentence, *_READ)
    firsts = [cue.first - sentence.first for cue in cues if cue.category == "effect" and cue.kind == "verb"]
    verbs = {i for i in firsts if not _is_noun(kinds, signs, i)}
    unknown = [i for i in range(1, len(tokens) - 1) if not kinds[i] and tokens[i].norm[-1] == "s"]
    verbs.update([i for i in unknown if _looks_like_verb(tokens[i].norm, kinds, i)])
    line = Words(tokens, kinds, signs, frozenset(verbs))
    bounds, voice = _bounds(line), _voice(analysis, sentence)
    return [
        Clause(
            sentence.index,
            first + sentence.first,
            last + sentence.first,
            sentence.first,
            line,
            own,
            "conditional" if voice == "article" and _is_conditional(own) else voice,
            analysis,
        )
        for (first, last), own in zip(bounds, _dealt(cues, bounds, sentence.first), strict=True)
    ]


def _dealt(cues: Sequence[Cue], bounds: Sequence[tuple[int, int]], offset: int) -> list[tuple[Cue, ...]]:
    if len(bounds) == 1:
        return [tuple(cues)]
    return [tuple(c for c in cues if first <= c.first - offset < last) for first, last in bounds]


def _looks_like_verb(norm: str, kinds: Sequence[int], index: int) -> bool:
    """True for a word in -s between a noun and "the" or "your": a verb that no lexicon knows ("relaxes the muscles")."""
    return (
        not norm.endswith(("ss", "us", "is"))
        and not kinds[index - 1] & _NO_NOUN
        and kinds[index + 1] & Kind.DETERMINER != 0
        and not kinds[index + 1] & Kind.PRONOUN
    )


def _is_noun(kinds: Sequence[int], signs: Sequence[int], index: int) -> bool:
    """True for the verb in "acid-blocking" and "the control of", which is no verb there."""
    if not index:
        return False
    determined = kinds[index - 1] & Kind.DETERMINER and not kinds[index - 1] & Kind.PRONOUN
    return bool(determined or signs[index] & HYPHEN)


def _bounds(line: Words) -> list[tuple[int, int]]:
    size = len(line.tokens)
    cuts = [i for i in range(1, size) if line.kinds[i] & Kind.PARTING or line.signs[i] & CLAUSE_END]
    if line.kinds[0] & Kind.PARTING:  # "While A, B": the comma parts them
        comma = next((i for i in range(2, size) if line.signs[i] & COMMA), None)
        cuts = sorted({*cuts, comma}) if comma else cuts
    return list(zip([0, *cuts], [*cuts, size], strict=True))


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


def _is_conditional(cues: Sequence[Cue]) -> bool:
    return any(cue.category == "voice" and cue.kind == "conditional" for cue in cues)
