"""How the number came about, as a table on a terminal."""

from __future__ import annotations

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from healthscore.report.look import Look, rating_style
from healthscore.report.model import Report
from healthscore.report.sums import Line, sums


def arithmetic(report: Report, look: Look) -> list[RenderableType]:
    """A table of all dimensions' criteria, and the overall rating as a sum."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("criterion", max_width=36, overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    table.add_column("rating", justify="right", no_wrap=True)
    table.add_column("weight", justify="right", no_wrap=True)
    table.add_column("because", ratio=1)
    for line in sums(report):
        if line.total is not None:
            table.add_section()
        dim = line.kind == "criterion" and line.rating == "-"
        table.add_row(*_cells(line, look), style="dim" if dim else "")
    heading = Rule(Text("how the number came about"), align="left", style="dim", characters=look.line)
    return [heading, "", Padding(table, (0, 0, 0, 2)), ""]


def _cells(line: Line, look: Look) -> tuple[RenderableType, ...]:
    name = look.text(line.name, "bold" if line.total else "")
    rating = look.text(line.rating, f"bold {rating_style(line.total)}" if line.total else "")
    return (
        name if line.total else Padding(name, (0, 0, 0, 2)),
        line.value,
        rating,
        line.weight,
        look.text(line.because),
    )
