"""What a treatment costs, and whether it can be had."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import Told, amount
from healthscore.language.lexicon import words

_SOME = 5


@measure("sentences", 0, _SOME, on_demand=True)
def costs_told(evidence: Evidence) -> Measurement:
    """Sentences on what a treatment costs and who pays, up to five; what an illness costs a country is left out."""
    return amount(evidence, prices, _SOME, "on what it costs or who pays")


@measure("sentences", 0, _SOME, on_demand=True)
def prices_given(evidence: Evidence) -> Measurement:
    """Sentences that give a cost as a sum of money, up to five."""
    return amount(
        evidence,
        lambda s: prices(s) and s.numbers > 0 and bool(s.words & words("told-word", "money")),
        _SOME,
        "giving a sum of money",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def dear_or_cheap(evidence: Evidence) -> Measurement:
    """Sentences that call a treatment dear or cheap, up to five."""
    return amount(evidence, lambda s: s.has("money", "adjective"), _SOME, "calling it dear or cheap")


@measure("sentences", 0, _SOME, on_demand=True)
def approval_told(evidence: Evidence) -> Measurement:
    """Sentences on approval, up to five."""
    return amount(evidence, lambda s: s.has("availability", "approved"), _SOME, "on approval")


@measure("sentences", 0, _SOME, on_demand=True)
def supply_told(evidence: Evidence) -> Measurement:
    """Sentences that say whether and where it can be had, up to five."""
    return amount(evidence, lambda s: s.has("availability", "offered"), _SOME, "on whether it can be had")


@measure("sentences", 0, _SOME, on_demand=True)
def still_tested_told(evidence: Evidence) -> Measurement:
    """Sentences that say that it is still being tested, up to five."""
    return amount(evidence, lambda s: s.has("availability", "trial"), _SOME, "calling it experimental")


@measure("sentences", 0, _SOME, on_demand=True)
def years_away_told(evidence: Evidence) -> Measurement:
    """Sentences that say that it is some way off, up to five."""
    return amount(
        evidence, lambda s: s.has("availability", "far", "pending"), _SOME, "on what must still come"
    )


def prices(sentence: Told) -> bool:
    """Does it speak of what a treatment costs, or of who pays?"""
    return sentence.has("money", "price", "adjective", "cover") and not sentence.has("money", "burden", "sum")
