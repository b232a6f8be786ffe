"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from healthscore.language import lexicon
from healthscore.language.lexicon import Attributes, Entry
from healthscore.language.tokens import Token, tokenise

_Words = tuple[str, ...]
_Pattern = tuple[str, int]
"""The places of a pattern that are still to come, as written, and the number of its entry."""
_Way = tuple[_Words, list[_Pattern]]
"""Words that are still to come in one place, and the patterns that go on after them."""


_PLAIN = re.compile(r"\([a-z |]*\)")


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

    def __init__(self, ways: Iterable[_Way], entries: Sequence[Entry]) -> None:
        """Part the patterns by their next word."""
        self.onward: defaultdict[str, list[_Way]] = defaultdict(list)
        self.children: dict[str, _Node] = {}
        there: list[_Pattern] = []
        for words, patterns in ways:
            if words:
                self.onward[words[0]].append((words[1:], patterns))
            else:
                there += patterns
        ended: set[int] = set()
        while there:
            there = self._open(there, ended)
        last = {entries[number].category: number for number in sorted(ended)}
        self.ends = tuple([entries[number] for number in sorted(last.values())])

    def _open(self, patterns: Iterable[_Pattern], ended: set[int]) -> list[_Pattern]:
        """Take patterns at their next place, each place once, and note which end; those that may do without it."""
        groups: dict[str, list[_Pattern]] = {}
        for places, number in patterns:
            if places:
                place, rest = lexicon.parted(places)
                if place in groups:
                    groups[place].append((rest, number))
                else:
                    groups[place] = [(rest, number)]
            else:
                ended.add(number)
        without: list[_Pattern] = []
        for place, group in groups.items():
            if place.isalpha() and place.islower() and place.isascii():  # as most are
                self.onward[place].append(((), group))
                continue
            for way in _ways(place):
                if way:
                    self.onward[way[0]].append((way[1:], group))
                else:
                    without += group
        return without

    def grow(self, word: str, entries: Sequence[Entry]) -> _Node | None:
        """The node to which a word leads that is not among the children yet: made when a text first comes to it."""
        if word not in self.onward:
            return None
        node = self.children[word] = _Node(self.onward[word], entries)
        return node


class Matcher:
    """Patterns as a trie of words; word-bounded by construction, offsets are the tokens' own.

    The shipped patterns stand for 300,000 phrases, of which a text meets few: the trie grows where one comes to.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the phrases of entries."""
        self._entries = tuple(entries)
        patterns = [(phrase, n) for n, entry in enumerate(self._entries) for phrase in entry.phrases]
        self._root = _Node([((), patterns)], self._entries)

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[tuple[int, int, int, int, str, str, Attributes]] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        root, starts, entries = self._root, self._root.children, self._entries
        for first, (norm, following) in enumerate(zip(norms, [*norms[1:], ""], strict=False)):
            node = starts.get(norm) or root.grow(norm, entries)
            if node is None:
                continue
            if following in node.onward:
                ways = _longest(node, norms, first, breaks, entries)
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
    node: _Node | None, norms: Sequence[str], first: int, breaks: frozenset[int], entries: Sequence[Entry]
) -> Iterable[tuple[int, Entry]]:
    """For each category the longest phrase that begins at ``first``: where it ends, and its entry."""
    longest: dict[str, tuple[int, Entry]] = {}
    last, count = first + 1, len(norms)
    while node is not None:
        for entry in node.ends:
            longest[entry.category] = (last, entry)
        if last == count or last in breaks:
            break
        node = node.children.get(norms[last]) or node.grow(norms[last], entries)
        last += 1
    return longest.values()


@cache
def _ways(place: str) -> tuple[_Words, ...]:
    """What may stand in one place of a pattern."""
    if _PLAIN.fullmatch(place):  # as most are
        return tuple([tuple(way.split()) for way in place[1:-1].split("|")])
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
