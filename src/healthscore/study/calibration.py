"""A rubric fitted to people's ratings: new curves and weights, and how well they do on articles not fitted to.

A dimension's criteria become straight lines in the direction of their curves, weighed by ``fitting``; the two ratings
at the ends of all its lines are those that come closest to people's mean (least squares within the scale). So a
dimension has a number a criterion and two more. Criteria that are switched off, caps, conditions and what withholds a
rating stay. Where people rated the whole, the dimensions' weights are fitted to that too, with the rubric's own weights
counting as much as ``FEW`` articles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from healthscore.checks.base import Measurement
from healthscore.errors import HealthscoreError
from healthscore.rubric import Rubric, rate, required_measures
from healthscore.rubric.meaning import is_across
from healthscore.rubric.schema import KEBAB, Criterion, Dimension, Scale
from healthscore.study import statistics
from healthscore.study.agreement import (
    FEW,
    PEOPLE,
    Comparison,
    Estimate,
    agreement,
    column_of,
    estimate,
    means_of,
    resamples,
)
from healthscore.study.fitting import Line, Term, Values, fit, split
from healthscore.study.matching import aligned
from healthscore.study.sheets import Sheet

FOLDS = 5
OVERALL = "overall"
_LEAST = 0.1  # of its own weight stays with a dimension, so that none vanishes from the report

Columns = dict[str, dict[str, float]]  # item, article, rating


class CalibrationError(HealthscoreError):
    """Ratings to which nothing can be fitted; the text is the problem and the remedy."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the ratings are from: files with their SHA-256, and in words their licence, their source and the day."""

    files: tuple[tuple[str, str], ...] = ()
    licence: str | None = None
    source: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Calibration:
    """A calibrated rubric with what it was made from and what it is worth.

    ``fitted`` are the dimensions with new curves, and ``overall`` where their weights are new; ``kept`` says of each
    other dimension, or the whole, why it stays. ``before`` holds the rubric that was there against people's mean, ``after`` the new
    numbers, each article rated by a fit that has not seen it; ``gains`` is the ICC of the latter less that of the former on the
    same articles.
    """

    base: Rubric
    rubric: Rubric
    raters: tuple[str, ...]
    articles: int
    fitted: tuple[str, ...]
    kept: Mapping[str, str]
    ignored: tuple[str, ...]
    before: tuple[Comparison, ...]
    after: tuple[Comparison, ...]
    gains: Mapping[str, Estimate]
    provenance: Provenance

    @property
    def losses(self) -> tuple[str, ...]:
        """The items on which the new numbers agree with people no better than the old, or on which nobody can say."""
        return tuple(item for item, gain in self.gains.items() if gain.value is None or gain.value <= 0)

    def yaml(self, extends: str | None = None) -> str:
        """The rubric as a file on top of the one it was made from, which ``extends`` names if it is not shipped."""
        from healthscore.report.calibration import as_yaml

        return as_yaml(self, extends or self.base.id)

    def card(self) -> str:
        """Data, licence, method and agreement, as Markdown."""
        from healthscore.report.calibration import as_card

        return as_card(self)


@dataclass(frozen=True, slots=True)
class _Data:
    """The articles that both sides know, by common names: what was measured, and people's means."""

    measured: Mapping[str, Values]
    people: Columns


def calibrate(
    rubric: Rubric,
    measures: Mapping[str, Values],
    people: Sequence[Sheet],
    *,
    name: str | None = None,
    provenance: Provenance | None = None,
) -> Calibration:
    """Fit a rubric's curves and weights to people's ratings of its dimensions, or of ``overall``.

    ``measures`` holds each article's measures by name, at least those that the rubric reads; ratings are on its scale.
    The new rubric is called ``name``, or as the old one with ``-calibrated``. What fewer than 30 articles rate stays.

    Raises:
        CalibrationError: nothing can be fitted, with what to do.
    """
    name = _new_name(rubric, name)
    data, ignored = _matched(rubric, measures, people)
    rated = _rated(rubric, data.measured)
    chosen, kept = _chosen(rubric, data, rated)
    articles = sorted(data.measured)
    fitted, silent = _fitted(rubric, data, chosen, articles)
    kept |= dict.fromkeys(silent, "none of its measures goes with people's ratings")
    chosen = [item for item in chosen if item not in silent]
    if not chosen:
        raise CalibrationError(f"nothing to fit: {'; '.join(f'{item}: {why}' for item, why in kept.items())}")
    items = [item for item in (*(d.id for d in rubric.dimensions), OVERALL) if item in chosen]
    if OVERALL not in items and len(data.people.get(OVERALL, {})) >= FEW:
        items.append(OVERALL)
    before, after = (_held(columns, data, items) for columns in (rated, _by_folds(rubric, data, chosen)))
    provenance = provenance or Provenance()
    raters = tuple(sheet.rater for sheet in people)
    return Calibration(
        base=rubric,
        rubric=_with(fitted, **_identity(rubric, name, len(articles), raters, provenance)),
        raters=raters,
        articles=len(articles),
        fitted=tuple(chosen),
        kept=kept,
        ignored=ignored,
        before=before,
        after=after,
        gains={old.item: _gain(old, new) for old, new in zip(before, after, strict=True)},
        provenance=provenance,
    )


