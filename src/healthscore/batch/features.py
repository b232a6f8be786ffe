"""The measures of texts as a matrix, for a scikit-learn pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from healthscore.batch.defaults import LIMIT
from healthscore.batch.many import score_many
from healthscore.checks import measures
from healthscore.rubric import required_measures
from healthscore.scoring import as_rubric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from healthscore.rubric import Rubric


class HealthscoreFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Turns texts into their measures: one row a text, one column a measure, NaN where a measure has no value.

    Nothing is learnt from the texts. ``rubric`` decides which of the measures that cost more are taken too;
    ``jobs`` and ``timeout`` are those of ``score_many``. Trees and scalers take NaN as it is; for other models put an
    imputer behind this.
    """

    def __init__(
        self,
        rubric: str | PathLike[str] | Rubric | None = None,
        *,
        jobs: int | None = None,
        timeout: float = LIMIT,
    ) -> None:
        """Keep the parameters; they are looked at when fitted."""
        self.rubric = rubric
        self.jobs = jobs
        self.timeout = timeout

    def fit(self, X: Iterable[str], y: object = None) -> Self:  # noqa: N803 - scikit-learn's name
        """Load the rubric and settle the columns; the texts are not read."""
        _refuse_one_text(X)
        loaded = as_rubric(self.rubric)
        wanted = required_measures(loaded)
        known = measures().items()
        taken = [name for name, one in known if not one.across and (not one.on_demand or name in wanted)]
        self.rubric_ = loaded
        self.feature_names_ = np.array(sorted(taken), dtype=object)
        return self

    def transform(self, X: Iterable[str]) -> NDArray[np.float64]:  # noqa: N803
        """The matrix; raises ``HealthscoreError`` for a text that cannot be rated, such as an empty one."""
        check_is_fitted(self)
        _refuse_one_text(X)
        reports = score_many(
            map(_text, X), rubric=self.rubric_, jobs=self.jobs, timeout=self.timeout, on_error="raise"
        )
        rows = [[report.measures.get(name) for name in self.feature_names_] for report in reports]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(self.feature_names_))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """The names of the columns: those of the measures."""
        check_is_fitted(self)
        return self.feature_names_

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn has to know of it: it takes texts, and looks at them itself."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.no_validation = True
        return tags


def _refuse_one_text(texts: object) -> None:
    if isinstance(texts, str):
        raise TypeError("HealthscoreFeatures takes several texts, as a list or a column; this is one string")


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"HealthscoreFeatures takes texts, not {type(text).__name__}")
    return text
