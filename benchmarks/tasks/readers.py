"""Careful readers' judgements of whole articles: are their faults found, and do the ratings agree?

The FILE is JSON, a list of articles, each with the ``set`` it comes from, its ``id`` there, the reader's ``ratings`` by
dimension, the ``faults`` (a ``dimension`` and a verbatim ``quote``) and the ``contradictions`` (``a`` and ``b``). Beside
the folder of that file lie the articles: a set is a file of JSON lines in ``corpora``, or a folder, the file's own
or one beside it.

A fault is found where a finding of the same dimension, of any severity, has evidence that touches its quote: one holds
the other, or they share half of the shorter one's words in a row, and no fewer than three. A contradiction is found
where the evidence of one finding of consistency touches both its quotes. ``share_judgement`` takes sourcing, balance
and hedging together. A finding that no reader named need not be wrong: readers named the faults that struck them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from articles import DataError, json_rows
from healthscore import Article, HealthscoreError, Report, read, score
from healthscore.reading import read_text
from healthscore.report.model import Finding
from tasks.base import Figures, Task, correlation, ranks

DIMENSIONS = ("sourcing", "balance", "hedging", "repetition", "consistency")
JUDGEMENT = ("sourcing", "balance", "hedging")
FAR = 1.0  # a difference of more than this between reader and tool is listed
FEWEST_WORDS = 3  # in a row, for a touch
_NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Judged:
    """An article that a reader judged, and its report."""

    entry: Mapping[str, Any]
    report: Report

    def faults(self, *dimensions: str) -> list[Mapping[str, Any]]:
        """The faults that the reader named in these dimensions."""
        return [fault for fault in self.entry["faults"] if fault["dimension"] in dimensions]

    def finds(self, fault: Mapping[str, Any]) -> bool:
        """Whether a finding of the fault's dimension touches its quote."""
        return any(_touched(f, fault["quote"]) for f in self._findings(fault["dimension"]))

    def catches(self, pair: Mapping[str, Any]) -> bool:
        """Whether one finding touches both statements of a contradiction."""
        return any(_touched(f, pair["a"]) and _touched(f, pair["b"]) for f in self._findings("consistency"))

    def ratings(self) -> Iterator[tuple[str, float, float]]:
        """Dimension, the tool's rating and the reader's, where both rate."""
        told = {d.id: d.rating.value for d in self.report.dimensions}
        told["overall"] = self.report.rating.value
        for dimension, theirs in self.entry["ratings"].items():
            if (ours := told.get(dimension)) is not None:
                yield dimension, ours, theirs

    def _findings(self, dimension: str) -> list[Finding]:
        return [f for f in self.report.findings if f.dimension == dimension]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file of judgements; there is nothing to fit."""
    found = list(judged(files[0]))
    pairs = [(j, pair) for j in found for pair in j.entry["contradictions"]]
    figures: dict[str, int | float | list[float] | None] = {
        "n": len(found),
        "share_judgement": _share_found(found, *JUDGEMENT),
    }
    for dimension in DIMENSIONS:
        figures |= {
            f"share_{dimension}": _share_found(found, dimension),
            f"n_{dimension}": sum(len(j.faults(dimension)) for j in found),
            f"findings_{dimension}": sum(f.dimension == dimension for j in found for f in j.report.findings),
        }
    caught = sum(j.catches(pair) for j, pair in pairs)
    return {
        **figures,
        "contradictions_caught": caught,
        "n_contradictions": len(pairs),
        **_agreement(found),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """What is missed, article by article, and where the ratings are far apart."""
    for one in judged(files[0]):
        place = {"set": one.entry["set"], "id": one.entry["id"]}
        for fault in one.faults(*DIMENSIONS):
            if not one.finds(fault):
                yield {
                    **place,
                    "missed": fault["dimension"],
                    "quote": fault["quote"],
                    "why": fault.get("why"),
                }
        for pair in one.entry["contradictions"]:
            if not one.catches(pair):
                yield {
                    **place,
                    "missed": "contradiction",
                    **{key: pair.get(key) for key in ("a", "b", "why")},
                }
        for dimension, ours, theirs in one.ratings():
            if abs(ours - theirs) > FAR:
                why = (one.entry.get("reason") or {}).get(dimension)
                yield {**place, "apart": dimension, "ours": ours, "theirs": theirs, "why": why}


def judged(path: Path) -> Iterator[Judged]:
    """Each article of a file of judgements with its report."""
    for entry in _entries(path):
        yield Judged(entry, score(_article(path, str(entry["set"]), str(entry["id"]))))


def touches(quote: str, evidence: str) -> bool:
    """Whether one text holds the other, or both hold half of the shorter one's words in a row."""
    one, other = _words(quote), _words(evidence)
    if not one or not other:
        return False
    shorter = min(len(one), len(other))
    if shorter <= FEWEST_WORDS:
        return bool(_runs(one, shorter) & _runs(other, shorter))
    length = max(FEWEST_WORDS, shorter // 2)
    return bool(_runs(one, length) & _runs(other, length))


def _touched(finding: Finding, quote: str) -> bool:
    return any(touches(quote, place.quote) for place in finding.evidence)


def _words(text: str) -> list[str]:
    return _NOT_WORD.sub(" ", text).lower().split()


def _runs(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def _share_found(found: Sequence[Judged], *dimensions: str) -> float | None:
    told = [j.finds(fault) for j in found for fault in j.faults(*dimensions)]
    return round(sum(told) / len(told), 4) if told else None


def _agreement(found: Sequence[Judged]) -> Figures:
    """Spearman's rank correlation and the mean error of each rating."""
    figures: dict[str, int | float | list[float] | None] = {}
    for dimension in (*DIMENSIONS, "overall"):
        pairs = [(ours, theirs) for j in found for d, ours, theirs in j.ratings() if d == dimension]
        ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
        errors = [abs(a - b) for a, b in pairs]
        figures |= {
            f"spearman_{dimension}": correlation(ranks(ours), ranks(theirs)),
            f"mean_error_{dimension}": round(sum(errors) / len(errors), 4) if errors else None,
        }
    return figures


def _entries(path: Path) -> list[Mapping[str, Any]]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"{path}: not a file of JSON ({error})") from None
    wanted = {"set", "id", "ratings", "faults", "contradictions"}
    if not isinstance(entries, list) or not entries:
        raise DataError(f"{path}: not a list of articles")
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict) or not wanted <= entry.keys():
            raise DataError(f"{path}, article {number}: needs {', '.join(sorted(wanted))}")
    return entries


def _article(path: Path, name: str, identifier: str) -> Article:
    corpus = path.parent.parent / "corpora" / f"{name}.jsonl.gz"
    try:
        if corpus.exists():
            row = _corpus(corpus)[identifier]
            title, text = row.get("title", ""), row["text"]
            return read_text(
                text if text.startswith(title) else f"{title}\n\n{text}", source=f"{identifier}.txt"
            )
        folders = (path.parent / name, path.parent.parent / name)
        return read(next(folder for folder in folders if folder.is_dir()) / identifier)
    except (KeyError, StopIteration, HealthscoreError):
        raise DataError(f"{path}: no article {identifier} in the set {name}") from None


@cache
def _corpus(path: Path) -> Mapping[str, Mapping[str, Any]]:
    return {str(row.get("id")): row for _, row in json_rows(path)}


TASK = Task(
    name="readers",
    summary="the share of readers' faults that are found, and the agreement of the ratings",
    files=("JSON with readers' judgements",),
    measure=measure,
    rows=rows,
)
