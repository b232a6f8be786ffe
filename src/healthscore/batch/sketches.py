"""A sketch as bytes, to be kept until all articles are there to be compared."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from healthscore.across import Sketch
from healthscore.across.sketch import Statement


def packed(sketch: Sketch) -> bytes:
    """Everything but its name: the places of its statements as JSON, then all their features one after another."""
    head = {
        "sha256": sketch.sha256,
        "text": sketch.text,
        "statements": _places(sketch.statements),
        "headings": _places(sketch.headings),
    }
    features = array("I")
    for statement in chain(sketch.statements, sketch.headings):
        features.extend(statement.features)
    return zlib.compress(json.dumps(head).encode() + b"\n" + features.tobytes())


def unpacked(data: bytes, source: str) -> Sketch:
    """The sketch, under a name."""
    head, _, tail = zlib.decompress(data).partition(b"\n")  # json.dumps escapes line ends
    places = json.loads(head)
    features = array("I", tail)
    found = list(_statements([*places["statements"], *places["headings"]], features))
    first = len(places["statements"])
    return Sketch(source, places["sha256"], places["text"], tuple(found[:first]), tuple(found[first:]))


def _places(statements: Sequence[Statement]) -> list[list[int]]:
    return [[s.start, s.end, s.block, s.content, int(s.on_topic), len(s.features)] for s in statements]


def _statements(places: Sequence[Any], features: array[int]) -> Iterator[Statement]:
    begin = 0
    for start, end, block, content, on_topic, size in places:
        yield Statement(start, end, block, content, bool(on_topic), features[begin : begin + size])
        begin += size
