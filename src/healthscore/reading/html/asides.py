"""Lines beside an article that may tell who wrote it and when: bylines, and dates at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from healthscore.reading.html.node import INLINE, Node, text_of, walk
from healthscore.reading.html.weighing import RUN
from healthscore.reading.metadata import has_date

_LONGEST_LINE = 200  # characters
_MOST_LINES = 200


def byline_lines(telling: Sequence[Node]) -> list[str]:
    """The lines of parts that the markup calls bylines."""
    return [line for node in telling for line in _lines(node)]


def dated_lines(around: Sequence[Node]) -> list[str]:
    """Of footers and the like the one line that says when the page was changed; of several, none is the page's."""
    lines: list[str] = []
    for node in around:
        dated: list[str] = []
        for line in filter(has_date, _lines(node)):
            if not any(inner in line for inner in dated):
                dated.append(line)
        lines += dated if len(dated) == 1 else []
    return lines


def _lines(root: Node) -> Iterator[str]:
    """The text of each short element, the outer ones after the inner."""
    seen = []
    for number, node in enumerate(walk(root)):
        if number >= _MOST_LINES:
            break
        if node.tag not in INLINE or node.tag in ("time", "span", "a"):
            text = text_of(node)
            if 0 < len(text) <= _LONGEST_LINE and len(text.split()) < 4 * RUN:
                seen.append(text)
    yield from dict.fromkeys(reversed(seen))
