"""Two sentences that say the same of one thing, but for a word of which one side has the opposite.

"The rash appears before the fever", "the rash appears after the fever": in the same words otherwise, so that it does not
matter what is said, only that before is not after. Words of direction, frequency and severity have readers of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import wording
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.sentences.alignment import Pair, aligned_pairs
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

_ALL_BUT = 0.8  # share of the other words that both sentences have
_WHEN = frozenset({"when", "if", "where", "while", "once"})
_LONGEST_LEAD = 3  # tokens of what is spoken of, where no verb is known
_AVOIDS = frozenset({"avoid", "avoided", "avoids"})
_SOMETIMES = 2  # step of "sometimes"
_PREDICATES = Kind.AUXILIARY | Kind.VERB
_RULE = "consistency/negation-conflict"
_SUGGESTION = "Keep the one that a source supports, or say when each one holds."

_Poles = Mapping[str, list[Cue]]


@once
def swapped(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that differ by a word and its opposite, weighed."""
    poles = _poles(analysis)
    return list(
        chain.from_iterable(_opposed(pair, poles) for pair in aligned_pairs(analysis)) if poles else ()
    )


def differ_by_opposites(pair: Pair) -> bool:
    """True where one of two sentences has a word and the other its opposite; not for "after a run, not before"."""
    analysis = pair.first.analysis
    ends = {denial.last for side in (pair.first, pair.second) for denial in side.denials}
    if not ends.isdisjoint(_antonyms(analysis)):
        return False
    poles = _poles(analysis)
    ours, theirs = (poles.get(side.sentence.index, {}) for side in (pair.first, pair.second))
    return any(
        (one := _within(pair.first, ours[kind])) is not None
        and (other := _within(pair.second, theirs[kind])) is not None
        and one.attributes["pole"] != other.attributes["pole"]
        for kind in ours.keys() & theirs.keys()
    )


@once
def _antonyms(analysis: Analysis) -> frozenset[int]:
    """The tokens at which a word with an opposite begins."""
    return frozenset(cue.first for cue in analysis.cues_of("antonym"))


@once
def _poles(analysis: Analysis) -> dict[int, _Poles]:
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


def _opposed(pair: Pair, poles: Mapping[int, _Poles]) -> Iterator[Weighed]:
    ours, theirs = (poles.get(side.sentence.index, {}) for side in (pair.first, pair.second))
    kinds = ours.keys() & theirs.keys()
    if not kinds or bool(pair.first.denials) != bool(pair.second.denials) or _now_and_then(pair):
        return
    if bool(_AVOIDS & pair.first.spoken) != bool(_AVOIDS & pair.second.spoken):
        return  # "avoid it before the test", "it is welcome again after the test"
    for kind in sorted(kinds):
        one, other = _within(pair.first, ours[kind]), _within(pair.second, theirs[kind])
        if one is None or other is None:
            continue
        if one.attributes["pole"] != other.attributes["pole"] and _predicated(pair, one, other):
            told = _apart_from(pair, one, other)
            if told.likeness >= _ALL_BUT:
                said, opposite = (wording(pair.first.analysis, cue) for cue in (one, other))
                message = f"On {told.words()}: “{said}” here, “{opposite}” there."
                yield told.weigh(_RULE, 1.0, message, _SUGGESTION)


def _now_and_then(pair: Pair) -> bool:
    """True where one side is told of some cases only: "now and then"."""
    cues = [c for side in (pair.first, pair.second) for c in side.cues.get("frequency", ())]
    return any(int(c.attributes["step"]) <= _SOMETIMES for c in cues)


def _within(side: Aligned, poles: Sequence[Cue]) -> Cue | None:
    """The first of these words that stands in the clause itself."""
    return next((pole for pole in poles if side.first <= pole.first < side.last), None)


def _apart_from(pair: Pair, one: Cue, other: Cue) -> Pair:
    """The pair without the two opposites, which are held against each other by themselves."""
    first = replace(pair.first, besides=range(one.first, one.last))
    second = replace(pair.second, besides=range(other.first, other.last))
    whole = len(first.terms) + len(second.terms)
    return Pair(first, second, pair.shared, 2 * len(first.terms & second.terms) / whole if whole else 0.0)


def _predicated(pair: Pair, one: Cue, other: Cue) -> bool:
    """True where both stand in what is said: the left half, as what is spoken of, is not the right one."""
    return all(_is_said(side, pole) for side, pole in ((pair.first, one), (pair.second, other)))


def _is_said(side: Aligned, pole: Cue) -> bool:
    if not _WHEN.isdisjoint(side.analysis.norms[side.first : pole.first]):
        return False  # "it helps when the bowel is too slow"
    if pole.attributes.get("verb"):
        last = pole.first - 1
        return not side.analysis.kinds[last] & Kind.DETERMINER and not side.analysis.norms[last].endswith(
            ("'s", "’s")
        )
    before = side.analysis.kinds[side.first : pole.first + 1]
    return len(before) > _LONGEST_LEAD or any(map(_PREDICATES.__and__, before))
