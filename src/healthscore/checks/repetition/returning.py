"""Where runs of words return: all that looks for them looks only there."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Sequence

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis

Run = tuple[str, ...]

_TWICE = 2
_AGAIN = re.compile(rb"\x01+")


def runs(
    analysis: Analysis, words: Sequence[str], length: int, least: int = _TWICE
) -> Iterator[tuple[int, Run]]:
    """The runs of so many words that may stand twice, by their first token, in order; ``length`` is at least 3.

    ``words`` are the article's normalised tokens or their stems. Every run that stands ``least`` times, which is at
    least 2, is among them.
    """
    for stretch in _stretches(analysis, least):
        inside = words[stretch.start : stretch.stop]
        yield from zip(stretch, zip(*(inside[at:] for at in range(length)), strict=False), strict=False)


def places_of_runs(
    analysis: Analysis, words: Sequence[str], length: int, sentences: Container[int], least: int = _TWICE
) -> dict[Run, list[int]]:
    """Where each such run begins within the given sentences (by index), once in each."""
    found: dict[Run, list[int]] = {}
    for first, run in runs(analysis, words, length, least):
        known = found.setdefault(run, [])
        sentence = analysis.sentence_at(first)
        if (
            first + length <= sentence.last
            and sentence.index in sentences
            and not (known and known[-1] >= sentence.first)
        ):
            known.append(first)
    return found


def _stretches(analysis: Analysis, least: int) -> list[range]:
    """The tokens, three in a row or more, of which every three neighbours stand together so often.

    Most runs of three stems stand in an article once, and what returns cannot reach across one that does.
    """
    known = _known_stretches(analysis)
    if least not in known:
        marks = bytearray(len(analysis.stems))
        for places in _threes(analysis):
            if len(places) >= least:
                for place in places:
                    marks[place] = 1
        known[least] = [range(match.start(), match.end() + 2) for match in _AGAIN.finditer(marks)]
    return known[least]


@once
def _known_stretches(_: Analysis) -> dict[int, list[range]]:
    """The stretches that were looked for, by how often their neighbours stand together."""
    return {}


@once
def _threes(analysis: Analysis) -> Collection[list[int]]:
    """Where each three stems that return stand: the places of the first of them."""
    stems, seen = analysis.stems, dict[tuple[str, str, str], int]()
    firsts = map(seen.setdefault, zip(stems, stems[1:], stems[2:], strict=False), range(len(stems)))
    found: dict[int, list[int]] = {}
    for place, first in enumerate(firsts):
        if first != place:
            found.setdefault(first, [first]).append(place)
    return found.values()
