"""The article's own text, block by block, with the notes that stand beside each block."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from healthscore.article import Article
from healthscore.report.findings import contrasts
from healthscore.report.html.places import Noted, Place
from healthscore.report.html.stretches import Clip, Stretch, stretches
from healthscore.report.where import where

_BULLET = re.compile(r"\s*(?:[-*+•>#]\s*)*(?:(\d{1,4}[.)])\s*)?")
_WORDED = re.compile(r"\w")


class Row(Struct, frozen=True):
    """A block: what it is, its text, the findings told beside it, and the other sides of those told before.

    ``kind`` is a block's kind, or ``rest`` for text outside all blocks, such as front matter. ``level`` is
    that of a heading, ``marker`` the number of a list's item.
    """

    number: int
    kind: str
    level: int
    marker: str
    start: int
    where: str
    stretches: list[Stretch]
    notes: list[Noted]
    elsewhere: list[Noted]


def rows(article: Article, noted: Sequence[Noted]) -> list[Row]:
    """The whole article; a finding is told beside the block in which it first begins."""
    places = sorted(
        (place for finding in noted for place in finding.places), key=lambda place: (place.start, -place.end)
    )
    parts = list(_parts(article, places))
    told: set[int] = set()
    found: list[Row] = []
    for part, clips in zip(parts, _clips(parts, places), strict=True):
        here = {clip.place.noted.number: clip.place.noted for clip in clips}
        found.append(
            Row(
                number=len(found) + 1,
                kind=part.kind,
                level=part.level,
                marker=part.marker,
                start=part.start,
                where=where(article, part.start),
                stretches=stretches(article, part.start, part.end, clips),
                notes=[finding for number, finding in here.items() if number not in told],
                elsewhere=[n for number, n in here.items() if number in told and contrasts(n.finding)],
            )
        )
        told.update(here)
    return found


class _Part(Struct, frozen=True):
    kind: str
    start: int
    end: int
    level: int = 0
    marker: str = ""


def _parts(article: Article, places: Sequence[Place]) -> Iterator[_Part]:
    """The blocks in order, and between them all text that says something or is quoted."""
    at = 0
    for block in sorted(article.blocks, key=lambda block: (block.start, block.end)):
        start = max(block.start, at)
        line = max(article.text.rfind("\n", 0, start) + 1, at)
        bullet = _BULLET.fullmatch(article.text, line, start)
        yield from _rest(article, at, line if bullet else start, places)
        if start < block.end:
            yield _Part(block.kind, start, block.end, block.level, (bullet and bullet.group(1)) or "")
        at = max(at, block.end)
    yield from _rest(article, at, len(article.text), places)


def _rest(article: Article, start: int, end: int, places: Sequence[Place]) -> Iterator[_Part]:
    within = places[bisect_left(places, start, key=_start) : bisect_left(places, end, key=_start)]
    if any(place.end <= end for place in within):
        yield _Part("rest", start, end)
    elif _WORDED.search(article.text, start, end):
        said = article.text[start:end]
        yield _Part("rest", end - len(said.lstrip()), start + len(said.rstrip()))


def _start(place: Place) -> int:
    return place.start


def _clips(parts: Sequence[_Part], places: Sequence[Place]) -> list[list[Clip]]:
    """For each part what lies in it of the places; both are in order."""
    ends = [part.end for part in parts]
    starts = [part.start for part in parts]
    found: list[list[Clip]] = [[] for _ in parts]
    for place in places:
        reached = range(bisect_right(ends, place.start), bisect_left(starts, place.end))
        for rank in reached:
            part = parts[rank]
            clip = Clip(
                place,
                max(place.start, part.start),
                min(place.end, part.end),
                begins=rank == reached[0],
                ends=rank == reached[-1],
            )
            found[rank].append(clip)
    return found
