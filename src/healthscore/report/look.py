"""How reports look on a terminal: signs, colours and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rich.box import ASCII, ROUNDED, Box
from rich.console import ConsoleOptions
from rich.text import Text

from healthscore.checks.base import Severity
from healthscore.report.words import clean

if TYPE_CHECKING:
    from healthscore.rubric.rating import Rating

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}

_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "×": "x", "≤": "<="}
    | {"·": "-", "\xa0": " "}
)


class Look(Struct, frozen=True):
    """The signs of one terminal: those of Unicode, or of ASCII where the encoding has no others."""

    unicode: bool = True

    @classmethod
    def of(cls, options: ConsoleOptions) -> Look:
        """The look that a console's encoding allows."""
        return cls(unicode=not options.ascii_only)

    @property
    def line(self) -> str:
        """What a horizontal line is made of."""
        return "─" if self.unicode else "-"

    @property
    def box(self) -> Box:
        """The frame of a table with frames."""
        return ROUNDED if self.unicode else ASCII

    def text(self, said: str, style: str = "") -> Text:
        """Words of the article or the report, safe on a terminal and never read as markup."""
        return Text(self.fold(clean(said)), style=style)

    def fold(self, said: str) -> str:
        """Our own typography in ASCII, where there is nothing else."""
        return said if self.unicode else said.translate(_FOLDED)

    def bar(self, rating: Rating, width: int) -> Text:
        """A rating's place on its scale; at least one cell, so that a bar is seen to be one."""
        full, empty = ("█", "░") if self.unicode else ("#", ".")
        if rating.value is None:
            return Text(empty * width, style="dim")
        low, high = rating.scale
        cells = min(max(round(width * (rating.value - low) / (high - low)), 1), width)
        return Text(full * cells, style=rating_style(rating)) + Text(empty * (width - cells), style="dim")


def rating_style(rating: Rating) -> str:
    """Red for the lower two fifths of the scale, yellow for the middle one, green above."""
    if rating.value is None:
        return "dim"
    low, high = rating.scale
    place = (rating.value - low) / (high - low)
    return "red" if place < 0.4 else "yellow" if place < 0.6 else "green"
