"""No regular expression of the package takes more than the square of what it is given."""

from __future__ import annotations

import time

import pytest
from patterns import baits, patterns

LENGTH = 500  # characters: enough for a cube to show, and for a power of two never to end
LONGEST = 1.0  # seconds of processor time


@pytest.mark.parametrize(("where", "pattern"), patterns().items(), ids=list(patterns()))
def test_a_pattern_does_not_backtrack_for_ever(where: str, pattern) -> None:  # type: ignore[no-untyped-def]
    for bait in baits(pattern, LENGTH):
        began = time.process_time()
        for _ in pattern.finditer(bait):
            pass
        assert time.process_time() - began < LONGEST, f"{where} on {bait[:20]!r}"


def test_the_patterns_are_found() -> None:
    assert len(patterns()) > 100
