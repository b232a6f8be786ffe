"""A number in a sentence, and one that cannot be squared with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_FEW_YEARS = 70  # more years than this are past what a life has room for


@dataclass(frozen=True)
class Quantity:
    """The lowest and the highest number that a phrase such as "2 to 6" names."""

    low: float
    high: float

    @classmethod
    def of(cls, phrase: str) -> Quantity | None:
        """The quantity of a phrase in figures or in one word, or None where there is no number in it."""
        if phrase in _WORDS:
            return cls(*[float(_WORDS.index(phrase) + 2)] * 2)
        found = [float(number.replace(",", "")) for number in _NUMBER.findall(phrase)]
        return cls(min(found), max(found)) if found and min(found) > 0 else None

    def less(self) -> str | None:
        """About a fifth of it, or None where the number is too small for that."""
        return _figure(max(2.0, self.low / 5)) if self.low >= 6 else None

    def more(self, unit: str = "") -> str | None:
        """Some five times as much, or None where a lifetime would not be long enough."""
        much = self.high * 5
        return None if unit.startswith("year") and much > _FEW_YEARS else _figure(much)

    def later(self) -> str | None:
        """An age well past this one."""
        age = max(self.high + 40, self.high * 3)
        return _figure(age) if age <= _FEW_YEARS else None

    def more_in_words(self) -> str:
        """At least twice as many, as a word."""
        return {2: "seven", 3: "eight", 4: "nine"}.get(int(self.high), "two")

    def share(self, out_of: float = 100) -> str:
        """The subject of "are": a share of a group on the other side of the half."""
        return "no more than 3 percent" if self._percent(out_of) > 45 else "at least 90 percent"

    def percent(self, out_of: float = 100) -> str:
        """A percentage on the other side of the half."""
        return "2 percent" if self._percent(out_of) > 45 else "90 percent"

    def _percent(self, out_of: float) -> float:
        return 100 * self.high / out_of


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 5 else f"{number:.1f}".removesuffix(".0")
