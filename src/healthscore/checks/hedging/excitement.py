"""How new, how great and how sure a finding is made to sound."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import amount, density

_SOME = 5


@measure("sentences", 0, _SOME, on_demand=True)
def novelty_claims(evidence: Evidence) -> Measurement:
    """Sentences that call something new, up to five."""
    return amount(evidence, lambda s: s.has("novelty", "claim"), _SOME, "calling something new")


@measure("sentences", 0, _SOME, on_demand=True)
def firsts_claimed(evidence: Evidence) -> Measurement:
    """Sentences that call something the first, up to five."""
    return amount(evidence, lambda s: s.has("novelty", "first"), _SOME, "calling something the first")


@measure("share of sentences", 0, 1, on_demand=True)
def sensation_density(evidence: Evidence) -> Measurement:
    """Share of sentences with a sensational word."""
    return density(
        evidence,
        lambda s: s.has("sensation", "superlative", "marvel") or s.has("promotion", "hype"),
        "with a sensational word",
    )


@measure("share of sentences", 0, 1, on_demand=True)
def hope_density(evidence: Evidence) -> Measurement:
    """Share of sentences on what may come of it some day."""
    return density(evidence, lambda s: s.has("sensation", "hope"), "on hopes")


@measure("share of sentences", 0, 1, on_demand=True)
def sureness_density(evidence: Evidence) -> Measurement:
    """Share of sentences that make it sound proven, complete or easy."""
    return density(evidence, lambda s: s.has("sensation", "certain"), "making it sound proven or easy")


@measure("share of sentences", 0, 1, on_demand=True)
def emotion_density(evidence: Evidence) -> Measurement:
    """Share of sentences with a word that frightens or moves."""
    return density(evidence, lambda s: s.has("sensation", "emotive"), "with a word that frightens or moves")


@measure("share of sentences", 0, 1, on_demand=True)
def ability_density(evidence: Evidence) -> Measurement:
    """Share of sentences on what something is able to do ("the ability to", "can be")."""
    return density(evidence, lambda s: s.has("hedge", "ability"), "on what it is able to do")


@measure("share of sentences", 0, 1, on_demand=True)
def association_density(evidence: Evidence) -> Measurement:
    """Share of sentences that say that things go together, or compare, where others would say cause."""
    return density(
        evidence, lambda s: s.has("association", "relation", "comparison"), "on what goes together"
    )
