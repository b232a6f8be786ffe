"""What can be wrong with a rubric file, each with the place where a user mends it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from healthscore.errors import HealthscoreError

Location: TypeAlias = tuple[str | int, ...]
"""The keys and indices that lead to a value of a rubric file."""


class Problem(Struct, frozen=True):
    """One fault of a rubric file: the file as the user named it, the line from 1 (None: the file as a whole)."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """``file:line: message``."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


class RubricError(HealthscoreError):
    """A rubric that cannot be used; the text is the first problem and how many more there are."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem, in the order of the file."""
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """One line."""
        more = len(self.problems) - 1
        return f"{self.problems[0]}{f' (and {more} more)' if more else ''}"


class UnknownRubricError(HealthscoreError):
    """A name that no shipped rubric has."""

    def __init__(self, name: str, shipped: tuple[str, ...]) -> None:
        """Keep the name asked for and those there are."""
        super().__init__(name, shipped)
        self.name = name
        self.shipped = shipped

    def __str__(self) -> str:
        """One line: what is shipped, and how a file is given."""
        return (
            f"no rubric {shown(self.name)}{suggestion(self.name, self.shipped)} shipped: {', '.join(self.shipped)};"
            " a rubric file is given by its path, ending in .yaml or .yml"
        )


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """``"; did you mean 'x'?"`` where something allowed is spelt alike, otherwise ``";"``."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(allowed), n=1)
    return f"; did you mean {close[0]!r}?" if close else ";"


def shown(value: object) -> str:
    """A user's value on one line, short enough for a message."""
    if isinstance(value, tuple | list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:56]}...{text[0]}"
