"""Words on pages and the lines that they make. Places are in points, from the lower left corner of a page."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_RAISED_FIGURES = tuple("⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKER = re.compile(r"[\d,–-]*\d[\d,–-]*")
BOLD, GLUED = 1, 2  # flags of a word, as the child process sets them

_TOUCHING = 0.1  # of the size of the line: no space is as narrow
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


class Page(Struct, frozen=True):
    """The words of a page in any order; ``number`` counts from 1."""

    number: int
    words: Sequence[Word]


class Line(Struct, frozen=True):
    """Words from left to right, and the edges ``left`` and ``right`` of the column that they stand in.

    ``text`` is the words with spaces where there are any on the page.
    """

    words: tuple[Word, ...]
    text: str
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
    def bold(self) -> bool:
        """Whether all of it is set in bold type."""
        return all(word.bold for word in self.words if any(map(str.isalnum, word.text)))


def pages_of(answer: dict[str, Any]) -> list[Page]:
    """The pages in an answer of the child process."""
    return [
        Page(page["number"], [_word(page["targets"], word) for word in page["words"]])
        for page in answer["pages"]
    ]


def _word(targets: Sequence[str], values: Sequence[Any]) -> Word:
    text, x0, x1, y, size, flags, target = values
    return Word(text, x0, x1, y, size, flags, targets[target] if target >= 0 else "")


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Words by their baselines, from the top; small raised figures stand on the line of their neighbours."""
    rows: dict[float, _Row] = {}
    places: list[float] = []
    for word in sorted(words, key=lambda word: (-round(word.size), -word.y, word.x0)):
        row = _row(places, rows, word)
        if row is None:
            places.insert(bisect_left(places, word.y), word.y)
            row = rows[word.y] = _Row(word.size)
        row.add(word)
    return [_line(rows[y].words, y, page) for y in reversed(places)]


class _Row:
    """Words on one baseline, while they are gathered; ``edges`` are where they begin and end, in order."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.words: list[Word] = []
        self.edges: list[float] = []

    def add(self, word: Word) -> None:
        self.words.append(word)
        insort(self.edges, word.x0)
        insort(self.edges, word.x1)

    def touches(self, word: Word) -> bool:
        """Whether a word stands right beside one that is there."""
        near = 0.5 * self.size
        at = bisect_left(self.edges, word.x0 - near)
        return at < len(self.edges) and self.edges[at] < word.x1 + near


def _row(places: Sequence[float], rows: dict[float, _Row], word: Word) -> _Row | None:
    """The row that a word belongs to."""
    at = bisect_left(places, word.y)
    for y in sorted(places[max(at - 1, 0) : at + 1], key=lambda y: abs(y - word.y)):
        row, away = rows[y], abs(y - word.y)
        if away <= _SAME_LINE * row.size:
            return row
        if word.size < _SMALL * row.size and away <= _RAISED * row.size and row.touches(word):
            return row
    return None


def _line(words: list[Word], y: float, page: int) -> Line:
    words = sorted(words, key=lambda word: word.x0)
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = max(sizes, key=lambda size: (sizes[size], size))
    words = _glued([_raised(word, y, size) for word in words], size)
    joined = "".join(word.text if word.flags & GLUED else f" {word.text}" for word in words).strip()
    return Line(tuple(words), joined, page, y, size, words[0].x0, max(word.x1 for word in words))


def _raised(word: Word, y: float, size: float) -> Word:
    """The word in superscript figures where it stands as such: what tells "10¹" from "101"."""
    if word.size > _SMALL * size or word.y < y + 0.15 * size or not _MARKER.fullmatch(word.text):
        return word
    return word._replace(text=word.text.translate(_SUPERSCRIPTS))


def _glued(words: list[Word], size: float) -> list[Word]:
    """The words, with those that follow a raised figure without a space marked as such: PDFium puts one there."""
    for at in range(1, len(words)):
        before, word = words[at - 1], words[at]
        if before.text[-1:] in _RAISED_FIGURES and word.x0 - before.x1 < _TOUCHING * size:
            words[at] = word._replace(flags=word.flags | GLUED)
    return words


def cells_of(line: Line, gap: float) -> list[tuple[Word, ...]]:
    """The words of a line, parted where they stand further apart than ``gap``."""
    cells: list[list[Word]] = []
    for word in line.words:
        if cells and word.x0 - cells[-1][-1].x1 <= gap:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [tuple(cell) for cell in cells]
