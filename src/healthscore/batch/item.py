"""One article on its way to a worker, and what will not get there."""

from __future__ import annotations

from msgspec import Struct

from healthscore.errors import HealthscoreError


class Item(Struct, frozen=True):
    """An article to be scored: what it is called, and the bytes of its file or the text of a corpus."""

    source: str
    content: bytes | str


class LeftOut(Struct, frozen=True):
    """What healthscore wrote itself, which is no article."""

    source: str


class Refused(Struct, frozen=True):
    """What could not even be read, and why."""

    source: str
    error: HealthscoreError
