"""How far our ratings agree with people's, and people's among themselves, item by item, with intervals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from healthscore.errors import HealthscoreError
from healthscore.study import statistics
from healthscore.study.matching import aligned
from healthscore.study.sheets import Sheet
from healthscore.study.statistics import Ratings, Statistic

RESAMPLES = 1_000
SEED = 20_261
FEWEST = 5
"""Articles under which nothing but percentages and the mean difference is worth a figure."""
FEW = 30
"""Articles under which the intervals are so wide that most conclusions must wait: see ``docs/agreement.md``."""
PEOPLE = "people (mean)"

STATISTICS: Mapping[str, Statistic] = {
    "exact": statistics.exact,
    "within_one": statistics.within_one,
    "kappa": statistics.kappa,
    "weighted_kappa": statistics.weighted_kappa,
    "alpha": statistics.alpha,
    "icc": statistics.icc,
    "spearman": statistics.spearman,
    "difference": statistics.difference,
}
_ALWAYS = ("exact", "within_one", "difference")


class NothingInCommonError(HealthscoreError):
    """Two sides that have rated no article, or no item, in common."""

    def __init__(
        self, us: Sheet, them: Sequence[Sheet], missing: Sequence[str], common: Sequence[str]
    ) -> None:
        """Name what each side rated."""
        people = ", ".join(sheet.rater for sheet in them)
        if common:
            said = f"{us.rater} and {people} have not both rated {', '.join(missing)}; both rated {', '.join(common)}"
        elif all(us.ratings.keys().isdisjoint(sheet.ratings) for sheet in them):
            said = f"{us.rater} and {people} have no article in common; call an article by its file's name"
        else:
            said = f"{us.rater} and {people} have no item in common; call a column by one of {', '.join(us.items)}"
        super().__init__(said)


class Estimate(Struct, frozen=True):
    """A figure and its 95 % interval, from resampled articles; None where there is none to be had."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Comparison(Struct, frozen=True):
    """Two raters on one item.

    ``estimates`` are those of ``STATISTICS``, with ``difference`` as first less second. ``limits`` are the limits of
    agreement (Bland and Altman 1986): between them lie 95 % of the differences. ``grades`` and ``confusion``: how
    often the first gave the grade of the row where the second gave that of the column.
    """

    item: str
    first: str
    second: str
    ratings: tuple[tuple[str, float, float], ...]
    estimates: Mapping[str, Estimate]
    limits: tuple[float, float] | None
    grades: tuple[int, ...]
    confusion: tuple[tuple[int, ...], ...]

    @property
    def articles(self) -> int:
        """How many articles both have rated."""
        return len(self.ratings)


class Among(Struct, frozen=True):
    """All people on one item: Krippendorff's alpha, ratings missing or not, and ICC(2,1) of the articles all rated."""

    item: str
    raters: int
    articles: int
    alpha: Estimate
    icc: Estimate


class Agreement(Struct, frozen=True):
    """Every comparison: of us with the people's mean and with each of them, and of people with each other."""

    ours: str
    people: tuple[str, ...]
    with_people: tuple[Comparison, ...]
    between_people: tuple[Comparison, ...]
    among_people: tuple[Among, ...]
    unmatched: tuple[str, ...]


def agreement(ours: Sheet, people: Sequence[Sheet], items: Iterable[str] = ()) -> Agreement:
    """Hold our ratings against people's, on ``items`` or on all that we and at least one of them rated.

    Ratings are on one scale. Kappa and the confusion table compare whole steps of it, halves upwards. The intervals
    are percentiles of the figures of 1,000 samples of the articles, drawn with replacement from a fixed seed.

    Raises:
        NothingInCommonError: there is no item, or not one of ``items``, that both sides rated on one article.
    """
    us, *them = aligned([ours, *people])
    chosen = _chosen(us, them, list(items))
    with_people, between, among = [], [], []
    for item in chosen:
        columns = [column_of(sheet, item) for sheet in them]
        mine, means = column_of(us, item), means_of(columns)
        named = [(sheet.rater, column) for sheet, column in zip(them, columns, strict=True) if column]
        others = [(PEOPLE, means), *named] if len(named) > 1 else named
        with_people += [_comparison(item, (us.rater, mine), other) for other in others]
        between += [_comparison(item, one, other) for one, other in combinations(named, 2)]
        if len(named) > 1:
            among.append(_among(item, [column for _, column in named]))
    return Agreement(
        us.rater,
        tuple(sheet.rater for sheet in them),
        tuple(with_people),
        tuple(between),
        tuple(among),
        _unmatched(us, them),
    )


