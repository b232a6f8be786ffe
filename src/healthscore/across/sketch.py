"""An article reduced to what is compared across a folder: its statements and headings as sets of hashed words."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import chain, pairwise
from zlib import crc32

from msgspec import Struct

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.terms import function_words

_MOST_TOPIC_WORDS = 4
_TOPIC_SPREAD = 6  # a topic word stands in one of so many sentences,
_LEAST_TOPIC = 3  # and in so many at least
_TOPIC = ""  # what stands for a topic word, so that another article's topic is no difference
_SERVICE = ("pointer", "refrain")  # said for the reader's sake, in whatever article


class Statement(Struct, frozen=True):
    """A sentence or heading at characters ``[start, end)`` of the block that begins at ``block``.

    ``features`` are 32-bit hashes of its stems and pairs of neighbouring stems, each once; the first ``content``
    of them are those of its content words, names and topic words left out. ``on_topic``: it names the topic.
    """

    start: int
    end: int
    block: int
    content: int
    on_topic: bool
    features: array[int]


class Sketch(Struct, frozen=True):
    """What a folder keeps of an article: its name, hash and text, its statements, and its headings."""

    source: str
    sha256: str
    text: str
    statements: tuple[Statement, ...]
    headings: tuple[Statement, ...]


def sketch_of(analysis: Analysis) -> Sketch:
    """The sketch of one article."""
    article = analysis.article
    headings = [s for s in analysis.sentences if s.block.kind == "heading" and s.first < s.last]
    topic = _topic_words(analysis)
    return Sketch(
        article.source,
        article.sha256,
        article.text,
        tuple(
            _statement(analysis, analysis.whole(s), topic)
            for s in analysis.prose_sentences
            if not _is_service(analysis, s)
        ),
        tuple(_statement(analysis, s, topic) for s in headings),
    )


def _topic_words(analysis: Analysis) -> frozenset[str]:
    """The stems of the words that most sentences turn on, the few most frequent."""
    skipped = function_words()
    spread: Counter[str] = Counter()
    for sentence in analysis.prose_sentences:
        tokens = range(sentence.first, sentence.last)
        spread.update({analysis.stems[i] for i in tokens if analysis.tokens[i].norm not in skipped})
    least = max(_LEAST_TOPIC, len(analysis.prose_sentences) / _TOPIC_SPREAD)
    frequent = sorted((-count, stem) for stem, count in spread.items() if count >= least)
    return frozenset(stem for _, stem in frequent[:_MOST_TOPIC_WORDS])


def _is_service(analysis: Analysis, sentence: Sentence) -> bool:
    return any(cue.kind in _SERVICE for cue in analysis.cues_in(sentence, "meta"))


def _statement(analysis: Analysis, sentence: Sentence, topic: frozenset[str]) -> Statement:
    skipped, text = function_words(), analysis.article.text
    words: list[str] = []
    telling: list[bool] = []  # content words, names too
    plain: list[str] = []  # without names and numbers
    for i in range(sentence.first, sentence.last):
        token, stem = analysis.tokens[i], analysis.stems[i]
        content = token.norm not in skipped and stem not in topic
        words.append(_TOPIC if stem in topic else stem)
        telling.append(content)
        is_name = text[token.start].isupper() and i > sentence.first
        if content and not is_name and not token.norm[0].isdigit():
            plain.append(stem)
    own = list(dict.fromkeys(plain))
    names = (word for word, tells in zip(words, telling, strict=True) if tells)
    pairs = (
        f"{left} {right}" for (left, a), (right, b) in pairwise(zip(words, telling, strict=True)) if a or b
    )
    return Statement(
        sentence.start,
        sentence.end,
        sentence.block.start,
        len(own),
        _TOPIC in words,
        _hashed(chain(own, names, pairs)),
    )


def _hashed(features: Iterable[str]) -> array[int]:
    """Hashes that are the same in every process, each feature once and in order."""
    return array("I", [crc32(feature.encode()) for feature in dict.fromkeys(features)])
