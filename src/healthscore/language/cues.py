"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from healthscore.language import lexicon
from healthscore.language.lexicon import Attributes, Entry
from healthscore.language.tokens import Token, tokenise

_Words = tuple[str, ...]
_Unfinished = tuple[_Words, str, Entry]
"""A pattern: the words to come before its next place, the places from there as written, and its entry."""


class Cue(NamedTuple):
    """A lexicon entry found in the text: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    category: str
    kind: str
    attributes: Attributes


class _Node:
    """Where some first words of patterns lead: the entry of each category that ends there, and how others go on."""

    __slots__ = ("children", "ends", "onward")

    def __init__(self, unfinished: Iterable[_Unfinished]) -> None:
        """Part the patterns by their next word."""
        self.onward: defaultdict[str, list[_Unfinished]] = defaultdict(list)
        self.children: dict[str, _Node] = {}
        ends: dict[str, Entry] = {}
        for words, places, entry in unfinished:
            if words:
                self.onward[words[0]].append((words[1:], places, entry))
            elif self._open(places, entry):
                ends.pop(entry.category, None)
                ends[entry.category] = entry
        self.ends = tuple(ends.values())

    def _open(self, places: str, entry: Entry) -> bool:
        """Take a pattern at its next place; whether it may end before."""
        while places:
            place, places = lexicon.parted(places)
            plain = place.isalpha() and place.islower() and place.isascii()  # as most are
            ways = ((place,),) if plain else _ways(place)
            for way in ways:
                if way:
                    self.onward[way[0]].append((way[1:], places, entry))
            if () not in ways:
                return False
        return True

    def grow(self, word: str) -> _Node | None:
        """The node to which a word leads that is not among the children yet: made when a text first comes to it."""
        if word not in self.onward:
            return None
        node = self.children[word] = _Node(self.onward[word])
        return node


class Matcher:
    """Patterns as a trie of words; word-bounded by construction, offsets are the tokens' own.

    The shipped patterns stand for 300,000 phrases, of which a text meets few: the trie grows where one comes to.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the phrases of entries."""
        self._root = _Node(((), phrase, entry) for entry in entries for phrase in entry.phrases)

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[tuple[int, int, int, int, str, str, Attributes]] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        root, starts = self._root, self._root.children
        for first, (norm, following) in enumerate(zip(norms, [*norms[1:], ""], strict=False)):
            node = starts.get(norm) or root.grow(norm)
            if node is None:
                continue
            if following in node.onward:
                ways = _longest(node, norms, first, breaks)
            elif node.ends:
                ways = zip(repeat(first + 1), node.ends)
            else:
                continue  # most words begin no pattern that goes on with the word after them
            start = tokens[first].start
            for last, entry in ways:
                category = entry.category
                if last > reach.get(category, 0):
                    reach[category], end = last, tokens[last - 1].end
                    found.append((start, end, first, last, category, entry.kind, entry.attributes))
        return list(map(tuple.__new__, repeat(Cue), found))  # what Cue(...) calls, without a call between


def _longest(
    node: _Node | None, norms: Sequence[str], first: int, breaks: frozenset[int]
) -> Iterable[tuple[int, Entry]]:
    """For each category the longest phrase that begins at ``first``: where it ends, and its entry."""
    longest: dict[str, tuple[int, Entry]] = {}
    last, count = first + 1, len(norms)
    while node is not None:
        for entry in node.ends:
            longest[entry.category] = (last, entry)
        if last == count or last in breaks:
            break
        node = node.children.get(norms[last]) or node.grow(norms[last])
        last += 1
    return longest.values()


@cache
def _ways(place: str) -> tuple[_Words, ...]:
    """What may stand in one place of a pattern."""
    return tuple([_words(way) for way in lexicon.ways(place)])


@cache
def _words(way: str) -> _Words:
    """The tokens of written words ("non-toxic" is two)."""
    if way.isascii() and way.islower() and way.replace(" ", "").isalpha():  # as most are
        return tuple(way.split())
    return tuple(token.norm for token in tokenise(way))


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    return Matcher(entry for entry in lexicon.groups() if entry.matched)
