"""The report as one row of a table: the columns that do not depend on the rubric first, then a rating a dimension."""

from __future__ import annotations

from collections import Counter

from healthscore._version import __version__
from healthscore.report.model import Report

Cell = str | int | float | None


def row_of(report: Report) -> dict[str, Cell]:
    """Cells by column; None where a rating is withheld or the article does not say."""
    article, rating = report.article, report.rating
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "source": article.source,
        "title": article.title,
        "authors": "; ".join(article.authors) or None,
        "published": article.published,
        "updated": article.updated,
        "sha256": article.sha256,
        "words": report.words,
        "sentences": report.sentences,
        "claims": len(report.claims),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["note"],
        "version": __version__,
        "rubric": report.rubric.id,
        "rubric_version": report.rubric.version,
        "withheld": rating.withheld,
        "confidence": round(rating.confidence, 2),
        "band": rating.band,
        "rating": _rounded(rating.value),
        **{f"rating_{dimension.id}": _rounded(dimension.rating.value) for dimension in report.dimensions},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
