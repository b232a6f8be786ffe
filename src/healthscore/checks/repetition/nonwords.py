"""Words that do not exist: a noun of the article with an ending of verbs that it does not take ("dosaging")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from healthscore.article import Span
from healthscore.language.analysis import Analysis
from healthscore.language.lexicon import words
from healthscore.language.patterns import plural

_ENDING = "ing"
_LEAST = 5  # letters of the noun
_NOT_WRITTEN = ("reference", "code", "contents")  # kinds of block that are not the article's own wording


class Nonword(Struct, frozen=True):
    """A word that does not exist, the noun that it is made from, and the sentences in which it stands."""

    word: str
    noun: str
    sentences: tuple[Span, ...]


def nonwords(analysis: Analysis) -> Iterator[Nonword]:
    """The words made from a noun that the article uses too, in the order in which they come.

    No dictionary tells which words there are: only nouns are looked at whose ending makes nouns alone ("-age",
    "-ment", "-tion"), but for those that ``lexicons/noun_verbs.toml`` knows for verbs.
    """
    used = analysis.counts
    for word in used:
        noun = _noun_of(word) if word.endswith(_ENDING) else None
        if noun is not None and (noun in used or plural(noun) in used):
            sentences = tuple(_sentences(analysis, word))
            if sentences:
                yield Nonword(word, noun, sentences)


def _noun_of(word: str) -> str | None:
    """The noun of "dosaging", if it is no verb."""
    stem = word.removesuffix(_ENDING)
    for noun in (stem, f"{stem}e"):
        if len(noun) >= _LEAST and noun.endswith(_endings()) and not _is_verb(noun):
            return noun
    return None


def _is_verb(noun: str) -> bool:
    verbs = words("noun-verb", "verb")
    return noun in verbs or any(noun.removeprefix(prefix) in verbs for prefix in words("noun-verb", "prefix"))


def _sentences(analysis: Analysis, word: str) -> Iterator[Span]:
    """The sentences with the word, each once, but for those where it is written like a name."""
    last = -1
    for index, norm in enumerate(analysis.norms):
        if norm != word:
            continue
        sentence = analysis.sentence_at(index)
        is_name = index > sentence.first and analysis.article.text[analysis.tokens[index].start].isupper()
        if sentence.index > last and sentence.block.kind not in _NOT_WRITTEN and not is_name:
            last = sentence.index
            yield Span(sentence.start, sentence.end)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(words("noun-verb", "ending")))
