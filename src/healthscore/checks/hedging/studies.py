"""What is told of a study: its groups, its size, its figures, its limits, and what was known before."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import amount

_SOME = 5
_MANY = 10


@measure("sentences", 0, _MANY, on_demand=True)
def controls_told(evidence: Evidence) -> Measurement:
    """Sentences on who or what was compared: groups, placebo, chance, up to ten."""
    return amount(evidence, lambda s: s.has("study", "control"), _MANY, "on groups that were compared")


@measure("sentences", 0, _SOME, on_demand=True)
def control_figures(evidence: Evidence) -> Measurement:
    """Sentences on groups that were compared with a number, up to five."""
    return amount(
        evidence,
        lambda s: s.numbers > 0 and s.has("study", "control"),
        _SOME,
        "on groups that were compared, with a number",
    )


@measure("sentences", 0, _MANY, on_demand=True)
def trial_told(evidence: Evidence) -> Measurement:
    """Sentences that call the study a trial, randomised or controlled, up to ten."""
    return amount(evidence, lambda s: s.has("design", "trial"), _MANY, "on a trial, chance or placebo")


@measure("sentences", 0, _SOME, on_demand=True)
def observation_told(evidence: Evidence) -> Measurement:
    """Sentences that call the study a cohort, survey or review of records, up to five."""
    return amount(evidence, lambda s: s.has("design", "observational"), _SOME, "on a study that observed")


@measure("sentences", 0, _SOME, on_demand=True)
def early_work_told(evidence: Evidence) -> Measurement:
    """Sentences that call the work preliminary, done in animals or in the laboratory, up to five."""
    return amount(
        evidence,
        lambda s: s.has("study", "early") or s.has("design", "animal", "laboratory"),
        _SOME,
        "on early, animal or laboratory work",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def participants_counted(evidence: Evidence) -> Measurement:
    """Sentences in which a number counts people, up to five."""
    return amount(evidence, lambda s: s.people, _SOME, "in which a number counts people")


@measure("sentences", 0, _MANY, on_demand=True)
def figures_told(evidence: Evidence) -> Measurement:
    """Sentences with a number that are not on how common an illness is, up to ten."""
    return amount(evidence, lambda s: s.numbers > 0 and not s.has("prevalence"), _MANY, "with a number")


@measure("sentences", 0, _SOME, on_demand=True)
def statistics_told(evidence: Evidence) -> Measurement:
    """Sentences with the words of statistics, up to five."""
    return amount(evidence, lambda s: s.has("study", "statistic"), _SOME, "with a statistic")


@measure("sentences", 0, _SOME, on_demand=True)
def limits_told(evidence: Evidence) -> Measurement:
    """Sentences on what the study cannot show, up to five."""
    return amount(
        evidence, lambda s: s.has("study", "limit", "cause"), _SOME, "on what the study cannot show"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def cautions_told(evidence: Evidence) -> Measurement:
    """Sentences that warn against too much hope, up to five."""
    return amount(evidence, lambda s: s.has("study", "caution"), _SOME, "of caution")


@measure("sentences", 0, _SOME, on_demand=True)
def earlier_work_told(evidence: Evidence) -> Measurement:
    """Sentences on what was found or known before, up to five."""
    return amount(
        evidence,
        lambda s: s.has("novelty", "before") or s.has("study", "review"),
        _SOME,
        "on what was known before",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def risk_words(evidence: Evidence) -> Measurement:
    """Sentences that speak of risk, odds or chance, up to five."""
    return amount(evidence, lambda s: s.has("relative-risk", "risk"), _SOME, "on risk, odds or chance")
