"""What an article says again: groups of passages, paragraphs and openings in nearly the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.contrasts import contrasted
from healthscore.language.lexicon import words
from healthscore.language.similarity import Match, Meanings, Passage, grouped, matches, term_weights
from healthscore.language.terms import Term, function_words, terms_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_LEAST_TERMS = 3.4  # common weight from which two passages are compared at all
_LEAST_LIKENESS = 0.72
_LEAST_PARAGRAPH_TERMS = 12.0
_LEAST_PARAGRAPH_LIKENESS = 0.66
_EXACT_PARAGRAPH = 10  # different terms
_PARAGRAPH_COVERED = 0.6  # of the terms of either paragraph
_LATEST_OPENING = 3  # the term with which an opening formula must have begun,
_PROMPT_OPENING = 1  # or this one, for a shorter formula
_OPENING_TERMS, _PROMPT_TERMS = 5.0, 3.8
_OPENING_LIKENESS = 0.77
LONG_ARTICLE = 80  # sentences; among more of them, parts of sentences are alike by chance
WHOLE = 0.8  # of a unit's terms, from which a passage stands for all of it
NAME = 0.6  # of its words written with a capital, from which a passage is a name and not a statement

Terms = Sequence[Term]


class Place(Struct, frozen=True, order=True):
    """One of several places that say the same: its unit, its characters, and its share of the unit's terms."""

    unit: int
    start: int
    end: int
    coverage: float


class Group(Struct, frozen=True):
    """Places in order, each in nearly the same words as another of them.

    ``likeness`` (0-1) and ``shared`` (about a number of terms) are those of the closest two.
    """

    places: tuple[Place, ...]
    likeness: float
    shared: float


