"""A rubric calibrated to people's ratings, and how well it then does on articles that it was not fitted to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from msgspec import Struct

from healthscore.checks.base import counted
from healthscore.errors import HealthscoreError
from healthscore.rubric import Rubric, required_measures
from healthscore.rubric.meaning import is_across
from healthscore.rubric.schema import KEBAB
from healthscore.study import statistics
from healthscore.study.agreement import (
    FEW,
    FEWEST,
    PEOPLE,
    Comparison,
    Estimate,
    agreement,
    column_of,
    estimate,
    means_of,
    resamples,
)
from healthscore.study.fitting import Values, split
from healthscore.study.matching import aligned
from healthscore.study.refitting import OVERALL, Columns, Data, rated_by, refitted
from healthscore.study.sheets import Sheet

FOLDS = 5


class CalibrationError(HealthscoreError):
    """Ratings to which nothing can be fitted; the text is the problem and the remedy."""


class Provenance(Struct, frozen=True):
    """Where the ratings are from: files with their SHA-256, and in words their licence, their source and the day."""

    files: tuple[tuple[str, str], ...] = ()
    licence: str | None = None
    source: str | None = None
    date: str | None = None


class Calibration(Struct, frozen=True):
    """A calibrated rubric with what it was made from and what it is worth.

    ``fitted`` are the dimensions with new curves, and ``overall`` where their weights are new; ``kept`` says of each
    other dimension, or the whole, why it stays. ``before`` holds the rubric that was there against people's mean,
    ``after`` the new numbers, each article rated by a fit that has not seen it; ``gains`` is the ICC of the latter less
    that of the former on the same articles.
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
    rated = rated_by(rubric, data.measured)
    chosen, kept = _chosen(rubric, data, rated)
    articles = sorted(data.measured)
    fitted, silent = refitted(rubric, data, chosen, articles)
    kept = dict.fromkeys(silent, "none of its measures goes with people's ratings") | kept
    chosen = [item for item in chosen if item not in silent]
    if not chosen:
        reasons = (f"{item}: {why}" for item, why in kept.items() if item in data.people)
        raise CalibrationError(f"nothing to fit: {'; '.join(reasons)}")
    items = [item for item in (*(d.id for d in rubric.dimensions), OVERALL) if item in chosen]
    if OVERALL not in items and len(data.people.get(OVERALL, {})) >= FEW:
        items.append(OVERALL)
    before, after = (_held(columns, data, items) for columns in (rated, _by_folds(rubric, data, chosen)))
    provenance = provenance or Provenance()
    raters = tuple(dict.fromkeys(sheet.rater for sheet in people))
    return Calibration(
        base=rubric,
        rubric=_named(fitted, name, len(articles), raters, provenance),
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
    if name == rubric.id or not re.fullmatch(KEBAB, name):
        raise CalibrationError(
            f"{name!r} cannot be its id; give a new one in kebab-case, such as 'my-rubric'"
        )
    return name


def _named(rubric: Rubric, name: str, articles: int, raters: Sequence[str], provenance: Provenance) -> Rubric:
    """With a name, a version and a source of its own."""
    origin = f" ({provenance.source})" if provenance.source else ""
    day = f" on {provenance.date}" if provenance.date else ""
    licence = provenance.licence or "not stated"
    return replace(
        rubric,
        id=name,
        version="1.0.0",
        title=f"{rubric.title}, calibrated",
        source=f"{rubric.source.strip()} Curves and weights of {rubric.id} {rubric.version} fitted{day} to the "
        f"ratings of {articles} articles by {counted(len(raters), 'rater')}{origin}; licence of the ratings: {licence}.",
    )


def _matched(
    rubric: Rubric, measures: Mapping[str, Values], people: Sequence[Sheet]
) -> tuple[Data, tuple[str, ...]]:
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
    return Data({a: measured[a] for a in sorted(common)}, rated), tuple(i for i in items if i not in known)


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


def _chosen(rubric: Rubric, data: Data, rated: Columns) -> tuple[list[str], dict[str, str]]:
    """What is fitted, and of the rest why not."""
    chosen, kept = [], {}
    for item in (*(dimension.id for dimension in rubric.dimensions), OVERALL):
        both = len(data.people.get(item, {}).keys() & rated[item].keys())
        if item not in data.people:
            kept[item] = "people did not rate it"
        elif item == OVERALL and rubric.total is not None:
            kept[item] = "it is a sum, and has no weights to fit"
        elif both < FEW:
            kept[item] = f"both sides rated {counted(both, 'article')}, at least {FEW} are needed"
        else:
            chosen.append(item)
    return chosen, kept


def _by_folds(rubric: Rubric, data: Data, chosen: Sequence[str]) -> Columns:
    """Every article's ratings by a rubric that was fitted without it."""
    found: Columns = {}
    articles = sorted(data.measured)
    for seen, unseen in split([0.0] * len(articles), FOLDS, verdicts=False):
        fitted, _ = refitted(rubric, data, chosen, [articles[i] for i in seen])
        for item, column in rated_by(
            fitted, {articles[i]: data.measured[articles[i]] for i in unseen}
        ).items():
            found.setdefault(item, {}).update(column)
    return found


def _held(columns: Columns, data: Data, items: Sequence[str]) -> tuple[Comparison, ...]:
    """Ratings of ours against people's means."""
    ours, people = (
        Sheet(rater, {a: {i: c[i][a] for i in items if a in c[i]} for a in data.measured})
        for rater, c in (("healthscore", columns), (PEOPLE, data.people))
    )
    return agreement(ours, [people], items).with_people


def _gain(before: Comparison, after: Comparison) -> Estimate:
    old = {article: rating for article, rating, _ in before.ratings}
    triples = [(old[article], rating, theirs) for article, rating, theirs in after.ratings if article in old]
    if len(triples) < FEWEST:  # the new numbers withhold what the old ones rated
        return Estimate(None)
    first, second, people = np.array(triples).T
    chosen = resamples(len(triples))
    of_all = statistics.icc(second, people) - statistics.icc(first, people)
    of_each = statistics.icc(second[chosen], people[chosen]) - statistics.icc(first[chosen], people[chosen])
    return estimate(of_all, of_each)
