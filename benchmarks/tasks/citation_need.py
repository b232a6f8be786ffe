"""Sentences of papers, their citation markers taken out: are those that had one told from those that had none?

The score of a sentence is the library's own grade of how much it needs a source
(``healthscore.checks.sourcing.need.grade``), whose weights are set by hand; nothing is fitted. ``precision``,
``recall`` and ``f1`` are of a yes from ``NEEDED`` on. ``auc_baseline`` is of the baseline, by folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore.checks.sourcing.need import Grade, grade
from healthscore.language import Analysis
from tasks import labelled
from tasks.base import Figures, Task

NEEDED = 0.5
_NO_NEED = Grade(0.0, "nothing said")


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.yes_or_no(files[0])
    scores = [_grade(labelled.read(row)).value for row in found]
    labels = [bool(row["label"]) for row in found]
    words = labelled.baseline(found, fit, "share")
    return {
        "auc": labelled.auc(labels, scores),
        "auc_baseline": words and labelled.auc(labels, words),
        **labelled.detection(labels, [score >= NEEDED for score in scores]),
        "n": len(found),
        "n_positive": sum(labels),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with its grade and the reason for it; then each reason with its share of cited ones."""
    members = []
    for row in labelled.yes_or_no(files[0]):
        need = _grade(labelled.read(row))
        extra = {name: row[name] for name in ("section", "coresc") if name in row}
        yield {**labelled.item(row, need.value, [need.reason]), **extra}
        members.append((bool(row["label"]), {need.reason}))
    yield from labelled.kinds(members)


def _grade(analysis: Analysis) -> Grade:
    """The highest grade of a row, which may be read as several sentences."""
    return max((grade(analysis, sentence) for sentence in analysis.prose_sentences), default=_NO_NEED)


TASK = Task(
    name="citation-need",
    summary="sentences that carried a citation told from others",
    files=("JSON lines with text and label 0 or 1",),
    measure=measure,
    rows=rows,
)
