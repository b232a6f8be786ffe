"""The order in which a page is read: which lines stand side by side in columns, and which run across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from healthscore.reading.pdf.page import Line, Page, Word, cells_of, lines_of

_GUTTER = 0.8  # of the size of the type: no space between words of a line is that wide, but by chance
_STEP = 2.0  # points between the places where a gutter is looked for
_MARGIN = 0.2  # of the width: nearer to the edges there is no gutter
_FEWEST_LINES = 3  # in the left column, and one less in the right one
_FULL = 0.6  # of the width of a column: what most of its lines fill; cells of a table do not
_PROSE = 20  # characters of a line of a column on average
_NEXT_LINE = 1.6  # of the size of the type: lines of a paragraph are no further apart
_SHORT = 0.45  # of the line above
_DEEPEST = 2  # columns within columns: up to four side by side


def lines_in_order(page: Page) -> tuple[list[Line], bool]:
    """The lines of a page as they are read, each with the edges of its column; and whether there were columns."""
    lines = list(_ordered(page.words, page.number, _DEEPEST))
    return lines, len({(line.left, line.right) for line in lines}) > 1


def _ordered(words: Sequence[Word], page: int, depth: int) -> Iterator[Line]:
    lines = lines_of(words, page)
    left, right = min((w.x0 for w in words), default=0.0), max((w.x1 for w in words), default=0.0)
    gutter = _gutter(lines, left, right) if depth else None
    band: list[Line] = []
    across: Line | None = None
    for line in lines:
        if gutter is None or _runs_across(line, gutter) or _ends_it(across, line):
            yield from _columns(band, gutter, page, depth, left, right)
            band, across = [], line
            yield replace(line, left=left, right=right)
        else:
            band.append(line)
            across = None
    yield from _columns(band, gutter, page, depth, left, right)


def _columns(
    band: Sequence[Line], gutter: float | None, page: int, depth: int, left: float, right: float
) -> Iterator[Line]:
    """The lines between two that run across: column after column, or row after row where they are none."""
    if gutter is not None and _are_columns(band, gutter):
        for side in _sides(band, gutter):
            yield from _ordered(side, page, depth - 1)
        return
    for line in band:
        yield replace(line, left=left, right=right)


def _gutter(lines: Sequence[Line], left: float, right: float) -> float | None:
    """The place that the fewest lines run across, if there are columns on either side of it."""
    width = right - left
    steps = int(width * (1 - 2 * _MARGIN) / _STEP)
    if steps < 1:
        return None
    places = [left + width * _MARGIN + _STEP * step for step in range(steps)]
    pieces = [piece for line in lines for piece in cells_of(line, _GUTTER * line.size)]
    crossed = [0] * (steps + 1)
    for piece in pieces:
        first = int((piece[0].x0 - places[0]) / _STEP) + 1
        last = int((piece[-1].x1 - places[0]) / _STEP) + 1
        if last > 0 and first < steps:
            crossed[max(first, 0)] += 1
            crossed[min(last, steps)] -= 1
    for step in range(1, steps):
        crossed[step] += crossed[step - 1]
    fewest = min(crossed[:steps])
    best = _longest_run(crossed[:steps], fewest)
    gutter = places[(best[0] + best[1]) // 2]
    return gutter if any(_are_columns(band, gutter) for band in _bands(lines, gutter)) else None


def _longest_run(values: Sequence[int], wanted: int) -> tuple[int, int]:
    """The first and last index of the longest run of a value."""
    best, start = (0, -1), None
    for at, value in enumerate([*values, wanted + 1]):
        if value == wanted and start is None:
            start = at
        elif value != wanted and start is not None:
            best = max(best, (start, at - 1), key=lambda run: run[1] - run[0])
            start = None
    return best


def _bands(lines: Sequence[Line], gutter: float) -> list[list[Line]]:
    bands: list[list[Line]] = [[]]
    for line in lines:
        if _runs_across(line, gutter):
            bands.append([])
        else:
            bands[-1].append(line)
    return bands


def _runs_across(line: Line, gutter: float) -> bool:
    return any(piece[0].x0 < gutter < piece[-1].x1 for piece in cells_of(line, _GUTTER * line.size))


def _ends_it(across: Line | None, line: Line) -> bool:
    """Whether a line is the short last one of what runs across the columns."""
    return (
        across is not None
        and abs(across.size - line.size) < 0.5
        and across.y - line.y < _NEXT_LINE * line.size
        and len(cells_of(line, _GUTTER * line.size)) == 1
        and line.x1 - line.x0 < _SHORT * (across.x1 - across.x0)
    )


def _sides(band: Sequence[Line], gutter: float) -> tuple[list[Word], list[Word]]:
    words = [word for line in band for word in line.words]
    return [w for w in words if w.x0 < gutter], [w for w in words if w.x0 >= gutter]


def _are_columns(band: Sequence[Line], gutter: float) -> bool:
    """Whether the lines of a band are two columns of text, not the cells of a table."""
    sides = [lines_of(side, 0) for side in _sides(band, gutter)]
    if len(sides[0]) < _FEWEST_LINES or len(sides[1]) < _FEWEST_LINES - 1:
        return False
    return all(_is_text(side) for side in sides)


def _is_text(lines: Sequence[Line]) -> bool:
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    filled = median((line.x1 - line.x0) / max(right - left, 1) for line in lines)
    characters = sum(len(word.text) + 1 for line in lines for word in line.words)
    return filled >= _FULL and characters >= _PROSE * len(lines)
