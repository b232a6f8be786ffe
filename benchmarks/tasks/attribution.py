"""Sentences of news: are those that say whose word they are told from those that do not?

A sentence is said to be attributed where the library reads it so (``healthscore.language.sources.attributed``): it
hands on what somebody says, writes, thinks, wants or holds of others, rests on a source, named or not, or is quoted.
``f1_baseline`` is of the baseline, by folds; nothing else is fitted: the verbs are whole classes of English grammars.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore.language import Analysis
from healthscore.language.sources import Attribution, attributed
from tasks import labelled
from tasks.base import Figures, Task


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.yes_or_no(files[0])
    labels = [bool(row["label"]) for row in found]
    said = [bool(_attributions(labelled.read(row))) for row in found]
    words = labelled.baseline(found, fit)
    return {
        **labelled.detection(labels, said),
        "f1_baseline": words and labelled.detection(labels, words)["f1"],
        "n": len(found),
        "n_positive": sum(labels),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with how it was said to be attributed, and the labelled spans; then each form with its share."""
    members = []
    for row in labelled.yes_or_no(files[0]):
        analysis = labelled.read(row)
        found = _attributions(analysis)
        ways = [f"{one.form}: {analysis.quote(one.start, one.end)}" for one in found]
        spans = {name: row[name] for name in ("source_spans", "cue_spans") if name in row}
        yield {**labelled.item(row, int(bool(ways)), ways), **spans}
        members.append((bool(row["label"]), {one.form for one in found}))
    yield from labelled.kinds(members)


def _attributions(analysis: Analysis) -> list[Attribution]:
    read = (attributed(analysis, sentence) for sentence in analysis.prose_sentences)
    return [found for found in read if found]


TASK = Task(
    name="attribution",
    summary="sentences that say whose word they are told from others",
    files=("JSON lines with text and label 0 or 1",),
    measure=measure,
    rows=rows,
)
