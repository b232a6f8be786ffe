"""The arithmetic of a calibration: a rubric's curves and weights, fitted to the means of people's ratings.

A dimension's criteria become straight lines in the direction of their curves, weighed by ``fitting``; the two ratings
at the ends of all its lines are those that come closest to people's mean (least squares within the scale). So a
dimension has a number a criterion and two more. Where people gave only the two ends of the scale, these are verdicts:
both count alike, and the border between them is the middle of the scale. Criteria that are switched off, caps,
conditions and what withholds a rating stay. Where people rated the whole, the dimensions' weights are fitted to that
too, with the rubric's own weights counting as much as ``FEW`` articles; dimensions that only lower are taken for what
they count as under the weights before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from msgspec import Struct

from healthscore.checks.base import Measurement
from healthscore.rubric import Rubric, rate
from healthscore.rubric.schema import Criterion, Dimension, Scale
from healthscore.study.agreement import FEW
from healthscore.study.fitting import Fit, Line, Term, Values, fit

OVERALL = "overall"
_LEAST = 0.1  # of its own weight stays with a dimension, so that none vanishes from the report

Columns = dict[str, dict[str, float]]  # item, article, rating


class Data(Struct, frozen=True):
    """The articles that both sides know, by common names: what was measured, and people's means."""

    measured: Mapping[str, Values]
    people: Columns


def refitted(
    rubric: Rubric, data: Data, chosen: Sequence[str], articles: Sequence[str]
) -> tuple[Rubric, list[str]]:
    """The rubric fitted to these articles, and the dimensions of which no measure tells anything."""
    measured = {article: data.measured[article] for article in articles}
    rated = rated_by(rubric, measured)
    silent, dimensions = [], []
    for dimension in rubric.dimensions:
        fitted = dimension
        if dimension.id in chosen:
            targets = data.people[dimension.id]
            both = [a for a in articles if a in targets and a in rated[dimension.id]]
            found = _dimension(
                dimension, rubric.scale, [measured[a] for a in both], [targets[a] for a in both]
            )
            silent += [] if found else [dimension.id]
            fitted = found or dimension
        dimensions.append(fitted)
    fresh = replace(rubric, dimensions=tuple(dimensions))
    if OVERALL in chosen:
        fresh = _weighed(fresh, rated_by(fresh, measured, counted=True), data.people[OVERALL])
    return fresh, silent


def rated_by(rubric: Rubric, measured: Mapping[str, Values], *, counted: bool = False) -> Columns:
    """What the rubric gives: by item, then by article; what it withholds is not there.

    ``counted``: of dimensions that only lower what they count as in the whole.
    """
    found: Columns = {OVERALL: {}, **{dimension.id: {} for dimension in rubric.dimensions}}
    for article, values in measured.items():
        whole, dimensions = rate(rubric, {name: Measurement(value, "") for name, value in values.items()})
        given = {d.id: d.counted if counted else d.rating.value for d in dimensions}
        for item, value in ((OVERALL, whole.value), *given.items()):
            if value is not None:
                found[item][article] = value
    return found


def _dimension(
    dimension: Dimension, scale: Scale, articles: Sequence[Values], targets: Sequence[float]
) -> Dimension | None:
    criteria = [c for c in dimension.criteria if c.weight and not c.across]
    values = _filled(criteria, articles)
    verdicts = set(targets) == {scale.min, scale.max}
    span = scale.max - scale.min
    wanted = [(target - scale.min) / span for target in targets]
    found = fit([Term(c.id, c.rises) for c in criteria], values, wanted, verdicts=verdicts)
    ends = _ends(found, values, wanted, verdicts=verdicts)
    worst, best = (round(scale.min + span * end, 3) for end in ends)
    if best <= worst:
        return None
    lines = {line.term.measure: line for line in found.lines}
    new = tuple(_criterion(c, lines.get(c.id), found.whole, worst, best) for c in dimension.criteria)
    return replace(dimension, criteria=new)


def _ends(
    found: Fit, articles: Sequence[Values], targets: Sequence[float], *, verdicts: bool
) -> tuple[float, float]:
    """The worst and the best rating, 0-1; both alike where no measure tells anything."""
    from scipy.optimize import lsq_linear

    if not found.whole or (verdicts and not 0 < found.border < found.whole):
        return 0.0, 0.0
    if verdicts:
        return found.ends()
    share = np.array([found.score(article) / found.whole for article in articles])
    worst, best = lsq_linear(np.stack([1 - share, share], axis=1), targets, bounds=(0, 1)).x
    return float(worst), float(best)


def _filled(criteria: Sequence[Criterion], articles: Sequence[Values]) -> list[Values]:
    """Each article's values by criterion, two of which may share a measure.

    Where one does not apply, the rubric goes without it; the mean of the others' values says as little.
    """
    found = [
        {c.id: None if _beside(c, values) else values[c.measure] for c in criteria} for values in articles
    ]
    known = {c.id: [value for v in found if (value := v[c.id]) is not None] for c in criteria}
    means = {id_: float(np.mean(values)) if values else 0.0 for id_, values in known.items()}
    return [{i: means[i] if value is None else value for i, value in row.items()} for row in found]


def _beside(criterion: Criterion, values: Values) -> bool:
    unless = criterion.not_applicable_when
    return unless is not None and unless.holds(values[unless.measure])


def _criterion(criterion: Criterion, line: Line | None, whole: float, worst: float, best: float) -> Criterion:
    """With the fitted line, rounded as it will stand in the file; one that earns nothing keeps its curve."""
    if line is None:
        return criterion
    weight = round(line.weight / whole, 3)
    if not weight:
        return replace(criterion, weight=0.0)
    curve = tuple((float(f"{x:.6g}"), y) for x, y in line.curve(worst, best))
    return replace(criterion, weight=weight, ratings=curve)


def _weighed(rubric: Rubric, rated: Columns, targets: Mapping[str, float]) -> Rubric:
    """With weights of the dimensions that bring the whole closer to people's rating of it."""
    from sklearn.linear_model import LinearRegression

    judged = [d for d in rubric.dimensions if d.weight and rated[d.id]]
    both = [article for article in rated[OVERALL] if article in targets]
    table = np.array([[rated[d.id].get(a, rated[OVERALL][a]) for d in judged] for a in both])
    wanted = np.array([targets[a] for a in both])
    table, wanted = table - table.mean(axis=0), wanted - wanted.mean()
    own = np.array([d.weight for d in judged])
    pull = np.sqrt(FEW * table.var()) * np.eye(len(judged))
    model = LinearRegression(positive=True, fit_intercept=False).fit(
        np.concatenate([table, pull]), np.concatenate([wanted, pull @ (own / own.sum())])
    )
    shares = np.maximum(model.coef_ / max(model.coef_.sum(), 1e-9), _LEAST * own / own.sum())
    weights = {
        d.id: round(float(w), 3) for d, w in zip(judged, own.sum() * shares / shares.sum(), strict=True)
    }
    new = (replace(d, weight=weights.get(d.id, d.weight)) for d in rubric.dimensions)
    return replace(rubric, dimensions=tuple(new))
