"""Health news of which experts counted the criteria that it meets: does an overall rating go with their count?

The FILE has JSON lines with a text and ``labels`` with ``n_satisfactory_0_10``. ``spearman`` is of the five-dimension
rating as shipped, with nothing fitted to such counts; ``spearman_length`` of the number of words alone.
``spearman_fitted`` is of a fit, by five folds, of the measures that the rubrics five-dimensions and news-review name,
where the two agree on a measure's direction; ``spearman_words`` of TF-IDF and a ridge regression, by folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from articles import DataError
from healthscore import load_rubric
from healthscore.scoring import DEFAULT_RUBRIC, rate
from healthscore.study import by_folds
from tasks import news
from tasks.base import Figures, Task, correlation, ranks

LABEL = "n_satisfactory_0_10"
_MIDDLE = 3.0  # an article without a rating


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = _rows(files[0])
    counts = [float(row["labels"][LABEL]) for row in found]
    unfitted = [_rating(row) for row in found]
    return {
        "spearman": _spearman(counts, [_MIDDLE if value is None else value for value in unfitted]),
        "spearman_length": _spearman(counts, [len(row["text"].split()) for row in found]),
        "spearman_fitted": _spearman(counts, _fitted(found, counts)) if fit else None,
        "spearman_words": _spearman(counts, _words(found, counts)) if fit else None,
        "n": len(found),
        "n_not_rated": sum(value is None for value in unfitted),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each article with the experts' count and the rating."""
    for row in _rows(files[0]):
        yield {"id": row.get("id"), "count": row["labels"][LABEL], "rating": _rating(row)}


def _rows(path: Path) -> list[news.Row]:
    found = news.rows(path, LABEL)
    counts = [row["labels"][LABEL] for row in found]
    if not all(isinstance(count, int | float) for count in counts) or len(set(counts)) < 2:
        raise DataError(f"{path}: {LABEL} must be numbers that differ")
    return found


def _rating(row: news.Row) -> float | None:
    return rate(news.article(row), load_rubric(DEFAULT_RUBRIC)).rating.value


def _fitted(found: Sequence[news.Row], counts: Sequence[float]) -> list[float]:
    rubrics = load_rubric(DEFAULT_RUBRIC), load_rubric("news-review")
    measured = news.values(found, news.needed(*rubrics))
    return [score for score, _ in by_folds(news.terms(*rubrics), measured, counts, verdicts=False)]


def _words(found: Sequence[news.Row], counts: Sequence[float]) -> list[float]:
    from sklearn.linear_model import Ridge
    from sklearn.model_selection import KFold, cross_val_predict
    from sklearn.pipeline import make_pipeline

    folds = KFold(news.FOLDS, shuffle=True, random_state=1)
    said = cross_val_predict(
        make_pipeline(news.words(), Ridge(1.0)), [r["text"] for r in found], counts, cv=folds
    )
    return [float(value) for value in said]


def _spearman(one: Sequence[float], other: Sequence[float]) -> float:
    return correlation(ranks(one), ranks(other))


TASK = Task(
    name="overall",
    summary="an overall rating of health news, beside how many criteria experts found met",
    files=("JSON lines with text and the label n_satisfactory_0_10",),
    measure=measure,
    rows=rows,
)
