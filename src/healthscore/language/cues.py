"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from healthscore.language import lexicon
from healthscore.language.lexicon import Attributes, Entry
from healthscore.language.tokens import Token, tokenise

_PREFIX_ONLY = -1  # in a trie of phrases: words that open a phrase and are none themselves


class Cue(NamedTuple):
    """A lexicon entry found in the text: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    category: str
    kind: str
    attributes: Attributes


class Matcher:
    """Phrases compiled into a trie of words; word-bounded by construction, offsets are the tokens' own.

    The trie is one flat dictionary from every prefix to the number of its entries: 100,000 nodes as objects of
    their own would be walked by every garbage collection.
    """

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        """Compile ``(phrase, entry)`` pairs."""
        found: dict[str, list[Entry]] = {}
        self._trie: dict[str, int] = {}
        for phrase, entry in phrases:
            prefix = ""
            for norm in chain.from_iterable(map(_norms, phrase.split())):
                prefix = f"{prefix} {norm}" if prefix else norm
                self._trie.setdefault(prefix, _PREFIX_ONLY)
            found.setdefault(prefix, []).append(entry)
        sets: dict[tuple[int, ...], int] = {}
        self._entries: list[tuple[Entry, ...]] = []
        for prefix, entries in found.items():
            number = sets.setdefault(tuple(map(id, entries)), len(sets))
            if number == len(self._entries):
                self._entries.append(tuple(entries))
            self._trie[prefix] = number

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
        trie, entries, count = self._trie, self._entries, len(norms)
        prefix, last = norms[first], first + 1
        number = trie.get(prefix)
        while number is not None:
            if number != _PREFIX_ONLY:
                for entry in entries[number]:
                    longest[entry.category] = (last, entry)
            if last == count or last in breaks:
                break
            prefix = f"{prefix} {norms[last]}"
            last += 1
            number = trie.get(prefix)
        return longest


@cache
def _norms(word: str) -> tuple[str, ...]:
    """The tokens of one written word ("non-toxic" is two)."""
    return tuple(token.norm for token in tokenise(word))


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    return Matcher((phrase, entry) for phrase, entry in lexicon.entries() if entry.matched)
