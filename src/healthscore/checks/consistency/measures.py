"""How much the article disagrees with itself."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, counted, measure

_CONFLICTS = (
    "direction-conflict",
    "negation-conflict",
    "quantity-conflict",
    "frequency-conflict",
    "severity-conflict",
    "safety-conflict",
    "cause-conflict",
    "knowledge-conflict",
    "category-conflict",
    "name-variant",
)
_PROMISES = ("heading-unfulfilled", "summary-mismatch", "undefined-threshold")
_PER = 25.0  # sentences


def _count(evidence: Evidence, names: tuple[str, ...], severities: tuple[str, ...]) -> int:
    return sum(hit.severity in severities for name in names for hit in evidence.hits[f"consistency/{name}"])


@measure("errors", 0)
def serious_conflicts(evidence: Evidence) -> Measurement:
    """Conflicts in which one of two statements must be wrong."""
    count = _count(evidence, _CONFLICTS, ("error",))
    return Measurement(count, f"{counted(count, 'pair')} of statements that cannot both hold")


@measure("conflicts per 25 sentences", 0)
def conflict_density(evidence: Evidence) -> Measurement:
    """All conflicts, serious or not, for the length of the article."""
    count = _count(evidence, _CONFLICTS, ("error", "warning"))
    sentences = len(evidence.analysis.prose_sentences)
    value = round(count * _PER / max(sentences, _PER), 4) if sentences else None
    return Measurement(value, f"{counted(count, 'conflict')} in {counted(sentences, 'sentence')}")


@measure("promises", 0)
def unkept_promises(evidence: Evidence) -> Measurement:
    """Headings, introductions and limits that promise what the text never gives."""
    count = _count(evidence, _PROMISES, ("error", "warning", "note"))
    return Measurement(count, f"{counted(count, 'promise')} that the text does not keep")
