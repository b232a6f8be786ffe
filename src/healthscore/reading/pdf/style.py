"""What is usual in a document: the size of its text, the distance of its lines, how a paragraph begins."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from healthscore.reading.pdf.page import Line

ENDS = (".", "!", "?", ":", "…", ".”", '."', ".’", "?”", '?"', "!”", '!"', ".)", "?)")
INDENT = 0.6  # of the size of the type: what is set in further than this is set in on purpose

_USUAL = 1.2  # of the size of the type: the distance of lines where none can be measured
_WIDEST = 2.2  # of the size: lines further apart belong to different paragraphs in any case
_DEEPEST_INDENT = 4.0


class Style(Struct, frozen=True):
    """The size of the body text, the usual distance of lines by their size, and how paragraphs are parted."""

    body: float
    distances: dict[float, float]
    indents: bool

    def distance(self, line: Line) -> float:
        """How far below the line before it a line of this size usually stands."""
        return self.distances.get(round(line.size), _USUAL * line.size)


def style_of(lines: Sequence[Line]) -> Style:
    """The style of a document."""
    sizes: Counter[float] = Counter()
    distances: dict[float, list[float]] = defaultdict(list)
    for line in lines:
        sizes[line.size] += len(line.text)
    for before, line in _neighbours(lines):
        distance = before.y - line.y
        if distance < _WIDEST * line.size and abs(before.size - line.size) < 0.5:
            distances[round(line.size)].append(distance)
    usual = {size: _lower_middle(found) for size, found in distances.items()}
    body = max(sizes, key=lambda size: sizes[size], default=10.0)
    return Style(body, usual, _indents(lines, usual))


def follows(before: Line, line: Line) -> bool:
    """Whether a line stands below another in the same column."""
    return (
        before.page == line.page
        and before.y > line.y
        and abs(before.left - line.left) < 1
        and abs(before.right - line.right) < 1
    )


def ends(line: Line) -> bool:
    """Whether a sentence may end with this line."""
    return line.text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻, ").endswith(ENDS)


def is_cut_short(line: Line, following: Line, more: float = 1.0) -> bool:
    """Whether the next line's first word would have fitted on a line, and ``more`` times the size of its type."""
    first = following.words[0]
    return line.x1 + (first.x1 - first.x0) + more * line.size < line.right


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    return ((before, line) for before, line in pairwise(lines) if follows(before, line))


def _lower_middle(values: list[float]) -> float:
    """The middle of the lower three quarters: the distance of lines, not of paragraphs."""
    values = sorted(values)
    return median(values[: max(1, 3 * len(values) // 4)])


def _indents(lines: Sequence[Line], usual: dict[float, float]) -> bool:
    """Whether a paragraph is told by its first line being set in, not by the space above it."""
    set_in = spaced = 0
    for before, line in _neighbours(lines):
        if not ends(before) or not line.text[:1].isupper():
            continue
        distance = usual.get(round(line.size), _USUAL * line.size)
        if before.y - line.y > 1.25 * distance:
            spaced += 1
        elif INDENT * line.size < line.x0 - before.x0 < _DEEPEST_INDENT * line.size:
            set_in += 1
    return set_in >= 2 and set_in > spaced
