"""How sure a stretch of text sounds, from its hedges and boosters.

The formula is small enough to do by hand. A plain statement has certainty 0.85. The weakest hedge sets a lower
value, each further hedge of another kind takes 0.05 more off; a booster of certainty or proof beside a hedge gives
0.05 back ("may definitely help"). Without a hedge, the strongest booster sets a higher value, and a denial ("does not
help") has certainty 0.95 or that of the booster, whichever is higher. The numbers of hedges and boosters stand in
their lexicons; docs/certainty.md says where they come from. A question is as sure as its answer, where "Yes" or "No"
follows it, and else has certainty 0.5.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis
    from healthscore.language.cues import Cue

PLAIN = 0.85
DENIED = 0.95
ASKED = 0.5  # a question, which says neither
FLOOR = 0.1
_STEP = 0.05
_NOT_DOUBT = frozenset({"none", "ability", "approximator"})  # kinds that say nothing about doubt
_EMPHATIC = frozenset({"certainty", "proof"})


def certainty_of(cues: Iterable[Cue], denied: float = DENIED) -> float:
    """Certainty 0-1 of the statement that these cues stand in; cues of other categories are passed over.

    ``denied`` is the certainty of a plain denial, an argument for whoever fits it.
    """
    hedges, boosters, plain = [], [], PLAIN
    for cue in cues:
        if cue.category == "negation":
            plain = denied
        elif cue.category == "hedge" and cue.kind != "none":
            hedges.append(cue)
        elif cue.category == "booster" and cue.kind != "none":
            boosters.append(cue)
    if hedges:
        doubts = {c.kind for c in hedges if is_doubt(c)}
        lowest = min(float(c.attributes["certainty"]) for c in hedges)
        raised = _STEP if any(c.kind in _EMPHATIC for c in boosters) else 0.0
        return round(max(FLOOR, lowest - _STEP * max(0, len(doubts) - 1) + raised), 2)
    return max([plain, *(float(c.attributes["certainty"]) for c in boosters)]) if boosters else plain


def is_doubt(cue: Cue) -> bool:
    """Whether a cue puts the statement itself in doubt: "may" and "suggests" do, "about" and "can" do not."""
    return cue.category == "hedge" and cue.kind not in _NOT_DOUBT


def doubts_among(analysis: Analysis, cues: Iterable[Cue]) -> list[Cue]:
    """The hedges that put a statement in doubt; the month of May is not one."""
    return [c for c in cues if is_doubt(c) and not _is_month(analysis, c)]


def _is_month(analysis: Analysis, cue: Cue) -> bool:
    if analysis.tokens[cue.first].norm != "may" or cue.last - cue.first > 1:
        return False
    at_start = cue.first == analysis.sentence_at(cue.first).first
    return analysis.quote(cue.start, cue.start + 1) == "M" and not at_start and not _shouted(analysis, cue)


def _shouted(analysis: Analysis, cue: Cue) -> bool:
    return analysis.quote(cue.start, cue.end).isupper()
