"""Every pair of statements that was held against each other, reported or not."""

from __future__ import annotations

from healthscore.checks.consistency.denials import denials
from healthscore.checks.consistency.effects import directions
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis

_READERS = (directions, denials)


def considered(analysis: Analysis) -> tuple[Weighed, ...]:
    """All pairs that were weighed, the surest first, with what decided on each."""
    pairs = [pair for read in _READERS for pair in read(analysis)]
    return tuple(sorted(pairs, key=lambda pair: (-pair.confidence, pair.places, pair.rule)))
