"""Lines of text, and which of them one paragraph was broken into by an editor's right margin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from healthscore.reading.draft import trim

_LONGEST_MARGIN = 120  # nobody wraps wider than this
_SHORTEST_WRAPPED = 40  # a shorter line may be a list entry that happens to go on in lower case
_LONGEST_LABEL = 60  # of a line without a stop that stands for itself: "Key points"
_STOPS = (".", "!", "?", ":", ";", '."', ".”", '?"', "?”", '!"', "!”")


class Line(NamedTuple):
    """The characters ``[start, end)`` of a line without white space at its edges."""

    start: int
    end: int


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Every line of a part of the text, blank ones too (``start == end``)."""
    lines = []
    for line in text[start:end].split("\n"):
        lines.append(Line(*trim(text, start, start + len(line))))
        start += len(line) + 1
    return lines


def margin(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which a text's lines were wrapped, or None where a line is a paragraph.

    Wrapped text shows itself by full lines that break off in mid-sentence and go on in lower case.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.start < a.end and b.start < b.end]
    broken = sum(_goes_on(text, a, b) for a, b in pairs)
    if not pairs or broken < 0.2 * len(pairs):
        return None
    return max((a.end - a.start for a, _ in pairs if a.end - a.start <= _LONGEST_MARGIN), default=None)


def continues(text: str, line: Line, following: Line, width: int | None) -> bool:
    """Whether the following line belongs to the same paragraph, in a text wrapped at ``width``."""
    if width is None:
        return False
    if _goes_on(text, line, following):
        return True
    first_word = text[following.start : following.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(first_word) > width - 2


def parts_at(text: str, line: Line, following: Line, width: int | None) -> bool:
    """Whether a new paragraph begins at a line end inside a paragraph of Markdown.

    By the letter of Markdown it never does, but pages with one paragraph a line are common.
    """
    if continues(text, line, following, width):
        return False
    if text.startswith("  ", line.end) or text.endswith("\\", line.start, line.end):
        return True
    length = line.end - line.start
    if text[line.start : line.end].endswith(_STOPS):
        return length > _LONGEST_MARGIN
    return length <= _LONGEST_LABEL and not text[following.start].islower()


def _goes_on(text: str, line: Line, following: Line) -> bool:
    length = line.end - line.start
    return (
        _SHORTEST_WRAPPED <= length <= _LONGEST_MARGIN
        and text[following.start].islower()
        and not text[line.start : line.end].endswith(_STOPS)
    )
