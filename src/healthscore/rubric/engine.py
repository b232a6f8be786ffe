"""From measures to ratings: curves, weighted means, caps, bands and confidence. Pure arithmetic.

Every rating is rounded to two decimals before it goes into the next mean, and the band is that of the
rounded rating: what a report shows is what was calculated with, so a reader can do the sum again. A dimension that
only lowers goes into the whole as no more than the mean of the others.

Confidence is 0-1. For a dimension it is the share of its criteria's weight that could be judged, less that of the
criteria which its rubric does not put to such an article, times the amount of evidence, ``min(1, claims / 12)``; for the whole it is the mean of the dimensions' confidences by
their weights. What is withheld has confidence 0. It says how much a rating rests on, not how right it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from healthscore.checks.base import Measurement
from healthscore.rubric.rating import CapOutcome, CriterionRating, DimensionRating, Rating, decimals_on
from healthscore.rubric.schema import Band, Cap, Condition, Criterion, Dimension, Point, Rubric, Scale

EVIDENCE = "article.claims"
ENOUGH_CLAIMS = 12
PERSON = "person.answer"  # in place of a measure, where a person answered

Measurements = Mapping[str, Measurement]


def rate(
    rubric: Rubric, measurements: Measurements, answers: Mapping[str, float] = MappingProxyType({})
) -> tuple[Rating, tuple[DimensionRating, ...]]:
    """The overall rating and those of the dimensions, in the rubric's order.

    ``measurements`` holds at least ``required_measures(rubric)``, those across articles only where there was a
    folder. Dimensions and criteria of weight 0 are switched off and do not appear. A criterion on a measure across
    articles stands beside the others with weight 0 where that was measured, else it does not appear. ``answers`` are
    a person's ratings of dimensions by id; they take the place of ours.
    """
    withheld = next(_reasons(rubric, measurements), None)
    active = [dimension for dimension in rubric.dimensions if dimension.weight]
    rated = tuple(
        _answered(rubric, dimension, answers[dimension.id])
        if dimension.id in answers
        else _dimension(rubric, dimension, measurements, withheld)
        for dimension in active
    )
    lowering = frozenset(dimension.id for dimension in active if dimension.only_lowers)
    rated = tuple(_counted(rated, lowering)) if lowering else rated
    weights = [dimension.weight for dimension in active]
    return _overall(rubric, rated, weights, withheld), rated


def required_measures(rubric: Rubric) -> frozenset[str]:
    """The names of the measures that a rating under this rubric reads, and of those shown beside it."""
    return frozenset({EVIDENCE, *_measures(rubric)})


def _measures(rubric: Rubric) -> Iterator[str]:
    yield from (withholding.when.measure for withholding in rubric.withhold_when)
    for dimension in rubric.dimensions:
        if dimension.weight:
            yield from (cap.when.measure for cap in dimension.caps)
            for criterion in _active(dimension):
                yield criterion.measure
                if criterion.not_applicable_when:
                    yield criterion.not_applicable_when.measure


def _active(dimension: Dimension) -> list[Criterion]:
    return [criterion for criterion in dimension.criteria if criterion.weight]


def _reasons(rubric: Rubric, measurements: Measurements) -> Iterator[str]:
    for withholding in rubric.withhold_when:
        value = measurements[withholding.when.measure].value
        if value is not None and withholding.when.holds(value):
            yield withholding.reason.replace("{value}", _number(value))


def _counted(rated: Sequence[DimensionRating], lowering: frozenset[str]) -> Iterator[DimensionRating]:
    """The dimensions, those that only lower held down to the mean of the others in what they count as."""
    others = [
        (d.rating.value, d.weight) for d in rated if d.id not in lowering and d.rating.value is not None
    ]
    most = round(_mean(others), 2) if others else None
    for dimension in rated:
        value = dimension.rating.value
        held = dimension.id in lowering and most is not None and value is not None and value > most
        yield replace(dimension, counts_as=most) if held else dimension


def _overall(
    rubric: Rubric, rated: Sequence[DimensionRating], weights: Sequence[float], withheld: str | None
) -> Rating:
    judged = [(d.counted, w) for d, w in zip(rated, weights, strict=True) if d.counted is not None]
    if not judged:
        scale, _ = rubric.whole
        reason = withheld or f"nothing to judge in any of {len(rated)} dimensions"
        return Rating(None, (scale.min, scale.max), None, 0.0, reason)
    confidences = [dimension.rating.confidence for dimension in rated]
    confidence = round(_mean(zip(confidences, weights, strict=True)), 2)
    if rubric.total is None:
        return _rating(rubric, _mean(judged), confidence)
    scale, bands = rubric.whole
    return _placed(_mean(judged) * len(weights), scale, bands, confidence)


def _answered(rubric: Rubric, dimension: Dimension, value: float) -> DimensionRating:
    """What a person says, as the only criterion."""
    given = CriterionRating("answer", PERSON, None, value, 1.0, "rated by a person")
    return DimensionRating(dimension.id, _rating(rubric, value, 1.0), (given,), (), dimension.weight)


def _dimension(
    rubric: Rubric, dimension: Dimension, measurements: Measurements, withheld: str | None
) -> DimensionRating:
    if not dimension.criteria:
        reason = withheld or f"not judged by machine; look at {dimension.look_at}"
        return DimensionRating(dimension.id, _withheld(rubric, reason), (), (), dimension.weight)
    criteria = tuple(
        _criterion(criterion, measurements, rubric.scale)
        for criterion in _active(dimension)
        if not criterion.across or criterion.measure in measurements
    )
    judged = [(c.rating, c.weight) for c in criteria if c.rating is not None and c.weight]
    mean = round(_mean(judged), 2) if judged else None
    caps = tuple(_cap(cap, mean, measurements) for cap in dimension.caps)
    if withheld or mean is None:
        rating = _withheld(rubric, withheld or _nothing_to_judge(criteria))
    else:
        lowest = min([mean, *(cap.at_most for cap in caps if cap.applied)])
        rating = _rating(rubric, lowest, _confidence(dimension, criteria, measurements))
    return DimensionRating(dimension.id, rating, criteria, caps, dimension.weight)


def _confidence(
    dimension: Dimension, criteria: Sequence[CriterionRating], measurements: Measurements
) -> float:
    put = {c.id for c in dimension.criteria if _applies(c, measurements)}
    asked = [c for c in criteria if c.id in put]
    judged = sum(c.weight for c in asked if c.rating is not None) / sum(c.weight for c in asked)
    claims = measurements[EVIDENCE].value or 0.0
    return round(judged * min(1.0, claims / ENOUGH_CLAIMS), 2)


def _applies(criterion: Criterion, measurements: Measurements) -> bool:
    unless = criterion.not_applicable_when
    return unless is None or not unless.holds(measurements[unless.measure].value)


def _criterion(criterion: Criterion, measurements: Measurements, scale: Scale) -> CriterionRating:
    measured = measurements[criterion.measure]
    unless = criterion.not_applicable_when
    rating, explanation = None, measured.explanation
    if unless and unless.holds(measurements[unless.measure].value):
        explanation = f"not applicable: {_condition(unless, measurements)}"
    elif measured.value is None:
        explanation = f"not applicable: {measured.explanation or 'nothing to measure'}"
    else:
        rating = round(_on_curve(criterion.ratings, measured.value), 2)
    weight = 0.0 if criterion.across else criterion.weight
    low = rating is not None and rating < (scale.min + scale.max) / 2
    places = measured.places if low else ()
    return CriterionRating(
        criterion.id, criterion.measure, measured.value, rating, weight, explanation, places
    )


def _on_curve(curve: Sequence[Point], x: float) -> float:
    """The piecewise-linear curve at ``x``, level beyond its ends."""
    place = bisect_right(curve, x, key=lambda point: point[0])
    if place == 0:
        return curve[0][1]
    if place == len(curve):
        return curve[-1][1]
    (x0, y0), (x1, y1) = curve[place - 1], curve[place]
    return y0 + (y1 - y0) * ((x - x0) / (x1 - x0))


def _cap(cap: Cap, mean: float | None, measurements: Measurements) -> CapOutcome:
    holds = cap.when.holds(measurements[cap.when.measure].value)
    reason = _condition(cap.when, measurements)
    applied = holds and mean is not None and mean > cap.at_most
    if applied:
        words = f"held at {cap.at_most:g} where the criteria give {mean:g}: {reason}"
    elif holds:
        words = f"at most {cap.at_most:g}, which the criteria do not exceed: {reason}"
    else:
        words = f"does not hold: {reason}"
    return CapOutcome(cap.id, cap.at_most, applied, words)


def _condition(condition: Condition, measurements: Measurements) -> str:
    """The condition beside what was measured: ``2 claims (article.claims below 3)``, or ``not below``."""
    measured = measurements[condition.measure]
    side, limit = ("below", condition.below) if condition.below is not None else ("above", condition.above)
    verdict = side if condition.holds(measured.value) else f"not {side}"
    return f"{measured.explanation} ({condition.measure} {verdict} {limit:g})"


def _nothing_to_judge(criteria: Iterable[CriterionRating]) -> str:
    reasons = dict.fromkeys(criterion.explanation.removeprefix("not applicable: ") for criterion in criteria)
    return f"nothing to judge: {'; '.join(reasons)}"


def _rating(rubric: Rubric, value: float, confidence: float) -> Rating:
    return _placed(value, rubric.scale, rubric.bands, confidence)


def _placed(value: float, scale: Scale, bands: Sequence[Band], confidence: float) -> Rating:
    value, ends = round(value, 2), (scale.min, scale.max)
    band = _band(bands, value)
    fewest = decimals_on(ends)
    decimals = fewest if _band(bands, round(value, fewest)) == band else 2
    return Rating(value, ends, band, confidence, None, decimals)


def _band(bands: Sequence[Band], value: float) -> str:
    return [band.name for band in bands if band.at_least <= value][-1]


def _withheld(rubric: Rubric, reason: str) -> Rating:
    return Rating(None, (rubric.scale.min, rubric.scale.max), None, 0.0, reason)


def _mean(weighted: Iterable[tuple[float, float]]) -> float:
    pairs = list(weighted)
    return sum(value * weight for value, weight in pairs) / sum(weight for _, weight in pairs)


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:g}"
