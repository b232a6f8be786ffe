"""What types cannot say about a rubric: whether its numbers, names and curves make sense together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeAlias

from healthscore.checks import Measure, measures
from healthscore.rubric.errors import Location, shown, suggestion

if TYPE_CHECKING:
    from healthscore.rubric.schema import (
        Band,
        Cap,
        Condition,
        Criterion,
        Dimension,
        Rubric,
        Scale,
        Withholding,
    )

Fault: TypeAlias = tuple[Location, str]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _Weighted(Protocol):
    @property
    def weight(self) -> float: ...


def faults(rubric: Rubric) -> Iterator[Fault]:
    """Every fault with its location in the file; none for a rubric that can be used."""
    if rubric.scale.min >= rubric.scale.max:
        low, high = rubric.scale.min, rubric.scale.max
        yield ("scale",), f"the scale goes from {low:g} to {high:g}; max must be above min"
        return  # nothing else can be held against such a scale
    yield from _bands(("bands",), rubric.bands, rubric.scale)
    if rubric.total is not None:
        scale, bands = rubric.whole
        yield from _bands(("total", "bands"), bands, scale)
    yield from _unique(("dimensions",), rubric.dimensions)
    yield from _weights(("dimensions",), rubric.dimensions)
    for i, dimension in enumerate(rubric.dimensions):
        yield from _dimension(("dimensions", i), dimension, rubric.scale)
    yield from _unique(("withhold_when",), rubric.withhold_when)
    for i, withholding in enumerate(rubric.withhold_when):
        yield from _withholding(("withhold_when", i), withholding)


def _bands(at: Location, bands: Sequence[Band], scale: Scale) -> Iterator[Fault]:
    starts = [band.at_least for band in bands]
    if starts[0] != scale.min:
        yield (
            (*at, 0, "at_least"),
            f"the first band starts at {starts[0]:g}; it must start at the lowest rating, {scale.min:g}",
        )
    for i, (before, after) in enumerate(pairwise(starts), 1):
        if after <= before:
            yield (*at, i, "at_least"), f"band at_least {after:g} after {before:g}; bands must ascend"
        elif after > scale.max:
            yield (*at, i, "at_least"), _outside("a band", after, scale)


def _dimension(at: Location, dimension: Dimension, scale: Scale) -> Iterator[Fault]:
    if not dimension.criteria:
        if dimension.look_at is None:
            yield at, f"dimension {dimension.id!r} needs criteria, or look_at where a person must judge it"
        return
    yield from _unique((*at, "criteria"), dimension.criteria)
    yield from _weights((*at, "criteria"), [c for c in dimension.criteria if not c.across])
    for i, criterion in enumerate(dimension.criteria):
        yield from _criterion((*at, "criteria", i), criterion, scale)
    yield from _unique((*at, "caps"), dimension.caps)
    for i, cap in enumerate(dimension.caps):
        yield from _cap((*at, "caps", i), cap, scale)


def _criterion(at: Location, criterion: Criterion, scale: Scale) -> Iterator[Fault]:
    name = f"criterion {criterion.id!r}"
    yield from _measure((*at, "measure"), criterion.measure, name)
    if criterion.not_applicable_when:
        yield from _condition((*at, "not_applicable_when"), criterion.not_applicable_when, name)
    curve = _curve(criterion, scale)
    if curve:
        yield (*at, "ratings", curve[0]), f"ratings of {name}: {curve[1]}"


def _curve(criterion: Criterion, scale: Scale) -> tuple[int, str] | None:
    """The first point at which a curve is no monotone curve within the scale and the measure's range."""
    xs, ys = zip(*criterion.ratings, strict=True)
    for i, (before, after) in enumerate(pairwise(xs), 1):
        if after <= before:
            return i, f"{after:g} after {before:g}; the measure must increase from point to point"
    turn = _turn(ys)
    if turn:
        return turn, (
            f"{ys[turn - 1]:g} then {ys[turn]:g} turns back;"
            " they must never rise and fall, and not stay the same throughout"
        )
    for i, rating in enumerate(ys):
        if not scale.min <= rating <= scale.max:
            return i, _outside("a rating", rating, scale)
    known = measures().get(criterion.measure)
    for i, x in enumerate(xs):
        if known and not known.low <= x <= known.high:
            return i, _out_of_range(x, known)
    return None


