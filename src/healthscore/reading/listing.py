"""Lists that lost their line ends: "Signs are: - fever - chills - a rash"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from healthscore.reading.draft import Chunk, trim

_DASH = re.compile(r"-(?=\s)(?<=\s-)")
_OPENING = re.compile(r":\s+-\s")
_STOPS = (".", "!", "?")


def part_items(prose: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, with lists that run on in one line parted into their items."""
    if not _DASH.search(prose):
        return list(chunks)
    return [piece for chunk in chunks for piece in _parted(prose, chunk)]


def _parted(prose: str, chunk: Chunk) -> Iterator[Chunk]:
    dashes = _dashes(prose, chunk)
    if not dashes:
        yield chunk
        return
    edges = [chunk.start - 1, *dashes, chunk.end]
    for number, (before, after) in enumerate(pairwise(edges)):
        start, end = trim(prose, before + 1, after)
        if start == end:
            continue
        if number == 0:
            yield chunk._replace(end=end)
        else:
            yield Chunk("list_item", start, end, 0, 0, "-")


def _dashes(prose: str, chunk: Chunk) -> list[int]:
    """The places of the dashes that stand for bullets; none where they part a thought, as here - or here."""
    start = chunk.start
    if chunk.kind == "paragraph" and not chunk.mark:
        opening = _OPENING.search(prose, start, chunk.end)
        if not opening:
            return []
        start = opening.start()
    elif chunk.kind != "list_item" or chunk.mark != "-":
        return []
    places = [match.start() for match in _DASH.finditer(prose, start, chunk.end)]
    if len(places) == 1 and not prose[chunk.start : places[0]].rstrip().endswith(_STOPS):
        return []
    return places
