"""One article on its way to a worker, and what will not get there."""

from __future__ import annotations

from dataclasses import dataclass

from healthscore.errors import HealthscoreError


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be scored: what it is called, and the bytes of its file or the text of a corpus."""

    source: str
    content: bytes | str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What healthscore wrote itself, which is no article."""

    source: str


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not even be read, and why."""

    source: str
    error: HealthscoreError
