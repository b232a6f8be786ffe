"""Just enough grammar for claims: where a clause ends, and which words around a verb are its nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from healthscore.language.lexicon import entries
from healthscore.language.tokens import Token

_HARD_STOPS = frozenset(".;:!?()[]–—\"“”|•")
_LONGEST_PHRASE = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence with the punctuation before each, and the tokens that open a verb."""

    tokens: Sequence[Token]
    gaps: Sequence[str]
    verbs: frozenset[int]

    def noun_phrases_after(self, start: int) -> list[tuple[int, int]]:
        """Token ranges of the coordinated noun phrases that begin at ``start``; none where no noun follows."""
        return list(_phrases(self, start))

    def noun_phrase_before(self, end: int) -> tuple[int, int]:
        """The token range of the noun phrase that ends before ``end``, skipping auxiliaries and adverbs."""
        last = end
        while last > 0 and _is(self.tokens[last - 1], "auxiliary", "adverb") and not self.breaks(last):
            last -= 1
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and not self._opens_clause(first - 1):
            first -= 1
            if first and (self.breaks(first) or "," in self.gaps[first]):
                break
        return first, last

    def breaks(self, index: int) -> bool:
        """True where punctuation before token ``index`` ends a clause."""
        return any(char in _HARD_STOPS for char in self.gaps[index])

    def opening(self, first: int, last: int) -> tuple[int, int]:
        """The noun phrase that leads tokens ``[first, last)``, past introductions such as "In mice," or "However,"."""
        index = first
        while index < last and _is(self.tokens[index], "preposition", "adverb", "coordinator", "subordinator"):
            if _is(self.tokens[index], "adverb", "coordinator"):
                index += 1
                continue
            comma = next((i for i in range(index + 1, last) if "," in self.gaps[i]), None)
            if comma is None:
                return index, index
            index = comma
        end = index
        while end < last and end - index < _LONGEST_PHRASE and not self._ends_subject(end, index):
            end += 1
        return index, end

    def joined(self, index: int) -> bool:
        """True where a verb at ``index`` goes on from an earlier one: after a comma, "and", "to" or a preposition."""
        while index > 0 and "," not in self.gaps[index] and _is(self.tokens[index - 1], "adverb", "auxiliary"):
            if self.tokens[index - 1].norm == "to":
                return True
            index -= 1
        if index == 0 or "," in self.gaps[index]:
            return True
        return _is(self.tokens[index - 1], "coordinator", "preposition")

    def relative_before(self, index: int) -> int | None:
        """The "that", "which" or "who" right before a verb at ``index``, past auxiliaries and adverbs."""
        while index > 0 and not self.breaks(index) and "," not in self.gaps[index]:
            index -= 1
            if _is(self.tokens[index], "relative"):
                return index
            if not _is(self.tokens[index], "auxiliary", "adverb"):
                return None
        return None

    def has_relative(self, index: int) -> bool:
        """True where a relative clause begins before ``index``: what follows may go on from it."""
        return any(_is(token, "relative") and token.norm != "that" for token in self.tokens[:index])

    def _ends_subject(self, index: int, first: int) -> bool:
        if index > first and ("," in self.gaps[index] or self.breaks(index)):
            return True
        return index in self.verbs or _is(self.tokens[index], "preposition", "subordinator", "auxiliary", "verb")

    def _opens_clause(self, index: int) -> bool:
        return _is(self.tokens[index], "subordinator", "auxiliary", "pronoun", "verb") or index in self.verbs


def _phrases(line: Words, start: int) -> Iterator[tuple[int, int]]:
    first = index = start
    listed = False
    while index < len(line.tokens):
        token = line.tokens[index]
        stop = index > start and (line.breaks(index) or index - first >= _LONGEST_PHRASE)
        comma = index > start and "," in line.gaps[index]
        joins = _is(token, "coordinator")
        if stop or index in line.verbs or (comma and not _list_goes_on(line, index)):
            break
        if not joins and index > first and _ends_phrase(token):
            break
        if joins or comma:
            if index > first:
                yield first, index
            listed, first = True, index + 1 if joins else index
        elif index == first and (_is(token, "determiner", "adverb") and not _is(token, "pronoun")):
            first = index + 1
        elif index == first and _ends_phrase(token):
            break
        index += 1
    if index > first and (listed or index > start):
        yield first, index


def _ends_phrase(token: Token) -> bool:
    if token.norm == "of":
        return False
    return _is(token, "preposition", "subordinator", "pronoun", "auxiliary", "verb")


def _list_goes_on(line: Words, index: int) -> bool:
    """After a comma: does a list of nouns continue (…, x, and y) before anything that ends a phrase?"""
    for ahead in range(index, min(index + 2 * _LONGEST_PHRASE, len(line.tokens))):
        if _is(line.tokens[ahead], "coordinator"):
            after = ahead + 1
            return after < len(line.tokens) and after not in line.verbs and not _ends_phrase(line.tokens[after])
        if ahead in line.verbs or _ends_phrase(line.tokens[ahead]) or (ahead > index and line.breaks(ahead)):
            return False
    return False


def is_kind(token: Token, *kinds: str) -> bool:
    """True where the word belongs to one of the closed classes of ``lexicons/grammar.toml``."""
    return _is(token, *kinds)


def _is(token: Token, *kinds: str) -> bool:
    own = _kinds().get(token.norm)
    return own is not None and not own.isdisjoint(kinds)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for phrase, entry in entries("grammar"):
        found.setdefault(phrase, set()).add(entry.kind)
    return {word: frozenset(own) for word, own in found.items()}
