"""Health news that experts have judged by ten criteria: does a fit of named measures say what they say?

The FILE has JSON lines with a text and ``labels``: for each criterion ``Satisfactory``, ``Not Satisfactory`` or ``Not
Applicable``; what did not apply is left out. The measures of each criterion, and their directions, are those of the
rubric ``news-review``; their weights are fitted by five folds of articles, so that every figure is of articles that the
weights have not seen. ``recall`` is the share of the unsatisfactory ones that are called so, ``specificity`` that of
the satisfactory ones. ``_shipped`` is of the rubric as it is shipped: in sample, where it was fitted to the same
articles. ``_words`` is of TF-IDF and a logistic regression, by folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from articles import DataError
from healthscore import load_rubric
from healthscore.rubric import Rubric
from healthscore.scoring import rate
from healthscore.study import by_folds, terms_of
from tasks import labelled, news
from tasks.base import Figures, Task

RUBRIC = "news-review"
YES, NO = "Satisfactory", "Not Satisfactory"
_MEANS = ("auc", "kappa", "macro_f1", "recall", "specificity")


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file: means over the criteria, then each criterion."""
    rubric = load_rubric(RUBRIC)
    found = rows_of(files[0], rubric)
    by_rubric = _shipped(found, rubric)
    measured = news.values(found, news.needed(rubric)) if fit else []
    each: dict[str, float] = {}
    for dimension in rubric.dimensions:
        places, verdicts = verdicts_of(found, dimension.id)
        if min(sum(verdicts), len(verdicts) - sum(verdicts)) < news.FOLDS:
            continue  # too few of one verdict to say anything
        shipped = [by_rubric[i][dimension.id] for i in places]
        each |= _figures(dimension.id, verdicts, [(s, s >= 0.5) for s in shipped], "_shipped")
        if fit:
            said = by_folds(terms_of(dimension), [measured[i] for i in places], verdicts, verdicts=True)
            each |= _figures(dimension.id, verdicts, said, "")
            each |= _figures(dimension.id, verdicts, _words([found[i] for i in places], verdicts), "_words")
    means = {
        f"mean_{name}{suffix}": round(fmean(values), 4)
        for suffix in ("", "_words", "_shipped")
        for name in _MEANS
        if (values := [v for key, v in each.items() if key.endswith(f" {name}{suffix}")])
    }
    if not means:
        raise DataError(f"{files[0]}: no criterion has {news.FOLDS} articles of each verdict")
    return {**means, **each, "n": len(found)}


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each verdict of the rubric as shipped that is not the experts', with their reason."""
    rubric = load_rubric(RUBRIC)
    for row in rows_of(files[0], rubric):
        for dimension in rate(news.article(row), rubric).dimensions:
            label, said = row["labels"][_key(dimension.id)], dimension.rating.value
            if label in (YES, NO) and said is not None and (said >= 0.5) != (label == YES):
                why = (row.get("explanation") or {}).get(_key(dimension.id))
                yield {
                    "id": row.get("id"),
                    "criterion": dimension.id,
                    "label": label,
                    "said": said,
                    "why": why,
                }


def rows_of(path: Path, rubric: Rubric) -> list[news.Row]:
    return news.rows(path, *(_key(dimension.id) for dimension in rubric.dimensions))


def _key(dimension: str) -> str:
    return dimension.replace("-", "_")


def verdicts_of(found: Sequence[news.Row], dimension: str) -> tuple[list[int], list[bool]]:
    """The places of the articles to which a criterion applied, and whether each was satisfactory."""
    labels = [row["labels"][_key(dimension)] for row in found]
    places = [i for i, label in enumerate(labels) if label in (YES, NO)]
    return places, [labels[i] == YES for i in places]


def _shipped(found: Sequence[news.Row], rubric: Rubric) -> list[dict[str, float]]:
    """The ratings of the rubric as it is; a withheld one is in the middle."""
    reports = (rate(news.article(row), rubric) for row in found)
    return [{d.id: 0.5 if d.rating.value is None else d.rating.value for d in r.dimensions} for r in reports]


def _words(found: Sequence[news.Row], verdicts: Sequence[bool]) -> list[tuple[float, bool]]:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(news.words(), LogisticRegression(C=10.0, class_weight="balanced", max_iter=2000))
    folds = StratifiedKFold(news.FOLDS, shuffle=True, random_state=1)
    texts = [row["text"] for row in found]
    said = cross_val_predict(model, texts, list(verdicts), cv=folds, method="predict_proba")[:, 1]
    return [(float(score), bool(score > 0.5)) for score in said]


def _figures(
    dimension: str, verdicts: Sequence[bool], said: Sequence[tuple[float, bool]], suffix: str
) -> dict[str, float]:
    from sklearn.metrics import cohen_kappa_score, f1_score

    yes = [verdict for _, verdict in said]
    refused = sum(not v for v in verdicts)
    caught = sum(not v and not y for v, y in zip(verdicts, yes, strict=True))
    passed = sum(v and y for v, y in zip(verdicts, yes, strict=True))
    figures = {
        "auc": labelled.auc(verdicts, [score for score, _ in said]),
        "kappa": round(float(cohen_kappa_score(verdicts, yes)), 4),
        "macro_f1": round(float(f1_score(verdicts, yes, average="macro")), 4),
        "recall": labelled.share(caught, refused),
        "specificity": labelled.share(passed, len(verdicts) - refused),
    }
    return {f"{dimension} {name}{suffix}": value for name, value in figures.items()}


TASK = Task(
    name="news-review",
    summary="health news by ten criteria, beside experts' verdicts",
    files=("JSON lines with text and labels of ten criteria",),
    measure=measure,
    rows=rows,
)
