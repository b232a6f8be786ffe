"""Search phrases that stand in a text more densely than it would say them, and where its grammar has no place for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from healthscore.article import Span
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import words
from healthscore.language.terms import function_words

_SHORTEST, _LONGEST = 2, 5  # words
_LEAST_PLACES = 3
_WANTED = (
    3,
    0.012,
    0.25,
)  # least places, rate, awkward share, for a phrase with what searchers want ("best")
_MATTER = (4, 0.015, 0.5)  # and for one with what pages on the topic say too ("treatment")
_LEAST_TOPIC = 3  # times that the topic stands outside the phrase, or its name would be the phrase,
_TOPIC_SHARE = 0.5  # and as a share of the phrase's places
_NAME = 0.7  # of a phrase's places in capitals
_ABSORBED = 0.75  # of a phrase's words that stand within a denser one
_HARDLY = 3  # content words beside the phrase, in a sentence that says hardly anything else
_CROWDED = 3  # times that one content word stands in a sentence that lists variants of a search
_PAUSES = tuple(",–—:;(-")
_CLOSES = tuple(",–—;)")

Phrase = tuple[str, ...]


class DensePhrase(NamedTuple):
    """A phrase as typed into a search box, its places in order, and its share of the article's words (0-1).

    ``awkward`` is how many of the places are a tail hung on a sentence, or stand in a sentence without other content.
    """

    words: Phrase
    places: tuple[Span, ...]
    rate: float
    awkward: int


@once
def dense_phrases(analysis: Analysis) -> tuple[DensePhrase, ...]:
    """The search phrases whose rate no natural text reaches, the densest first, none within another."""
    kept: list[DensePhrase] = []
    taken: set[int] = set()
    found = _returning(analysis)
    for phrase in sorted(found, key=lambda p: (-len(found[p]) * len(p), p)):
        firsts = found[phrase]
        own = {place for first in firsts for place in range(first, first + len(phrase))}
        if len(own & taken) >= _ABSORBED * len(own):
            continue
        dense = _dense(analysis, phrase, firsts)
        if _is_stuffed(dense) and _has_topic(analysis, phrase, len(firsts)) and not _is_name(analysis, dense):
            taken |= own
            kept.append(dense)
    return tuple(kept)


def _is_stuffed(dense: DensePhrase) -> bool:
    least, rate, awkward = _MATTER if _wanted().isdisjoint(dense.words) else _WANTED
    places = len(dense.places)
    return places >= least and dense.rate >= rate and dense.awkward >= awkward * places


def _is_name(analysis: Analysis, dense: DensePhrase) -> bool:
    """True for a phrase whose every word is mostly written with a capital."""
    capitals = sum(analysis.quote(*place).istitle() for place in dense.places)
    return capitals > _NAME * len(dense.places)


def _has_topic(analysis: Analysis, phrase: Phrase, times: int) -> bool:
    """True where the topic of the phrase is spoken of without it as well; else the phrase is the name."""
    counts = _counts(analysis)
    least = max(_LEAST_TOPIC, _TOPIC_SHARE * times)
    return any(
        counts[word] - times >= least for word in phrase if word not in _plain() and word not in _asked()
    )


@once
def _counts(analysis: Analysis) -> Counter[str]:
    return Counter([token.norm for token in analysis.tokens])


def _returning(analysis: Analysis) -> dict[Phrase, list[int]]:
    """The first tokens of every phrase that reads like a search and stands three times or more."""
    found: dict[Phrase, list[int]] = {}
    for sentence in analysis.sentences:
        if sentence.block.kind not in ("reference", "contents"):
            for phrase, first in _searches(analysis, sentence):
                found.setdefault(phrase, []).append(first)
    return {phrase: firsts for phrase, firsts in found.items() if len(firsts) >= _LEAST_PLACES}


def _searches(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[Phrase, int]]:
    """The runs of words with a search word and a topic, and nothing but bridges between them."""
    norms = analysis.words(sentence)
    seen: set[tuple[int, int]] = set()
    for place, norm in enumerate(norms):
        if (
            norm not in _asked()
            or _is_joined(analysis, sentence, place)
            or _is_joined(analysis, sentence, place + 1)
        ):
            continue
        for first, last in _around(place, len(norms)):
            if (
                (first, last) not in seen
                and _is_search(norms[first:last])
                and _is_whole(analysis, sentence, first, last)
            ):
                seen.add((first, last))
                yield tuple(norms[first:last]), sentence.first + first


def _around(place: int, length: int) -> Iterator[tuple[int, int]]:
    """The stretches of words that hold a place."""
    for first in range(max(0, place - _LONGEST + 1), place + 1):
        for last in range(max(place + 1, first + _SHORTEST), min(length, first + _LONGEST) + 1):
            yield first, last


def _is_search(norms: list[str]) -> bool:
    """True for content at both ends, a topic, and only bridges within."""
    plain = _plain()
    if norms[0] in plain or (norms[-1] in plain and norms[-2:] != ["near", "me"]):
        return False
    inner = [norm for norm in norms if norm in plain]
    return (
        len(inner) < len(norms)
        and _bridges().issuperset(inner)
        and not _asked().issuperset(set(norms) - plain)
    )


def _is_whole(analysis: Analysis, sentence: Sentence, first: int, last: int) -> bool:
    """True for words without a pause between them that cut no hyphenated word."""
    inside = range(sentence.first + first + 1, sentence.first + last)
    return (
        all(analysis.gap(token) == "-" or analysis.gap(token).isspace() for token in inside)
        and not _is_joined(analysis, sentence, first)
        and not _is_joined(analysis, sentence, last)
    )


def _is_joined(analysis: Analysis, sentence: Sentence, place: int) -> bool:
    """True where a hyphen joins a word of the sentence to the one before it."""
    token = sentence.first + place
    return sentence.first < token < sentence.last and analysis.gap(token) == "-"


def _dense(analysis: Analysis, phrase: Phrase, firsts: list[int]) -> DensePhrase:
    tokens, length = analysis.tokens, len(phrase)
    headings = sum(analysis.sentence_at(first).block.kind == "heading" for first in firsts)
    awkward = sum(_stands_awkwardly(analysis, first, length) for first in firsts)
    return DensePhrase(
        phrase,
        tuple(Span(tokens[first].start, tokens[first + length - 1].end) for first in firsts),
        length * len(firsts) / len(tokens),
        awkward + (headings if headings > 1 else 0),
    )


def _stands_awkwardly(analysis: Analysis, first: int, length: int) -> bool:
    """True for a tail of a sentence, a sentence with hardly another word, and a list of variants."""
    sentence = analysis.sentence_at(first)
    if sentence.block.kind == "heading":
        return False
    if sentence.block.kind == "paragraph" and _says_little(analysis, sentence, length):
        return True
    ends = first + length == sentence.last
    if first == sentence.first:
        return False
    hung = analysis.gap(first).strip()[-1:] in _PAUSES
    if hung and (ends or analysis.gap(first + length).strip()[:1] in _CLOSES):
        return True
    return ends and analysis.tokens[first - 1].norm not in words("grammar", "determiner")


def _says_little(analysis: Analysis, sentence: Sentence, length: int) -> bool:
    content = [norm for norm in analysis.words(sentence) if norm not in _plain()]
    return len(content) - length <= _HARDLY or max(Counter(content).values()) >= _CROWDED


@cache
def _plain() -> frozenset[str]:
    return function_words() - _asked()


@cache
def _bridges() -> frozenset[str]:
    return words("search", "bridge")


@cache
def _wanted() -> frozenset[str]:
    return words("search", "want")


@cache
def _asked() -> frozenset[str]:
    return _wanted() | words("search", "matter")
