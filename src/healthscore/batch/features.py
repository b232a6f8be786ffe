"""The measures of texts as a matrix, for a scikit-learn pipeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Self, cast

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
    imputer behind this. The texts come as a list, a column, or a frame or matrix of one column.
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
        _column(X)
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
        reports = score_many(
            map(_text, _column(X)),
            rubric=self.rubric_,
            jobs=self.jobs,
            timeout=self.timeout,
            on_error="raise",
        )
        rows = [[report.measures.get(name) for name in self.feature_names_] for report in reports]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(self.feature_names_))

    if TYPE_CHECKING:  # it comes from scikit-learn, which has no types

        def fit_transform(  # noqa: D102
            self,
            X: Iterable[str],  # noqa: N803
            y: object = None,
            **fit_params: object,
        ) -> NDArray[np.float64]: ...

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


def _column(texts: Any) -> Iterable[object]:
    """The texts one after another: what has rows and columns goes by its rows, and may have one column alone."""
    if isinstance(texts, str | bytes):
        raise TypeError("HealthscoreFeatures takes several texts, as a list or a column; this is one string")
    if isinstance(texts, Mapping):
        raise TypeError("HealthscoreFeatures takes texts, as a list or a column; this is a mapping")
    shape = getattr(texts, "shape", None)
    if not isinstance(shape, tuple) or len(shape) == 1:
        return cast("Iterable[object]", texts)
    matrix = np.asarray(texts)
    if matrix.ndim != 2 or matrix.shape[1] != 1:
        columns = f"{shape[1]} columns" if len(shape) == 2 else f"the shape {shape}"
        raise TypeError(f"HealthscoreFeatures takes one column of texts; this has {columns}")
    return cast("Iterable[object]", matrix[:, 0])


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError(f"HealthscoreFeatures takes texts, not {type(text).__name__}")
    return text
