"""Pairs that contradict each other, with words around them that say nothing of the matter: how many are still found.

A pair of ``passages`` that is found in a plain page is put there again with one of its sentences in each of the frames
below, first the one and then the other. What an article is at odds about does not change by them, so that every pair
that is lost shows a reader that hangs on how a sentence begins or ends, and not on what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from healthscore import score
from tasks.base import Figures, Task
from tasks.passages import conflicts, covers, page, pairs

_BEFORE = (
    "It is worth knowing that", "As you may know,", "In general,", "Of course,", "However,", "But", "Also,", "Yes,",
    "Doctors have known for years that", "Everybody knows that", "Today we know that", "What this means is that",
    "One thing is certain:", "The short answer is this:", "Although it may sound odd,", "The leaflet is short, and",
    "The shop is small, but", "The leaflet is short;", "Studies show that",
)  # fmt: skip
_AFTER = (
    ", as many readers know.", ", so plan ahead.", ", which is why you should plan ahead.", ", and the leaflet says so too.",
    ", but the waiting room is warm.", "; this has been known for a long time.", " (see below).", " [3].",
    " (Smith et al., 2019).", ", whatever you may have read elsewhere.",
)  # fmt: skip


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The share of pairs found in a plain page that are found with each kind of words around; there is nothing to fit."""
    found = [pair for pair in pairs(files[0]) if pair["contradictory"] and _is_found(pair, *pair["quotes"])]
    kept = {
        frame: [_is_found(pair, *quotes) for pair in found for quotes in _framed(pair, frame)]
        for frame in FRAMES
    }
    every = [one for outcomes in kept.values() for one in outcomes]
    return {
        "n_found_in_a_plain_page": len(found),
        "frames": len(FRAMES),
        "kept": _share(every),
        **{
            f"kept_{frame}": _share(outcomes)
            for frame, outcomes in sorted(kept.items(), key=lambda k: sum(k[1]))
        },
    }


FRAMES = (*(f"{words} ..." for words in _BEFORE), *(f"...{words}" for words in _AFTER))


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


def _share(outcomes: Sequence[bool]) -> float | None:
    return round(sum(outcomes) / len(outcomes), 4) if outcomes else None


TASK = Task(
    name="around",
    summary="pairs that are still found with words around them that say nothing of the matter",
    files=("a folder of pairs in TOML",),
    measure=measure,
)