def _chosen(us: Sheet, them: Sequence[Sheet], items: Sequence[str]) -> list[str]:
    theirs = [sheet for sheet in them if not us.ratings.keys().isdisjoint(sheet.ratings)]
    common = [item for item in us.items if any(item in sheet.items for sheet in theirs)]
    missing = [item for item in items if item not in common]
    if missing or not common:
        raise NothingInCommonError(us, them, missing, common)
    return list(items) or common


def column_of(sheet: Sheet, item: str) -> dict[str, float]:
    """What a rater gave each article for one item."""
    return {article: rated[item] for article, rated in sheet.ratings.items() if item in rated}


def means_of(columns: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean rating of each article, of those who rated it."""
    articles = dict.fromkeys(article for column in columns for article in column)
    return {a: float(np.mean([column[a] for column in columns if a in column])) for a in articles}


def _unmatched(us: Sheet, them: Sequence[Sheet]) -> tuple[str, ...]:
    """The articles that only we, or only people, have rated."""
    theirs = {article for sheet in them for article in sheet.ratings}
    return tuple(sorted(theirs ^ us.ratings.keys()))


def _comparison(
    item: str, one: tuple[str, Mapping[str, float]], other: tuple[str, Mapping[str, float]]
) -> Comparison:
    (first, ones), (second, others) = one, other
    pairs = tuple((article, value, others[article]) for article, value in ones.items() if article in others)
    a, b = (np.array([pair[place] for pair in pairs], dtype=float) for place in (1, 2))
    grades, table = _confusion(a, b)
    return Comparison(item, first, second, pairs, _estimates(a, b), _limits(a - b), grades, table)


def _estimates(a: Ratings, b: Ratings) -> dict[str, Estimate]:
    if not len(a):
        return {name: Estimate(None) for name in STATISTICS}
    chosen = resamples(len(a))
    return {
        name: estimate(statistic(a, b), statistic(a[chosen], b[chosen]))
        if name in _ALWAYS or len(a) >= FEWEST
        else Estimate(None)
        for name, statistic in STATISTICS.items()
    }


def resamples(articles: int) -> NDArray[np.int64]:
    """The articles drawn, by place: shape ``(RESAMPLES, articles)``, the same for the same number of articles."""
    return np.random.default_rng(SEED).integers(articles, size=(RESAMPLES, articles))


def estimate(value: Ratings, resampled: Ratings) -> Estimate:
    """A figure with the interval of the same figure in resamples."""
    known = resampled[~np.isnan(resampled)]
    if np.isnan(value):
        return Estimate(None)
    if (
        len(known) < RESAMPLES / 2
    ):  # in most samples all ratings are alike: an interval of the rest would mislead
        return Estimate(round(float(value), 4))
    low, high = np.percentile(known, (2.5, 97.5))
    return Estimate(round(float(value), 4), round(float(low), 4), round(float(high), 4))


def _limits(differences: Ratings) -> tuple[float, float] | None:
    if len(differences) < FEWEST:
        return None
    mean, spread = float(np.mean(differences)), 1.96 * float(np.std(differences, ddof=1))
    return round(mean - spread, 4), round(mean + spread, 4)


def _confusion(a: Ratings, b: Ratings) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...]]:
    ones, others = statistics.steps(a).astype(int), statistics.steps(b).astype(int)
    grades = tuple(range(min(*ones, *others), max(*ones, *others) + 1)) if len(a) else ()
    counts = tuple(tuple(int(np.sum((ones == x) & (others == y))) for y in grades) for x in grades)
    return grades, counts


def _among(item: str, columns: Sequence[Mapping[str, float]]) -> Among:
    rated = sorted({article for column in columns for article in column})
    table = np.array([[column.get(article, np.nan) for article in rated] for column in columns])
    table = table[:, np.sum(~np.isnan(table), axis=0) > 1]  # of one rating alone nothing can be said
    whole = table[:, ~np.isnan(table).any(axis=0)]
    return Among(item, len(columns), table.shape[1], _alpha_of(table), _icc_of(whole))


def _alpha_of(table: Ratings) -> Estimate:
    """Krippendorff's alpha by nltk: ``table`` has the shape ``(raters, articles)``, NaN where a rating is missing."""
    from nltk.metrics.agreement import AnnotationTask
    from nltk.metrics.distance import interval_distance

    if table.shape[1] < FEWEST or len(np.unique(table[~np.isnan(table)])) < 2:
        return Estimate(None)
    triples = [
        (str(rater), str(article), float(value))
        for (rater, article), value in np.ndenumerate(table)
        if not np.isnan(value)
    ]
    return Estimate(round(float(AnnotationTask(triples, distance=interval_distance).alpha()), 4))


def _icc_of(table: Ratings) -> Estimate:
    if table.shape[1] < FEWEST:
        return Estimate(None)
    chosen = resamples(table.shape[1])
    samples = np.moveaxis(table[:, chosen], 0, 1)
    return estimate(statistics.icc_of(table), statistics.icc_of(samples))
