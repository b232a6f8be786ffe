"""Two sets of articles, one known to be worse: does the overall rating tell them apart?

``auc`` is the chance that an article of the better set rates above one of the worse set, ties counting half.
Articles whose rating is withheld have no part in it and are counted. The share of articles with a consistency
error tells how often an article is accused of contradicting itself: in a trusted set, a false alarm until read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median

from articles import DataError, articles
from healthscore import Report, score_many
from tasks.base import Figures, Task, bootstrap


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for ``[worse, better]``; there is nothing to fit."""
    worse, better = ([*score_many(articles(path))] for path in files)
    low, high = _ratings(worse, files[0]), _ratings(better, files[1])
    return {
        "auc": round(auc(low, high), 4),
        "auc_interval": bootstrap(auc, low, high),
        "n": len(worse) + len(better),
        "n_worse": len(worse),
        "n_better": len(better),
        "withheld_worse": len(worse) - len(low),
        "withheld_better": len(better) - len(high),
        "median_worse": round(median(low), 4),
        "median_better": round(median(high), 4),
        "consistency_error_share_worse": _accused(worse),
        "consistency_error_share_better": _accused(better),
    }


def _ratings(reports: Sequence[Report], path: Path) -> list[float]:
    rated = [report.rating.value for report in reports if report.rating.value is not None]
    if not rated:
        raise DataError(f"{path}: the rating of every article in it is withheld")
    return rated


def auc(worse: list[float], better: list[float]) -> float:
    """The chance that one of the better rates above one of the worse, ties counting half."""
    from sklearn.metrics import roc_auc_score

    return float(roc_auc_score([0] * len(worse) + [1] * len(better), worse + better))


def _accused(reports: Sequence[Report]) -> float:
    accused = sum(
        any(f.dimension == "consistency" and f.severity == "error" for f in report.findings)
        for report in reports
    )
    return round(accused / len(reports), 4)


TASK = Task(
    name="tiers",
    summary="the overall rating's AUC between a worse and a better set of articles",
    files=("the worse articles", "the better articles"),
    measure=measure,
)