def _new_name(rubric: Rubric, name: str | None) -> str:
    name = name or f"{rubric.id}-calibrated"
    if name == rubric.id or not re.search(KEBAB, name):
        raise CalibrationError(
            f"{name!r} cannot be its id; give a new one in kebab-case, such as 'my-rubric'"
        )
    return name


def _identity(
    rubric: Rubric, name: str, articles: int, raters: Sequence[str], provenance: Provenance
) -> dict[str, str]:
    origin = f" ({provenance.source})" if provenance.source else ""
    day = f" on {provenance.date}" if provenance.date else ""
    licence = provenance.licence or "not stated"
    return {
        "id": name,
        "version": "1.0.0",
        "title": f"{rubric.title}, calibrated",
        "source": f"{rubric.source.strip()} Curves and weights of {rubric.id} {rubric.version} fitted{day} to the ratings "
        f"of {articles} articles by {len(raters)} raters{origin}; licence of the ratings: {licence}.",
    }


def _matched(
    rubric: Rubric, measures: Mapping[str, Values], people: Sequence[Sheet]
) -> tuple[_Data, tuple[str, ...]]:
    """The articles that both know, and the items that the rubric does not have."""
    known = [OVERALL, *(dimension.id for dimension in rubric.dimensions)]
    ours, *them = aligned([Sheet("reports", {article: {} for article in measures}), *people])
    measured = dict(zip(ours.ratings, measures.values(), strict=True))
    items = dict.fromkeys(item for sheet in them for item in sheet.items)
    if not set(items) & set(known):
        raise CalibrationError(
            f"people rated nothing that {rubric.id} has; call a column by one of {', '.join(known)}"
        )
    common = {a for a in measured if any(a in sheet.ratings for sheet in them)}
    if not common:
        raise CalibrationError("no article in common with people; call an article by its file's name")
    for article in sorted(common):
        _check_measures(rubric, article, measured[article])
    for sheet in them:
        _check_scale(rubric, sheet)
    means = {i: means_of([column_of(sheet, i) for sheet in them]) for i in known if i in items}
    rated = {i: {a: value for a, value in column.items() if a in common} for i, column in means.items()}
    return _Data({a: measured[a] for a in sorted(common)}, rated), tuple(i for i in items if i not in known)


def _check_measures(rubric: Rubric, article: str, values: Values) -> None:
    needed = {measure for measure in required_measures(rubric) if not is_across(measure)}
    missing = sorted(needed - values.keys())
    if missing:
        more = f" and {len(missing) - 1} more" if missing[1:] else ""
        raise CalibrationError(
            f"the report on {article} lacks {missing[0]}{more}, which {rubric.id} {rubric.version} reads; score it anew"
        )


def _check_scale(rubric: Rubric, sheet: Sheet) -> None:
    for article, rated in sheet.ratings.items():
        for item in rated.keys() & {OVERALL, *(dimension.id for dimension in rubric.dimensions)}:
            scale = rubric.whole[0] if item == OVERALL else rubric.scale
            if not scale.min <= rated[item] <= scale.max:
                raise CalibrationError(
                    f"{sheet.rater} rates {item} of {article} {rated[item]:g}, outside the scale of {rubric.id}; bring "
                    f"the ratings to {scale.min:g} to {scale.max:g}"
                )


def _rated(rubric: Rubric, measured: Mapping[str, Values]) -> Columns:
    """What the rubric gives: by item, then by article; what it withholds is not there."""
    found: Columns = {OVERALL: {}, **{dimension.id: {} for dimension in rubric.dimensions}}
    for article, values in measured.items():
        whole, dimensions = rate(rubric, {name: Measurement(value, "") for name, value in values.items()})
        for item, rating in ((OVERALL, whole), *((d.id, d.rating) for d in dimensions)):
            if rating.value is not None:
                found[item][article] = rating.value
    return found


