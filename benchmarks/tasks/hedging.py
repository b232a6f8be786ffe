"""Labelled sentences: are those that are hedged told from those that are not?

The figures that end in ``_doubt`` take a sentence for hedged where it has a hedge that puts it in doubt, as the
hedging check reads it; those in ``_doubt_or_vague`` also where it has a weasel word ("many", "often", "is widely
regarded as") or rests on somebody who is not named. Neither fits anything. ``f1``, ``precision`` and ``recall`` are
the first where the rows mark spans of speculation (``spec_cues``), and the second where they do not, which is where
weasels are labelled.

``f1_folds`` is of a logistic regression on the shipped cues (each cue, how many of each kind, how many doubts, how
sure the sentence sounds) and its words, by folds; ``f1_baseline`` of the baseline. Both need rows with a ``doc_id``:
where there is none nothing is fitted and they are left empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from healthscore.checks.hedging import statements
from healthscore.checks.hedging.weasels import weasels
from healthscore.language import Analysis
from healthscore.language.cues import Cue
from tasks import labelled
from tasks.base import Figures, Task
from tasks.certainty import cue_features


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.yes_or_no(files[0])
    read = [labelled.read(row) for row in found]
    labels = [bool(row["label"]) for row in found]
    hedged = [bool(_doubts(analysis)) for analysis in read]
    vague = [h or bool(_vague(analysis)) for h, analysis in zip(hedged, read, strict=True)]
    speculation = all("spec_cues" in row for row in found)
    fit = fit and all(row.get("doc_id") is not None for row in found)
    folds = labelled.fitted(found, [_features(analysis) for analysis in read], fit)
    words = labelled.baseline(found, fit)
    return {
        **labelled.detection(labels, hedged if speculation else vague),
        **labelled.detection(labels, hedged, "_doubt"),
        **labelled.detection(labels, vague, "_doubt_or_vague"),
        "f1_folds": folds and labelled.detection(labels, folds)["f1"],
        "f1_baseline": words and labelled.detection(labels, words)["f1"],
        "n": len(found),
        "n_positive": sum(labels),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with what was said of it and by which cues; then each kind of cue with its share of hedged ones."""
    members = []
    for row in labelled.yes_or_no(files[0]):
        analysis = labelled.read(row)
        doubts, vague = _doubts(analysis), _vague(analysis)
        others = [c for c in analysis.cues_of("hedge", "booster") if c not in doubts]
        cues = [*labelled.written(analysis, doubts), *vague]
        yield {
            **labelled.item(row, int(bool(doubts)), cues),
            "said_or_vague": int(bool(cues)),
            "other_cues": labelled.written(analysis, others),
        }
        kinds = {f"{'doubt' if c in doubts else c.category}: {c.kind}" for c in (*doubts, *others)}
        members.append((bool(row["label"]), kinds | {f"vague: {v.rpartition(' ')[2][:-1]}" for v in vague}))
    yield from labelled.kinds(members)


def _doubts(analysis: Analysis) -> list[Cue]:
    return [cue for statement in statements.read(analysis).statements for cue in statement.doubts]


def _vague(analysis: Analysis) -> list[str]:
    unnamed = [
        f"{analysis.quote(s.start, s.end)} (vague {s.form})"
        for s in analysis.sources
        if s.kind == "vague" and s.form != "told"
    ]
    words = [cue for statement in statements.read(analysis).statements for cue in weasels(statement)]
    return [*unnamed, *(f"{analysis.quote(c.start, c.end)} (weasel {c.kind})" for c in words)]


def _features(analysis: Analysis) -> Mapping[str, float]:
    words = [token.norm for token in analysis.tokens]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    return {**cue_features(analysis), **{f"word {word}": 1.0 for word in (*words, *pairs)}}


TASK = Task(
    name="hedging",
    summary="hedged sentences told from others",
    files=("JSON lines with text and label 0 or 1; with doc_id also by folds",),
    measure=measure,
    rows=rows,
)
