"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from healthscore.language import lexicon
from healthscore.language.lexicon import Attributes, Entry
from healthscore.language.tokens import Token, tokenise

_Words = tuple[str, ...]
_Slots = tuple[tuple[_Words, ...], ...]  # the places of a pattern, each with what may stand there


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
    """Where some first words of patterns lead: the entry of each category that ends there, and how others go on.

    How one goes on: the words to come before its next slot, the slots from there, and its entry. ``children`` are the
    nodes by the next word, None until a text comes to this one.
    """

    __slots__ = ("_onward", "children", "ends")

    def __init__(self) -> None:
        self.ends: tuple[Entry, ...] = ()
        self.children: dict[str, _Node] | None = None
        self._onward: list[tuple[_Words, _Slots, Entry]] = []

    def add(self, words: _Words, later: _Slots, entry: Entry) -> None:
        """Take a pattern that has come this far."""
        if words or later:
            self._onward.append((words, later, entry))
        if not words and all(() in slot for slot in later):
            self.ends = (*[end for end in self.ends if end.category != entry.category], entry)

    def grow(self) -> dict[str, _Node]:
        """Make the children. Threads that meet here make the same ones."""
        children: dict[str, _Node] = {}
        for words, later, entry in self._onward:
            for word, rest, slots in [(words[0], words[1:], later)] if words else _openings(later):
                children.setdefault(word, _Node()).add(rest, slots, entry)
        self.children = children
        return children


class Matcher:
    """Patterns as a trie of words; word-bounded by construction, offsets are the tokens' own.

    The shipped patterns stand for 300,000 phrases, of which a text meets few: the trie grows where one comes to.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the phrases of entries."""
        root = _Node()
        for entry in entries:
            for phrase in entry.phrases:
                root.add((), _slots(phrase), entry)
        self._starts = root.grow()

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[tuple[int, int, int, int, str, str, Attributes]] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        nodes = map(self._starts.get, norms)
        for first, (node, after) in enumerate(zip(nodes, [*norms[1:], ""], strict=False)):
            if node is None:
                continue
            if node.children is None or after in node.children:
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
        children = node.children
        if children is None:
            children = node.grow()
        node = children.get(norms[last])
        last += 1
    return longest.values()


def _openings(slots: _Slots) -> Iterator[tuple[str, _Words, _Slots]]:
    """Each word with which some slots may begin, the words to come after it, and the slots after these."""
    for place, slot in enumerate(slots):
        yield from ((way[0], way[1:], slots[place + 1 :]) for way in slot if way)
        if () not in slot:
            break


def _slots(phrase: str) -> _Slots:
    return tuple([tuple([_words(way) for way in ways]) for ways in lexicon.slots(phrase)])


@cache
def _words(way: str) -> _Words:
    """The tokens of written words ("non-toxic" is two)."""
    plain = way.split()
    if way.isascii() and "".join(plain).isalpha() and way.islower():  # as most are
        return tuple(plain)
    return tuple(token.norm for token in tokenise(way))


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    return Matcher(entry for entry in lexicon.groups() if entry.matched)
