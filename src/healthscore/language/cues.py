"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
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


class _Bud:
    """A prefix that no text has gone beyond: the entries that end at it, and how each unfinished pattern goes on.

    How one goes on: the words to come before its next slot, the slots from there, and its entry.
    """

    __slots__ = ("ends", "onward")

    def __init__(self) -> None:
        self.ends: list[Entry] = []
        self.onward: list[tuple[_Words, _Slots, Entry]] = []

    def add(self, words: _Words, later: _Slots, entry: Entry) -> None:
        """Take a pattern that has come this far."""
        if words or later:
            self.onward.append((words, later, entry))
        if not words and all(() in slot for slot in later):
            self.ends.append(entry)


class Matcher:
    """Patterns as a trie of words; word-bounded by construction, offsets are the tokens' own.

    The trie is one flat dictionary from every prefix to the entries that end there. The patterns stand for 300,000
    phrases, of which a text meets few: a prefix gets its continuations when a text first comes to it.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the phrases of entries."""
        self._growing = Lock()
        self._trie: dict[str, tuple[Entry, ...] | _Bud] = {}
        root = _Bud()
        for entry in entries:
            for phrase in entry.phrases:
                root.add((), _slots(phrase), entry)
        self._grow("", root)

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[Cue] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        trie = self._trie
        for first in [place for place, norm in enumerate(norms) if norm in trie]:
            for category, (last, entry) in self._longest(norms, first, breaks).items():
                if last > reach.get(category, 0):
                    reach[category] = last
                    start, end = tokens[first].start, tokens[last - 1].end
                    found.append(Cue(start, end, first, last, category, entry.kind, entry.attributes))
        return found

    def _longest(
        self, norms: Sequence[str], first: int, breaks: frozenset[int]
    ) -> dict[str, tuple[int, Entry]]:
        """For each category the longest phrase that begins at ``first``: where it ends, and its entry."""
        longest: dict[str, tuple[int, Entry]] = {}
        trie, count = self._trie, len(norms)
        prefix, last = norms[first], first + 1
        ends = trie.get(prefix)
        while ends is not None:
            if isinstance(ends, _Bud):
                ends = self._grow(f"{prefix} ", ends)
            for entry in ends:
                longest[entry.category] = (last, entry)
            if last == count or last in breaks:
                break
            prefix = f"{prefix} {norms[last]}"
            last += 1
            ends = trie.get(prefix)
        return longest

    def _grow(self, prefix: str, bud: _Bud) -> tuple[Entry, ...]:
        """Give a prefix its continuations; the entries that end at it."""
        buds: dict[str, _Bud] = {}
        for words, later, entry in bud.onward:
            for word, rest, slots in [(words[0], words[1:], later)] if words else _openings(later):
                buds.setdefault(word, _Bud()).add(rest, slots, entry)
        ends = tuple(bud.ends)
        with self._growing:  # of two threads at one prefix the second must not undo what grew since
            for word, child in buds.items():
                self._trie.setdefault(prefix + word, child if child.onward else tuple(child.ends))
            if prefix:
                self._trie[prefix[:-1]] = ends
        return ends


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
    return tuple(token.norm for token in tokenise(way))


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    return Matcher(entry for entry in lexicon.groups() if entry.matched)
