"""How reports look on a terminal: signs, colours, bars, and text that is safe to show."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.box import ASCII, ROUNDED, Box
from rich.console import ConsoleOptions
from rich.text import Text

from healthscore.checks.base import Severity

if TYPE_CHECKING:
    from healthscore.rubric.rating import Rating

SEVERITY_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "note": "cyan"}

_ESCAPES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FOLDED = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "×": "x", "≤": "<="}
    | {"·": "-", "\xa0": " "}
)


@dataclass(frozen=True, slots=True)
class Look:
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


def clean(text: str) -> str:
    """One line without terminal escapes, control and direction characters or lone surrogates."""
    return " ".join(showable(text).split())


def showable(text: str) -> str:
    """The text, in its own lines, without what ``clean`` leaves out."""
    shown = _UNSHOWABLE.sub("", _ESCAPES.sub("", text))
    return _SURROGATES.sub("\ufffd", shown)


def shorten(text: str, width: int) -> str:
    """At most ``width`` characters: where there are more, the middle is left out, at a word's end if near."""
    if len(text) <= width:
        return text
    head = (width - 3) * 3 // 5
    tail = width - 3 - head
    return f"{first_words(text, head)} … {last_words(text, tail)}"


def first_words(text: str, width: int) -> str:
    """The beginning of a text, at most ``width`` characters."""
    if len(text) <= width:
        return text
    space = text.rfind(" ", width * 2 // 3, width + 1)
    return text[: space if space > 0 else _whole(text, width)].rstrip()


def last_words(text: str, width: int) -> str:
    """The end of a text, at most ``width`` characters."""
    if len(text) <= width:
        return text
    start = len(text) - width
    space = text.find(" ", start, start + width // 3 + 1)
    return text[space if space > 0 else _whole(text, start) :].lstrip()


def _whole(text: str, cut: int) -> int:
    """A cut that parts no character from the accents, joiners and selectors that belong to it."""
    while 0 < cut < len(text) and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f"):
        cut += 1
    return cut
