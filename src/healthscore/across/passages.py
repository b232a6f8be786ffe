"""From pairs of like statements to passages that a reader can hold side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from healthscore.across.alike import Alignment, Pair
from healthscore.across.sketch import Sketch
from healthscore.language.shared import SharedPassage


class _Run(Struct, frozen=True):
    """Statements one after another that stand one after another in ``other`` too."""

    other: Sketch
    pairs: tuple[Pair, ...]

    @property
    def weight(self) -> tuple[int, float]:
        """How much is shared: the number of sentences, and among as many their likeness."""
        return len(self.pairs), sum(pair.likeness for pair in self.pairs)


def passages_of(sketch: Sketch, others: Sequence[tuple[Sketch, Alignment]]) -> tuple[SharedPassage, ...]:
    """The passages of an article that stand in others, in order, each sentence once: in the longest run."""
    runs = [run for other, alignment in others for run in _runs(sketch, other, alignment.statements)]
    elsewhere = Counter(pair.left for _, alignment in others for pair in alignment.statements if pair.sure)
    taken: set[int] = set()
    found = []
    for run in sorted(runs, key=lambda run: run.weight, reverse=True):
        free = [pair for pair in run.pairs if pair.left not in taken]
        for part in _runs(sketch, run.other, free):
            if any(pair.sure for pair in part.pairs):
                taken.update(pair.left for pair in part.pairs)
                found.append(_passage(sketch, part, elsewhere))
    return tuple(sorted(found, key=lambda passage: passage.start))


def _runs(sketch: Sketch, other: Sketch, pairs: Sequence[Pair]) -> Iterator[_Run]:
    begin = 0
    for place, (before, after) in enumerate(pairwise(pairs), 1):
        if not _follows(sketch, other, before, after):
            yield _Run(other, tuple(pairs[begin:place]))
            begin = place
    if pairs:
        yield _Run(other, tuple(pairs[begin:]))


def _follows(sketch: Sketch, other: Sketch, before: Pair, after: Pair) -> bool:
    ours, theirs = sketch.statements, other.statements
    return (
        after.left == before.left + 1
        and after.right == before.right + 1
        and ours[after.left].block == ours[before.left].block
        and theirs[after.right].block == theirs[before.right].block
    )


def _passage(sketch: Sketch, run: _Run, elsewhere: Counter[int]) -> SharedPassage:
    first, last = run.pairs[0], run.pairs[-1]
    start, end = run.other.statements[first.right].start, run.other.statements[last.right].end
    return SharedPassage(
        start=sketch.statements[first.left].start,
        end=sketch.statements[last.left].end,
        source=run.other.source,
        quote=run.other.text[start:end],
        sentences=len(run.pairs),
        likeness=max(pair.likeness for pair in run.pairs),
        elsewhere=max(elsewhere[pair.left] for pair in run.pairs),
    )
