"""How alike two statements are, and which statements of two articles say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from healthscore.across.sketch import Sketch, Statement

_LEAST_CONTENT = 4  # content words, without names and topic; what has fewer of them is alike by chance
_CERTAIN_CONTENT = 5
_LIKENESS = 0.5  # from which statements with _CERTAIN_CONTENT common words say the same,
_CERTAIN_LIKENESS = 0.7  # and those with _LEAST_CONTENT
_NEIGHBOUR = 0.22  # what is left of this where the statement before or after says the same
_HEADING = 0.5
_LEAST_OUTLINE = 3  # headings
_WIDEST = 64  # statements; a feature of more of them leads nowhere


class Pair(NamedTuple):
    """Statement ``left`` of one article is like statement ``right`` of another.

    ``sure``: without regard to the statements beside them. ``on_topic``: each names its article's topic.
    """

    left: int
    right: int
    likeness: float
    sure: bool
    on_topic: bool


class Alignment(Struct, frozen=True):
    """Which statements of two articles say the same, and which headings, in the order of the left article."""

    statements: tuple[Pair, ...]
    headings: tuple[Pair, ...]

    @property
    def shared(self) -> int:
        """How many statements are surely the same."""
        return sum(pair.sure for pair in self.statements)

    @property
    def on_topic(self) -> int:
        """How many of them speak of what both articles are about, and are no page furniture."""
        return sum(pair.sure and pair.on_topic for pair in self.statements)

    def turned(self) -> Alignment:
        """The same, seen from the right article."""
        return Alignment(_turned(self.statements), _turned(self.headings))


def likeness(left: Statement, right: Statement) -> float:
    """The Dice coefficient of two statements' features, 0-1."""
    whole = len(left.features) + len(right.features)
    return 2 * len(set(left.features).intersection(right.features)) / whole if whole else 0.0


def is_telling(statement: Statement) -> bool:
    """Whether a statement says enough to be found elsewhere by itself."""
    return statement.content >= _LEAST_CONTENT


def same(left: Statement, right: Statement, likeness: float) -> bool:
    """Whether two statements of that likeness have enough plain words in common to say the same."""
    if likeness < _LIKENESS:
        return False
    common = len(set(left.features[: left.content]).intersection(right.features[: right.content]))
    least = _LEAST_CONTENT if likeness >= _CERTAIN_LIKENESS else _CERTAIN_CONTENT
    return common >= least


def aligned(left: Sketch, right: Sketch) -> Alignment:
    """The best partner of each statement and heading of the left article that has one in the right."""
    sure = [
        pair
        for pair in _partners(left.statements, right.statements)
        if same(left.statements[pair.left], right.statements[pair.right], pair.likeness)
    ]
    headings = tuple(p for p in _partners(left.headings, right.headings) if p.likeness >= _HEADING)
    return Alignment(
        tuple(_with_neighbours(left.statements, right.statements, sure)),
        headings if len(headings) >= _LEAST_OUTLINE else (),
    )


def _pair(left: Sequence[Statement], right: Sequence[Statement], i: int, j: int, *, sure: bool) -> Pair:
    ours, theirs = left[i], right[j]
    return Pair(i, j, likeness(ours, theirs), sure, ours.on_topic and theirs.on_topic)


def _partners(left: Sequence[Statement], right: Sequence[Statement]) -> Iterator[Pair]:
    """For each statement the most similar one of the other article, where they have a feature in common."""
    holders: dict[int, list[int]] = {}
    for j, statement in enumerate(right):
        for feature in statement.features:
            holders.setdefault(feature, []).append(j)
    for i, statement in enumerate(left):
        common: Counter[int] = Counter()
        for feature in statement.features:
            held = holders.get(feature, ())
            if len(held) <= _WIDEST:
                common.update(held)
        if common:
            own = len(statement.features)
            best = max(common, key=lambda j: (common[j] / (own + len(right[j].features)), -j))
            yield _pair(left, right, i, best, sure=True)


def _with_neighbours(
    left: Sequence[Statement], right: Sequence[Statement], sure: Sequence[Pair]
) -> Iterator[Pair]:
    """The sure pairs, and the statements beside them that go on alike in both articles."""
    found = {pair.left: pair for pair in sure}
    for step in (1, -1):
        for start in sure[::step]:
            i, j = start.left + step, start.right + step
            while _goes_on(left, i, step) and _goes_on(right, j, step) and i not in found:
                pair = _pair(left, right, i, j, sure=False)
                if pair.likeness < _NEIGHBOUR:
                    break
                found[i] = pair
                i, j = i + step, j + step
    return (found[i] for i in sorted(found))


def _goes_on(statements: Sequence[Statement], place: int, step: int) -> bool:
    """Whether the statement at ``place`` is there, and in the same block as the one before."""
    return 0 <= place < len(statements) and statements[place].block == statements[place - step].block


def _turned(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Each right statement once, with its most similar partner."""
    best: dict[int, Pair] = {}
    for pair in pairs:
        known = best.get(pair.right)
        if known is None or (pair.sure, pair.likeness) > (known.sure, known.likeness):
            best[pair.right] = pair._replace(left=pair.right, right=pair.left)
    return tuple(best[place] for place in sorted(best))
