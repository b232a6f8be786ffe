"""Conclusions labelled by the strength of what they claim: is the shipped reading of strength the same?

A row has the strength that the library reads in its sentence, the strongest where it holds several.
``macro_f1`` is the mean of the F1 of the four strengths, with nothing fitted; ``macro_f1_baseline`` of the baseline,
by folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore.language import Analysis
from healthscore.language.strength import strength_of
from tasks import labelled
from tasks.base import Figures, Task

LABELS = {
    "none": "no_relation",
    "correlational": "correlational",
    "conditional": "conditional_causal",
    "causal": "direct_causal",
}
"""The strengths of claims, weakest first, and the labels that mean the same."""


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.rows(files[0], labels=LABELS.values())
    labels = [row["label"] for row in found]
    said = [_strength(labelled.read(row)) for row in found]
    words = labelled.baseline(found, fit)
    figures = _by_label(labels, said)
    return {
        "macro_f1": _macro(figures),
        "macro_f1_baseline": words and _macro(_by_label(labels, words)),
        **figures,
        "n": len(found),
        **{f"n_{label}": labels.count(label) for label in LABELS.values()},
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with the strength that was read, its cues of effect and doubt, and its claims."""
    for row in labelled.rows(files[0], labels=LABELS.values()):
        analysis = labelled.read(row)
        cues = labelled.written(analysis, analysis.cues_of("effect", "hedge", "negation"))
        claims = [
            f"{c.strength}: {c.subject} {'not ' if c.negated else ''}{c.relation} {c.object}"
            for c in analysis.claims
        ]
        yield {**labelled.item(row, _strength(analysis), cues), "claims": claims}


def _by_label(labels: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """F1, precision and recall of each label that occurs."""
    figures: dict[str, float] = {}
    for label in (label for label in LABELS.values() if label in labels):
        yes = [y == label for y in labels], [s == label for s in said]
        figures |= labelled.detection(*yes, f"_{label}")
    return figures


def _macro(figures: Mapping[str, float]) -> float:
    values = [value for name, value in figures.items() if name.startswith("f1")]
    return round(sum(values) / len(values), 4)


def _strength(analysis: Analysis) -> str:
    order = list(LABELS)
    read = (
        strength_of(analysis, sentence) for sentence in analysis.sentences if sentence.first < sentence.last
    )
    return LABELS[max(read, key=order.index, default="none")]


TASK = Task(
    name="claim-strength",
    summary="the strength of what conclusions claim",
    files=(f"JSON lines with text and label {', '.join(LABELS.values())}",),
    measure=measure,
    rows=rows,
)
