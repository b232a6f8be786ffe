"""What is printed on pages beside the article: running heads and feet, page numbers, line numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from healthscore.reading.pdf.page import Line, Page, Word, lines_of
from healthscore.reading.pdf.style import ENDS

_ROWS = 3  # from the top and from the bottom of a page, among which heads and feet are looked for
_APART = 2.0  # of the size of the type: how far from the text what is no text stands
_LONGEST_HEAD = 100  # characters
_SAME_PLACE = 4  # points
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—\[(\s]*+(?:(?:page|pg\.?|p\.)\s*+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*+(?:of|/|\|)\s*+\d{1,4})?[-–—\])\s]*",
    re.IGNORECASE,
)
_FEWEST_NUMBERED = 5  # lines of a page, before numbers beside them are believed to count them


def without_furniture(pages: Sequence[Page]) -> tuple[list[Page], list[str]]:
    """The pages without it, and in words what was left out."""
    pages, numbered = _without_line_numbers(pages)
    rows = {page.number: lines_of(page.words, page.number) for page in pages}
    repeated = _repeated(rows)
    notes = _told(repeated, rows)
    result = []
    for page in pages:
        gone = {(word.x0, word.y) for line in _left_out(rows[page.number], repeated) for word in line.words}
        result.append(Page(page.number, [word for word in page.words if (word.x0, word.y) not in gone]))
    return result, [*notes, *(["line numbers were left out"] if numbered else [])]


def _left_out(lines: Sequence[Line], repeated: Mapping[str, Counter[int]]) -> Iterator[Line]:
    """Heads, feet and page numbers of a page."""
    for line in _edges(lines):
        if _is_repeated(line, repeated) or _is_page_number(line, lines) or _is_lone_head(line, lines):
            yield line


def _edges(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:_ROWS], *lines[max(len(lines) - _ROWS, _ROWS) :]]


def _key(line: Line) -> str:
    """A line as it would be on another page: page numbers and dates differ."""
    return _DIGITS.sub("#", line.text)


def _repeated(rows: Mapping[int, Sequence[Line]]) -> dict[str, Counter[int]]:
    """Lines that stand at the same place near the edge of two pages or more: the words and the places."""
    seen: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, lines in rows.items():
        for line in _edges(lines):
            seen[_key(line)][_place(line)].add(number)
    found = {}
    for key, places in seen.items():
        often = Counter({place: len(pages) for place, pages in places.items() if len(pages) > 1})
        if often and any(map(str.isalpha, key)):
            found[key] = often
    return found


def _place(line: Line) -> int:
    return round(line.y / _SAME_PLACE)


def _is_repeated(line: Line, repeated: Mapping[str, Counter[int]]) -> bool:
    places = repeated.get(_key(line), ())
    return any(_place(line) + step in places for step in (-1, 0, 1))


def _is_page_number(line: Line, lines: Sequence[Line]) -> bool:
    """A number alone on the outermost line of a page, apart from the text."""
    return _PAGE_NUMBER.fullmatch(line.text) is not None and _is_apart(line, lines)


def _is_lone_head(line: Line, lines: Sequence[Line]) -> bool:
    """A short line on top of a later page, apart from the text, that is neither a heading nor the end of a sentence."""
    return (
        line is lines[0]
        and line.page > 1
        and _is_apart(line, lines)
        and not line.bold
        and line.size <= lines[1].size
        and not line.text.endswith(ENDS)
        and len(line.text) <= _LONGEST_HEAD
    )


def _is_apart(line: Line, lines: Sequence[Line]) -> bool:
    """Whether it is the first or last line of a page, with more than the space of a paragraph to the next."""
    if len(lines) < 2 or line not in (lines[0], lines[-1]):
        return False
    neighbour = lines[1] if line is lines[0] else lines[-2]
    return abs(neighbour.y - line.y) > _APART * neighbour.size


def _told(repeated: Mapping[str, Counter[int]], rows: Mapping[int, Sequence[Line]]) -> list[str]:
    shown: dict[str, str] = {}
    for lines in rows.values():
        for line in _edges(lines):
            if _is_repeated(line, repeated) or _is_lone_head(line, lines):
                shown.setdefault(_key(line), line.text)
    quoted = ", ".join(f"“{text[:60]}”" for text in [*shown.values()][:4])
    if not shown:
        return []
    return [f"running heads or feet were left out: {quoted}"]


def _without_line_numbers(pages: Sequence[Page]) -> tuple[list[Page], bool]:
    result = []
    for page in pages:
        numbers = _line_numbers(page.words)
        gone = set(map(id, numbers))
        result.append(Page(page.number, [word for word in page.words if id(word) not in gone]))
    return result, any(len(new.words) < len(old.words) for new, old in zip(result, pages, strict=True))


def _line_numbers(words: Sequence[Word]) -> list[Word]:
    """The numbers that count the lines of a page, left of everything else."""
    numbers = [word for word in words if word.text.isascii() and word.text.isdigit() and len(word.text) < 5]
    others = [word.x0 for word in words if not word.text.isdigit()]
    if len(numbers) < _FEWEST_NUMBERED or not others:
        return []
    outside = sorted((word for word in numbers if word.x1 < min(others)), key=lambda word: -word.y)
    steps = Counter(_differences(int(word.text) for word in outside))
    if len(outside) < _FEWEST_NUMBERED or len(steps) != 1 or next(iter(steps)) not in (1, 2, 5, 10):
        return []
    return outside


def _differences(values: Iterable[int]) -> Iterator[int]:
    before = None
    for value in values:
        if before is not None:
            yield value - before
        before = value
