"""Texts that read like the given ones from word to word and are copies of none: what fills a large folder.

There are not ten thousand health articles to be had here of which nobody copied another, so most of a folder of that
size is made. A chain over pairs of words is learnt from sentences of real texts, in which every word that is not among
the ``COMMON`` most frequent ones is replaced by its kind (a name, a number, or how it ends). A text is a walk through
that chain; the kinds are filled with the rare words of two real texts drawn at random, which are its topic.

Such texts make no sense. They have the frequent word sequences of real ones ("according to the study"), so that chance
overlap is about as frequent: of the runs of three words in 1,600 of them .40 are in another one too, of five words
.04, where real texts have .34 and .07. They have no passage in common: of the runs of eight words .001 are shared, where
real texts have .03. Nor have they what makes those alike: quotations, boilerplate, several articles on one event. So
time and memory on them are fair; false alarms are better judged on the real texts, which are counted apart.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

COMMON = 2000
SHORTEST, LONGEST = 150, 700  # words of a text
SENTENCE = 50  # tokens after which a sentence is cut off
PARAGRAPH = (2, 5)  # sentences

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[.,;:?!]")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_BEFORE_MARK = re.compile(r" (?=[.,;:?!])")
_ENDINGS = ("ings", "ing", "ed", "ly", "tion", "al", "ic", "s")
_STOPS = frozenset(".?!")

Pair = tuple[str, str]


class PseudoTexts:
    """A source of made texts, learnt from real ones."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = Counter(token.lower() for text in texts for token in _TOKEN.findall(text))
        self._common = frozenset(word for word, _ in counts.most_common(COMMON))
        self._lengths = [len(text.split()) for text in texts]
        self._next: defaultdict[Pair, list[str]] = defaultdict(list)
        self._topics = [self._learn(text) for text in texts]
        self._every = _merged(self._topics)

    def text(self, chance: random.Random) -> str:
        """One text, by chance."""
        topic = _merged(chance.sample(self._topics, min(2, len(self._topics))))
        words = max(SHORTEST, min(LONGEST, chance.choice(self._lengths)))
        paragraphs: list[str] = []
        while words > 0:
            sentences = [self._sentence(topic, chance) for _ in range(chance.randint(*PARAGRAPH))]
            words -= sum(sentence.count(" ") + 1 for sentence in sentences)
            paragraphs.append(" ".join(sentences))
        return "\n\n".join(paragraphs) + "\n"

    def _learn(self, text: str) -> dict[str, list[str]]:
        """Put the sentences of a text into the chain; its rare words by kind."""
        rare: defaultdict[str, list[str]] = defaultdict(list)
        for sentence in _SENTENCE_END.split(text):
            tokens = _TOKEN.findall(sentence)
            if len(tokens) < 4 or tokens[-1] not in _STOPS:
                continue
            pair = ("", "")
            for place, token in enumerate(tokens):
                known = token.lower() in self._common
                kind = token.lower() if known and not place else token if known else _kind(token, place)
                if not known:
                    rare[kind].append(token)
                self._next[pair].append(kind)
                pair = (pair[1], kind)
        return dict(rare)

    def _sentence(self, topic: dict[str, list[str]], chance: random.Random) -> str:
        words: list[str] = []
        for kind in self._walk(chance):
            if kind.startswith("<"):
                words.append(chance.choice(topic.get(kind) or self._every[kind]))
            else:
                words.append(kind)
        sentence = _BEFORE_MARK.sub("", " ".join(words))
        return sentence[:1].upper() + sentence[1:]

    def _walk(self, chance: random.Random) -> Iterator[str]:
        pair = ("", "")
        for _ in range(SENTENCE):
            kind = chance.choice(self._next[pair])
            yield kind
            if kind in _STOPS:
                return
            pair = (pair[1], kind)
        yield "."


def _kind(token: str, place: int) -> str:
    if token[0].isdigit():
        return "<0>"
    if place and token[0].isupper():
        return "<A>"
    return f"<{next((ending for ending in _ENDINGS if token.endswith(ending)), '')}>"


def _merged(topics: Sequence[dict[str, list[str]]]) -> dict[str, list[str]]:
    every: defaultdict[str, list[str]] = defaultdict(list)
    for topic in topics:
        for kind, words in topic.items():
            every[kind] += words
    return dict(every)
