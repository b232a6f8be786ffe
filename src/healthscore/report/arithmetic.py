"""How the number came about, as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from healthscore.article import Article
from healthscore.report.look import Look, rating_style
from healthscore.report.model import Report
from healthscore.report.stacked import GAP, LEAST, Row, room, stacked, widest_name, widths_of
from healthscore.report.sums import Line, sums
from healthscore.report.where import where
from healthscore.report.words import clean, shorten

INDENT = 2
_HEADINGS = ("value", "rating", "weight")
_LONGEST_NAME = 36
_LONGEST_QUOTE = 120


def arithmetic(report: Report, look: Look, width: int, *, full: bool) -> list[RenderableType]:
    """A table of all dimensions' criteria, and the overall rating as a sum; ``full``: with what low ratings count."""
    lines = list(sums(report))
    headings = Row(Text("criterion", "dim"), tuple(Text(name, "dim") for name in _HEADINGS), Text())
    rows = [headings, *(_row(line, look) for line in lines)]
    if full:
        quoted = [
            _with_quotes(row, line, report.article, look) for row, line in zip(rows[1:], lines, strict=True)
        ]
        rows = [headings, *quoted]
    room_for_all = room(rows, width - INDENT) >= LEAST
    shown = _table(lines, rows, width - INDENT) if room_for_all else stacked(rows, width - INDENT)
    heading = Rule(Text("how the number came about"), align="left", style="dim", characters=look.line)
    return [heading, "", Padding(shown, (0, 0, 0, INDENT)), ""]


def _table(lines: Sequence[Line], rows: Sequence[Row], width: int) -> Table:
    """All rows, the headings first. The widths are given, for rich would measure every cell to find them."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    wide = [min(widest_name(rows), _LONGEST_NAME), *widths_of(rows)]
    table.add_column("criterion", width=wide[0], overflow="fold")
    for name, cell in zip(_HEADINGS, wide[1:], strict=True):
        table.add_column(name, width=cell, justify="right", no_wrap=True)
    table.add_column("because", width=width - sum(each + GAP for each in wide) - 1)
    for line, row in zip(lines, rows[1:], strict=True):
        if line.total is not None:
            table.add_section()
        table.add_row(Padding(row.name, (0, 0, 0, row.indent)), *row.cells, row.reason)
    return table


def _with_quotes(row: Row, line: Line, article: Article, look: Look) -> Row:
    """The row with the places of its line below the reason."""
    said = (f"{where(article, q.start)} “{shorten(clean(q.quote), _LONGEST_QUOTE)}”" for q in line.quotes)
    quotes = [look.text(words, "dim") for words in said]
    return replace(row, reason=Text("\n").join([row.reason, *quotes]))


def _row(line: Line, look: Look) -> Row:
    style = "bold" if line.total else "dim" if line.kind == "criterion" and line.rating == "-" else ""
    shade = f"{style} {rating_style(line.total)}" if line.total else style
    return Row(
        look.text(line.name, style),
        (Text(line.value, style), look.text(line.rating, shade), Text(line.weight, style)),
        look.text(line.because, "" if line.total else style),
        0 if line.total else INDENT,
    )
