"""Articles of our own with faults planted by writers who did not know the tool: what is found, and what is wrongly blamed.

A folder holds articles and ``faults.toml``, a table ``[[article]]`` for each: ``file``, whether it is ``flawed``, its
``faults`` (a ``dimension``, a ``kind`` and the ``quote``) and ``sound``, quotes of sentences that only look suspicious.

A fault is found where a finding of its dimension touches its quote (as in ``readers``), ``touched`` where any does. A
sound sentence is blamed where a finding on it, not on the article as a whole, touches it. ``auc`` is the chance that a
good article rates above a flawed one, ties counting half.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import DataError
from healthscore import Report, score_file
from healthscore.report.model import Finding
from tasks.base import Figures, Task, share, share_of
from tasks.readers import touches
from tasks.tiers import auc

DIMENSIONS = ("sourcing", "balance", "hedging", "repetition")
_FILE = "faults.toml"
_KEYS = {"file", "flawed", "faults", "sound"}


@dataclass(frozen=True, slots=True)
class Planted:
    """An article with the faults in it, and its report."""

    entry: Mapping[str, Any]
    report: Report

    def on(self, quote: str) -> list[Finding]:
        """The findings of what is measured here that touch a quote."""
        judged = (f for f in self.report.findings if f.dimension in DIMENSIONS)
        return [f for f in judged if any(touches(quote, place.quote) for place in f.evidence)]

    def finds(self, fault: Mapping[str, Any]) -> bool:
        """Whether a finding of a fault's dimension touches it."""
        return any(finding.dimension == fault["dimension"] for finding in self.on(fault["quote"]))

    def blames(self, quote: str) -> list[Finding]:
        """The findings on a sound sentence; of what the whole article lacks it may be shown as an example."""
        return [finding for finding in self.on(quote) if finding.searched is None]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one folder; there is nothing to fit."""
    found = list(planted(files[0]))
    faults = [(one, fault) for one in found for fault in one.entry["faults"]]
    sound = [bool(one.blames(quote)) for one in found for quote in one.entry["sound"]]
    figures: dict[str, int | float | list[float] | None] = {
        "n": len(found),
        "n_faults": len(faults),
        "found": share_of([one.finds(fault) for one, fault in faults]),
        "touched": share_of([bool(one.on(fault["quote"])) for one, fault in faults]),
        "n_sound": len(sound),
        "sound_blamed": share(sum(sound), len(sound)),
        "auc": _auc(found, None),
    }
    for dimension in DIMENSIONS:
        told = [one.finds(fault) for one, fault in faults if fault["dimension"] == dimension]
        figures |= {
            f"n_{dimension}": len(told),
            f"found_{dimension}": share_of(told),
            f"auc_{dimension}": _auc(found, dimension),
        }
    return figures


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each fault that is missed, and each sound sentence that is blamed."""
    for one in planted(files[0]):
        for fault in one.entry["faults"]:
            if not one.finds(fault):
                yield {"file": one.entry["file"], "missed": fault["dimension"], **fault}
        for quote in one.entry["sound"]:
            for finding in one.blames(quote):
                yield {
                    "file": one.entry["file"],
                    "blamed": finding.rule,
                    "quote": quote,
                    "why": finding.message,
                }


def planted(folder: Path) -> Iterator[Planted]:
    """Each article of a folder with its report."""
    try:
        entries = tomllib.loads((folder / _FILE).read_text(encoding="utf-8"))["article"]
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{folder}: needs {_FILE} with tables [[article]] ({error})") from None
    for number, entry in enumerate(entries, 1):
        if not entry.keys() >= _KEYS:
            raise DataError(f"{folder / _FILE}, article {number}: needs {', '.join(sorted(_KEYS))}")
        yield Planted(entry, score_file(folder / entry["file"]))


def _auc(found: Sequence[Planted], dimension: str | None) -> float | None:
    """Of good articles against flawed ones, by the overall rating or that of a dimension."""
    sides: tuple[list[float], list[float]] = ([], [])
    for one in found:
        of_dimension = (d.rating for d in one.report.dimensions if d.id == dimension)
        rating = one.report.rating if dimension is None else next(of_dimension)
        if rating.value is not None:
            sides[not one.entry["flawed"]].append(rating.value)
    return round(auc(*sides), 4) if all(sides) else None


TASK = Task(
    name="faults",
    summary="planted faults that are found, sound sentences that are blamed, good articles told from flawed ones",
    files=("a folder of articles with faults.toml",),
    measure=measure,
    rows=rows,
)
