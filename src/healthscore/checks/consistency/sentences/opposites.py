"""Words of which one rules the other out, in two sentences that say the same otherwise, and what lets both hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import wording
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair
from healthscore.checks.consistency.sentences.matter import matter_by_token
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.subject import ENDED
from healthscore.language.cues import Cue

_ALL_BUT = 0.8  # share of the other words that both sentences have
_WHEN = frozenset({"when", "if", "where", "while", "once"})
_LONGEST_LEAD = 3  # tokens of what is spoken of, where no verb is known
_ALSO = frozenset({"also", "too", "another"})  # so that both are so
_DOING = "ing"
_START, _STOPPING = "start", 2  # kind and pole of "stop taking"
_SOMETIMES = 2  # step of "sometimes"
_PREDICATES = Kind.AUXILIARY | Kind.VERB

Poles = Mapping[str, list[Cue]]


@once
def poles_of(analysis: Analysis) -> dict[int, Poles]:
    """The words with an opposite in each sentence, by what they tell; none of a kind of which both are there."""
    found: dict[int, defaultdict[str, list[Cue]]] = {}
    for cue in analysis.cues_of("antonym"):
        if analysis.kinds[cue.first - 1] & Kind.COORDINATOR or analysis.norms[cue.first - 1] == "not":
            continue  # "with or without food", "after the run, not before"
        sentence = analysis.sentence_at(cue.first).index
        found.setdefault(sentence, defaultdict(list))[cue.kind].append(cue)
    return {
        index: {kind: cues for kind, cues in kinds.items() if len({c.attributes["pole"] for c in cues}) == 1}
        for index, kinds in found.items()
    }


def first_within(side: Aligned, poles: Sequence[Cue]) -> Cue | None:
    """The first of these words that stands in the clause itself."""
    return next((pole for pole in poles if within(side, pole)), None)


def within(side: Aligned, pole: Cue) -> bool:
    """True for a word in the clause itself, of all those of its sentence."""
    return side.first <= pole.first < side.last


def held_against(pair: Pair, one: Cue, other: Cue, rule: str, suggestion: str) -> Weighed | None:
    """The pair weighed by what is said with the two words; None where they do not exclude each other, or more differs."""
    if not _predicated(pair, one, other) or _of_others(pair, one, other) or _now_and_then(pair, one, other):
        return None
    told = _all_but(pair, one, other)
    if told is None:
        return None
    said, opposite = (wording(pair.first.analysis, cue) for cue in (one, other))
    return told.weigh(rule, 1.0, f"On {told.words()}: “{said}” here, “{opposite}” there.", suggestion)


def _now_and_then(pair: Pair, one: Cue, other: Cue) -> bool:
    """True where one side is told of some cases only: "now and then"; the opposites themselves may say so."""
    return any(
        int(cue.attributes["step"]) <= _SOMETIMES and not (pole.first <= cue.first < pole.last)
        for side, pole in ((pair.first, one), (pair.second, other))
        for cue in side.cues.get("frequency", ())
    )


def _all_but(pair: Pair, one: Cue, other: Cue) -> Pair | None:
    """The pair without the two opposites, which are held against each other by themselves; None where more differs."""
    first = replace(pair.first, besides=range(one.first, one.last))
    second = replace(pair.second, besides=range(other.first, other.last))
    whole = len(first.terms) + len(second.terms)
    likeness = 2 * len(first.terms & second.terms) / whole if whole else 0.0
    return Pair(first, second, pair.shared, likeness) if likeness >= _ALL_BUT else None


def _of_others(pair: Pair, one: Cue, other: Cue) -> bool:
    """True where one is of another thing, doing, figure ("at 75 °C"), circumstance or condition, or only adds to the other."""
    first, second = pair.first, pair.second
    led = any(
        ((lead := _lead(a, pole)) and lead.isdisjoint(b.terms))
        or (a.condition and a.condition.isdisjoint(b.stems))
        for a, b, pole in ((first, second, one), (second, first, other))
    )
    told = [[read(side) for side in (first, second)] for read in (_figures, _doing)]
    other_way = one.kind != _START and _stops(first) != _stops(second)
    also = not _ALSO.isdisjoint(first.spoken | second.spoken)
    elsewhere = any(_elsewhere(a, b) for a, b in ((first, second), (second, first)))
    others = any(ours and theirs and ours.isdisjoint(theirs) for ours, theirs in told)
    return led or also or other_way or elsewhere or others


def _elsewhere(side: Aligned, other: Aligned) -> bool:
    """True where a sentence opens with a circumstance of which the other has no word: "after a week of use, it"."""
    analysis, first = side.analysis, side.first
    if not analysis.kinds[first] & (Kind.PREPOSITION | Kind.SUBORDINATOR):
        return False
    end = next((i for i in range(first, side.last) if "," in analysis.gap(i)), first)
    said = {analysis.stems[i] for i in range(first, end) if not analysis.kinds[i] & Kind.CLOSED}
    return bool(said) and said.isdisjoint(other.stems)


def _figures(side: Aligned) -> frozenset[str]:
    return frozenset(norm for norm in side.spoken if norm.isdigit())


def _doing(side: Aligned) -> frozenset[str]:
    """The stem of what a sentence begins with, where somebody does it: "climbing", "coming down"."""
    opening = side.analysis.norms[side.first]
    return frozenset({side.analysis.stems[side.first]} if opening.endswith(_DOING) else ())


def _stops(side: Aligned) -> bool:
    """True for "giving it up raises it", which tells of what the thing itself lowers."""
    if not ENDED.isdisjoint(side.spoken):
        return True
    poles = poles_of(side.analysis).get(side.sentence.index, {}).get(_START, ())
    return any(pole.attributes["pole"] == _STOPPING and within(side, pole) for pole in poles)


def _lead(side: Aligned, pole: Cue) -> frozenset[str]:
    """The terms before a verb, or what else leads a sentence."""
    before = matter_by_token(side.analysis)[side.first : pole.first]
    return frozenset(filter(None, before)) if _is_verb(pole) else side.lead


def _is_verb(pole: Cue) -> bool:
    """True for a verb, of opposites or of effect."""
    return bool(pole.attributes.get("verb")) or pole.kind == "verb"


def _predicated(pair: Pair, one: Cue, other: Cue) -> bool:
    """True where both stand in what is said: the left half, as what is spoken of, is not the right one."""
    return all(_is_said(side, pole) for side, pole in ((pair.first, one), (pair.second, other)))


def _is_said(side: Aligned, pole: Cue) -> bool:
    if not _WHEN.isdisjoint(side.analysis.norms[_part_of(side, pole) : pole.first]):
        return False  # "it helps when the bowel is too slow"
    if _is_verb(pole) and not _is_noun(side, pole):
        return True
    before = side.analysis.kinds[side.first : pole.first + 1]
    return len(before) > _LONGEST_LEAD or any(map(_PREDICATES.__and__, before))


def _part_of(side: Aligned, pole: Cue) -> int:
    """Where the part of its sentence begins that a word stands in: behind the last comma."""
    parted = (i for i in range(pole.first, side.first, -1) if "," in side.analysis.gap(i))
    return next(parted, side.first)


def _is_noun(side: Aligned, pole: Cue) -> bool:
    """True for "the fall in oestrogen" and "the body's release of it"."""
    last = pole.first - 1
    return bool(side.analysis.kinds[last] & Kind.DETERMINER) or side.analysis.norms[last].endswith(
        ("'s", "’s")
    )
