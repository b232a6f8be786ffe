"""Which passages of a text say nearly the same in nearly the same words, in whatever order.

Units (sentences, paragraphs, openings) are compared by their terms. A term of many units is the topic and
weighs little. Candidates share one of their rarer terms, found in an index; of each candidate pair the two
best matching passages are cut out, so that half a sentence repeated in another is found as such. Units in
exactly the same terms are compared once, terms of many units make candidates two at a time, and a term of very
many makes none: time and memory stay linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, combinations
from math import log
from operator import itemgetter, neg
from typing import NamedTuple

from msgspec import Struct

Meanings = tuple[str, ...]

TOPIC_WEIGHT = 0.25  # of a term that every unit has
_ORDINARY = 5.0  # a term of fewer than a fifth of the units has the whole weight of 1
_FEW = 12  # in fewer units than this, how many of them have a term says nothing
_WIDEST = 256  # a term of more units than this makes no candidates; it weighs next to nothing
_WIDE = 16  # a term of more units than this makes candidates only together with another such term
_ROUNDING = 1e-9  # sums of weights depend on their order
_BRIDGE = 0.97  # likeness from which two passages belong to the core of a group
_SAME = 0.75  # of the longer of two passages, from which both are one
_MISMATCH = 0.9  # what a term without a partner takes from a passage, per weight


class Passage(NamedTuple):
    """Terms ``[low, high)`` of a unit."""

    unit: int
    low: int
    high: int


class Match(NamedTuple):
    """Two passages in nearly the same terms.

    ``shared`` is the weight of their common terms (about how many there are), ``likeness`` the Dice
    coefficient of the two, 0-1.
    """

    left: Passage
    right: Passage
    shared: float
    likeness: float


def matches(
    units: Sequence[Meanings],
    weights: Mapping[str, float],
    least_shared: float,
    least_likeness: float,
    *,
    least_cover: float = 0.0,
    least_exact: int = 4,
) -> list[Match]:
    """The best pair of passages of every two units that are near enough, in order of place.

    Two units are compared where their common terms weigh ``least_shared``, and at least the share
    ``least_cover`` of the lighter of them. Units in the very same terms, ``least_exact`` different ones or more,
    are matched whatever they weigh, each with the one before.
    """
    leaders: dict[Meanings, int] = {}
    latest: dict[Meanings, int] = {}
    found: list[Match] = []
    for index, unit in enumerate(units):
        if not unit:
            continue
        leader = leaders.setdefault(unit, index)
        if leader != index:
            terms, whole = sorted(set(unit)), len(unit)
            if len(terms) >= least_exact:
                shared = sum(weights[term] for term in terms)
                found.append(Match(Passage(latest[unit], 0, whole), Passage(index, 0, whole), shared, 1.0))
        latest[unit] = index
    distinct = list(leaders.values())
    bags = [dict.fromkeys(units[index]) for index in distinct]
    for left, right in candidates(bags, weights, least_shared, least_cover):
        match = best_passages(units, distinct[left], distinct[right], weights, least_shared)
        if match and match.likeness >= least_likeness:
            found.append(match)
    return sorted(found)


def term_weights(units: Sequence[Meanings]) -> dict[str, float]:
    """How much each term says: 1 where few units have it, down to ``TOPIC_WEIGHT`` for the topic itself."""
    spread = Counter(chain.from_iterable(map(dict.fromkeys, units)))
    total = max(len(units), _FEW)
    by_spread = {
        count: min(1.0, max(TOPIC_WEIGHT, log(total / count) / log(_ORDINARY)))
        for count in set(spread.values())
    }
    return {term: by_spread[count] for term, count in spread.items()}


def candidates(
    bags: Sequence[Mapping[str, None]], weights: Mapping[str, float], least_shared: float, least_cover: float
) -> list[tuple[int, int]]:
    """Pairs of bags of terms whose common terms weigh enough, in order."""
    spread = Counter(chain.from_iterable(bags))
    several = [(term, count) for term, count in spread.items() if 1 < count <= _WIDEST]
    shared_by = dict(sorted(several, key=itemgetter(1), reverse=True))
    index = _Index(list(shared_by.values()), [weights[term] for term in shared_by], least_shared)
    rank = dict(zip(shared_by, range(len(shared_by)), strict=True))
    kept = [{rank[term] for term in bag if term in rank} for bag in bags]
    whole = [sum([weights[term] for term in bag]) for bag in bags] if least_cover else [0.0] * len(bags)
    least_terms = (least_shared - _ROUNDING) / max(weights.values(), default=1.0)
    weight = index.weights
    found = []
    for right, bag in enumerate(kept):
        for left in index.near(right, sorted(bag)):
            common = bag & kept[left]
            if len(common) < least_terms:
                continue
            shared = sum([weight[term] for term in common]) + _ROUNDING
            if shared >= least_shared and shared >= least_cover * min(whole[left], whole[right]):
                found.append((left, right))
    return sorted(found)


class _Index:
    """Which bags have been seen with which of their telling terms; a term is its rank, 0 for the most common.

    ``spread`` and ``weights`` are how many bags have the term of a rank, and what it weighs. Of two bags that share
    ``least_shared``, the rarest common term is among the telling ones of both. Where that one is of many bags, so is
    the rarest but one, and the two together lead to fewer.
    """

    def __init__(self, spread: Sequence[int], weights: Sequence[float], least_shared: float) -> None:
        self.weights = weights
        self._least = least_shared - _ROUNDING
        self._second = self._least - max(weights, default=0.0)
        self._wide = bisect_left(spread, -_WIDE, key=neg) if self._second > 0 else 0
        self._carriers: dict[int, list[int]] = {}

    def near(self, bag: int, terms: Sequence[int]) -> set[int]:
        """The bags seen so far that may share enough with a bag of these terms, which is from now on one of them."""
        near: set[int] = set()
        for key in self._keys(terms):
            known = self._carriers.setdefault(key, [])
            near.update(known)
            known.append(bag)
        return near

    def _keys(self, terms: Sequence[int]) -> Sequence[int]:
        """A number for each telling term, and for each two wide ones of which the rarer one is telling.

        Telling are those without the first that even together weigh too little.
        """
        weight = list(accumulate(map(self.weights.__getitem__, terms)))
        place = bisect_left(weight, self._least)
        telling, wide = terms[place:], self._wide
        if not telling or telling[0] >= wide:
            return telling
        second = bisect_left(weight, self._second)
        return [rare for rare in telling if rare >= wide] + [
            -1 - one - wide * other
            for one, other in combinations(terms[second:], 2)
            if telling[0] <= other < wide
        ]


def best_passages(
    units: Sequence[Meanings], left: int, right: int, weights: Mapping[str, float], least_shared: float = 0.0
) -> Match | None:
    """The stretches of two units that match best, or None where they share too little."""
    ours, theirs = units[left], units[right]
    low, high = _best_stretch(ours, set(theirs), weights)
    a = set(ours[low:high])
    if sum([weights[term] for term in a.intersection(theirs)]) < least_shared - _ROUNDING:
        return None
    low2, high2 = _best_stretch(theirs, a, weights)
    b = set(theirs[low2:high2])
    low, high = _best_stretch(ours, b, weights)
    a = set(ours[low:high])
    shared = sum([weights[term] for term in sorted(a & b)])
    if not shared or shared < least_shared:
        return None
    apart = sum([weights[term] for term in sorted(a ^ b)])
    return Match(
        Passage(left, low, high), Passage(right, low2, high2), shared, 2 * shared / (2 * shared + apart)
    )


def _best_stretch(unit: Meanings, wanted: set[str], weights: Mapping[str, float]) -> tuple[int, int]:
    """The stretch with most wanted and fewest other terms (Kadane's maximum subarray)."""
    best, low, high = 0.0, 0, 0
    total, start = 0.0, 0
    for place, term in enumerate(unit):
        if term in wanted:
            total += weights[term]
            if total > best:
                best, low, high = total, start, place + 1
        elif total:
            total -= _MISMATCH * weights[term]
            if total <= 0:
                total, start = 0.0, place + 1
        else:
            start = place + 1
    return low, high


def grouped(found: Iterable[Match]) -> list[tuple[list[Passage], list[Match]]]:
    """Groups of passages in nearly the same words, each with its matches, in order of place.

    The closest matches come first, and the closest of a group make its core: passages that are nearly the same word
    for word. A further passage comes to a group by a match with its core alone, since likeness is no chain, and a
    match between two passages outside of a core begins a group of its own. A match that shares a known passage only
    in part adds nothing.
    """
    nodes: dict[int, list[Passage]] = {}
    cores: dict[Passage, _Group] = {}
    groups: list[_Group] = []
    for match in sorted(found, key=lambda m: (-m.shared * m.likeness, m)):
        left, right = (_node(nodes.get(p.unit, ()), p) for p in (match.left, match.right))
        if left is None or right is None:
            continue
        for node in (left, right):
            if node not in (known := nodes.setdefault(node.unit, [])):
                known.append(node)
        group = _joined(cores, left, right, match.likeness >= _BRIDGE)
        if group is None:
            group = _Group({}, [])
            groups.append(group)
            cores.setdefault(left, group)
            cores.setdefault(right, group)
        group.passages.update({left: None, right: None})
        group.links.append(match)
    return sorted((sorted(group.passages), group.links) for group in groups if group.links)


class _Group(Struct, frozen=True):
    passages: dict[Passage, None]
    links: list[Match]


def _joined(cores: dict[Passage, _Group], left: Passage, right: Passage, close: bool) -> _Group | None:
    """The group to whose core one of two passages belongs; both belong to it where they are close."""
    ours, theirs = cores.get(left), cores.get(right)
    group = theirs if ours is None else ours
    if group is None:
        return None
    if close and ours is not None and theirs is not None and ours is not theirs:
        ours.passages.update(theirs.passages)
        ours.links.extend(theirs.links)
        for passage in theirs.passages:
            if cores.get(passage) is theirs:
                cores[passage] = ours
        theirs.links.clear()
        return ours
    if close:
        cores.setdefault(left, group)
        cores.setdefault(right, group)
    return group


def _node(known: Iterable[Passage], passage: Passage) -> Passage | None:
    """The known passage that this one is, itself where it is new, None where it only overlaps a known one."""
    for other in known:
        common = min(other.high, passage.high) - max(other.low, passage.low)
        lengths = (other.high - other.low, passage.high - passage.low)
        if common >= _SAME * max(lengths):
            return other
        if 2 * common >= min(lengths):
            return None
    return passage
