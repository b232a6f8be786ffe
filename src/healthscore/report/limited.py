"""A document of which its readers take only so much."""

from __future__ import annotations

from msgspec import Struct


class Limited(Struct, frozen=True):
    """The document, and in words what was left out to stay within its limits."""

    text: str
    left_out: tuple[str, ...] = ()
