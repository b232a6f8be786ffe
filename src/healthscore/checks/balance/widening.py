"""How common and how grave an illness is made, and whether ordinary states are made one."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import amount, density

_SOME = 5


@measure("sentences", 0, _SOME, on_demand=True)
def illness_counted(evidence: Evidence) -> Measurement:
    """Sentences that say how many have an illness or die of it, up to five."""
    return amount(evidence, lambda s: s.has("prevalence", "count"), _SOME, "on how many have it")


@measure("sentences", 0, _SOME, on_demand=True)
def illness_alarm(evidence: Evidence) -> Measurement:
    """Sentences that sound an alarm (epidemic, silent killer, undiagnosed), up to five."""
    return amount(
        evidence, lambda s: s.has("prevalence", "alarm", "unaware", "dread"), _SOME, "sounding an alarm"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def illness_widened(evidence: Evidence) -> Measurement:
    """Sentences on ordinary states, risks and borderline values, up to five."""
    return amount(
        evidence,
        lambda s: s.has("prevalence", "widen"),
        _SOME,
        "on ordinary states, risks and borderline values",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def risk_predicted(evidence: Evidence) -> Measurement:
    """Sentences on who will fall ill: predictors, markers, people at risk, up to five."""
    return amount(evidence, lambda s: s.has("association", "prediction"), _SOME, "on who will fall ill")


@measure("share of sentences", 0, 1, on_demand=True)
def vague_counts(evidence: Evidence) -> Measurement:
    """Share of sentences that say "many", "often", "more and more" and give no number."""
    return density(
        evidence,
        lambda s: s.has("weasel") and not s.numbers,
        "saying many or often and giving no number",
    )
