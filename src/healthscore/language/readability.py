"""How hard a text is to read: three classic indices, with our own sentences and words.

textstat counts the syllables. Told that the language is ``en-US`` (with a hyphen) rather than ``en``, it counts
them with pyphen's hyphenation patterns alone and never reaches for the pronouncing dictionary that it would
otherwise download. Hyphenation finds most syllables and misses a few (*idea*, *every*), so the grades here
run a little lower than with a dictionary, the same way for every text.
"""

from __future__ import annotations

from functools import cache
from math import sqrt
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

SMOG_SENTENCES = 30  # the sample on which the SMOG grade was normed


class Readability(Struct, frozen=True):
    """Counts of an article's prose, and the indices made of them.

    ``flesch_reading_ease``: higher is easier, 60-70 is plain English (Flesch, J Appl Psychol 1948;32:221).
    ``flesch_kincaid_grade``: years of US schooling (Kincaid et al., US Navy report 8-75, 1975).
    ``smog_grade``: the same, from words of three syllables and more (McLaughlin, J Reading 1969;12:639);
    None under 30 sentences, for which it was not made.
    """

    sentences: int
    words: int
    syllables: int
    long_words: int

    @property
    def flesch_reading_ease(self) -> float:
        """206.835 less 1.015 per word of a sentence and 84.6 per syllable of a word."""
        return round(206.835 - 1.015 * self._sentence_length - 84.6 * self._word_length, 2)

    @property
    def flesch_kincaid_grade(self) -> float:
        """0.39 per word of a sentence and 11.8 per syllable of a word, less 15.59."""
        return round(0.39 * self._sentence_length + 11.8 * self._word_length - 15.59, 2)

    @property
    def smog_grade(self) -> float | None:
        """3.1291 plus 1.043 times the root of the long words in 30 sentences."""
        if self.sentences < SMOG_SENTENCES:
            return None
        return round(3.1291 + 1.043 * sqrt(30 * self.long_words / self.sentences), 2)

    @property
    def _sentence_length(self) -> float:
        return self.words / self.sentences

    @property
    def _word_length(self) -> float:
        return self.syllables / self.words


def readability(analysis: Analysis) -> Readability | None:
    """The indices over paragraphs, list items and quotes; None where there are no words in them.

    Numbers and signs are not counted as words: how they are read aloud is not in the text.
    """
    spoken = [
        words
        for sentence in analysis.prose_sentences
        if (words := [word for word in analysis.words(sentence) if word[0].isalpha()])
    ]
    if not spoken:
        return None
    text = " ".join(word for words in spoken for word in words)
    counter = _counter()
    return Readability(
        sentences=len(spoken),
        words=sum(map(len, spoken)),
        syllables=counter.syllable_count(text),
        long_words=counter.polysyllabcount(text),
    )


@cache
def _counter() -> Any:
    from textstat.textstat import textstatistics  # slow to import, and only some rubrics ask for it

    counter = textstatistics()
    counter.set_lang("en-US")
    return counter
