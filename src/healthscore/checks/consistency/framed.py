"""What stands in a frame that denies all of it: "there is no way for X to do Y", "it would be a mistake for X to do Y"."""

from __future__ import annotations

from healthscore.checks.consistency.aligned import Aligned
from healthscore.language.claims.acting import is_command

_SHARE = 0.8  # of what is denied that has to be in the sentence that says it
_LEAST = 3  # words of what is denied
_URGED = frozenset(
    "should must ought need needs needed recommend recommends recommended advise advised advisable require requires "
    "required important essential necessary".split()
)


def denies_wholly(denial: Aligned, assertion: Aligned) -> bool:
    """True where what one sentence frames as untrue, or as unwise, is what the other says, or urges."""
    frames = denial.frames
    if not frames or (assertion.mixed and not denial.mixed) or denial.sign * assertion.sign < 0:
        return False
    both = denial.terms & assertion.terms
    if denial.extent < _LEAST or len(both) < _SHARE * len(denial.terms):
        return False
    unwise = all(frame.attributes.get("advice") for frame in frames)
    return not unwise or _urges(assertion)


def _urges(unit: Aligned) -> bool:
    words = unit.analysis.norms[unit.first : unit.last]
    return not _URGED.isdisjoint(words) or is_command(unit.analysis.clauses_in(unit.sentence)[0])
