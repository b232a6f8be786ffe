"""Sentences of papers, their citation markers taken out: are those that had one told from those that had none?

That a sentence needs a source is decided with a yes or no: it makes a claim, it has a dose, a figure or a comparison,
or it rests on somebody who is not named. ``precision``, ``recall`` and ``f1`` are of that. For ``auc`` the same things
are counted: one for each claim of an effect and for the dose, figure or comparison; a sentence that rests on somebody
unnamed comes before all others. No number is fitted; that effects count and mere amounts do not, and that the unnamed
come first, was chosen with the 3,591 sentences in view. ``auc_baseline`` is of the baseline, by folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore.checks.sourcing.support import needs
from healthscore.language import Analysis
from tasks import labelled
from tasks.base import Figures, Task

_ASSERTED = frozenset({"article", "quoted", "reported"})  # voices whose claims want a source
_UNNAMED = 100  # more than any sentence has claims


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file."""
    found = labelled.yes_or_no(files[0])
    reasons = [_reasons(labelled.read(row)) for row in found]
    labels = [bool(row["label"]) for row in found]
    words = labelled.baseline(found, fit, "share")
    return {
        "auc": labelled.auc(labels, [_score(why) for why in reasons]),
        "auc_yes_or_no": labelled.auc(labels, [bool(why) for why in reasons]),
        "auc_baseline": words and labelled.auc(labels, words),
        **labelled.detection(labels, [bool(why) for why in reasons]),
        "n": len(found),
        "n_positive": sum(labels),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence with its score and why it needs a source; then each kind of reason with its share of cited ones."""
    members = []
    for row in labelled.yes_or_no(files[0]):
        analysis = labelled.read(row)
        why = _reasons(analysis)
        reporting = labelled.written(analysis, analysis.cues_of("reporting", "source"))
        extra = {name: row[name] for name in ("section", "coresc") if name in row}
        yield {**labelled.item(row, _score(why), why), "reporting": reporting, **extra}
        members.append((bool(row["label"]), {w.partition(":")[0] for w in why}))
    yield from labelled.kinds(members)


def _reasons(analysis: Analysis) -> list[str]:
    """Why a sentence needs a source: its claims, its need, and the unnamed that it rests on."""
    claims = [
        f"{'amount' if c.relation == 'has' and c.quantity else 'claim'}: {c.subject} {c.relation} {c.object}"
        for c in analysis.claims
        if c.voice in _ASSERTED
    ]
    wants = [f"need: {need.reason} {analysis.quote(need.start, need.end)}" for need in needs(analysis)]
    rests = [f"unnamed: {analysis.quote(s.start, s.end)}" for s in analysis.sources if s.kind == "vague"]
    return [*claims, *wants, *rests]


def _score(reasons: Sequence[str]) -> float:
    counted = [reason.partition(":")[0] for reason in reasons]
    return counted.count("claim") + counted.count("need") + _UNNAMED * ("unnamed" in counted)


TASK = Task(
    name="citation-need",
    summary="sentences that carried a citation told from others",
    files=("JSON lines with text and label 0 or 1",),
    measure=measure,
    rows=rows,
)
