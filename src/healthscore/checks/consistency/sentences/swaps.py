"""Two sentences that say the same of one thing, but for a word of which one side has the opposite.

"The rash appears before the fever", "the rash appears after the fever": in the same words otherwise, so that it does not
matter what is said, only that before is not after. Words of direction, frequency and severity have readers of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from healthscore.checks.base import once
from healthscore.checks.consistency.sentences.alignment import Pair, aligned_pairs
from healthscore.checks.consistency.sentences.opposites import Poles, first_within, held_against, poles_of
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis

_AVOIDS = frozenset({"avoid", "avoided", "avoids"})
_RULE = "consistency/negation-conflict"
_SUGGESTION = "Keep the one that a source supports, or say when each one holds."


@once
def swapped(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that differ by a word and its opposite, weighed."""
    poles = poles_of(analysis)
    return list(
        chain.from_iterable(_opposed(pair, poles) for pair in aligned_pairs(analysis)) if poles else ()
    )


def differ_by_opposites(pair: Pair) -> bool:
    """True where one of two sentences has a word and the other its opposite; not for "after a run, not before"."""
    analysis = pair.first.analysis
    ends = {denial.last for side in (pair.first, pair.second) for denial in side.denials}
    if not ends.isdisjoint(_antonyms(analysis)):
        return False
    poles = poles_of(analysis)
    ours, theirs = (poles.get(side.sentence.index, {}) for side in (pair.first, pair.second))
    return any(
        (one := first_within(pair.first, ours[kind])) is not None
        and (other := first_within(pair.second, theirs[kind])) is not None
        and one.attributes["pole"] != other.attributes["pole"]
        for kind in ours.keys() & theirs.keys()
    )


@once
def _antonyms(analysis: Analysis) -> frozenset[int]:
    """The tokens at which a word with an opposite begins."""
    return frozenset(cue.first for cue in analysis.cues_of("antonym"))


def _opposed(pair: Pair, poles: Mapping[int, Poles]) -> Iterator[Weighed]:
    ours, theirs = (poles.get(side.sentence.index, {}) for side in (pair.first, pair.second))
    kinds = ours.keys() & theirs.keys()
    if not kinds or bool(pair.first.denials) != bool(pair.second.denials):
        return
    if bool(_AVOIDS & pair.first.spoken) != bool(_AVOIDS & pair.second.spoken):
        return  # "avoid it before the test", "it is welcome again after the test"
    for kind in sorted(kinds):
        one, other = first_within(pair.first, ours[kind]), first_within(pair.second, theirs[kind])
        if one is None or other is None or one.attributes["pole"] == other.attributes["pole"]:
            continue
        weighed = held_against(pair, one, other, _RULE, _SUGGESTION)
        if weighed is not None:
            yield weighed
