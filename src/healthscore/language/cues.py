"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
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
    """Where some first words of patterns lead: the entries that end there, and how the unfinished patterns go on.

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
            self.ends += (entry,)

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

    The shipped patterns stand for 300,000 phrases, of which a text meets few: the trie grows where one comes to, and
    a pattern is taken apart when a text has a word with which it may begin.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Note with which words the phrases of entries may begin."""
        self._starts: dict[str, _Node] = {}
        self._patterns: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            for phrase in entry.phrases:
                for word in _first_words(phrase):
                    self._patterns.setdefault(word, []).append((phrase, entry))

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[Cue] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        patterns, starts, new = (
            self._patterns,
            self._starts,
            tuple.__new__,
        )  # as Cue(...) does, with no call between
        for first, (norm, after) in enumerate(zip(norms, [*norms[1:], ""], strict=False)):
            if norm not in patterns:
                continue
            node = starts.get(norm) or self._start(norm)
            if not (node.ends or node.children is None or after in node.children):
                continue  # most words begin no pattern that goes on with the word after them
            for category, (last, entry) in _longest(node, norms, first, breaks).items():
                if last > reach.get(category, 0):
                    reach[category] = last
                    place = (tokens[first].start, tokens[last - 1].end, first, last)
                    found.append(new(Cue, (*place, category, entry.kind, entry.attributes)))
        return found

    def _start(self, word: str) -> _Node:
        """The node of the patterns that begin with a word."""
        node = _Node()
        for phrase, entry in self._patterns[word]:
            for opening, rest, slots in _openings(_slots(phrase)):
                if opening == word:
                    node.add(rest, slots, entry)
        self._starts[word] = node
        return node


def _longest(
    node: _Node | None, norms: Sequence[str], first: int, breaks: frozenset[int]
) -> dict[str, tuple[int, Entry]]:
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
    return longest


def _openings(slots: _Slots) -> Iterator[tuple[str, _Words, _Slots]]:
    """Each word with which some slots may begin, the words to come after it, and the slots after these."""
    for place, slot in enumerate(slots):
        yield from ((way[0], way[1:], slots[place + 1 :]) for way in slot if way)
        if () not in slot:
            break


def _first_words(phrase: str) -> Iterable[str]:
    """The words with which a pattern may begin."""
    plain = phrase.partition(" ")[0]
    if plain.isalpha() and plain.isascii() and plain.islower():  # as most begin
        return (plain,)
    found: set[str] = set()
    for slot in lexicon.as_written(phrase):
        opening, optional = _opening(slot)
        found |= opening
        if not optional:
            break
    return found


@cache
def _opening(slot: str) -> tuple[frozenset[str], bool]:
    """The words with which one place of a pattern may begin, and whether it may be left empty."""
    ways = [_words(way) for way in lexicon.ways(slot)]
    return frozenset(way[0] for way in ways if way), () in ways


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