def _chosen(rubric: Rubric, data: _Data, rated: Columns) -> tuple[list[str], dict[str, str]]:
    """What is fitted, and of the rest why not."""
    chosen, kept = [], {}
    for item in (*(dimension.id for dimension in rubric.dimensions), OVERALL):
        both = len(data.people.get(item, {}).keys() & rated[item].keys())
        if item not in data.people:
            kept[item] = "people did not rate it"
        elif item == OVERALL and rubric.total is not None:
            kept[item] = "it is a sum, and has no weights to fit"
        elif both < FEW:
            kept[item] = f"{both} articles that both rated, at least {FEW} are needed"
        else:
            chosen.append(item)
    return chosen, kept


def _fitted(
    rubric: Rubric, data: _Data, chosen: Sequence[str], articles: Sequence[str]
) -> tuple[Rubric, list[str]]:
    """The rubric fitted to these articles, and the dimensions of which no measure tells anything."""
    measured = {article: data.measured[article] for article in articles}
    rated = _rated(rubric, measured)
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
    fresh = _with(rubric, dimensions=tuple(dimensions))
    if OVERALL in chosen:
        fresh = _weighed(fresh, _rated(fresh, measured), data.people[OVERALL])
    return fresh, silent


def _dimension(
    dimension: Dimension, scale: Scale, articles: Sequence[Values], targets: Sequence[float]
) -> Dimension | None:
    from scipy.optimize import lsq_linear

    criteria = [c for c in dimension.criteria if c.weight and not c.across]
    values = _filled(criteria, articles)
    found = fit([Term(c.id, c.rises) for c in criteria], values, targets, verdicts=False)
    whole = sum(line.weight for line in found.lines)
    if whole <= 0:
        return None
    share = np.array([found.score(article) / whole for article in values])
    ends = lsq_linear(np.stack([1 - share, share], axis=1), targets, bounds=(scale.min, scale.max)).x
    worst, best = (round(float(end), 2) for end in ends)
    if best <= worst:
        return None
    lines = {line.term.measure: line for line in found.lines}
    changed = tuple(_criterion(c, lines.get(c.id), whole, worst, best) for c in dimension.criteria)
    return dimension.model_copy(update={"criteria": changed})


def _filled(criteria: Sequence[Criterion], articles: Sequence[Values]) -> list[Values]:
    """Each article's values by criterion, two of which may share a measure.

    Where one does not apply, the rubric goes without it; the mean of the others' values says as little.
    """
    found = [
        {c.id: None if _beside(c, values) else values[c.measure] for c in criteria} for values in articles
    ]
    known = {c.id: [v[c.id] for v in found if v[c.id] is not None] for c in criteria}
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
        return criterion.model_copy(update={"weight": 0.0})
    curve = tuple((float(f"{x:.6g}"), y) for x, y in line.curve(worst, best))
    return criterion.model_copy(update={"weight": weight, "ratings": curve})


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
    changed = (d.model_copy(update={"weight": weights.get(d.id, d.weight)}) for d in rubric.dimensions)
    return _with(rubric, dimensions=tuple(changed))


def _with(rubric: Rubric, **changes: Any) -> Rubric:
    """A changed rubric, checked like a file."""
    return Rubric.model_validate(rubric.model_dump(by_alias=True) | changes)


def _by_folds(rubric: Rubric, data: _Data, chosen: Sequence[str]) -> Columns:
    """Every article's ratings by a rubric that was fitted without it."""
    found: Columns = {}
    articles = sorted(data.measured)
    for seen, unseen in split([0.0] * len(articles), FOLDS, verdicts=False):
        fitted, _ = _fitted(rubric, data, chosen, [articles[i] for i in seen])
        for item, column in _rated(fitted, {articles[i]: data.measured[articles[i]] for i in unseen}).items():
            found.setdefault(item, {}).update(column)
    return found


def _held(columns: Columns, data: _Data, items: Sequence[str]) -> tuple[Comparison, ...]:
    """Ratings of ours against people's means."""
    ours, people = (
        Sheet(rater, {a: {i: c[i][a] for i in items if a in c[i]} for a in data.measured})
        for rater, c in (("healthscore", columns), (PEOPLE, data.people))
    )
    return agreement(ours, [people], items).with_people


def _gain(before: Comparison, after: Comparison) -> Estimate:
    old = {article: rating for article, rating, _ in before.ratings}
    triples = [(old[article], rating, theirs) for article, rating, theirs in after.ratings if article in old]
    first, second, people = np.array(triples).T
    chosen = resamples(len(triples))
    of_all = statistics.icc(second, people) - statistics.icc(first, people)
    of_each = statistics.icc(second[chosen], people[chosen]) - statistics.icc(first[chosen], people[chosen])
    return estimate(of_all, of_each)
