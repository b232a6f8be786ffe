"""Rows of tables: lines of cells that stand one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from healthscore.reading.pdf.page import Line, Word, cells_of
from healthscore.reading.pdf.style import follows

Row = list[list[Sequence[Word]]]  # cells, each with its lines

_GAP = 0.9  # of the size of the type, between cells
_SURE_GAP = 1.5  # wide enough for two rows to be a table
_ALIGNED = 4.0  # points
_MOST_WORDS = 4  # of a row, for each column: more is a line of text
_SAME_SIZE = 0.1
_MOST_CELLS = 40  # of a row, and places where cells begin
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
    if not 1 < len(_cells(lines[start])) <= _MOST_CELLS or _is_listed(lines[start]):
        return start
    places = [cell[0].x0 for cell in _cells(lines[start])]
    end, rows = start + 1, [lines[start]]
    while end < len(lines) and _is_near(lines[end - 1], lines[end]):
        cells = _cells(lines[end])
        if _is_row(lines[end], places):
            rows.append(lines[end])
            places += [cell[0].x0 for cell in cells if not _fits(cell, places)]
        elif not all(_fits(cell, places[1:]) for cell in cells):
            break
        end += 1
    sure = all(len(cells_of(row, _SURE_GAP * row.size)) > 1 for row in rows)
    return end if len(rows) > 2 or (len(rows) > 1 and sure) else start


def _is_row(line: Line, places: Sequence[float]) -> bool:
    """Whether a line begins where the first column of a table does, and another piece of it where another one does."""
    if _is_listed(line) or not _fits(line.words, places[:1]) or len(places) > _MOST_CELLS:
        return False
    aligned = [word for word in line.words if _fits([word], places[1:])]
    return bool(aligned) and len(line.words) <= _MOST_WORDS * len(places)


def _is_listed(line: Line) -> bool:
    """Whether the first cell is a bullet or the number of an item."""
    first = _cells(line)[0]
    return len(first) == 1 and (
        not any(map(str.isalnum, first[0].text)) or first[0].text.endswith((".", ")"))
    )


def _is_near(before: Line, line: Line) -> bool:
    near = follows(before, line) and before.y - line.y < _FARTHEST * line.size
    return near and abs(before.size - line.size) < _SAME_SIZE * line.size


def _fits(cell: Sequence[Word], places: Sequence[float]) -> bool:
    return any(abs(cell[0].x0 - place) < _ALIGNED for place in places)


def _table(lines: Sequence[Line], start: int, end: int) -> dict[int, Row | None]:
    places = _places(lines[start:end])
    rows: dict[int, Row | None] = {}
    row: Row = []
    for at in range(start, end):
        cells = _cut(lines[at], places)
        if at > start and row and not _fits(cells[0], places[:1]):
            for cell in cells:
                _above(row, cell).append(cell)
            rows[at] = None
        else:
            row = [[cell] for cell in cells]
            rows[at] = row
    return rows


def _places(lines: Sequence[Line]) -> list[float]:
    """Where the columns of a table begin: two cells or more of it do there."""
    starts = sorted(cell[0].x0 for line in lines for cell in _cells(line))
    groups: list[list[float]] = []
    for x in starts:
        if groups and x - groups[-1][0] < _ALIGNED:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [group[0] for group in groups if len(group) > 1]


def _cut(line: Line, places: Sequence[float]) -> list[list[Word]]:
    """The cells of a row; one that fills its column is parted from the next by where that begins."""
    cells: list[list[Word]] = []
    for piece in _cells(line):
        for number, word in enumerate(piece):
            if number == 0 or _fits([word], places):
                cells.append([])
            cells[-1].append(word)
    return cells


def _above(row: Row, cell: Sequence[Word]) -> list[Sequence[Word]]:
    """The cell of a row under which a piece of text stands."""
    return min(row, key=lambda lines: abs(lines[0][0].x0 - cell[0].x0))
