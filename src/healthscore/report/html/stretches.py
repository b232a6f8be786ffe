"""A block of the article cut into stretches, so that marks may overlap as they like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from healthscore.article import Article
from healthscore.report.html.places import Noted, Place

LANES = 4  # underlines below each other; what overlaps more shares the last one

_WORDED = re.compile(r"\w")


class Clip(Struct, frozen=True):
    """What of a place lies in a block; ``begins`` and ``ends`` where no earlier or later block has more of it."""

    place: Place
    start: int
    end: int
    begins: bool
    ends: bool


class Piece(Struct, frozen=True):
    """A run of characters; ``markup`` is what belongs to the file's format and not to its prose."""

    text: str
    markup: bool


class Mark(Struct, frozen=True):
    """A place as it covers a stretch: classes, the note it leads to, and its own name where it begins.

    ``lane`` is how far below the text its underline runs.
    """

    kind: str
    note: str
    lane: int
    id: str | None


class Stretch(Struct, frozen=True):
    """Characters that the same places cover, and the findings of the places that end with them."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    ends: tuple[Noted, ...]


def stretches(article: Article, start: int, end: int, clips: Sequence[Clip]) -> list[Stretch]:
    """The characters ``[start, end)`` in order."""
    beginning: dict[int, list[tuple[Clip, int]]] = {}
    for clip, lane in _lanes(clips):
        beginning.setdefault(clip.start, []).append((clip, lane))
    cuts = sorted({start, end, *(cut for clip in clips for cut in (clip.start, clip.end))})
    found = []
    covering: list[tuple[Clip, int]] = []
    for left, right in pairwise(cuts):
        covering = [pair for pair in covering if pair[0].end > left] + beginning.get(left, [])
        covering.sort(key=_gravity)
        marks = tuple(_mark(clip, lane, left) for clip, lane in covering)
        ends = [clip.place.noted for clip, _ in covering if clip.ends and clip.end == right]
        ends.sort(key=lambda noted: noted.number)
        found.append(Stretch(tuple(_pieces(article, left, right)), marks, tuple(ends)))
    return found


def _gravity(pair: tuple[Clip, int]) -> int:
    """The gravest is innermost, for its colour covers those of the others."""
    return pair[0].place.noted.gravity


def _mark(clip: Clip, lane: int, left: int) -> Mark:
    noted = clip.place.noted
    return Mark(noted.kind, noted.id, lane, clip.place.id if clip.begins and clip.start == left else None)


def _lanes(clips: Sequence[Clip]) -> list[tuple[Clip, int]]:
    """Each clip with the first lane that is free where it begins, of those that begin together the longest first."""
    busy_until: list[int] = []
    found = []
    for clip in sorted(clips, key=lambda clip: (clip.start, -clip.end)):
        free = next((lane for lane, until in enumerate(busy_until) if until <= clip.start), len(busy_until))
        busy_until[free : free + 1] = [clip.end]
        found.append((clip, min(free, LANES - 1)))
    return found


def _pieces(article: Article, start: int, end: int) -> Iterator[Piece]:
    """Prose as it is; of markup only what holds letters or digits, as addresses do."""
    text, prose = article.text[start:end], article.prose[start:end]
    if text == prose:
        yield Piece(text, markup=False)
        return
    at = 0
    for same, run in groupby(zip(text, prose, strict=True), key=lambda pair: pair[0] == pair[1]):
        length = sum(1 for _ in run)
        said = text[at : at + length]
        if same or _WORDED.search(said):
            yield Piece(said, markup=not same)
        at += length
