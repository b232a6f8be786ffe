"""The content of a text as terms: what is left when function words and swaps of synonyms are taken away."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct

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


class Term(Struct, frozen=True, gc=False):
    """A content word or phrase: what it means, and its tokens ``[first, last)``.

    ``meaning`` is a stem, or ``=lessen`` and the like for words that stand for one another.
    """

    meaning: str
    first: int
    last: int


def terms_of(analysis: Analysis) -> tuple[Term, ...]:
    """Every term of the article, in order of place."""
    phrases = [Term("=" + cue.kind, cue.first, cue.last) for cue in analysis.cues_of("synonym")]
    inside = {place for phrase in phrases for place in range(phrase.first, phrase.last)}
    skipped = function_words()
    single = [
        Term(stem, place, place + 1)
        for place, (norm, stem) in enumerate(zip(analysis.norms, analysis.stems, strict=True))
        if norm not in skipped and place not in inside
    ]
    return tuple(sorted(phrases + single, key=attrgetter("first")))


@cache
def function_words() -> frozenset[str]:
    """Words of the closed classes, which say how a sentence is built and not what it says."""
    return _LETTERS.union(*(words("grammar", kind) for kind in _CLOSED_CLASSES), words("stopword", ""))
