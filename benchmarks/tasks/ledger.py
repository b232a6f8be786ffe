"""Who is said to do what to what: how much of it the claim ledger reads, and how much of what it reads is so.

A set is JSON lines ``{topic, text, claims}``: one sentence, what its article is about, and each effect that it states, as
``{subject, relation, object, negated, voice}``. A claim of the ledger is right where it goes the same way, is denied where
that is, and shares a word of the subject and one of the object. What somebody else is said to claim need not be read,
and a claim that names no doer or nothing done to blames nobody and is not counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from articles import DataError
from healthscore.language import analyse
from healthscore.language.claims import Claim
from healthscore.reading import read_text
from tasks.base import Figures, Task, share

_PAGE = "# {0}\n\n{0} is what this page is about. Many people ask about {1}.\n\n{2}\n\nRead on to see what else we found.\n"
_AT = 2  # the block of the sentence
_WAYS = {"raises": 1, "causes": 1, "lowers": -1, "prevents": -1, "treats": -1}
_EMPTY = frozenset({"the", "a", "an", "of", "your", "their", "its"})


class _Read(NamedTuple):
    """A sentence with the effects it states that the ledger has and lacks, and its claims that are right and wrong."""

    text: str
    found: list[str]
    missed: list[str]
    right: list[str]
    wrong: list[str]


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures for one file or folder; there is nothing to fit."""
    read = list(_read_all(files[0]))
    found, missed, right, wrong = (
        sum(len(part) for part in parts) for parts in list(zip(*read, strict=True))[1:]
    )
    return {
        "n": len(read),
        "n_claims": found + missed,
        "recall": share(found, found + missed),
        "precision": share(right, right + wrong),
    }


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Each sentence of which the ledger lacks something, or has something that is not said there."""
    for one in _read_all(files[0]):
        if one.missed or one.wrong:
            yield {"text": one.text, "missed": one.missed, "wrong": one.wrong}


def _read_all(path: Path) -> Iterator[_Read]:
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        try:
            lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
            yield from map(_read, lines)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataError(f"{file}: not JSON lines with topic, text and claims ({error})") from error


def _read(line: Mapping[str, Any]) -> _Read:
    topic, text, stated = line["topic"], line["text"], line["claims"]
    analysis = analyse(read_text(_PAGE.format(topic[:1].upper() + topic[1:], topic, text)))
    block = analysis.article.blocks[_AT]
    claims = [
        claim
        for claim in analysis.claims
        if claim.relation in _WAYS and block.start <= analysis.sentences[claim.sentence].start < block.end
    ]
    named = analysis.topic.key
    own = [one for one in stated if one["voice"] == "article"]
    counted = [c for c in claims if c.voice == "article" and c.subject_key and c.object_key]
    right = [c for c in counted if any(_says(c, one, topic, named) for one in stated)]
    found = [one for one in own if any(_says(c, one, topic, named) for c in claims)]
    return _Read(
        text,
        found=[_worded(one) for one in found],
        missed=[_worded(one) for one in own if one not in found],
        right=[_claimed(c) for c in right],
        wrong=[_claimed(c) for c in counted if c not in right],
    )


def _says(claim: Claim, one: Mapping[str, Any], topic: str, named: frozenset[str]) -> bool:
    """True where a claim says what was stated."""
    if _WAYS[claim.relation] != _WAYS[one["relation"]] or claim.negated != one["negated"]:
        return False
    of_topic = one["subject"].lower() == topic.lower()
    meant = (of_topic or not one["subject"]) and (not claim.subject_key or claim.subject_key <= named)
    doer = meant or not _words(one["subject"]).isdisjoint(_words(claim.subject))
    return doer and not _words(one["object"]).isdisjoint(_words(claim.object))


def _words(text: str) -> set[str]:
    return set(text.lower().replace("-", " ").replace(",", " ").split()) - _EMPTY


def _worded(one: Mapping[str, Any]) -> str:
    return f"{one['subject']} {'not ' if one['negated'] else ''}{one['relation']} {one['object']}"


def _claimed(claim: Claim) -> str:
    return f"{claim.subject} {'not ' if claim.negated else ''}{claim.relation} {claim.object}"


TASK = Task(
    name="ledger",
    summary="who does what to what in single sentences: how much of it the ledger reads, and how much of what it reads is so",
    files=("JSON lines with topic, text and claims, or a folder of them",),
    measure=measure,
    rows=rows,
)
