"""What healthscore says of the pages and of each page with a plant in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from healthscore import Article, Report, score_many
from healthscore.report.model import Finding
from tasks.inject.planting import Plant, plants

_ALSO = frozenset({"hedging/certainty-drift"})


@dataclass(frozen=True)
class Outcome:
    """A plant and what was found. ``rules`` are the consistency rules that point at the planted sentence.

    ``caught``: one finding points at the planted sentence and at the original. ``newly_blamed_elsewhere``: an
    error or warning that the untouched page did not have points at neither the plant nor anything in it.
    """

    plant: Plant
    caught: bool
    rules: tuple[str, ...]
    newly_blamed_elsewhere: bool

    @property
    def touched(self) -> bool:
        """Whether any consistency finding points at the planted sentence."""
        return bool(self.rules)


def outcomes(pages: Sequence[Article]) -> tuple[list[Report], list[Outcome]]:
    """The reports on the untouched pages, and the outcome of each plant."""
    untouched = [*score_many(pages)]
    known = {id(page): _identities(report) for page, report in zip(pages, untouched, strict=True)}
    planted = [*plants(pages)]
    reports = score_many(plant.variant for plant in planted)
    return untouched, [
        _outcome(plant, report, known[id(plant.page)]) for plant, report in zip(planted, reports, strict=True)
    ]


def accused(report: Report, *severities: str) -> bool:
    """Whether there is a consistency finding of one of these severities."""
    return any(finding.severity in severities for finding in _consistency(report))


def _outcome(plant: Plant, report: Report, known: frozenset[object]) -> Outcome:
    findings = _consistency(report)
    touching = [finding for finding in findings if _touches(finding, plant.span)]
    return Outcome(
        plant=plant,
        caught=any(_touches(finding, span) for finding in touching for span in plant.originals),
        rules=tuple(sorted({finding.rule for finding in touching})),
        newly_blamed_elsewhere=any(
            finding.severity in ("error", "warning")
            and finding not in touching
            and _identity(finding) not in known
            for finding in findings
        ),
    )


def _consistency(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.rule.startswith("consistency/") or f.rule in _ALSO]


def _touches(finding: Finding, span: tuple[int, int]) -> bool:
    return any(quote.start < span[1] and span[0] < quote.end for quote in finding.evidence)


def _identities(report: Report) -> frozenset[object]:
    return frozenset(_identity(finding) for finding in _consistency(report))


def _identity(finding: Finding) -> object:
    """What stays the same where a page's text has moved."""
    return finding.rule, tuple(quote.quote for quote in finding.evidence)
