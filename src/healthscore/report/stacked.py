"""Rows of a few short cells, for a page that is too narrow for a column of reasons beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

LEAST = 20  # characters: a narrower column of reasons is no longer read
GAP = 2
_IN = 4


class Row(Struct, frozen=True):
    """A name, the short cells to its right, which are never cut, and the reason for them."""

    name: Text
    cells: tuple[Text, ...]
    reason: Text
    indent: int = 0


def room(rows: Iterable[Row], width: int) -> int:
    """How much of the width the names, indented, and the cells leave to the reasons."""
    found = list(rows)
    return width - sum(wide + GAP for wide in (widest_name(found), *widths_of(found)))


def widest_name(rows: Iterable[Row]) -> int:
    """The width of the longest name, indented."""
    return max(row.indent + row.name.cell_len for row in rows)


def stacked(rows: Iterable[Row], width: int, *, left: int = 0) -> RenderableType:
    """Each row in a line, its reason in lines of its own below; the last ``left`` cells begin at the left."""
    found = list(rows)
    widths = widths_of(found)
    names = width - sum(wide + GAP for wide in widths)
    return Group(*_lines([_folded(row, names) for row in found], widths, left))


def _folded(row: Row, width: int) -> Row:
    """The row with its name in lines of that width, which end at a hyphen or a space if they can."""
    lines = wrap(row.name.plain, max(width - row.indent, 1))
    return replace(row, name=Text("\n".join(lines), style=row.name.style))


def _lines(rows: list[Row], widths: list[int], left: int) -> Iterator[RenderableType]:
    for row in rows:
        grid = Table.grid(padding=(0, GAP, 0, 0), expand=True)
        grid.add_column(ratio=1, overflow="fold")
        for rank, width in enumerate(widths):
            grid.add_column(width=width, justify="left" if rank >= len(widths) - left else "right")
        grid.add_row(Padding(row.name, (0, 0, 0, row.indent)), *row.cells)
        yield grid
        if row.reason:
            yield Padding(row.reason, (0, 0, 0, _IN))


def widths_of(rows: Sequence[Row]) -> list[int]:
    """The widths that the cells need, one after another."""
    return [
        max(cell_len(cell.plain) for cell in column) for column in zip(*(r.cells for r in rows), strict=True)
    ]
