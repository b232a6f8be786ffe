"""Passages of our own, contradictory ones and near-misses: how many conflicts are found, and how many are right.

A passage is a TOML table ``[[passage]]`` with ``text``, ``rule``, ``topic``, ``contradictory`` and, where it is so,
the ``quotes`` that clash. It is caught where one finding of consistency, of any severity, has evidence over each of
its quotes; a ``hedging/certainty-drift`` counts as one. Every other such finding is wrong, in whichever passage. The
finding need not bear the rule's name: what a reader needs is the two sentences side by side.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from articles import DataError
from healthscore import Report, score
from healthscore.report.model import Finding
from tasks.base import Figures, Task

DRIFT = "hedging/certainty-drift"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in one passage: the findings over all its quotes, and the others."""

    passage: Mapping[str, Any]
    right: tuple[Finding, ...]
    wrong: tuple[Finding, ...]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for a folder of passages, or one file; there is nothing to fit."""
    found = list(outcomes(files[0]))
    faulty = [o for o in found if o.passage["contradictory"]]
    sound = [o for o in found if not o.passage["contradictory"]]
    caught = sum(bool(o.right) for o in faulty)
    wrong = sum(len(o.wrong) for o in found)
    by_rule = {
        o.passage["rule"]: [p for p in faulty if p.passage["rule"] == o.passage["rule"]] for o in faulty
    }
    return {
        "n": len(found),
        "n_contradictory": len(faulty),
        "n_near_misses": len(sound),
        "topics": len({o.passage["topic"] for o in found}),
        "recall": _share(caught, len(faulty)),
        "precision": _share(caught, caught + wrong),
        "near_misses_blamed": _share(sum(bool(o.wrong) for o in sound), len(sound)),
        **{
            f"recall_{rule.replace('-', '_')}": _share(sum(bool(o.right) for o in members), len(members))
            for rule, members in sorted(by_rule.items())
        },
    }


def outcomes(path: Path) -> Iterator[Outcome]:
    """Each passage with what is found in it, in the files' order."""
    for passage in passages(path):
        right: list[Finding] = []
        wrong: list[Finding] = []
        for finding in conflicts(score(passage["text"])):
            told = passage["contradictory"] and covers(finding, passage["text"], passage["quotes"])
            (right if told else wrong).append(finding)
        yield Outcome(passage, tuple(right), tuple(wrong))


def passages(path: Path) -> list[Mapping[str, Any]]:
    """The passages of a TOML file, or of all in a folder and below it."""
    files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    try:
        found = [p for file in files for p in tomllib.loads(file.read_text(encoding="utf-8"))["passage"]]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DataError(f"{path}: not TOML with tables [[passage]] ({error})") from None
    if not found:
        raise DataError(f"{path}: no passages in it")
    return found


def conflicts(report: Report) -> list[Finding]:
    """The findings that say that an article is at odds with itself."""
    return [f for f in report.findings if f.dimension == "consistency" or f.rule == DRIFT]


def covers(finding: Finding, text: str, quotes: Sequence[str]) -> bool:
    """True where each of the quotes lies under some evidence of the finding, at least in part."""
    places = [(start := text.index(quote), start + len(quote)) for quote in quotes]
    return all(any(e.start < end and start < e.end for e in finding.evidence) for start, end in places)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


TASK = Task(
    name="passages",
    summary="conflicts found in contradictory passages and in near-misses of our own",
    files=("a folder of passages in TOML",),
    measure=measure,
)
