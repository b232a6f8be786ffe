"""What stands in a frame that denies or endorses all of it: "there is no way for X to", "it would be a mistake to"."""

from __future__ import annotations

from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.language.claims.commands import is_command

_SHARE = 0.8  # of what is denied that has to be in the sentence that says it
_LEAST = 3  # words of what is denied
_URGED = frozenset(
    "should must ought need needs needed recommend recommends recommended advise advised advisable require requires "
    "required important essential necessary".split()
)
_FORBIDDEN = frozenset("should must ought may can recommended advised advisable allowed".split())


def denies_wholly(denial: Aligned, assertion: Aligned) -> bool:
    """True where what one sentence frames as untrue, or as unwise, is what the other says, or urges."""
    frames = denial.frames
    if not frames or (assertion.mixed and not denial.mixed) or denial.sign * assertion.sign < 0:
        return False
    unwise = all(frame.attributes.get("advice") for frame in frames)
    return _within(denial, assertion) and (not unwise or _tells(assertion, _URGED))


def forbids_what_is_endorsed(denial: Aligned, assertion: Aligned) -> bool:
    """True where what one sentence frames as a good or harmless thing to do is what the other says should not be done."""
    return "endorsement" in assertion.cues and _within(assertion, denial) and _tells(denial, _FORBIDDEN)


def _within(framed: Aligned, other: Aligned) -> bool:
    """True where nearly all that stands in a frame is in the other sentence."""
    both = framed.terms & other.terms
    return framed.extent >= _LEAST and len(both) >= _SHARE * len(framed.terms)


def _tells(unit: Aligned, by: frozenset[str]) -> bool:
    """True where a sentence tells readers what to do, by one of these words or as a command."""
    words = unit.analysis.norms[unit.first : unit.last]
    return not by.isdisjoint(words) or is_command(unit.analysis, unit.sentence.first, unit.sentence.last)