def _turn(ys: Sequence[float]) -> int | None:
    steps = [after - before for before, after in pairwise(ys)]
    first = next((step for step in steps if step), 0.0)
    return next((i for i, step in enumerate(steps, 1) if step * first < 0 or not first), None)


def _cap(at: Location, cap: Cap, scale: Scale) -> Iterator[Fault]:
    yield from _condition((*at, "when"), cap.when, f"cap {cap.id!r}")
    if not scale.min <= cap.at_most <= scale.max:
        yield (*at, "at_most"), _outside(f"at_most of cap {cap.id!r}", cap.at_most, scale)


def _withholding(at: Location, withholding: Withholding) -> Iterator[Fault]:
    yield from _condition((*at, "when"), withholding.when, f"withhold_when {withholding.id!r}")
    braced = re.findall(r"\{[^{}]*\}?", withholding.reason)
    for stray in braced:
        if stray != "{value}":
            yield (*at, "reason"), f"{shown(stray)} in the reason; only '{{value}}' stands for something"


def _condition(at: Location, condition: Condition, name: str) -> Iterator[Fault]:
    limits = {"below": condition.below, "above": condition.above}
    given = {key: limit for key, limit in limits.items() if limit is not None}
    if len(given) != 1:
        count = "both" if given else "neither"
        yield at, f"{at[-1]} of {name} has {count} of 'below' and 'above'; it needs exactly one"
    yield from _measure((*at, "measure"), condition.measure, f"{at[-1]} of {name}")
    if is_across(condition.measure):
        yield (
            (*at, "measure"),
            f"{condition.measure} in {at[-1]} of {name} is seen only across articles;"
            " it can be a criterion beside a rating and decide nothing about one",
        )
    known = measures().get(condition.measure)
    for key, limit in given.items():
        if known and not known.low <= limit <= known.high:
            yield (*at, key), f"{at[-1]} of {name}: {_out_of_range(limit, known)}"


@cache
def is_across(measure: str) -> bool:
    """Whether a measure is seen only across articles."""
    known = measures().get(measure)
    return known is not None and known.across


def _measure(at: Location, measure: str, name: str) -> Iterator[Fault]:
    known = measures()
    if measure in known:
        return
    dimensions = list(dict.fromkeys(other.partition(".")[0] for other in known))
    dimension = measure.partition(".")[0]
    allowed = [other for other in known if other.partition(".")[0] == dimension]
    listed = ", ".join(allowed or (f"{other}.*" for other in dimensions))
    yield at, f"unknown measure {shown(measure)} in {name}{suggestion(measure, known)} allowed: {listed}"


def _unique(at: Location, named: Sequence[_Named]) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, part in enumerate(named):
        if part.id in seen:
            yield (*at, i, "id"), f"id {part.id!r} a second time in {at[-1]}; ids must differ"
        seen.add(part.id)


def _weights(at: Location, weighted: Iterable[_Weighted]) -> Iterator[Fault]:
    if not sum(part.weight for part in weighted) > 0:
        yield at, f"the weights of {at[-1]} sum to nothing; at least one must be above 0"


def _outside(what: str, rating: float, scale: Scale) -> str:
    return f"{what} of {rating:g} is outside the scale, {scale.min:g} to {scale.max:g}"


def _out_of_range(number: float, measure: Measure) -> str:
    reach = f"from {measure.low:g}" + (f" to {measure.high:g}" if measure.high != float("inf") else " up")
    return f"{number:g} is no possible value of {measure.name}, which goes {reach} ({measure.unit})"
