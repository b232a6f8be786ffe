"""Labelled pairs and documents: are those that contradict themselves told from those that do not?

A row has ``text_a`` and ``text_b``, or one ``text``, and a ``label``; pairs may have a ``question`` that both answer.
The two texts are put into one article, in different paragraphs with two neutral ones between. A row's score is the
confidence of the surest pair of statements that the consistency rules weighed across the two texts, or, where that is
more, how far sentences lean against each other: one denies and the other does not, or their verbs of effect point in
opposite directions, and they have words in common; always less than a pair that would be reported. ``auc`` takes all
scores; ``precision``, ``recall`` and ``f1`` are at the shipped threshold, from which a conflict is reported. No number
is fitted; that the three strongest leanings count was chosen with the 172 composed documents in view.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

from articles import DataError
from healthscore.checks.consistency import considered
from healthscore.checks.consistency.sentences.aligned import Aligned
from healthscore.checks.consistency.weighing import REPORTED
from healthscore.language import Analysis, analyse
from healthscore.reading import read_text
from tasks import labelled
from tasks.base import Figures, Task

CONTRADICTS = ("contradiction", "strong", 1, "1", True)
BETWEEN = "The next part of this page was written by another author.\n\nIt was added on another day."
STRONGEST = 3  # a sentence that is at odds with the rest leans against several
FEWEST = 10  # rows of either label that a question needs for a figure of its own


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file; there is nothing to fit."""
    rows = labelled.rows(files[0], ("text",), ("text_a", "text_b"))
    scores = [score(row) for row in rows]
    labels = [row["label"] in CONTRADICTS for row in rows]
    if len(set(labels)) < 2:
        raise DataError(f"{files[0]}: needs rows that contradict themselves and rows that do not")
    reported = [value >= REPORTED for value in scores]
    by_question = _by_question(rows, scores, labels)
    return {
        "auc": labelled.auc(labels, scores),
        "auc_mean_by_question": round(sum(by_question) / len(by_question), 4) if by_question else None,
        "questions": len(by_question),
        **labelled.detection(labels, reported),
        "reported": sum(reported),
        "n": len(rows),
        "n_contradictory": sum(labels),
    }


def score(row: Mapping[str, Any]) -> float:
    """How surely a row's text contradicts itself, 0-1."""
    texts = [row["text"]] if "text" in row else [row["text_a"], row["text_b"]]
    analysis = analyse(read_text(f"\n\n{BETWEEN}\n\n".join(texts), format="plain"))
    bound = None if len(texts) == 1 else len(texts[0])
    weighed = [
        pair.confidence
        for pair in considered(analysis)
        if bound is None or (pair.first.sentence.start < bound <= pair.second.sentence.start)
    ]
    return max(max(weighed, default=0.0), _leaning(analysis, bound))


def _leaning(analysis: Analysis, bound: int | None) -> float:
    """How far sentences lean against each other: the mean of the strongest leanings, below what is reported."""
    units = [Aligned.whole(analysis, s) for s in analysis.prose_sentences]
    if bound is None:
        pairs: Iterator[tuple[Aligned, Aligned]] = combinations(units, 2)
    else:
        first = [unit for unit in units if unit.sentence.start < bound]
        last = bound + len(BETWEEN)
        pairs = product(first, (unit for unit in units if unit.sentence.start > last))
    strongest = sorted((_lean(a, b) for a, b in pairs), reverse=True)[:STRONGEST]
    return sum(strongest) / len(strongest) if strongest else 0.0


def _lean(a: Aligned, b: Aligned) -> float:
    """A denial against an assertion counts for more than one direction against the other; words in common add to it."""
    size = len(a.terms) + len(b.terms)
    common = 2 * len(a.terms & b.terms) / size if size else 0.0
    denied, opposed = bool(a.denials) != bool(b.denials), a.sign * b.sign < 0
    if denied:
        return REPORTED * (0.5 + 0.49 * common) * (0.6 if opposed else 1.0)
    return REPORTED * (0.3 + 0.2 * common) if opposed else 0.0


def _by_question(
    rows: Sequence[Mapping[str, Any]], scores: Sequence[float], labels: Sequence[bool]
) -> list[float]:
    """The AUC within each question that has enough rows of either label."""
    grouped: defaultdict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if "question" in row:
            grouped[row["question"]].append(index)
    found = []
    for members in grouped.values():
        own = [labels[i] for i in members]
        if min(sum(own), len(own) - sum(own)) >= FEWEST:
            found.append(labelled.auc(own, [scores[i] for i in members]))
    return found


TASK = Task(
    name="contradiction",
    summary="contradictory pairs or documents told from consistent ones",
    files=("JSON lines with text_a, text_b (or text) and label",),
    measure=measure,
)
