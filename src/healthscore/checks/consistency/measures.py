"""How much the article disagrees with itself."""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Span
from healthscore.checks.base import Evidence, Hit, Measurement, counted, first_of, measure

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


def _found(evidence: Evidence, names: tuple[str, ...], severities: tuple[str, ...]) -> list[Hit]:
    found = (hit for name in names for hit in evidence.hits[f"consistency/{name}"])
    return [hit for hit in found if hit.severity in severities]


def _places(found: Iterable[Hit]) -> tuple[Span, ...]:
    """Where each of them is first said."""
    return first_of(sorted(hit.evidence[0] for hit in found if hit.evidence))


@measure("errors", 0)
def serious_conflicts(evidence: Evidence) -> Measurement:
    """Conflicts in which one of two statements must be wrong."""
    found = _found(evidence, _CONFLICTS, ("error",))
    said = f"{counted(len(found), 'pair')} of statements that cannot both hold"
    return Measurement(len(found), said, _places(found))


@measure("conflicts per 25 sentences", 0)
def conflict_density(evidence: Evidence) -> Measurement:
    """All conflicts, serious or not, for the length of the article."""
    found = _found(evidence, _CONFLICTS, ("error", "warning"))
    sentences = len(evidence.analysis.prose_sentences)
    value = round(len(found) * _PER / max(sentences, _PER), 4) if sentences else None
    said = f"{counted(len(found), 'conflict')} in {counted(sentences, 'sentence')}"
    return Measurement(value, said, _places(found))


@measure("promises", 0)
def unkept_promises(evidence: Evidence) -> Measurement:
    """Headings, introductions and limits that promise what the text never gives."""
    found = _found(evidence, _PROMISES, ("error", "warning", "note"))
    said = f"{counted(len(found), 'promise')} that the text does not keep"
    return Measurement(len(found), said, _places(found))
