"""No regular expression of the package takes long over what strangers may give it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest
from patterns import BOUNDED, baits, patterns

TRIED, LONG, BOUND = 200, 8_000, 1_000  # characters of all baits, of the worst, of what is never given more
WORST = 3  # baits that took longest
LONGEST = 0.2  # seconds of processor time: a line takes 2 ms for LONG, a square 1 s; for BOUND a square 30 ms, a cube 2 s
NEVER = 20  # seconds after which a pattern is taken to go on for ever
PATTERNS = patterns()


@pytest.fixture(autouse=True)
def _ends() -> Iterator[None]:
    """Give up on a pattern that would never end."""

    def abandon(*_: object) -> None:
        raise TimeoutError("no end")

    if not hasattr(signal, "setitimer"):
        pytest.skip("no clock of processor time")
    before = signal.signal(signal.SIGPROF, abandon)
    signal.setitimer(signal.ITIMER_PROF, NEVER)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def _seconds(pattern, bait: str) -> float:  # type: ignore[no-untyped-def]
    began = time.process_time()
    for _ in pattern.finditer(bait):
        pass
    return time.process_time() - began


@pytest.mark.parametrize("where", PATTERNS)
def test_a_pattern_takes_time_in_proportion_or_is_given_little(where: str) -> None:
    pattern = PATTERNS[where]
    tried = list(baits(pattern, TRIED))
    worst = sorted(range(len(tried)), key=lambda number: -_seconds(pattern, tried[number]))[:WORST]
    baited = list(baits(pattern, BOUND if where in BOUNDED else LONG))
    for number in worst:
        assert _seconds(pattern, baited[number]) < LONGEST, f"{where} on {tried[number][:20]!r}"


def test_the_patterns_are_found() -> None:
    assert len(PATTERNS) > 100
    assert set(PATTERNS) >= set(BOUNDED)
