"""The content of a text as terms: what is left when function words and swaps of synonyms are taken away."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_CLOSED_CLASSES = (
    "determiner",
    "pronoun",
    "auxiliary",
    "preposition",
    "subordinator",
    "coordinator",
    "adverb",
)

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")  # of abbreviations and lists


class Term(NamedTuple):
    """A content word or phrase: what it means, and its tokens ``[first, last)``.

    ``meaning`` is a stem, or ``=lessen`` and the like for words that stand for one another.
    """

    meaning: str
    first: int
    last: int


def terms_of(analysis: Analysis) -> tuple[Term, ...]:
    """Every term of the article, in order of place."""
    phrases = {cue.first: cue for cue in analysis.cues if cue.category == "synonym"}
    skipped = function_words()
    found: list[Term] = []
    end = 0
    for place, (token, stem) in enumerate(zip(analysis.tokens, analysis.stems, strict=True)):
        if place in phrases:
            end = phrases[place].last
            found.append(Term("=" + phrases[place].kind, place, end))
        elif place >= end and token.norm not in skipped:
            found.append(Term(stem, place, place + 1))
    return tuple(found)


@cache
def function_words() -> frozenset[str]:
    """Words of the closed classes, which say how a sentence is built and not what it says."""
    return _LETTERS.union(*(words("grammar", kind) for kind in _CLOSED_CLASSES), words("stopword", ""))
