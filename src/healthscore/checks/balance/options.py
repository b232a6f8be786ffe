"""What else there is: the usual treatment, others, and how the new one does beside them."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import amount, density
from healthscore.language.lexicon import words

_SOME = 5
_MANY = 10


@measure("sentences", 0, _SOME, on_demand=True)
def usual_care_told(evidence: Evidence) -> Measurement:
    """Sentences on what is usually done, up to five."""
    return amount(evidence, lambda s: s.has("comparison", "usual"), _SOME, "on what is usually done")


@measure("sentences", 0, _SOME, on_demand=True)
def others_told(evidence: Evidence) -> Measurement:
    """Sentences that say that there are other choices, or none, up to five."""
    return amount(
        evidence,
        lambda s: s.has("comparison", "other") or s.has("alternative", "generic"),
        _SOME,
        "on other choices",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def comparisons_told(evidence: Evidence) -> Measurement:
    """Sentences that hold one treatment against another, up to five."""
    return amount(
        evidence,
        lambda s: s.has("comparison", "against") or s.has("effect", "comparative"),
        _SOME,
        "holding one against another",
    )


@measure("sentences", 0, _MANY, on_demand=True)
def treatments_told(evidence: Evidence) -> Measurement:
    """Sentences that name a treatment, up to ten."""
    return amount(evidence, lambda s: s.has("alternative"), _MANY, "naming a treatment")


@measure("share of sentences", 0, 1, on_demand=True)
def benefit_share(evidence: Evidence) -> Measurement:
    """Share of sentences that call something a benefit or an improvement."""
    return density(evidence, lambda s: s.has("benefit", "benefit-word", "improvement"), "speak of benefit")


@measure("share of sentences", 0, 1, on_demand=True)
def counterpoint_density(evidence: Evidence) -> Measurement:
    """Share of sentences that set something against what was said: but, however, although, despite."""
    return density(
        evidence,
        lambda s: bool(s.words & words("told-word", "turn")),
        "setting something against what was said",
    )
