"""Sentences of news: are those that say whose word they are told from those that do not?

A sentence is said to be attributed where it has a source, vague or named, where it is read as somebody's words
(quoted, or told of a person), or where a claim in it is attributed or reported: ``f1``, ``precision`` and ``recall``.
Those that end in ``_or_speech`` also take any sentence with a verb of speech. ``f1_baseline`` is of the baseline, by
folds; nothing else is fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore.language import Analysis
from tasks import labelled
from tasks.base import Figures, Task

_OTHERS = frozenset({"quoted", "reported", "rebutted"})  # voices that are not the article's


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.yes_or_no(files[0])
    read = [labelled.read(row) for row in found]
    labels = [bool(row["label"]) for row in found]
    said = [bool(_ways(analysis)) for analysis in read]
    spoken = [s or bool(_speech(analysis)) for s, analysis in zip(said, read, strict=True)]
    words = labelled.baseline(found, fit)
    return {
        **labelled.detection(labels, said),
        **labelled.detection(labels, spoken, "_or_speech"),
        "f1_baseline": words and labelled.detection(labels, words)["f1"],
        "n": len(found),
        "n_positive": sum(labels),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with the ways in which it was said to be attributed, its verbs of speech, and the labelled spans."""
    members = []
    for row in labelled.yes_or_no(files[0]):
        analysis = labelled.read(row)
        ways, speech = _ways(analysis), _speech(analysis)
        spans = {name: row[name] for name in ("source_spans", "cue_spans") if name in row}
        yield {**labelled.item(row, int(bool(ways)), ways), "speech": speech, **spans}
        members.append(
            (bool(row["label"]), {*(w.partition(":")[0] for w in ways), *(["speech"] if speech else [])})
        )
    yield from labelled.kinds(members)


def _ways(analysis: Analysis) -> list[str]:
    """In which ways a sentence is attributed to somebody."""
    sources = [f"{s.kind} {s.form}: {analysis.quote(s.start, s.end)}" for s in analysis.sources]
    claims = {c.voice for c in analysis.claims if c.voice in _OTHERS}
    return [
        *sources,
        *(["words of somebody"] if analysis.quoted else []),
        *(f"claim {v}" for v in sorted(claims)),
    ]


def _speech(analysis: Analysis) -> list[str]:
    cues = (cue for cue in analysis.cues_of("reporting") if cue.attributes.get("speech"))
    return labelled.written(analysis, cues)


TASK = Task(
    name="attribution",
    summary="sentences that say whose word they are told from others",
    files=("JSON lines with text and label 0 or 1",),
    measure=measure,
    rows=rows,
)
