"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from healthscore.language import lexicon
from healthscore.language.lexicon import Attributes, Entry
from healthscore.language.tokens import Token, tokenise

_ENTRIES = ""  # the key under which a trie node keeps its entries; no token is empty


@dataclass(frozen=True, slots=True)
class Cue:
    """A lexicon entry found in the text: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    category: str
    kind: str
    attributes: Attributes


class Matcher:
    """Phrases compiled into a token trie; word-bounded by construction, offsets are the tokens' own."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        """Compile ``(phrase, entry)`` pairs."""
        self._root: dict[str, Any] = {}
        for phrase, entry in phrases:
            node = self._root
            for word in phrase.split():
                for norm in _norms(word):
                    node = node.setdefault(norm, {})
            node.setdefault(_ENTRIES, []).append(entry)

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[Cue] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        for first, norm in enumerate(norms):
            node = self._root.get(norm)
            if node is None:
                continue
            for category, (last, entry) in _longest(node, norms, first + 1, breaks).items():
                if last > reach.get(category, 0):
                    reach[category] = last
                    start, end = tokens[first].start, tokens[last - 1].end
                    found.append(Cue(start, end, first, last, category, entry.kind, entry.attributes))
        return found


def _longest(
    node: dict[str, Any] | None, norms: Sequence[str], last: int, breaks: frozenset[int]
) -> dict[str, tuple[int, Entry]]:
    """For each category the longest phrase below ``node``: where it ends, and its entry."""
    longest: dict[str, tuple[int, Entry]] = {}
    while node is not None:
        for entry in node.get(_ENTRIES, ()):
            longest[entry.category] = (last, entry)
        if last == len(norms) or last in breaks:
            break
        node = node.get(norms[last])
        last += 1
    return longest


@cache
def _norms(word: str) -> tuple[str, ...]:
    """The tokens of one written word ("non-toxic" is two)."""
    return tuple(token.norm for token in tokenise(word))


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    return Matcher((phrase, entry) for phrase, entry in lexicon.entries() if entry.matched)
