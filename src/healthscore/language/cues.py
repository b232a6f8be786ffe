"""All cues of all categories, found in one pass over the tokens by one trie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import repeat

from msgspec import Struct

from healthscore.language.compiled import Compiled, by_next_place, compiled, number_of, ways_of
from healthscore.language.lexicon import Attributes, Entry, shipped
from healthscore.language.tokens import Token


class Cue(Struct, frozen=True, order=True, gc=False):
    """A lexicon entry found in the text: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    category: str
    kind: str
    attributes: Attributes


_FILLERS = frozenset("also really actually simply truly certainly definitely thus therefore indeed".split())
"""Words that may stand within a phrase and change nothing of it."""
_DENIES = frozenset({"not", "never", "no", "nor"})
_MOST_DEAD = 10_000  # words of which a node keeps in mind that they lead nowhere
_NONE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


class _Known:
    """What all nodes of one trie are made with; of the patterns only what a text asks for is taken apart."""

    def __init__(self, entry: Callable[[int], Entry], patterns: Compiled) -> None:
        """The patterns are those of the entries, which ``entry`` gives by their number."""
        self._entry, self._folded = entry, patterns.ways
        self._ways: dict[str, tuple[frozenset[str], frozenset[str]]] = {}

    def ways(self, words: str) -> tuple[frozenset[str], frozenset[str]]:
        """The signs of the places that words fill, and of those that they begin."""
        if words in self._ways:
            return self._ways[words]
        first, _, more = words.partition(" ")
        ways = ways_of(more, self._folded[first]) if first in self._folded else ""
        if not ways:
            return _NONE
        full, begun = ways.split(" ")
        found = self._ways[words] = frozenset(full), frozenset(begun)
        return found

    def last_of_each_category(self, signs: Iterable[str]) -> tuple[Entry, ...]:
        """Of the entries with these signs the last of each category, in order."""
        numbers = sorted(map(number_of, signs))
        last = {self._entry(number).category: number for number in numbers}
        return tuple([self._entry(number) for number in sorted(last.values())])


class _Onward:
    """Patterns that go on from a node, and the signs of their next places.

    They are sorted by these when a text first goes on with one of them: most nodes are never left.
    """

    __slots__ = ("_going", "next")

    def __init__(self, going: Sequence[str] | dict[str, str]) -> None:
        """The patterns, or what is left of them by the sign of the next place."""
        self._going = going
        self.next: Set[str] = going.keys() if isinstance(going, dict) else {each[0] for each in going}

    def after(self, signs: Iterable[str]) -> Iterator[str]:
        """What is left of those with one of these next places."""
        going = self._going
        if not isinstance(going, dict):
            self._going = going = by_next_place(going)
        for sign in signs:
            yield from going[sign].split(" ")


class _Node:
    """Where some first words of patterns lead: the entry of each category that ends there, and how others go on.

    ``inside`` are the words of places that are begun and not full, with the patterns that they are places of.
    """

    __slots__ = ("_inside", "_known", "_onward", "children", "dead", "ends")

    def __init__(
        self, known: _Known, ends: Iterable[str], onward: _Onward, inside: Sequence[tuple[str, _Onward]]
    ) -> None:
        """``ends``: the signs of the entries that end here."""
        self._known, self._onward, self._inside = known, onward, inside
        self.ends = known.last_of_each_category(ends)
        self.children: dict[str, _Node] = {}
        self.dead: set[str] = set()

    def after(self, word: str) -> _Node | None:
        """The node to which a word leads, if it leads anywhere: made when a text first comes to it."""
        if word in self.children:
            return self.children[word]
        return None if word in self.dead else self._grow(word)

    def _grow(self, word: str) -> _Node | None:
        places = [(f"{words} {word}", onward) for words, onward in self._inside]
        places.append((word, self._onward))
        left: list[str] = []
        inside: list[tuple[str, _Onward]] = []
        for words, onward in places:
            full, begun = self._known.ways(words)
            filled = onward.next & full
            if filled:
                left += onward.after(filled)
            if not onward.next.isdisjoint(begun):
                inside.append((words, onward))
        if not left and not inside:  # as after most words
            if len(self.dead) == _MOST_DEAD:
                self.dead.clear()
            self.dead.add(word)
            return None
        ends = [sign for sign in left if len(sign) == 1]
        going_on = _Onward([pattern for pattern in left if len(pattern) > 1])
        node = self.children[word] = _Node(self._known, ends, going_on, inside)
        return node


class Matcher:
    """Patterns as a trie of words; word-bounded by construction, offsets are the tokens' own.

    The shipped patterns stand for 300,000 phrases, of which a text meets few: the trie grows where one comes to.
    """

    def __init__(self, entry: Callable[[int], Entry], patterns: Compiled) -> None:
        """A trie without a branch; ``entry`` gives the entries by the numbers that the patterns end with."""
        self._root = _Node(_Known(entry, patterns), (), _Onward(patterns.starting), ())

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Matcher:
        """The matcher over the phrases of entries."""
        known = tuple(entries)
        return cls(
            known.__getitem__,
            compiled((n, phrase) for n, entry in enumerate(known) for phrase in entry.phrases),
        )

    def find(self, tokens: Sequence[Token], breaks: frozenset[int] = frozenset()) -> list[Cue]:
        """Cues in order of place: for each category the longest at each token, none inside a longer one.

        No cue reaches across a token index in ``breaks`` (the first tokens of sentences).
        """
        found: list[Cue] = []
        reach: dict[str, int] = {}
        norms = [token.norm for token in tokens]
        root, starts = self._root, self._root.children
        for first, (norm, following) in enumerate(zip(norms, [*norms[1:], ""], strict=False)):
            node = starts.get(norm) or root.after(norm)
            if node is None:
                continue
            if following not in node.dead or following in _FILLERS:
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
                    found.append(Cue(start, end, first, last, category, entry.kind, entry.attributes))
        return found


def _longest(
    node: _Node | None, norms: Sequence[str], first: int, breaks: frozenset[int]
) -> Iterable[tuple[int, Entry]]:
    """For each category the longest phrase that begins at ``first``: where it ends, and its entry."""
    longest: dict[str, tuple[int, Entry]] = {}
    last, count = first + 1, len(norms)
    while node is not None:
        for entry in node.ends:
            longest[entry.category] = (last, entry)
        onward = None
        while onward is None and last < count and last not in breaks:
            word = norms[last]
            onward = node.children.get(word) or node.after(word)
            if onward is None and (word not in _FILLERS or _is_denied(norms, last)):
                break
            last += 1
        node = onward
    return longest.values()


def _is_denied(norms: Sequence[str], index: int) -> bool:
    """True for the "really" of "not really", which is less; past the "also" of "is also used for" a phrase goes on."""
    before = norms[index - 1]
    return before in _DENIES or before.endswith("n't")


@cache
def shipped_matcher() -> Matcher:
    """The matcher over every shipped lexicon."""
    lexicons = shipped()
    return Matcher(lexicons.entry, lexicons.compiled)
