"""Sentences that people have rated by how certain they sound: does the shipped certainty agree?

``r`` and ``spearman`` are of the certainty that the package gives to the whole sentence, with nothing fitted here. On
the sentences that its numbers were fitted to they are figures in sample: fit_certainty.py prints r by folds of that
fitting, and docs/certainty.md says which sentences those are. ``r_folds`` is of a ridge regression on the cues alone (each cue, how many of each kind, how many
doubts, the shipped certainty), by folds; ``r_baseline`` of the baseline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from articles import DataError
from healthscore.language import Analysis
from healthscore.language.certainty import certainty_of, doubts_among
from tasks import labelled
from tasks.base import Figures, Task, correlation, ranks

_CUES = ("hedge", "booster", "negation")


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = _rows(files[0])
    read = [labelled.read(row) for row in found]
    labels = [float(row["label"]) for row in found]
    folds = labelled.fitted(found, [cue_features(analysis) for analysis in read], fit, "number")
    words = labelled.baseline(found, fit, "number")
    said = [certainty_of(analysis.cues) for analysis in read]
    return {
        "r": correlation(labels, said),
        "spearman": correlation(ranks(labels), ranks(said)),
        "r_folds": folds and correlation(labels, folds),
        "spearman_folds": folds and correlation(ranks(labels), ranks(folds)),
        "r_baseline": words and correlation(labels, words),
        "n": len(found),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with its shipped certainty and the cues that decide it."""
    for row in _rows(files[0]):
        analysis = labelled.read(row)
        cues = labelled.written(analysis, analysis.cues_of(*_CUES))
        yield labelled.item(row, certainty_of(analysis.cues), cues)


def cue_features(analysis: Analysis) -> Mapping[str, float]:
    """The cues of certainty in numbers: which there are, how many of each kind, how many doubts, how sure it sounds."""
    cues = [*analysis.cues_of(*_CUES)]
    counts = Counter(f"{cue.category} {cue.kind}" for cue in cues)
    return {
        **counts,
        **{f"cue {analysis.quote(cue.start, cue.end).lower()}": 1.0 for cue in cues},
        "doubts": float(len(doubts_among(analysis, cues))),
        "certainty": certainty_of(cues),
    }


def _rows(path: Path) -> list[labelled.Row]:
    found = labelled.rows(path, numbers=True)
    if len({row["label"] for row in found}) < 2:
        raise DataError(f"{path}: needs rows with different labels")
    return found


TASK = Task(
    name="certainty",
    summary="how certain sentences sound, beside people's ratings",
    files=("JSON lines with text and a number as label",),
    measure=measure,
    rows=rows,
)
