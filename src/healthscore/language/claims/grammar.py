"""Just enough grammar for claims: where a clause ends, and which words around a verb are its nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from healthscore.language.claims.kinds import Kind
from healthscore.language.tokens import Token

_HARD_STOPS = frozenset('.;:!?()[]–—"“”|•')
_CLAUSE_ENDS = frozenset(";:—")
_LONGEST_PHRASE = 8

COMMA, HARD, CLAUSE_END, HYPHEN = 1, 2, 4, 8

_BEFORE_VERB = Kind.AUXILIARY | Kind.ADVERB
_INTRODUCES = Kind.PREPOSITION | Kind.ADVERB | Kind.COORDINATOR | Kind.SUBORDINATOR
_ENDS_SUBJECT = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.AUXILIARY | Kind.VERB
_OPENS_CLAUSE = Kind.SUBORDINATOR | Kind.AUXILIARY | Kind.PRONOUN | Kind.VERB
_ENDS_PHRASE = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.PRONOUN | Kind.AUXILIARY | Kind.VERB


@lru_cache(maxsize=4096)
def sign_of(gap: str) -> int:
    """What the characters between two tokens mean, as bits."""
    chars = set(gap)
    return (
        (COMMA if "," in chars else 0)
        | (0 if chars.isdisjoint(_HARD_STOPS) else HARD)
        | (0 if chars.isdisjoint(_CLAUSE_ENDS) else CLAUSE_END)
        | (HYPHEN if gap == "-" else 0)
    )


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence, their kinds, the punctuation before each, and the tokens that open a verb."""

    tokens: Sequence[Token]
    kinds: Sequence[int]
    signs: Sequence[int]
    verbs: frozenset[int]

    def noun_phrases_after(self, start: int) -> list[tuple[int, int]]:
        """Token ranges of the coordinated noun phrases that begin at ``start``; none where no noun follows."""
        return list(self._phrases(start))

    def noun_phrase_before(self, end: int) -> tuple[int, int]:
        """The token range of the noun phrase that ends before ``end``, skipping auxiliaries and adverbs."""
        last = end
        while last > 0 and self.kinds[last - 1] & _BEFORE_VERB and not self.breaks(last):
            last -= 1
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and not self._opens_clause(first - 1):
            first -= 1
            if first and self.signs[first] & (COMMA | HARD):
                break
        return first, last

    def breaks(self, index: int) -> bool:
        """True where punctuation before token ``index`` ends a clause."""
        return index < len(self.signs) and self.signs[index] & HARD != 0

    def opening(self, first: int, last: int) -> tuple[int, int]:
        """The noun phrase that leads tokens ``[first, last)``, past introductions such as "In mice," or "However,"."""
        index = first
        while index < last and self.kinds[index] & _INTRODUCES:
            if self.kinds[index] & (Kind.ADVERB | Kind.COORDINATOR | Kind.PARTING):
                index += 1
                continue
            comma = next((i for i in range(index + 1, last) if self.signs[i] & COMMA), None)
            if comma is None:
                return index, index
            index = comma
        end = index
        while end < last and end - index < _LONGEST_PHRASE and not self._ends_subject(end, index):
            end += 1
        return index, end

    def joined(self, index: int) -> bool:
        """True where a verb at ``index`` goes on from an earlier one: after a comma, "and", "to" or a preposition."""
        while index > 0 and not self.signs[index] & COMMA and self.kinds[index - 1] & _BEFORE_VERB:
            if self.tokens[index - 1].norm == "to":
                return True
            index -= 1
        if index == 0 or self.signs[index] & COMMA:
            return True
        return self.kinds[index - 1] & (Kind.COORDINATOR | Kind.PREPOSITION) != 0

    def relative_before(self, index: int) -> int | None:
        """The "that", "which" or "who" right before a verb at ``index``, past auxiliaries and adverbs."""
        while index > 0 and not self.signs[index] & (COMMA | HARD):
            index -= 1
            if self.kinds[index] & Kind.RELATIVE:
                return index
            if not self.kinds[index] & _BEFORE_VERB:
                return None
        return None

    def has_relative(self, index: int) -> bool:
        """True where a "which" or "who" clause begins before ``index``: what follows may go on from it."""
        return any(self.kinds[i] & Kind.RELATIVE and self.tokens[i].norm != "that" for i in range(index))

    def _ends_subject(self, index: int, first: int) -> bool:
        if index > first and self.signs[index] & (COMMA | HARD):
            return True
        return index in self.verbs or self.kinds[index] & _ENDS_SUBJECT != 0

    def _opens_clause(self, index: int) -> bool:
        return self.kinds[index] & _OPENS_CLAUSE != 0 or index in self.verbs

    def _phrases(self, start: int) -> Iterator[tuple[int, int]]:
        first = index = start
        listed = False
        while index < len(self.tokens):
            kinds = self.kinds[index]
            stop = index > start and (self.breaks(index) or index - first >= _LONGEST_PHRASE)
            comma = index > start and self.signs[index] & COMMA
            joins = kinds & Kind.COORDINATOR
            if stop or index in self.verbs or (comma and not self._list_goes_on(index)):
                break
            if not joins and index > first and self._ends_phrase(index):
                break
            if joins or comma:
                if index > first:
                    yield first, index
                listed, first = True, index + 1 if joins else index
            elif index == first and kinds & (Kind.DETERMINER | Kind.ADVERB) and not kinds & Kind.PRONOUN:
                first = index + 1
            elif index == first and self._ends_phrase(index):
                break
            index += 1
        if index > first and (listed or index > start):
            yield first, index

    def _ends_phrase(self, index: int) -> bool:
        return self.kinds[index] & _ENDS_PHRASE != 0 and self.tokens[index].norm != "of"

    def _list_goes_on(self, index: int) -> bool:
        """After a comma: does a list of nouns continue (…, x, and y) before anything that ends a phrase?"""
        listed = False  # "nausea, insomnia, anxiety, and in rare cases a rash" is a list up to there
        for ahead in range(index, min(index + 2 * _LONGEST_PHRASE, len(self.tokens))):
            listed |= ahead > index and self.signs[ahead] & COMMA != 0
            if self.kinds[ahead] & Kind.COORDINATOR:
                after = ahead + 1
                if after < len(self.tokens) and listed and self.kinds[after] & Kind.PREPOSITION:
                    return True
                return after < len(self.tokens) and after not in self.verbs and not self._ends_phrase(after)
            if ahead in self.verbs or self._ends_phrase(ahead) or (ahead > index and self.breaks(ahead)):
                return False
        return False
