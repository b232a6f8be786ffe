"""The report as one row of a table: the columns that do not depend on the rubric first, then a rating a dimension."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from healthscore._version import __version__
from healthscore.checks.base import Severity
from healthscore.report.model import Report

Cell = str | int | float | None

_CELLS: Mapping[str, Callable[[Report], Cell]] = MappingProxyType(
    {
        "source": lambda report: report.article.source,
        "title": lambda report: report.article.title,
        "authors": lambda report: "; ".join(report.article.authors) or None,
        "published": lambda report: report.article.published,
        "updated": lambda report: report.article.updated,
        "sha256": lambda report: report.article.sha256,
        "words": lambda report: report.words,
        "sentences": lambda report: report.sentences,
        "claims": lambda report: len(report.claims),
        "errors": lambda report: _count(report, "error"),
        "warnings": lambda report: _count(report, "warning"),
        "notes": lambda report: _count(report, "note"),
        "version": lambda report: __version__,
        "rubric": lambda report: report.rubric.id,
        "rubric_version": lambda report: report.rubric.version,
        "withheld": lambda report: report.rating.withheld,
        "confidence": lambda report: round(report.rating.confidence, 2),
        "band": lambda report: report.rating.band,
        "rating": lambda report: _rounded(report.rating.value),
    }
)


def columns_of(dimensions: Iterable[str] = ()) -> list[str]:
    """The columns of a row under a rubric with these dimensions."""
    return [*_CELLS, *map(_column, dimensions)]


def row_of(report: Report) -> dict[str, Cell]:
    """Cells by column; None where a rating is withheld or the article does not say."""
    ratings = {_column(dimension.id): _rounded(dimension.rating.value) for dimension in report.dimensions}
    return {**{column: cell(report) for column, cell in _CELLS.items()}, **ratings}


def _column(dimension: str) -> str:
    return f"rating_{dimension}"


def _count(report: Report, severity: Severity) -> int:
    return sum(finding.severity == severity for finding in report.findings)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
