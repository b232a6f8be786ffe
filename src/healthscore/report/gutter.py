"""Something said on a terminal, with a word for what it is to its left."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style

_NARROWEST = 9  # characters for the word
_GAP = 2
_DIM = Style(dim=True)


class Gutter(Struct, frozen=True):
    """A label and what is said beside it, ``indent`` characters in.

    Most of a report is written so. A grid of rich does the same in twice the time (``timeit``, three lines of text).
    """

    label: str
    said: RenderableType
    indent: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The label once, and below it a margin of its width."""
        taken = cell_len(self.label)
        left = max(taken, _NARROWEST)
        width = max(options.max_width - self.indent - left - _GAP, 1)
        lines = console.render_lines(
            self.said, options.update(width=width, justify="left", overflow="ellipsis", no_wrap=False)
        )
        margin = [Segment(" " * self.indent)] if self.indent else []
        gap = Segment(" " * _GAP, _DIM)
        beside = [*margin, Segment(self.label + " " * (left - taken), _DIM), gap]
        below = [*margin, Segment(" " * (left + _GAP), _DIM)]
        for line in lines:
            yield from beside
            yield from line
            yield Segment.line()
            beside = below
