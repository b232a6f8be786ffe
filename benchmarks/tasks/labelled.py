"""What the tasks on labelled rows share: reading rows and sentences, the figures of a yes or no, and folds.

Each sentence is read as an article of its own. Whatever is fitted is fitted by five folds: what is said of a row comes
from a model that has not seen the row's group, which is its document, or its own text where the row names none. The
baseline is TF-IDF over words and pairs of words with a logistic or ridge regression, on the same folds. The penalties
are fixed; they are the better ones of a few that were tried on the same data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from pathlib import Path
from typing import Any, Literal

from articles import DataError, json_rows
from healthscore.language import Analysis, analyse
from healthscore.language.cues import Cue
from healthscore.reading import read_text

Row = Mapping[str, Any]
YES_OR_NO = (0, 1)
FOLDS = 5


def rows(
    path: Path, *texts: Sequence[str], labels: Collection[object] = (), numbers: bool = False
) -> list[Row]:
    """The rows of a file: each has all texts of one of the choices, and a label, which may have to be one of a few."""
    choices = texts or (("text",),)
    found: list[Row] = []
    for number, row in json_rows(path):
        if "label" not in row or not any(_has(row, choice) for choice in choices):
            wanted = " or ".join(" and ".join(choice) for choice in choices)
            raise DataError(f"{path}, line {number}: needs a label, and {wanted}")
        if labels and row["label"] not in labels:
            raise DataError(f"{path}, line {number}: the label must be {' or '.join(map(str, labels))}")
        if numbers and not (isinstance(row["label"], int | float) and isfinite(row["label"])):
            raise DataError(f"{path}, line {number}: the label must be a number")
        found.append(row)
    if not found:
        raise DataError(f"{path}: no rows in it")
    return found


def yes_or_no(path: Path) -> list[Row]:
    """The rows of a file whose labels are 0 and 1, both of which there must be."""
    found = rows(path, labels=YES_OR_NO)
    if len({row["label"] for row in found}) < 2:
        raise DataError(f"{path}: needs rows with the label 0 and rows with the label 1")
    return found


def read(row: Row) -> Analysis:
    """The sentence of a row, read as an article of its own."""
    return analyse(read_text(row["text"], format="plain"))


def written(analysis: Analysis, cues: Iterable[Cue]) -> list[str]:
    """Cues as written, each with its category and kind."""
    return [f"{analysis.quote(c.start, c.end).lower()} ({c.category} {c.kind})" for c in cues]


def item(row: Row, said: object, cues: Sequence[str]) -> Mapping[str, object]:
    """A row as it is listed: its label, what was said of it, and the cues that it was said by."""
    return {
        "id": row.get("id"),
        "label": row["label"],
        "said": said,
        "cues": list(cues),
        "text": row["text"],
    }


def kinds(found: Iterable[tuple[bool, Collection[str]]]) -> Iterator[Mapping[str, object]]:
    """For each kind of cue: how many sentences have it, how many have no other, and the shares labelled yes."""
    every, alone = Counter[tuple[str, bool]](), Counter[tuple[str, bool]]()
    for label, members in found:
        every.update((kind, label) for kind in members or ["no cue"])
        alone.update((kind, label) for kind in (members or ["no cue"]) if len(members) < 2)
    for kind in sorted({kind for kind, _ in every}):
        yield {"kind": kind, **_shares(every, kind, ""), **_shares(alone, kind, "_alone")}


def share(part: int, whole: int) -> float:
    """A part of a whole, 0 where there is no whole."""
    return round(part / whole, 4) if whole else 0.0


def detection(labels: Sequence[bool], said: Sequence[bool], suffix: str = "") -> dict[str, float]:
    """F1, precision and recall of a yes."""
    right = sum(s and y for s, y in zip(said, labels, strict=True))
    return {
        f"f1{suffix}": share(2 * right, sum(said) + sum(labels)),
        f"precision{suffix}": share(right, sum(said)),
        f"recall{suffix}": share(right, sum(labels)),
    }


def auc(labels: Sequence[bool], scores: Sequence[float]) -> float:
    """The chance that a row labelled yes has a higher score than one labelled no, ties counting half."""
    from sklearn.metrics import roc_auc_score

    return round(float(roc_auc_score(labels, scores)), 4)


def baseline(
    found: Sequence[Row], fit: bool, to: Literal["class", "share", "number"] = "class"
) -> list[Any] | None:
    """What TF-IDF and a regression say of each row, by folds."""
    if not fit:
        return None
    from sklearn.feature_extraction.text import TfidfVectorizer

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    regression = _ridge(1.0) if to == "number" else _logistic(10.0, "balanced")
    return _folded(found, [row["text"] for row in found], (words, regression), to)


def fitted(
    found: Sequence[Row],
    features: Sequence[Mapping[str, float]],
    fit: bool,
    to: Literal["class", "number"] = "class",
) -> list[Any] | None:
    """What a regression on features of ours says of each row, by folds."""
    if not fit:
        return None
    from sklearn.feature_extraction import DictVectorizer

    regression = _ridge(10.0) if to == "number" else _logistic(1.0, None)
    return _folded(found, features, (DictVectorizer(), regression), to)


def _folded(
    found: Sequence[Row], inputs: Sequence[object], steps: tuple[Any, Any], to: str
) -> list[Any] | None:
    """None where there are too few groups, of any label, to leave one out in each fold."""
    from sklearn.model_selection import GroupKFold, StratifiedGroupKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline

    groups = [row["text"] if row.get("doc_id") is None else f"document {row['doc_id']}" for row in found]
    labels = [row["label"] for row in found]
    spread = {(group, None if to == "number" else label) for group, label in zip(groups, labels, strict=True)}
    if min(Counter(label for _, label in spread).values()) < FOLDS:
        return None
    folds = GroupKFold(FOLDS) if to == "number" else StratifiedGroupKFold(FOLDS)
    method = "predict_proba" if to == "share" else "predict"
    model = make_pipeline(*steps)
    said = cross_val_predict(model, inputs, labels, groups=groups, cv=folds, method=method)
    return [*(said[:, 1] if to == "share" else said).tolist()]


def _logistic(strength: float, weights: str | None) -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=strength, class_weight=weights, max_iter=2000)


def _ridge(penalty: float) -> Any:
    from sklearn.linear_model import Ridge

    return Ridge(penalty)


def _has(row: Row, texts: Sequence[str]) -> bool:
    return all(isinstance(row.get(text), str) for text in texts)


def _shares(counts: Counter[tuple[str, bool]], kind: str, suffix: str) -> dict[str, float]:
    yes, whole = counts[kind, True], counts[kind, True] + counts[kind, False]
    return {f"sentences{suffix}": whole, f"share_labelled{suffix}": share(yes, whole)}
