"""Words on pages and the lines that they make. Places are in points, from the lower left corner of a page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_MARKER = re.compile(r"[\d,–-]*\d[\d,–-]*")
BOLD, GLUED = 1, 2  # flags of a word, as the child process sets them

_SAME_LINE = 0.3  # of the size of the type: how far apart baselines of one line may be
_SMALL = 0.85  # of the size of the line: smaller type is raised or lowered, if it is on the line at all
_RAISED = 0.6  # of the size of the line: how far small type may be raised or lowered


class Word(NamedTuple):
    """A word, its edges, its baseline, the size of its type and the address of the link that it stands in."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    flags: int = 0
    target: str = ""

    @property
    def bold(self) -> bool:
        """Whether it is set in bold type."""
        return bool(self.flags & BOLD)


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in any order; ``number`` counts from 1."""

    number: int
    words: Sequence[Word]


@dataclass(frozen=True, slots=True)
class Line:
    """Words from left to right, and the edges ``left`` and ``right`` of the column that they stand in."""

    words: tuple[Word, ...]
    page: int
    y: float
    size: float
    left: float = 0.0
    right: float = 0.0

    @property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where the last word ends."""
        return self.words[-1].x1

    @property
    def text(self) -> str:
        """The words with spaces where there are any on the page."""
        joined = "".join(word.text if word.flags & GLUED else f" {word.text}" for word in self.words)
        return joined.strip()

    @property
    def bold(self) -> bool:
        """Whether all of it is set in bold type."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))


def pages_of(answer: dict[str, Any]) -> list[Page]:
    """The pages in an answer of the child process."""
    return [
        Page(page["number"], _linked([Word(*word) for word in page["words"]], page["links"]))
        for page in answer["pages"]
    ]


def _linked(words: list[Word], links: Sequence[Sequence[Any]]) -> list[Word]:
    for left, bottom, right, top, target in links:
        for at, word in enumerate(words):
            middle = (word.x0 + word.x1) / 2
            if left <= middle <= right and bottom <= word.y + 0.25 * word.size <= top:
                words[at] = word._replace(target=target)
    return words


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Words by their baselines, from the top; small raised figures stand on the line of their neighbours."""
    rows: dict[float, list[Word]] = {}
    places: list[float] = []
    for word in sorted(words, key=lambda word: (-round(word.size), -word.y, word.x0)):
        row = _row(places, rows, word)
        if row is None:
            places.insert(bisect_left(places, word.y), word.y)
            rows[word.y] = [word]
        else:
            rows[row].append(word)
    return [_line(rows[y], y, page) for y in reversed(places)]


def _row(places: Sequence[float], rows: dict[float, list[Word]], word: Word) -> float | None:
    """The baseline of the row that a word belongs to."""
    at = bisect_left(places, word.y)
    near = sorted(places[max(at - 1, 0) : at + 1], key=lambda y: abs(y - word.y))
    for y in near:
        size = rows[y][0].size
        reach = _RAISED if word.size < _SMALL * size else _SAME_LINE
        if abs(y - word.y) <= reach * size and (reach == _SAME_LINE or _touches(rows[y], word)):
            return y
    return None


def _touches(row: Sequence[Word], word: Word) -> bool:
    """Whether a word stands right beside one of a row."""
    near = 0.5 * row[0].size
    return any(abs(word.x0 - other.x1) < near or abs(other.x0 - word.x1) < near for other in row)


def _line(words: list[Word], y: float, page: int) -> Line:
    words = sorted(words, key=lambda word: word.x0)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = max(sizes, key=lambda size: (sizes[size], size))
    words = [_raised(word, y, size) for word in words]
    return Line(tuple(words), page, y, size, words[0].x0, max(word.x1 for word in words))


def _raised(word: Word, y: float, size: float) -> Word:
    """The word in superscript figures where it stands as such: what tells "10¹" from "101"."""
    if word.size > _SMALL * size or word.y < y + 0.15 * size or not _MARKER.fullmatch(word.text):
        return word
    return word._replace(text=word.text.translate(_SUPERSCRIPTS))


def cells_of(line: Line, gap: float) -> list[tuple[Word, ...]]:
    """The words of a line, parted where they stand further apart than ``gap``."""
    cells: list[list[Word]] = []
    for word in line.words:
        if cells and word.x0 - cells[-1][-1].x1 <= gap:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [tuple(cell) for cell in cells]
