"""What a task is, the interval that goes with a figure, and how two rankings agree."""

from __future__ import annotations

import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Figures = Mapping[str, int | float | list[float] | None]


@dataclass(frozen=True)
class Task:
    """Something to measure. ``files`` says in words what ``--data`` takes, one entry a file or folder.

    ``measure`` gets those paths and whether numbers may be fitted to them (by cross-validation), and returns
    the figures under their plain names. ``rows``, where there is one, gets the paths and says item by item what
    the figures count. ``more`` says what further files may follow, if any may, as many as one likes. ``sized``, where
    there is one, gets the paths and what ``--size`` says, and returns further figures.
    """

    name: str
    summary: str
    files: tuple[str, ...]
    measure: Callable[[Sequence[Path], bool], Figures]
    rows: Callable[[Sequence[Path]], Iterable[Mapping[str, object]]] | None = None
    more: str | None = None
    sized: Callable[[Sequence[Path], Sequence[int]], Figures] | None = None


def bootstrap(
    statistic: Callable[[list[float], list[float]], float], worse: list[float], better: list[float]
) -> list[float]:
    """The 95% interval of a statistic of two groups: 1,000 resamples of each group, always the same ones."""
    import numpy as np

    draw = np.random.default_rng(20240501)
    values = [
        statistic(draw.choice(worse, len(worse)).tolist(), draw.choice(better, len(better)).tolist())
        for _ in range(1000)
    ]
    return [round(float(end), 4) for end in np.percentile(values, [2.5, 97.5])]


def share(part: int, whole: int) -> float | None:
    """A part of a whole; None where there is no whole."""
    return round(part / whole, 4) if whole else None


def share_of(flags: Sequence[bool]) -> float | None:
    """The share of flags that are set; None where there is none."""
    return share(sum(flags), len(flags))


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Pearson's r; 0 where one of the two is always the same."""
    return round(statistics.correlation(one, other), 4) if min(len(set(one)), len(set(other))) > 1 else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    """The place of each value in their order, equal values sharing the middle of theirs."""
    order = sorted(values)
    return [(bisect_left(order, value) + bisect_right(order, value)) / 2 for value in values]
