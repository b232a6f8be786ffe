"""What is said of a thing where there are two sides only: cured or not, tested or never, first choice or last resort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.aligned import Aligned
from healthscore.checks.consistency.pairs import is_denied_before, wording
from healthscore.checks.consistency.referents import NO_THING, Referent, referent, topic_names, written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.certainty import certainty_of
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of, moments_of
from healthscore.language.cues import Cue

_MOST = 6  # sentences on either side
_LONGEST = 6  # tokens of a name
_LEAD = 3  # tokens between a phrase and the name that it is said of
_MATTER = "said"


class _Axis(NamedTuple):
    """What there are two sides of.

    ``everybody``: the side that calms is said of all people. ``aimed``: it is said for one use, and another may be
    otherwise; ``paired``: two things are in it, and both have to be the same.
    """

    rule: str
    everybody: bool = False
    aimed: bool = False
    paired: bool = False


_AXES = {
    "harmless": _Axis("safety-conflict", everybody=True),
    "interacting": _Axis("safety-conflict", everybody=True, aimed=True),
    "first-choice": _Axis("category-conflict", aimed=True),
    "prescription-only": _Axis("category-conflict"),
    "approved": _Axis("knowledge-conflict", aimed=True),
    "curable": _Axis("negation-conflict"),
    "treatable": _Axis("negation-conflict"),
    "testable": _Axis("knowledge-conflict"),
    "vaccine": _Axis("negation-conflict"),
    "studied": _Axis("knowledge-conflict", aimed=True),
    "reported": _Axis("negation-conflict", paired=True),
    "replacing": _Axis("category-conflict", paired=True),
}


class _Said(NamedTuple):
    """One side: ``key`` is the thing, ``meant`` where it is only stood for; ``named`` all that the sentence names."""

    sentence: Sentence
    words: str
    key: frozenset[str]
    meant: bool
    aim: frozenset[str]
    named: frozenset[str]


@once
def poles(analysis: Analysis) -> list[Weighed]:
    """Every pair of two sides of one axis, said of one thing, weighed."""
    found: list[Weighed] = []
    for kind, sides in _cues(analysis).items():
        if len(sides) == 2:
            yes, no = (list(islice(_read(analysis, sides[side]), _MOST)) for side in (False, True))
            found += [
                _weighed(analysis, kind, one, other, key)
                for one, other in product(yes, no)
                if one.sentence != other.sentence and (key := _shared(analysis, kind, one, other))
            ]
    return found


def _cues(analysis: Analysis) -> dict[str, dict[bool, list[tuple[Sentence, Cue]]]]:
    """The phrases of each axis, by whether they deny."""
    found: defaultdict[str, dict[bool, list[tuple[Sentence, Cue]]]] = defaultdict(dict)
    for cue in analysis.cues_of("pole", "property"):
        if cue.kind in _AXES:
            sentence = analysis.sentence_at(cue.first)
            if sentence.block.kind in ("paragraph", "list_item"):
                denied = bool(cue.attributes.get("denied"))
                if is_denied_before(analysis, sentence, cue):
                    if not cue.attributes.get("flips"):
                        continue
                    denied = not denied
                found[cue.kind].setdefault(denied, []).append((sentence, cue))
    return found


def _weighed(analysis: Analysis, kind: str, one: _Said, other: _Said, key: frozenset[str]) -> Weighed:
    name = written(analysis, key, one.sentence, other.sentence)
    axis = _AXES[kind]
    sides = [_statement(analysis, axis, kind, here, there, key) for here, there in ((one, other), (other, one))]
    return weigh(
        f"consistency/{axis.rule}",
        sides[0],
        sides[1],
        1.0,
        lambda a, b: f"Says of {name} “{a.said}” here and “{b.said}” there.",
        "Keep the statement that a source supports, or say when each one holds.",
    )


def _statement(
    analysis: Analysis, axis: _Axis, kind: str, here: _Said, there: _Said, key: frozenset[str]
) -> Statement:
    sentence = here.sentence
    limits = limits_of(analysis, sentence) | forms_of(analysis, sentence) | moments_of(analysis, sentence)
    people = ("population:", "people:") if axis.everybody else ("people:",)
    known = there.named | analysis.topic.key
    apart = frozenset(x for x in limits if not (x.startswith(people) and _covered(x, known, axis)))
    certainty = certainty_of(analysis.cues_in(sentence, "hedge", "booster"))
    return Statement(
        sentence, here.words, key, frozenset({kind}), limits=apart, certainty=certainty
    )


def _covered(limit: str, known: frozenset[str], axis: _Axis) -> bool:
    """True for whom a side is limited to where the other speaks of all people, or of what these have."""
    if limit in ("population:animal", "population:laboratory"):
        return False
    return axis.everybody or not known.isdisjoint(limit.partition(":")[2].split("+"))


def _shared(analysis: Analysis, kind: str, one: _Said, other: _Said) -> frozenset[str]:
    """The thing of which both are said, as terms; none where it may be another, or is said for another use."""
    axis = _AXES[kind]
    key = one.key & other.key
    if key and not (one.meant or other.meant) and one.key != other.key:
        if not (one.key < other.key or other.key < one.key):
            return frozenset()
    key = key or (one.key & other.named) or (other.key & one.named)
    if not key:
        return key
    if axis.aimed and one.aim - key and other.aim - key and (one.aim - key).isdisjoint(other.aim - key):
        if (one.aim - key).isdisjoint(other.named) and (other.aim - key).isdisjoint(one.named):
            return frozenset()
    if axis.paired and (one.named & other.named) <= key | analysis.topic.key:
        return frozenset()
    ours, theirs = Aligned(analysis, one.sentence), Aligned(analysis, other.sentence)
    if ours.names != theirs.names or ours.varieties != theirs.varieties:
        return frozenset()
    return key


def _read(analysis: Analysis, cues: list[tuple[Sentence, Cue]]) -> Iterator[_Said]:
    for sentence, cue in cues:
        if not _is_own(analysis, sentence, cue) or Aligned(analysis, sentence).partial:
            continue
        of = _thing(analysis, sentence, cue)
        if of.some:
            continue
        yield _Said(
            sentence,
            wording(analysis, cue),
            of.key,
            of.meant,
            _aim(analysis, sentence, cue),
            _named(analysis, sentence, cue),
        )


def _is_own(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for a statement of the article's own; "if you take it" only says of whom."""
    if sentence.index in analysis.quoted or analysis.article.text[sentence.end - 1] == "?":
        return False
    cues = analysis.cues_by_category(sentence)
    if any(c.kind in ("modal", "adverb", "epistemic-verb") for c in cues.get("hedge", ())):
        return False
    return all(
        cue.first <= voice.first < cue.last or _says_whom(analysis, voice) for voice in cues.get("voice", ())
    )


