"""How far two raters agree, as numbers: each from pairs of ratings, for one sample or many resamples at once.

Arrays have the shape ``(..., articles)``: the first axes are resamples. Libraries take one sample a call, which a
thousand resamples cannot wait for; tests hold these to scikit-learn, scipy and nltk. Where a figure has no value (all
ratings alike) it is NaN.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Ratings = NDArray[np.float64]
Statistic = Callable[[Ratings, Ratings], Ratings]


def steps(ratings: Ratings) -> Ratings:
    """Whole steps of the scale, halves upwards: what kappa and the confusion table compare."""
    whole: Ratings = np.floor(ratings + 0.5)
    return whole


def exact(a: Ratings, b: Ratings) -> Ratings:
    """The share of articles with the same whole rating, 0-1."""
    return np.asarray(np.mean(steps(a) == steps(b), axis=-1))


def within_one(a: Ratings, b: Ratings) -> Ratings:
    """The share of articles with whole ratings at most one step apart, 0-1."""
    return np.asarray(np.mean(np.abs(steps(a) - steps(b)) <= 1, axis=-1))


def kappa(a: Ratings, b: Ratings) -> Ratings:
    """Cohen's kappa of whole ratings, at most 1: agreement beyond chance.

    J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960).
    """
    ones, others = steps(a), steps(b)
    grades = np.unique(np.concatenate([ones.ravel(), others.ravel()]))
    chance = sum(np.mean(ones == grade, axis=-1) * np.mean(others == grade, axis=-1) for grade in grades)
    return _beyond(1 - exact(a, b), 1 - np.asarray(chance))


def weighted_kappa(a: Ratings, b: Ratings) -> Ratings:
    """Cohen's kappa of whole ratings with quadratic weights: a step apart counts little, four steps much.

    J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968).
    """
    ones, others = steps(a), steps(b)
    expected = np.var(ones, axis=-1) + np.var(others, axis=-1) + (ones.mean(-1) - others.mean(-1)) ** 2
    return _beyond(np.mean((ones - others) ** 2, axis=-1), expected)


def alpha(a: Ratings, b: Ratings) -> Ratings:
    """Krippendorff's alpha of two raters who both rated every article, ratings taken as an interval scale.

    K. Krippendorff, Content Analysis (2004), chapter 11.
    """
    both = np.concatenate([a, b], axis=-1)
    return _beyond(np.mean((a - b) ** 2, axis=-1), 2 * np.var(both, axis=-1, ddof=1))


def icc(a: Ratings, b: Ratings) -> Ratings:
    """Intraclass correlation ICC(2,1): absolute agreement of single ratings, two-way random effects.

    P. Shrout and J. Fleiss, Intraclass correlations, Psychological Bulletin 86 (1979).
    """
    return icc_of(np.stack([a, b], axis=-2))


def icc_of(ratings: Ratings) -> Ratings:
    """The same for any number of raters: ``ratings`` has the shape ``(..., raters, articles)``, none missing."""
    raters, articles = ratings.shape[-2:]
    whole = ratings.mean(axis=(-2, -1))
    of_articles = raters * np.sum((ratings.mean(-2) - whole[..., None]) ** 2, axis=-1) / (articles - 1)
    of_raters = articles * np.sum((ratings.mean(-1) - whole[..., None]) ** 2, axis=-1) / (raters - 1)
    total = np.sum((ratings - whole[..., None, None]) ** 2, axis=(-2, -1))
    rest = (total - of_articles * (articles - 1) - of_raters * (raters - 1)) / ((articles - 1) * (raters - 1))
    return _quotient(
        of_articles - rest, of_articles + (raters - 1) * rest + raters * (of_raters - rest) / articles
    )


def spearman(a: Ratings, b: Ratings) -> Ratings:
    """Spearman's rank correlation, -1 to 1: whether both put the articles in the same order."""
    x, y = (rankdata(ratings, axis=-1) for ratings in (a, b))
    x, y = x - x.mean(-1, keepdims=True), y - y.mean(-1, keepdims=True)
    return _quotient(np.sum(x * y, axis=-1), np.sqrt(np.sum(x**2, axis=-1) * np.sum(y**2, axis=-1)))


def difference(a: Ratings, b: Ratings) -> Ratings:
    """The mean of ``a - b``, in points of the scale."""
    return np.asarray(np.mean(a - b, axis=-1))


def _beyond(observed: Ratings, expected: Ratings) -> Ratings:
    """One less the quotient of observed and expected disagreement."""
    return 1 - _quotient(observed, expected)


def _quotient(above: Ratings, below: Ratings) -> Ratings:
    above, below = np.asarray(above, dtype=float), np.asarray(below, dtype=float)
    found: Ratings = np.full(below.shape, np.nan)
    np.divide(above, below, out=found, where=np.abs(below) > 1e-12)
    return found
