"""The figures of agreement are those of the libraries, and of the papers they come from."""

import warnings

import numpy as np
import pytest
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import interval_distance
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from healthscore.study import statistics

SHROUT_AND_FLEISS = np.array(  # their table 2: six targets, four judges; ICC(2,1) is .29
    [[9, 6, 8, 7, 10, 6], [2, 1, 4, 1, 5, 2], [5, 3, 6, 2, 6, 4], [8, 2, 8, 6, 9, 7]], dtype=float
)


@pytest.fixture(params=range(5))
def pair(request):
    random = np.random.default_rng(request.param)
    a = random.integers(1, 6, size=24).astype(float)
    return a, np.clip(a + random.integers(-1, 2, size=24), 1, 5)


def test_kappa_is_that_of_scikit_learn(pair):
    assert statistics.kappa(*pair) == pytest.approx(cohen_kappa_score(*pair))


def test_weighted_kappa_is_that_of_scikit_learn(pair):
    assert statistics.weighted_kappa(*pair) == pytest.approx(cohen_kappa_score(*pair, weights="quadratic"))


def test_rank_correlation_is_that_of_scipy(pair):
    assert statistics.spearman(*pair) == pytest.approx(spearmanr(*pair).statistic)


def test_alpha_is_that_of_nltk(pair):
    triples = [(str(rater), str(i), v) for rater, column in enumerate(pair) for i, v in enumerate(column)]
    assert statistics.alpha(*pair) == pytest.approx(
        AnnotationTask(triples, distance=interval_distance).alpha()
    )


def test_intraclass_correlation_is_that_of_its_authors():
    assert statistics.icc_of(SHROUT_AND_FLEISS) == pytest.approx(0.2898, abs=1e-4)


def test_resamples_get_the_figures_they_would_get_alone(pair):
    a, b = (np.stack([ratings, ratings[::-1], np.roll(ratings, 5)]) for ratings in pair)
    b = np.roll(b, 1, axis=-1)
    for statistic in (
        statistics.kappa,
        statistics.weighted_kappa,
        statistics.alpha,
        statistics.icc,
        statistics.spearman,
    ):
        alone = [float(statistic(one, other)) for one, other in zip(a, b, strict=True)]
        assert statistic(a, b) == pytest.approx(alone)


def test_ratings_all_alike_have_no_figure():
    same = np.array([3.0] * 8)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for statistic in (statistics.kappa, statistics.alpha, statistics.icc, statistics.spearman):
            assert np.isnan(statistic(same, same))
    assert statistics.exact(same, same) == 1


def test_halves_are_whole_steps_upwards():
    assert list(statistics.steps(np.array([1.49, 1.5, 2.5]))) == [1, 2, 3]
