"""Rows of tables: lines of cells that stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from healthscore.reading.pdf.page import Line, Word, cells_of
from healthscore.reading.pdf.style import follows

Row = list[list[Word]]

_GAP = 0.9  # of the size of the type, between cells
_SURE_GAP = 1.5  # wide enough for two rows to be a table
_ALIGNED = 4.0  # points
_FARTHEST = 3.5  # of the size of the type: the distance of rows


def rows_of(lines: Sequence[Line]) -> dict[int, Row | None]:
    """The cells of each line that begins a row of a table, by its index; None for one that goes on with it."""
    rows: dict[int, Row | None] = {}
    start = 0
    while start < len(lines):
        end = _end_of_table(lines, start)
        if end - start > 1:
            rows |= _table(lines, start, end)
        start = max(end, start + 1)
    return rows


def _cells(line: Line) -> list[tuple[Word, ...]]:
    return cells_of(line, _GAP * line.size)


def _end_of_table(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of the table that begins here; ``start`` where none does."""
    if len(_cells(lines[start])) < 2 or _is_listed(lines[start]):
        return start
    places = [cell[0].x0 for cell in _cells(lines[start])]
    end, rows = start + 1, 1
    while end < len(lines) and _is_near(lines[end - 1], lines[end]):
        cells = _cells(lines[end])
        fitting = sum(_fits(cell, places) for cell in cells)
        if len(cells) > 1 and fitting > 1 and not _is_listed(lines[end]):
            rows += 1
        elif fitting < len(cells) or abs(cells[0][0].x0 - places[0]) < _ALIGNED:
            break
        end += 1
    sure = all(len(cells_of(line, _SURE_GAP * line.size)) > 1 for line in lines[start:end])
    return end if rows > 2 or (rows > 1 and sure) else start


def _is_listed(line: Line) -> bool:
    """Whether the first cell is a bullet or the number of an item."""
    first = _cells(line)[0]
    return len(first) == 1 and (not any(map(str.isalnum, first[0].text)) or first[0].text[-1:] in ".)")


def _is_near(before: Line, line: Line) -> bool:
    return follows(before, line) and before.y - line.y < _FARTHEST * line.size


def _fits(cell: Sequence[Word], places: Sequence[float]) -> bool:
    return any(abs(cell[0].x0 - place) < _ALIGNED for place in places)


def _table(lines: Sequence[Line], start: int, end: int) -> dict[int, Row | None]:
    rows: dict[int, Row | None] = {}
    places = [cell[0].x0 for cell in _cells(lines[start])]
    row: Row = []
    for at in range(start, end):
        cells = [list(cell) for cell in _cells(lines[at])]
        if at > start and abs(cells[0][0].x0 - places[0]) >= _ALIGNED and len(row) > 1:
            for cell in cells:
                _below(row, cell).extend(cell)
            rows[at] = None
        else:
            row = cells
            rows[at] = row
    return rows


def _below(row: Row, cell: Sequence[Word]) -> list[Word]:
    """The cell of a row under which a piece of text stands."""
    return min(row, key=lambda above: abs(above[0].x0 - cell[0].x0))
