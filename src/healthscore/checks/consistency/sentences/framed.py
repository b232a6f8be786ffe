"""What stands in a frame that denies or endorses all of it: "there is no way for X to", "it would be a mistake to"."""

from __future__ import annotations

from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.language.claims.commands import is_command

_SHARE = 0.8  # of what is denied that has to be in the sentence that says it
_LEAST = 3  # words of what is denied
_ENDS_WITHIN = 3  # tokens of "to give up"
_ENDS = frozenset("stop avoid quit skip miss drop give cut abandon change".split())
_ASKS = frozenset("ask check tell talk speak see consult discuss call contact let".split())
"""What is asked about is not urged: "ask a pharmacist before adding X"."""
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
    if any(_ends(denial, frame.last) for frame in frames) and _ENDS.isdisjoint(_words(assertion)):
        return False  # "you need not give it up" lets one go on
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
    if not by.isdisjoint(_words(unit)):
        return True
    first, last = unit.sentence.first, unit.sentence.last
    return is_command(unit.analysis, first, last) and unit.analysis.norms[first] not in _ASKS


def _words(unit: Aligned) -> list[str]:
    return unit.analysis.norms[unit.first : unit.last]


def _ends(unit: Aligned, index: int) -> bool:
    """True where what is framed is to stop with something: the "give up" of "there is no need to give up"."""
    return not _ENDS.isdisjoint(unit.analysis.norms[index : min(unit.last, index + _ENDS_WITHIN)])
