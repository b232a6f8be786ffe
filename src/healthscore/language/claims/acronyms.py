"""Short names that an article gives its terms: "irritable bowel syndrome (IBS)" makes the two one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_IN_BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{0,3}[A-Z])s?\)")
_MORE_WORDS = 5  # than letters
_Terms = dict[int, tuple[int, str]]


def with_acronyms(analysis: Analysis, concepts: _Terms) -> _Terms:
    """The concepts of an article, with its own short names and what they stand for, by first token.

    Both stand for the concept that one of them has in the lexicon, else for the short name.
    """
    found: _Terms = {}
    for at, first in _defined(analysis):
        long, short = analysis.stems[first:at], analysis.norms[at]
        term = _known(concepts, first, at) or next(
            iter(analysis.topic.key.intersection(long)), analysis.stems[at]
        )
        for place in analysis.places.get(short, ()):
            if place not in concepts:
                found[place] = (place + 1, term)
        for place in analysis.places.get(analysis.norms[first], ()):
            if analysis.stems[place : place + len(long)] == long:
                found[place] = (place + len(long), term)
    return {**concepts, **found} if found else concepts


def _known(concepts: Mapping[int, tuple[int, str]], first: int, last: int) -> str:
    """The concept of the long name or the short one."""
    end, term = concepts.get(first, (0, ""))
    return term if end == last else concepts.get(last, (0, ""))[1]


def _defined(analysis: Analysis) -> Iterator[tuple[int, int]]:
    """The token of each short name in brackets, and where the words begin that it stands for."""
    seen: set[str] = set()
    for match in _IN_BRACKETS.finditer(analysis.article.prose):
        at = bisect_left(analysis.starts, match.start(1))
        letters = match[1].lower()
        if letters in seen or not 0 < at < len(analysis.starts) or analysis.starts[at] != match.start(1):
            continue
        first = _first_of(analysis, analysis.sentence_at(at).first, at, letters)
        if first is not None:
            seen.add(letters)
            yield at, first


def _first_of(analysis: Analysis, low: int, at: int, letters: str) -> int | None:
    """Where the words before a token begin in which its letters stand in this order, the first one at a beginning.

    After Schwartz and Hearst 2003, A simple algorithm for identifying abbreviation definitions in biomedical text.
    """
    low = max(low, at - min(len(letters) + _MORE_WORDS, 2 * len(letters)))
    start, end = analysis.starts[low], analysis.tokens[at - 1].end
    text = analysis.article.prose[start:end].lower()
    index = len(text)
    for place in range(len(letters) - 1, -1, -1):
        index -= 1
        while index >= 0 and (text[index] != letters[place] or (place == 0 and _is_within(text, index))):
            index -= 1
        if index < 0:
            return None
    first = bisect_left(analysis.starts, start + index)
    return first if at - first > 1 else None


def _is_within(text: str, index: int) -> bool:
    """True for a letter that begins no word."""
    return index > 0 and text[index - 1].isalnum()
