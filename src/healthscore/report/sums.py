"""How the numbers came about, line by line: every criterion, weight and cap, and the sums. Shared by all forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from healthscore.article import Article
from healthscore.report.findings import quotes_of
from healthscore.report.model import Quote, Report
from healthscore.rubric.rating import CapOutcome, CriterionRating, DimensionRating, Rating


class Line(Struct, frozen=True):
    """One line of the arithmetic, in words; ``total`` is the rating that a line of a dimension, or of all, gives.

    ``quotes`` are the first few places of what a low rating counts.
    """

    kind: Literal["dimension", "criterion", "cap", "overall"]
    name: str
    value: str
    rating: str
    weight: str
    because: str
    total: Rating | None = None
    measure: str = ""
    quotes: tuple[Quote, ...] = ()


def sums(report: Report) -> Iterator[Line]:
    """Each dimension with its criteria and the caps that hold, then all dimensions together."""
    for dimension in report.dimensions:
        yield _dimension(dimension)
        yield from (_criterion(criterion, report.article) for criterion in dimension.criteria)
        yield from (_cap(cap) for cap in dimension.caps if cap.applied)
    value = report.rating.value
    how = _sum(((d.counted, d.weight) for d in report.dimensions), value)
    yield Line("overall", "overall", "", _number(value), "", report.rating.withheld or how, report.rating)


def _dimension(dimension: DimensionRating) -> Line:
    rating = dimension.rating
    holding = [cap for cap in dimension.caps if cap.applied]
    how = _sum(((c.rating, c.weight) for c in dimension.criteria), None if holding else rating.value)
    if holding and rating.value is not None:
        how = f"{how}, held at {rating.value:g}".removeprefix(", ")
    if dimension.counts_as is not None:
        how = f"{how}; counts as {dimension.counts_as:g}, since it only lowers the whole".removeprefix("; ")
    return Line(
        "dimension",
        dimension.id,
        "",
        _number(rating.value),
        f"{dimension.weight:g}",
        rating.withheld or how,
        rating,
    )


def _criterion(criterion: CriterionRating, article: Article) -> Line:
    return Line(
        "criterion",
        criterion.id,
        "-" if criterion.value is None else f"{criterion.value:.4g}",
        _number(criterion.rating),
        f"{criterion.weight:g}" if criterion.weight else "beside",
        criterion.explanation,
        measure=criterion.measure,
        quotes=quotes_of(article, criterion.places),
    )


def _cap(cap: CapOutcome) -> Line:
    return Line("cap", f"cap {cap.id}", "", f"≤ {cap.at_most:g}", "", cap.explanation)


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _sum(weighted: Iterable[tuple[float | None, float]], result: float | None) -> str:
    """The weighted mean as a reader would write it; weights that are all alike are left out."""
    parts = [(value, weight) for value, weight in weighted if value is not None and weight]
    if len(parts) < 2:
        return ""
    alike = len({weight for _, weight in parts}) == 1
    terms = " + ".join(f"{value:g}" if alike else f"{value:g}×{weight:g}" for value, weight in parts)
    whole = len(parts) if alike else sum(weight for _, weight in parts)
    equals = "" if result is None else f" = {result:g}"
    return f"({terms}) / {whole:g}{equals}"