class Repeats(Struct, frozen=True, dict=True):
    """The repeats of one article, each kind found when it is first asked for."""

    analysis: Analysis

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The statements that are compared: prose that is not a question."""
        text = self.analysis.article.text
        stated = (s for s in self.analysis.prose_sentences if text[s.end - 1] != "?")
        return tuple(map(self.analysis.whole, stated))

    @cached_property
    def terms(self) -> tuple[tuple[Term, ...], ...]:
        """The terms of each of ``sentences``."""
        return tuple(self.terms_between(s.first, s.last) for s in self.sentences)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of every term of ``sentences``."""
        return term_weights(self.meanings)

    @cached_property
    def meanings(self) -> list[Meanings]:
        """The terms of each of ``sentences`` as what they mean."""
        return [_meanings(terms) for terms in self.terms]

    @cached_property
    def passages(self) -> tuple[Group, ...]:
        """Statements made again, sentences or parts of them; ``unit`` is the index in ``sentences``."""
        return self._groups(self.terms, (m for m in self._sentence_matches if self._same_statement(m)))

    @cached_property
    def openings(self) -> tuple[Group, ...]:
        """The first words of paragraphs; ``unit`` is the index in ``sentences``."""
        leads = set(self._paragraph_leads.values())
        found = (m for m in self._sentence_matches if leads.issuperset((m.left.unit, m.right.unit)))
        return self._groups(
            self.terms, (match for match in map(self._from_the_start, found) if self._opens(match))
        )

    @cached_property
    def paragraphs(self) -> tuple[Group, ...]:
        """Whole paragraphs; ``unit`` is the index of the first sentence in ``sentences``.

        Only paragraphs with a sentence that is like another one are compared.
        """
        units: list[list[Term]] = [[] for _ in self.sentences]
        touched = {
            self.sentences[p.unit].block.start for m in self._sentence_matches for p in (m.left, m.right)
        }
        for index, sentence in enumerate(self.sentences):
            if sentence.block.start in touched and sentence.block.kind == "paragraph":
                units[self._paragraph_leads[sentence.block.start]] += self.terms[index]
        found = matches(
            [_meanings(unit) for unit in units],
            self.weights,
            _LEAST_PARAGRAPH_TERMS,
            _LEAST_PARAGRAPH_LIKENESS,
            least_cover=_PARAGRAPH_COVERED,
            least_exact=_EXACT_PARAGRAPH,
        )
        return self._groups(
            units,
            (m for m in found if min(_coverage(units, p) for p in (m.left, m.right)) >= _PARAGRAPH_COVERED),
        )

    @cached_property
    def _sentence_matches(self) -> list[Match]:
        return matches(self.meanings, self.weights, _LEAST_TERMS, _LEAST_LIKENESS)

    @cached_property
    def _paragraph_leads(self) -> dict[int, int]:
        """For each paragraph, by the character where it begins, its first sentence."""
        leads: dict[int, int] = {}
        for index, sentence in enumerate(self.sentences):
            if sentence.block.kind == "paragraph":
                leads.setdefault(sentence.block.start, index)
        return leads

    def terms_between(self, first: int, last: int) -> tuple[Term, ...]:
        """The terms of tokens ``[first, last)``."""
        firsts = self._term_firsts
        return self._all_terms[bisect_left(firsts, first) : bisect_left(firsts, last)]

    @cached_property
    def _all_terms(self) -> tuple[Term, ...]:
        return terms_of(self.analysis)

    @cached_property
    def _term_firsts(self) -> list[int]:
        return [term.first for term in self._all_terms]

    def _groups(self, units: Sequence[Terms], found: Iterable[Match]) -> tuple[Group, ...]:
        return tuple(
            Group(
                tuple(self._place(units, passage) for passage in passages),
                max(match.likeness for match in links),
                max(match.shared for match in links),
            )
            for passages, links in grouped(found)
        )

    def _place(self, units: Sequence[Terms], passage: Passage) -> Place:
        """The characters of a passage: its sentence where it is most of it, else from the words before it."""
        terms, tokens = units[passage.unit], self.analysis.tokens
        coverage, last = _coverage(units, passage), terms[passage.high - 1].last - 1
        if coverage >= WHOLE:
            start, end = self.sentences[passage.unit].start, self.analysis.sentence_at(last).end
            return Place(passage.unit, start, end, coverage)
        first = terms[passage.low].first
        floor = self.sentences[passage.unit].first if passage.low == 0 else terms[passage.low - 1].last
        while first > floor and tokens[first - 1].norm in function_words() and not self._pause(first):
            first -= 1
        return Place(passage.unit, tokens[first].start, tokens[last].end, coverage)

    def _pause(self, token: int) -> bool:
        return not self.analysis.gap(token).isspace()

    def _same_statement(self, match: Match) -> bool:
        """True where both passages state something, with no other numbers, and both or neither denied."""
        left, right = self._tokens(match.left), self._tokens(match.right)
        return (
            self._denials(*left) == self._denials(*right)
            and self._agree(left, right)
            and (self._whole_sentences(match) or (self.states(*left) and self.states(*right)))
        )

    def _agree(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """True for tokens without other numbers, and without words that tell the two apart."""
        ours, theirs = ((first, self._past_letter(last)) for first, last in (left, right))
        if self._norms(*ours) == self._norms(*theirs):
            return True
        numbers, others = self._numbers(*ours), self._numbers(*theirs)
        alike = numbers == others or not numbers or not others
        return alike and not contrasted(self._norms(*left), self._norms(*right))

    def _whole_sentences(self, match: Match) -> bool:
        """True where both passages are most of a sentence with a full stop, which needs no known verb."""
        text = self.analysis.article.text
        return all(
            _coverage(self.terms, passage) >= WHOLE and text[self.sentences[passage.unit].end - 1] in ".!"
            for passage in (match.left, match.right)
        )

    def _from_the_start(self, match: Match) -> Match:
        """The match grown to the beginnings of both sentences where they begin with the same term."""
        left, right = match.left, match.right
        same_start = self.meanings[left.unit][0] == self.meanings[right.unit][0]
        if same_start and max(left.low, right.low) <= _LATEST_OPENING:
            return match._replace(left=left._replace(low=0), right=right._replace(low=0))
        return match

    def _opens(self, match: Match) -> bool:
        """True where both passages begin their sentences, are long enough, and say more than a name."""
        begin = max(match.left.low, match.right.low)
        least = _PROMPT_TERMS if begin <= _PROMPT_OPENING else _OPENING_TERMS
        return (
            begin <= _LATEST_OPENING
            and match.shared >= least
            and match.likeness >= _OPENING_LIKENESS
            and self.states(*self._tokens(match.left))
            and self.states(*self._tokens(match.right))
        )

    def _tokens(self, passage: Passage) -> tuple[int, int]:
        terms = self.terms[passage.unit]
        return terms[passage.low].first, terms[passage.high - 1].last

    def states(self, first: int, last: int) -> bool:
        """True for tokens ``[first, last)`` with a verb that we know, and not written like a name."""
        if _within(self._verb_cues, first, last) == 0 and _verbs().isdisjoint(self._norms(first, last)):
            return False
        return not self.is_name(first, last)

    def is_name(self, first: int, last: int) -> bool:
        """True for tokens ``[first, last)`` that are written like a name."""
        return self.capitals(first, last) >= NAME * (last - first)

    def capitals(self, first: int, last: int) -> int:
        """How many of the tokens ``[first, last)`` begin with a capital."""
        return self.analysis.capitals.count(1, first, last)

    @cached_property
    def _verb_cues(self) -> tuple[int, ...]:
        return tuple(cue.first for cue in self.analysis.cues_of("effect") if cue.kind == "verb")

    @cached_property
    def _negations(self) -> tuple[int, ...]:
        return tuple(cue.first for cue in self.analysis.cues_of("negation"))

    def _numbers(self, first: int, last: int) -> set[str]:
        """Numbers, and letters that tell things apart as numbers do (hepatitis A, vitamin C)."""
        capitals = self.analysis.capitals
        return {
            norm
            for place, norm in enumerate(self._norms(first, last), first)
            if norm[0].isdigit() or (len(norm) == 1 and place > first and capitals[place])
        }

    def _past_letter(self, last: int) -> int:
        """The end of a passage, moved past a letter that belongs to its last word (hepatitis B)."""
        tokens = self.analysis.tokens
        is_letter = last < len(tokens) and len(tokens[last].norm) == 1 and self.analysis.gap(last) == " "
        return last + 1 if is_letter else last

    def _norms(self, first: int, last: int) -> list[str]:
        return self.analysis.norms[first:last]

    def _denials(self, first: int, last: int) -> bool:
        return _within(self._negations, first, last) % 2 == 1


def _within(places: Sequence[int], first: int, last: int) -> int:
    """How many of the sorted places lie in ``[first, last)``."""
    return bisect_left(places, last) - bisect_left(places, first)


def _coverage(units: Sequence[Terms], passage: Passage) -> float:
    return (passage.high - passage.low) / len(units[passage.unit])


def _meanings(terms: Terms) -> Meanings:
    return tuple([term.meaning for term in terms])


@cache
def _verbs() -> frozenset[str]:
    return words("grammar", "auxiliary") - {"to", "able", "ability", "likely", "unlikely", "need"}
