"""Search phrases that stand in a text more densely than it would say them, and where its grammar has no place for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from healthscore.article import Span
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind, is_kind
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
_NAME = 0.5  # of a phrase's places in capitals
_ABSORBED = 0.75  # of a phrase's words that stand within a denser one
_HARDLY = 3  # content words beside the phrase, in a sentence that says hardly anything else
_CROWDED = 3  # times that one content word stands in a sentence that lists variants of a search
_GOVERNS = Kind.DETERMINER | Kind.PREPOSITION  # "on a low-salt diet", "after knee surgery"
_PAUSES = tuple(",–—:;(-")
_CLOSES = tuple(",–—;)")

Phrase = tuple[str, ...]


class DensePhrase(Struct, frozen=True):
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
    used = analysis.counts
    least = max(_LEAST_TOPIC, _TOPIC_SHARE * times)
    return any(
        used[word] - times >= least for word in phrase if word not in _plain() and word not in _asked()
    )


def _returning(analysis: Analysis) -> dict[Phrase, list[int]]:
    """The first tokens of every phrase that reads like a search and stands three times or more."""
    used = analysis.counts
    least = max(_LEAST_PLACES, _WANTED[1] * len(analysis.tokens) / _LONGEST)
    frequent = {word for word in _asked() if used.get(word, 0) >= least}  # of a rarer word no phrase is dense
    asked = [place for place, norm in enumerate(analysis.norms) if norm in frequent] if frequent else []
    found: dict[Phrase, list[int]] = {}
    for phrase, first in _searches(analysis, asked, least):
        found.setdefault(phrase, []).append(first)
    return {phrase: firsts for phrase, firsts in found.items() if len(firsts) >= least}


def _searches(analysis: Analysis, asked: Sequence[int], least: float) -> Iterator[tuple[Phrase, int]]:
    """The runs of words with a search word and a topic, and nothing but bridges between them, each place once.

    A run grows to a side only where the search word and its neighbour on that side return often enough.
    """
    norms = ["", *analysis.norms, ""]  # one on, so that each has two neighbours
    before = Counter([(norms[place], norms[place + 1]) for place in asked])
    after = Counter([(norms[place + 1], norms[place + 2]) for place in asked])
    seen: set[tuple[int, int]] = set()
    for place in asked:
        back = before[norms[place], norms[place + 1]] >= least
        on = after[norms[place + 1], norms[place + 2]] >= least
        if not (back or on):
            continue
        sentence = analysis.sentence_at(place)
        if sentence.block.kind in ("reference", "contents") or _is_joined(
            analysis, sentence, place, place + 1
        ):
            continue
        low = max(sentence.first, place - _LONGEST + 1) if back else place
        high = min(sentence.last, place + _LONGEST) if on else place + 1
        for first, last in _around(place, low, high):
            run = tuple(norms[first + 1 : last + 1])
            if (first, last) not in seen and _is_search(run) and _is_whole(analysis, sentence, first, last):
                seen.add((first, last))
                yield run, first


def _around(place: int, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The stretches of ``[low, high)`` that hold a place and are long enough, and no longer than a search."""
    for first in range(low, place + 1):
        for last in range(max(place + 1, first + _SHORTEST), min(high, first + _LONGEST) + 1):
            yield first, last


def _is_search(run: Phrase) -> bool:
    """True for content at both ends, a topic, and only bridges within."""
    plain = _plain()
    if run[0] in plain or (run[-1] in plain and run[-2:] != ("near", "me")):
        return False
    inner = plain.intersection(run)
    return inner <= _bridges() and not _asked().issuperset(set(run) - inner)


def _is_whole(analysis: Analysis, sentence: Sentence, first: int, last: int) -> bool:
    """True for tokens ``[first, last)`` with nothing but spaces between them, for nobody types hyphens into a search."""
    inside = (analysis.gap(token) for token in range(first + 1, last))
    return all(gap.isspace() for gap in inside) and not _is_joined(analysis, sentence, first, last)


def _is_joined(analysis: Analysis, sentence: Sentence, *places: int) -> bool:
    """True where a hyphen joins one of the tokens to the one before it in its sentence."""
    return any(sentence.first < place < sentence.last and analysis.gap(place) == "-" for place in places)


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
    return ends and not is_kind(analysis.tokens[first - 1], _GOVERNS)


def _says_little(analysis: Analysis, sentence: Sentence, length: int) -> bool:
    known = _asked_for(analysis)
    if sentence.index not in known:
        content = Counter(norm for norm in analysis.words(sentence) if norm not in _plain())
        known[sentence.index] = content.total(), max(content.values())
    words, most = known[sentence.index]
    return words - length <= _HARDLY or most >= _CROWDED


@once
def _asked_for(_: Analysis) -> dict[int, tuple[int, int]]:
    """By sentence, once asked for: how many words it has that searchers may ask for, and how often the commonest stands."""
    return {}


@cache
def _plain() -> frozenset[str]:
    """Function words that searchers do not ask for."""
    return function_words() - _asked()


@cache
def _bridges() -> frozenset[str]:
    return words("search", "bridge")


@cache
def _wanted() -> frozenset[str]:
    return words("search", "want")


@cache
def _asked() -> frozenset[str]:
    """All words that searchers add to a topic."""
    return _wanted() | words("search", "matter")
