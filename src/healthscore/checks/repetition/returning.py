"""Where runs of words return: all that looks for them looks only there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from healthscore.checks.base import once
from healthscore.language.analysis import Analysis

Run = tuple[str, ...]

_AGAIN = re.compile(rb"\x01+")


def runs(analysis: Analysis, words: Sequence[str], length: int) -> Iterator[tuple[int, Run]]:
    """The runs of so many words that may stand twice, by their first token, in order; ``length`` is at least 3.

    ``words`` are the article's normalised tokens or their stems. Every run that returns is among them.
    """
    for stretch in _stretches(analysis):
        for first in range(stretch.start, stretch.stop - length + 1):
            yield first, tuple(words[first : first + length])


def places_of_runs(
    analysis: Analysis, words: Sequence[str], length: int, sentences: Container[int]
) -> dict[Run, list[int]]:
    """Where each such run begins within the given sentences (by index), once in each."""
    found: dict[Run, list[int]] = {}
    for first, run in runs(analysis, words, length):
        known = found.setdefault(run, [])
        sentence = analysis.sentence_at(first)
        if (
            first + length <= sentence.last
            and sentence.index in sentences
            and not (known and known[-1] >= sentence.first)
        ):
            known.append(first)
    return found


@once
def _stretches(analysis: Analysis) -> list[range]:
    """The tokens, three in a row or more, of which every three neighbours stand together elsewhere too.

    Most runs of three stems stand in an article once, and what returns cannot reach across one that does.
    """
    stems = analysis.stems
    threes = list(zip(stems, stems[1:], stems[2:], strict=False))
    times = Counter(threes)
    again = bytes([times[three] > 1 for three in threes])
    return [range(match.start(), match.end() + 2) for match in _AGAIN.finditer(again)]
