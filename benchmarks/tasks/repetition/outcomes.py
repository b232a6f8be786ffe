"""What healthscore says of the pages and of each page with a fault in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from healthscore import Article, Report, score_many
from healthscore.report.model import Finding
from tasks.repetition.planting import Plant, Span
from tasks.repetition.repeats import paragraphs, rewordings
from tasks.repetition.stuffing import stuffings

STUFFING = "repetition/keyword-stuffing"
GRAVE = ("error", "warning")


@dataclass(frozen=True)
class Outcome:
    """A plant and the findings of repetition that tell it.

    They point at the planted text and at what it repeats; for stuffing, they are of its rule and point at a place
    where the phrase was put in.
    """

    plant: Plant
    telling: tuple[Finding, ...]

    @property
    def caught(self) -> bool:
        """Whether any finding tells the plant."""
        return bool(self.telling)

    @property
    def warned(self) -> bool:
        """Whether a finding of severity warning or error does."""
        return any(finding.severity in GRAVE for finding in self.telling)


def plants(pages: Sequence[Article]) -> Iterator[Plant]:
    """All plants for the pages, always the same."""
    for page in pages:
        yield from paragraphs(page)
        yield from rewordings(page)
        yield from stuffings(page)


def outcomes(pages: Sequence[Article]) -> list[Outcome]:
    """The outcome of each plant."""
    planted = [*plants(pages)]
    reports = score_many(plant.variant for plant in planted)
    return [
        Outcome(plant, tuple(f for f in repetition(report) if _tells(f, plant)))
        for plant, report in zip(planted, reports, strict=True)
    ]


def repetition(report: Report) -> list[Finding]:
    """The findings of repetition."""
    return [finding for finding in report.findings if finding.dimension == "repetition"]


def _tells(finding: Finding, plant: Plant) -> bool:
    if plant.fault == "stuffing":
        return finding.rule == STUFFING and _touches(finding, plant.spans)
    return _touches(finding, plant.spans) and _touches(finding, plant.originals)


def _touches(finding: Finding, spans: Sequence[Span]) -> bool:
    return any(q.start < end and start < q.end for q in finding.evidence for start, end in spans)
