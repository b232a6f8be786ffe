"""Texts of our own, contradictory ones and near-misses: how many conflicts are found, and how many are right.

A TOML file holds tables of one or more of these:

``[[passage]]``: ``text``, ``rule``, ``topic``, ``contradictory`` and, where it is so, the ``quotes`` that clash.
``[[pair]]``: the same with no text; its two quotes are put into a page about the topic, apart from each other.
``[[matter]]``: a ``topic`` and a ``rule``, with lists of sentences: each of ``one`` clashes with each of ``other``, and with
none of those that are ``sound``; every two of them make a pair.
``[[article]]``: ``text`` and ``topic``, with ``pairs`` of quotes ``a`` and ``b`` that clash, each of a ``kind``, and
``sound`` ones that only look so.

Quotes that clash are caught where one finding of consistency, of any severity, has evidence over each of them; a
``hedging/certainty-drift`` counts as one. Every other such finding is wrong, in whichever text. The finding need not
bear the rule's name: what a reader needs is the two sentences side by side.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from articles import DataError
from healthscore import Report, score
from healthscore.report.model import Finding
from tasks.base import Figures, Task, share

DRIFT = "hedging/certainty-drift"
_MOST_RULES = 15  # that are told apart; what writers call their clashes is as various as these
_KINDS = {
    "passage": ("text", "rule", "topic", "contradictory"),
    "pair": ("quotes", "rule", "topic", "contradictory"),
    "matter": ("topic", "rule", "one", "other", "sound"),
    "article": ("text", "topic", "pairs", "sound"),
}
"""What a file may hold, with the keys that each needs."""


_PAGE = (
    "# {title}\n\nMany people ask us about {topic}. {first} There is a lot to say here.\n\n## What else to know\n\n"
    "We looked at many pages. Read on and see what we found.\n\n{second} It was last looked at by our team.\n"
)
"""What a pair is put into."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found on one clash or near-miss: the findings over all its quotes, and those over no clash at all."""

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
        "recall": share(caught, len(faulty)),
        "precision": share(caught, caught + wrong),
        "near_misses_blamed": share(sum(bool(o.wrong) for o in sound), len(sound)),
        **{
            f"recall_{rule.replace('-', '_')}": share(sum(bool(o.right) for o in members), len(members))
            for rule, members in sorted(by_rule.items())
            if len(by_rule) <= _MOST_RULES
        },
    }


def outcomes(path: Path) -> Iterator[Outcome]:
    """Each passage, pair and place of an article with what is found in it, in the files' order."""
    for kind, table in _tables(path):
        if kind == "article":
            yield from _of_article(table)
        else:
            yield _of_passage(table if kind == "passage" else {**table, "text": page(table)})


def _of_passage(passage: Mapping[str, Any]) -> Outcome:
    right: list[Finding] = []
    wrong: list[Finding] = []
    for finding in conflicts(score(passage["text"])):
        told = passage["contradictory"] and covers(finding, passage["text"], passage["quotes"])
        (right if told else wrong).append(finding)
    return Outcome(passage, tuple(right), tuple(wrong))


def _of_article(article: Mapping[str, Any]) -> Iterator[Outcome]:
    """Its clashes and near-misses; a finding over none of them is wrong once, with the first clash."""
    text, found = article["text"], conflicts(score(article["text"]))
    clashes = [(p, [f for f in found if covers(f, text, (p["a"], p["b"]))]) for p in article["pairs"]]
    sound = [(p, [f for f in found if covers(f, text, (p["a"], p["b"]))]) for p in article["sound"]]
    placed = [finding for _, findings in (*clashes, *sound) for finding in findings]
    stray = tuple(finding for finding in found if finding not in placed)
    for number, (pair, right) in enumerate(clashes):
        passage = {"rule": pair["kind"], "topic": article["topic"], "contradictory": True}
        yield Outcome(passage, tuple(right), () if number else stray)
    for _, wrong in sound:
        yield Outcome({"rule": "", "topic": article["topic"], "contradictory": False}, (), tuple(wrong))


def page(pair: Mapping[str, Any]) -> str:
    """The text of a pair: its two quotes apart from each other in a page about the topic."""
    topic, (first, second) = pair["topic"], pair["quotes"]
    return _PAGE.format(title=topic[:1].upper() + topic[1:], topic=topic, first=first, second=second)


def _tables(path: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """The tables of a TOML file, or of all in a folder and below it, with what each is; a matter as its pairs."""
    files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    try:
        read = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
        found = [(kind, table) for file in read for kind in _KINDS for table in file.get(kind, ())]
        for kind, table in found:
            _ = [table[key] for key in _KINDS[kind]]
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DataError(
            f"{path}: not TOML with tables [[passage]], [[pair]], [[matter]] or [[article]] ({error})"
        ) from None
    if not found:
        raise DataError(f"{path}: no passages, pairs or articles in it")
    return [
        told for kind, table in found for told in (_pairs_of(table) if kind == "matter" else [(kind, table)])
    ]


def _pairs_of(matter: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each sentence of one side with each of the other, and with each that only looks like one."""
    others = [(second, True) for second in matter["other"]] + [(second, False) for second in matter["sound"]]
    for first, (second, clashes) in product(matter["one"], others):
        yield "pair", {**matter, "contradictory": clashes, "quotes": [first, second]}


def pairs(path: Path) -> list[Mapping[str, Any]]:
    """The pairs of a TOML file, or of all in a folder and below it."""
    return [table for kind, table in _tables(path) if kind == "pair"]


def conflicts(report: Report) -> list[Finding]:
    """The findings that say that an article is at odds with itself."""
    return [f for f in report.findings if f.dimension == "consistency" or f.rule == DRIFT]


def covers(finding: Finding, text: str, quotes: Sequence[str]) -> bool:
    """True where each of the quotes lies under some evidence of the finding, at least in part."""
    places = [(start := text.index(quote), start + len(quote)) for quote in quotes]
    return all(any(e.start < end and start < e.end for e in finding.evidence) for start, end in places)


TASK = Task(
    name="passages",
    summary="conflicts found in contradictory passages, pairs and articles of our own, and in near-misses",
    files=("a folder of them in TOML",),
    measure=measure,
)
