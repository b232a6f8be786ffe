"""Where runs of words return: all that looks for them looks only there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

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
        first, again = _threes(analysis)
        often = {place for place, times in again.items() if times >= least - 1}
        marks = bytes([place in often for place in first]) if often else b""
        known[least] = [range(match.start(), match.end() + 2) for match in _AGAIN.finditer(marks)]
    return known[least]


@once
def _known_stretches(_: Analysis) -> dict[int, list[range]]:
    """The stretches that were looked for, by how often their neighbours stand together."""
    return {}


@once
def _threes(analysis: Analysis) -> tuple[list[int], Counter[int]]:
    """For each token the first place where it and the two after it stand, as stems; and how often each place returns."""
    stems, seen = analysis.stems, dict[tuple[str, str, str], int]()
    first = list(map(seen.setdefault, zip(stems, stems[1:], stems[2:], strict=False), range(len(stems))))
    return first, Counter([earlier for place, earlier in enumerate(first) if earlier != place])
