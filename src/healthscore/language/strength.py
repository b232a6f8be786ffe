"""How much a sentence claims: nothing, that two things go together, that one may bring about the other, or that it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.model import Strength

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_TOGETHER = ("relation", "prediction", "comparison")


def strength_of(analysis: Analysis, sentence: Sentence) -> Strength:
    """The strength of what a sentence claims.

    What should be done, or is to be studied, claims nothing. Where two things are said to be associated, to predict
    each other or to be more in one group than in another, no more than that is claimed, whatever verbs stand
    beside it. Otherwise a verb of effect or a word of efficacy claims an effect; with "may" and its like, a possible one.
    """
    cues = analysis.cues_by_category(sentence)
    kinds = {cue.kind for cue in cues.get("association", ())}
    if "wanted" in kinds and not kinds.intersection(_TOGETHER):
        return "none"
    if kinds.intersection(_TOGETHER):
        return "correlational"
    if not ("efficacy" in kinds or any(claim.strength != "none" for claim in analysis.claims_in(sentence))):
        return "none"
    return "conditional" if "possible" in kinds else "causal"
