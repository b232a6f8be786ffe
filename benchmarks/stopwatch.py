"""Seconds by name, and the fastest of several rounds: what a busy machine adds to a time, it never takes away."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopwatch:
    """Seconds of processor time by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start


@contextmanager
def one_core() -> Iterator[None]:
    """This process, and what it starts meanwhile, on one core and in one thread."""
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # read when numpy is imported
    before = {name: os.environ.get(name) for name in threads}
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
    os.environ.update(dict.fromkeys(threads, "1"))
    try:
        if cores:
            os.sched_setaffinity(0, {min(cores)})
        yield
    finally:
        if cores:
            os.sched_setaffinity(0, cores)
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def fastest(rounds: int, work: Callable[[int, Stopwatch], object]) -> dict[str, float]:
    """Each stage's fastest time in any round; ``work`` is told the number of the round, from 1."""
    best: dict[str, float] = {}
    for number in range(1, rounds + 1):
        watch = Stopwatch()
        work(number, watch)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in watch.seconds.items()}
    return best


def ms(seconds: float, count: float = 1) -> float:
    """Milliseconds for each of so many."""
    return round(1000 * seconds / count, 3)