def _says_whom(analysis: Analysis, voice: Cue) -> bool:
    norms, kinds = analysis.norms, analysis.kinds
    at = voice.first
    return norms[at : at + 2] == ["if", "you"] and bool(kinds[at + 2] & Kind.USE_WORD or norms[at + 2] in ("are", "have"))


def _thing(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent:
    """Of what a phrase is said."""
    where = cue.attributes.get("subject")
    if where == "object":
        found = _after(analysis, cue.last, sentence.last)
        if found is not None:
            return found
    elif where == "taken":
        taken = _taken(analysis, sentence, cue)
        if taken is not None:
            return taken
    return referent(analysis, sentence, cue.first)


def _taken(analysis: Analysis, sentence: Sentence, cue: Cue) -> Referent | None:
    """What is taken in a sentence: "side effects of X", "if you take X"."""
    kinds, norms = analysis.kinds, analysis.norms
    if cue.last < sentence.last and norms[cue.last - 1] not in ("include", "are") and norms[cue.last] in ("of", "from", "with", "to"):
        return _after(analysis, cue.last, sentence.last)
    if norms[cue.last - 1] in ("of", "from", "with"):
        return _after(analysis, cue.last, sentence.last)
    for index in range(sentence.first, cue.first):
        if kinds[index] & Kind.USE_WORD and norms[index] not in ("with", "called", "given"):
            return _after(analysis, index + 1, sentence.last)
    return None


def _after(analysis: Analysis, first: int, end: int) -> Referent | None:
    """The noun phrase that begins shortly after a token; nothing where none does."""
    kinds, norms = analysis.kinds, analysis.norms
    while first < end and (kinds[first] & (Kind.PREPOSITION | Kind.DETERMINER | Kind.AUXILIARY | Kind.USE_WORD) or norms[first] in ("whether", "that", "you", "have")):
        if norms[first] in ("it", "this", "these", "them") and (first + 1 == end or kinds[first + 1] & Kind.CLOSED):
            return None
        first += 1
    last = first
    while last < min(end, first + _LONGEST) and not kinds[last] & (
        Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.PARTING | Kind.AUXILIARY | Kind.RELATIVE | Kind.COORDINATOR
    ):
        if last > first and not analysis.gap(last).isspace():
            break
        last += 1
    if first == last:
        return None
    key = content(analysis, first, last, NO_THING)
    if not key:
        return Referent(topic_names(analysis), last)
    return Referent(key, last, meant=not key.isdisjoint(analysis.topic.key))


def _aim(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    """What it is said for: after "for", "against", "on" or "with"."""
    norms = analysis.norms
    at = next((i for i in range(sentence.first, sentence.last) if norms[i] in ("for", "against", "on", "with", "in", "whether", "by")), None)
    return frozenset() if at is None else content(analysis, at + 1, min(sentence.last, at + 1 + _LONGEST), NO_THING)


def _named(analysis: Analysis, sentence: Sentence, cue: Cue) -> frozenset[str]:
    return content(analysis, sentence.first, cue.first, NO_THING) | content(
        analysis, cue.last, sentence.last, NO_THING
    )
