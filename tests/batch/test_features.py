"""Measures for pandas and scikit-learn."""

import math
import pickle
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import NotFittedError
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

from healthscore import HealthscoreError, HealthscoreFeatures, reports_to_dataframe, score, score_many

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [
    (EXAMPLES / name).read_text(encoding="utf-8") for name in ("leaflet.txt", "spun.txt", "one-sided.md")
]

# ``check_estimator`` runs nothing for estimators of texts; these are its checks that need no matrix of numbers.
CHECKS = (
    "check_do_not_raise_errors_in_init_or_set_params",
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_get_params_invariance",
    "check_mixin_order",
    "check_no_attributes_set_in_init",
    "check_parameters_default_constructible",
    "check_set_params",
    "check_valid_tag_types",
)


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_of_scikit_learn(name):
    check = getattr(estimator_checks, name, None)
    if check is None:
        pytest.skip("not a check of this version of scikit-learn")
    check("HealthscoreFeatures", HealthscoreFeatures())


def test_a_row_a_text_and_a_column_a_measure():
    features = HealthscoreFeatures()
    matrix = features.fit_transform(TEXTS)
    names = list(features.get_feature_names_out())
    assert matrix.shape == (3, len(names))
    assert matrix.dtype == np.float64
    for text, row in zip(TEXTS, matrix, strict=True):
        measures = score(text).measures
        assert names == sorted(measures)
        for name, value in zip(names, row, strict=True):
            assert math.isnan(value) if measures[name] is None else value == measures[name]


def _frame(texts):
    return pytest.importorskip("pandas").DataFrame({"text": texts})


@pytest.mark.parametrize(
    "column",
    [
        _frame,
        lambda texts: np.array(texts),
        lambda texts: np.array(texts)[:, None],
        lambda t: _frame(t)["text"],
    ],
    ids=["frame", "vector", "matrix", "series"],
)
def test_a_frame_of_one_column_is_read_as_its_texts(column):
    expected = HealthscoreFeatures().fit_transform(TEXTS)
    np.testing.assert_array_equal(HealthscoreFeatures().fit_transform(column(TEXTS)), expected)


@pytest.mark.parametrize("chosen", ["text", ["text"]])
def test_it_works_in_a_column_transformer(chosen):
    columns = ColumnTransformer([("healthscore", HealthscoreFeatures(), chosen)])
    assert columns.fit_transform(_frame(TEXTS)).shape[0] == len(TEXTS)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"text": TEXTS}, "a mapping"),
        (b"Tea is warm.", "one string"),
        (np.array([TEXTS]), "this has 3 columns"),
        (np.array([[TEXTS]]), r"the shape \(1, 1, 3\)"),
        (csr_matrix([[1.0, 2.0]]), "this has 2 columns"),
    ],
    ids=["mapping", "bytes", "row", "cube", "sparse"],
)
@pytest.mark.parametrize("do", ["fit", "transform"])
def test_what_is_no_column_of_texts_is_refused(do, texts, said):
    with pytest.raises(TypeError, match=said):
        getattr(HealthscoreFeatures().fit(TEXTS), do)(texts)


def test_workers_make_the_same_matrix():
    here, there = (HealthscoreFeatures(jobs=jobs).fit_transform(TEXTS) for jobs in (None, 2))
    np.testing.assert_array_equal(here, there)


def test_it_works_in_a_pipeline_cloned_and_pickled():
    model = make_pipeline(
        clone(HealthscoreFeatures()), SimpleImputer(keep_empty_features=True), LogisticRegression()
    )
    model.fit(TEXTS, [1, 0, 0])
    assert list(pickle.loads(pickle.dumps(model)).predict(TEXTS)) == list(model.predict(TEXTS))


def test_no_text_makes_no_row():
    features = HealthscoreFeatures().fit([])
    assert features.transform([]).shape == (0, len(features.get_feature_names_out()))


def test_what_is_wrong_is_said():
    with pytest.raises(NotFittedError):
        HealthscoreFeatures().transform(TEXTS)
    with pytest.raises(TypeError, match="one string"):
        HealthscoreFeatures().fit(TEXTS[0])
    with pytest.raises(TypeError, match="not int"):
        HealthscoreFeatures().fit([]).transform([3])
    with pytest.raises(HealthscoreError):
        HealthscoreFeatures(rubric="no-such-rubric").fit([])


def test_reports_as_a_data_frame():
    pytest.importorskip("pandas")
    reports = list(score_many(TEXTS))
    frame = reports_to_dataframe(iter(reports), measures=True)
    assert list(frame["rating"]) == [round(report.rating.value, 2) for report in reports]
    assert frame["sourcing.sourced_claim_share"][0] == reports[0].measures["sourcing.sourced_claim_share"]
    assert list(reports_to_dataframe(reports).columns) == list(reports[0].to_row())
    assert list(reports_to_dataframe([]).columns) == [
        column for column in reports[0].to_row() if not column.startswith("rating_")
    ]


def test_without_pandas_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(HealthscoreError, match=r"pip install 'healthscore\[pandas\]'"):
        reports_to_dataframe([])
