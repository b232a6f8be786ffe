"""A sentence of a page in other words, by kind: the order, synonyms, the frame around it, or all of these."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Literal

from tasks.repetition.order import reordered
from tasks.repetition.wording import framed, plain, with_synonyms

Kind = Literal["order", "synonyms", "framing", "combined"]
KINDS: tuple[Kind, ...] = ("order", "synonyms", "framing", "combined")
FEWEST, LEAST = 2, 0.15  # words that synonyms must change: how many, and which share of the sentence


def reworded(sentence: str, kind: Kind, prose: str, draw: random.Random) -> str | None:
    """The sentence once more, or None where it cannot be said in this way."""
    text = plain(sentence)
    return None if text is None else _WAYS[kind](text, prose, draw)


def _order(text: str, prose: str, draw: random.Random) -> str | None:
    changed = reordered(text, prose, draw)
    return None if changed is None else f"{changed}."


def _synonyms(text: str, prose: str, draw: random.Random) -> str | None:
    changed, words = with_synonyms(text)
    return f"{changed}." if words >= max(FEWEST, LEAST * len(text.split())) else None


def _combined(text: str, prose: str, draw: random.Random) -> str | None:
    changed, words = with_synonyms(text)
    moved = reordered(changed, prose, draw) if words >= FEWEST else None
    return None if moved is None else framed(moved, prose, draw)


_WAYS: dict[Kind, Callable[[str, str, random.Random], str | None]] = {
    "order": _order,
    "synonyms": _synonyms,
    "framing": framed,
    "combined": _combined,
}
