"""Pairs that contradict each other, with words around them that say nothing of the matter: how many are still found.

A pair of ``passages`` that is found in a plain page is put there again with one of its sentences in each of the frames of
``around.toml``, first the one and then the other. What an article is at odds about does not change by them, so that every pair
that is lost shows a reader that hangs on how a sentence begins or ends, and not on what it says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from healthscore import score
from tasks.base import Figures, Task, share_of
from tasks.passages import conflicts, covers, page, pairs

_SETS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
FRAMES = {
    name: (*(f"{words} ..." for words in one["before"]), *(f"...{words}" for words in one["after"]))
    for name, one in _SETS.items()
}


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The share of pairs found in a plain page that are found with each kind of words around; there is nothing to fit."""
    found = [pair for pair in pairs(files[0]) if pair["contradictory"] and _is_found(pair, *pair["quotes"])]
    kept = {
        name: {f: [_is_found(pair, *quotes) for pair in found for quotes in _framed(pair, f)] for f in frames}
        for name, frames in FRAMES.items()
    }
    by_frame = [(frame, outcomes) for frames in kept.values() for frame, outcomes in frames.items()]
    return {
        "n_found_in_a_plain_page": len(found),
        **{f"frames_{name}": len(frames) for name, frames in FRAMES.items()},
        **{f"kept_{name}": share_of(list(chain(*frames.values()))) for name, frames in kept.items()},
        **{
            f"kept_{frame}": share_of(outcomes)
            for frame, outcomes in sorted(by_frame, key=lambda k: sum(k[1]))
        },
    }


def _framed(pair: Mapping[str, Sequence[str]], frame: str) -> Iterator[tuple[str, str]]:
    first, second = pair["quotes"]
    yield _put(first, frame), second
    yield first, _put(second, frame)


def _put(sentence: str, frame: str) -> str:
    if frame.startswith("..."):
        return sentence.rstrip(".") + frame[3:]
    return f"{frame[:-3]}{_within(sentence)}"


def _within(sentence: str) -> str:
    """A sentence as it goes on from other words; a name keeps its capital."""
    first = sentence.split()[0]
    name = first[1:] != first[1:].lower() or first.endswith("'s") or first == "I"
    return sentence if name else sentence[0].lower() + sentence[1:]


def _is_found(pair: Mapping[str, str], first: str, second: str) -> bool:
    text = page({**pair, "quotes": (first, second)})
    return any(covers(finding, text, (first, second)) for finding in conflicts(score(text)))


TASK = Task(
    name="around",
    summary="pairs that are still found with words around them that say nothing of the matter",
    files=("a folder of pairs in TOML",),
    measure=measure,
)
