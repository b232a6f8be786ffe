"""How the number came about, on a terminal: every criterion, weight and cap, and the sums."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from healthscore.report.look import Look, rating_style
from healthscore.report.model import Report
from healthscore.rubric.rating import CriterionRating, DimensionRating


def arithmetic(report: Report, look: Look) -> list[RenderableType]:
    """A table of all dimensions' criteria, and the overall rating as a sum."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("criterion", max_width=36, overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("rating", justify="right", no_wrap=True)
    table.add_column("weight", justify="right", no_wrap=True)
    table.add_column("because", ratio=1)
    for dimension in report.dimensions:
        _add_dimension(table, dimension, look)
    table.add_section()
    table.add_row(*_overall(report, look))
    heading = Rule(Text("how the number came about"), align="left", style="dim", characters=look.line)
    return [heading, "", Padding(table, (0, 0, 0, 2)), ""]


def _add_dimension(table: Table, dimension: DimensionRating, look: Look) -> None:
    table.add_section()
    table.add_row(*_total(dimension, look))
    for criterion in dimension.criteria:
        table.add_row(*_criterion(criterion, look), style="" if criterion.rating is not None else "dim")
    for cap in dimension.caps:
        if cap.applied:
            limit = f"{'≤' if look.unicode else '<='} {cap.at_most:g}"
            table.add_row(_inner(f"cap {cap.id}", look), "", limit, "", look.text(cap.explanation))


def _total(dimension: DimensionRating, look: Look) -> tuple[RenderableType, ...]:
    rating = dimension.rating
    holding = [cap for cap in dimension.caps if cap.applied]
    shown = Text("-" if rating.value is None else f"{rating.value:g}", style=f"bold {rating_style(rating)}")
    how = _sum(((c.rating, c.weight) for c in dimension.criteria), None if holding else rating.value)
    if holding:
        how = f"{how}, held at {rating.value:g}".removeprefix(", ")
    return (
        look.text(dimension.id, "bold"),
        "",
        shown,
        f"{dimension.weight:g}",
        look.text(rating.withheld or how),
    )


def _criterion(criterion: CriterionRating, look: Look) -> tuple[RenderableType, ...]:
    return (
        _inner(criterion.id, look),
        "-" if criterion.value is None else f"{criterion.value:.4g}",
        "-" if criterion.rating is None else f"{criterion.rating:g}",
        f"{criterion.weight:g}" if criterion.weight else "beside",
        look.text(criterion.explanation),
    )


def _inner(name: str, look: Look) -> RenderableType:
    return Padding(look.text(name), (0, 0, 0, 2))


def _overall(report: Report, look: Look) -> tuple[RenderableType, ...]:
    value = report.rating.value
    shown = Text("-" if value is None else f"{value:g}", style=f"bold {rating_style(report.rating)}")
    how = _sum(((d.rating.value, d.weight) for d in report.dimensions), value)
    return look.text("overall", "bold"), "", shown, "", look.text(how)


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
