"""Just enough grammar for claims: where a clause ends, and which words around a verb are its nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from healthscore.language.claims.kinds import Kind

_HARD_STOPS = frozenset('.;:!?()[]–—"“”|•')
_CLAUSE_ENDS = frozenset(";:—")
_LONGEST_PHRASE = 8

_ADVERBIALS = {
    ("in", "fact"),
    ("of", "course"),
    ("in", "turn"),
    ("by", "itself"),
    ("in", "general"),
    ("at", "times"),
}
_ASIDE_WORDS = frozenset(
    "though however therefore too meanwhile moreover thus rather not unlike like".split()
)
_ASIDE_PHRASES = (
    "on the other hand",
    "on the contrary",
    "by contrast",
    "in turn",
    "in fact",
    "of course",
    "if anything",
    "for example",
    "for instance",
    "in contrast",
)
_YEAR = re.compile(r"(?:19|20)\d\d[a-z]?")
MARK = re.compile(f"[{re.escape(''.join(sorted(_HARD_STOPS | _CLAUSE_ENDS)))},-]")
"""What ``sign_of`` reads."""

COMMA, HARD, CLAUSE_END, HYPHEN, OPENS, CLOSES, SQUARE = 1, 2, 4, 8, 16, 32, 64

DEGREES = frozenset({"most", "more", "less"})
"""Before an adverb: "most often"."""

FINITE = frozenset(
    "can could may might must shall should will would cannot can't couldn't shouldn't won't wouldn't has have had do does did "
    "doesn't didn't don't hasn't haven't hadn't isn't aren't wasn't weren't".split()
)
"""Auxiliaries that have a subject."""
_GOES_ON_OTHERWISE = Kind.RELATIVE | Kind.SUBORDINATOR | Kind.PARTING
_PEOPLE = frozenset("women men children adults babies those".split())
_STANDS_FOR_ONE = frozenset({"it", "they", "he", "she"})
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
        | (0 if chars.isdisjoint("([") else OPENS)
        | (0 if chars.isdisjoint(")]") else CLOSES)
        | (SQUARE if "]" in chars else 0)
    )


class Words(Struct, frozen=True):
    """The words of one sentence: tokens ``[first, last)`` of the article, whose norms and kinds these are.

    ``signs`` is the punctuation before a token, where it is more than a space, and ``verbs`` the tokens that open a verb.
    """

    norms: Sequence[str]
    kinds: Sequence[int]
    signs: Mapping[int, int]
    verbs: frozenset[int]
    first: int
    last: int

    def noun_phrases_after(self, start: int) -> list[tuple[int, int]]:
        """Token ranges of the coordinated noun phrases that begin at ``start``; none where no noun follows."""
        return list(self._phrases(start))

    def noun_phrase_before(self, end: int) -> tuple[int, int]:
        """The token range of the noun phrase that ends before ``end``, skipping auxiliaries and adverbs."""
        kinds, signs, verbs, last = self.kinds, self.signs, self.verbs, end
        while last > self.first and not signs.get(last, 0) & HARD:
            if tuple(self.norms[max(self.first, last - 2) : last]) in _ADVERBIALS:
                last -= 2  # "does not in fact lower"
            elif self._before_verb(last - 1, end):
                last -= 1
            else:
                break
        if last > self.first and signs.get(last, 0) & CLOSES:
            last = self._before_brackets(last)
        if last > self.first and signs.get(last, 0) == COMMA:
            last = self._before_insert(last)
        first = last
        least = max(self.first, last - _LONGEST_PHRASE)
        while first > least and not (kinds[first - 1] & _OPENS_CLAUSE or first - 1 in verbs):
            first -= 1
            if signs.get(first, 0) & (COMMA | HARD):
                break
        if first < last and kinds[first] & Kind.COORDINATOR:
            first += 1  # ", and the pulse rises"
        return first, last

    def _before_verb(self, index: int, end: int) -> bool:
        """True for the auxiliaries and adverbs before a verb at ``end``, and the "most" of "is most often caused"."""
        return self.kinds[index] & _BEFORE_VERB != 0 or (index < end - 1 and self.norms[index] in DEGREES)

    def _before_brackets(self, end: int) -> int:
        """Where the noun phrase of "X (a hormone) lowers" ends; ``end`` itself where nothing opens the brackets."""
        opened = next((i for i in range(end - 1, self.first, -1) if self.signs.get(i, 0) & OPENS), end)
        if self.signs[end] & SQUARE and not any(map(_YEAR.fullmatch, self.norms[opened:end])):
            return end  # "[betatrophin] will do", which an editor put for what somebody said
        return end if any(self.signs.get(i, 0) & CLOSES for i in range(opened + 1, end)) else opened

    def bracketed(self) -> frozenset[int]:
        """The tokens behind the first of those between brackets: what parts them parts nothing outside."""
        inside: set[int] = set()
        opened = None
        for index in sorted(i for i, sign in self.signs.items() if sign & (OPENS | CLOSES)):
            if self.signs[index] & CLOSES and opened is not None:
                inside.update(range(opened + 1, index))
                opened = None
            if self.signs[index] & OPENS:
                opened = index
        if opened is not None:  # they close behind the last word
            inside.update(range(opened + 1, self.last))
        return frozenset(inside)

    def _before_insert(self, end: int) -> int:
        """Where the noun phrase of "X, in which Y, is" ends that leads a verb past what is put in between commas."""
        commas = [i for i, sign in self.signs.items() if sign == COMMA and i < end - 1]
        if not commas or not self._is_insert(commas[-1]):
            return end
        return commas[-1]

    def _is_insert(self, index: int) -> bool:
        kind = self.kinds[index]
        relative = kind & Kind.RELATIVE or (kind & Kind.PREPOSITION and self.kinds[index + 1] & Kind.RELATIVE)
        aside = self.norms[index] in _ASIDE_WORDS or " ".join(self.norms[index : index + 4]).startswith(
            _ASIDE_PHRASES
        )
        named = kind & Kind.DETERMINER and not kind & Kind.PRONOUN
        return bool(relative or named or aside) and index > self.first

    def breaks(self, index: int) -> bool:
        """True where punctuation before token ``index`` ends a clause."""
        return self.signs.get(index, 0) & HARD != 0

    def opening(self, first: int, last: int) -> tuple[int, int]:
        """The noun phrase that leads tokens ``[first, last)``, past introductions such as "In mice," or "However,"."""
        kinds, index = self.kinds, first
        if (
            first < last
            and kinds[first] & Kind.USED_PARTICIPLE
            and (comma := self._comma(first + 1, last)) is not None
        ):
            index = comma  # "Used every day, it"
        while index < last and kinds[index] & _INTRODUCES:
            if kinds[index] & (Kind.ADVERB | Kind.COORDINATOR | Kind.PARTING):
                index += 1
                continue
            comma = self._comma(index + 1, last)
            if comma is None:
                return index, index
            index = comma
        end, most, joins = index, min(last, index + _LONGEST_PHRASE), False
        while end < most and not (kinds[end] & _ENDS_SUBJECT or end in self.verbs):
            if end > index and self.signs.get(end, 0) & (COMMA | HARD):
                break
            if index > first and joins and self.norms[end] in _STANDS_FOR_ONE:
                return end, end + 1  # "In people of Chinese, Thai or Korean descent it ..."
            joins |= kinds[end] & Kind.COORDINATOR != 0
            end += 1
        return index, end

    def joined(self, index: int) -> bool:
        """True where a verb at ``index`` goes on from an earlier one: after a comma, "and", "to" or a preposition."""
        while index > self.first and not self._comma_before(index) and self.kinds[index - 1] & _BEFORE_VERB:
            if self.norms[index - 1] == "to":
                return True
            index -= 1
        if index == self.first or self._comma_before(index):
            return True
        return self.kinds[index - 1] & (Kind.COORDINATOR | Kind.PREPOSITION) != 0

    def relative_before(self, index: int) -> int | None:
        """The "that", "which" or "who" right before a verb at ``index``, past auxiliaries and adverbs."""
        while index > self.first and not self.signs.get(index, 0) & (COMMA | HARD):
            index -= 1
            if self.kinds[index] & Kind.RELATIVE:
                return index
            if not self.kinds[index] & _BEFORE_VERB:
                return None
        return None

    def has_relative(self, index: int) -> bool:
        """True where a "which" or "who" clause begins before ``index``: what follows may go on from it."""
        return any(
            self.kinds[i] & Kind.RELATIVE and self.norms[i] != "that" for i in range(self.first, index)
        )

    def _comma(self, first: int, last: int) -> int | None:
        """The next comma that is not in brackets."""
        commas = [i for i, sign in self.signs.items() if sign & COMMA and first <= i < last]
        inside = self.bracketed() if commas else frozenset()
        return next((i for i in commas if i not in inside), None)

    def _comma_before(self, index: int) -> bool:
        return self.signs.get(index, 0) & COMMA != 0

    def _phrases(self, start: int) -> Iterator[tuple[int, int]]:
        first = index = start
        listed = False
        if start + 1 < self.last and self.kinds[start] & Kind.COORDINATOR and start + 1 not in self.verbs:
            return  # "attention improves and growth slackens"
        while index < self.last:
            if index > first and self.norms[index] == "of" and self._are_people(index - 1):
                index = self._past_list(index + 1)
                continue
            kinds, sign = self.kinds[index], self.signs.get(index, 0) if index > start else 0
            comma, joins = sign & COMMA, kinds & Kind.COORDINATOR
            if sign & HARD or index - first >= _LONGEST_PHRASE or index in self.verbs:
                break
            if comma and index == first + 1 and self._describes(index):
                index += 1
                continue
            if comma and not self._list_goes_on(index):
                break
            if not joins and index > first and self._ends_phrase(index):
                break
            if joins and index > first and self._begins_statement(start, index):
                break
            if joins and index + 1 < self.last and self.kinds[index + 1] & Kind.USED_PARTICIPLE:
                break  # "dry skin, and used often"
            if joins or comma:
                if index > first:
                    yield first, index
                listed, first = True, index + 1 if joins else index
                if self._opens_with_verb(first):
                    return
            elif index == first and kinds & (Kind.DETERMINER | Kind.ADVERB) and not kinds & Kind.PRONOUN:
                first = index + 1
            elif index == first and self._ends_phrase(index):
                break
            index += 1
        if index > first and (listed or index > start):
            yield first, index

    def _opens_with_verb(self, index: int) -> bool:
        """True for "prepare the body": a word of no known kind before "the" or "your", behind "and"."""
        if index + 1 >= self.last or self.kinds[index] or self.signs.get(index + 1):
            return False
        return self.kinds[index + 1] & Kind.DETERMINER != 0 and not self.kinds[index + 1] & Kind.PRONOUN

    def _begins_statement(self, start: int, index: int) -> bool:
        """True for the "and" of "a rash, and women should" at ``index``, after an object that begins at ``start``."""
        if index + 1 >= self.last or not (self._comma_before(index) or self._are_people(index + 1)):
            return False
        return self.states(self.first, start) and self.leads_verb(index + 1)

    def states(self, first: int, last: int) -> bool:
        """True where tokens ``[first, last)`` say something by themselves: not "behaviours that slow", "limiting"."""
        kinds = self.kinds[first:last]
        if any(map(Kind.RELATIVE.__and__, kinds)):
            return False
        finite = any(kinds[i - first] & Kind.COPULA or self.norms[i] in FINITE for i in range(first, last))
        return finite or any(first <= i < last and not self.norms[i].endswith("ing") for i in self.verbs)

    def leads_verb(self, index: int) -> bool:
        """True for the "people" of "and people with asthma should", which leads a statement of its own."""
        at = index
        while at < min(index + 2 * _LONGEST_PHRASE, self.last):
            kinds = self.kinds[at]
            if at > index and (kinds & Kind.COPULA or self.norms[at] in FINITE):
                return not self.kinds[at - 1] & Kind.COORDINATOR  # not "and diarrhoea and may lower"
            parted = self.signs.get(at, 0) & (COMMA | HARD) if at > index else kinds & Kind.AUXILIARY
            if parted or kinds & _GOES_ON_OTHERWISE or at in self.verbs:
                return False
            told = at > index and self.norms[at] == "of" and self._are_people(at - 1)
            at = self._past_list(at + 1) if told else at + 1
        return False

    def _are_people(self, index: int) -> bool:
        return self.kinds[index] & Kind.PERSON_NOUN != 0 or self.norms[index] in _PEOPLE

    def _past_list(self, index: int) -> int:
        """Where "Chinese, Thai or Korean descent" ends, which tells of one thing all through: who they are."""
        while index < self.last and not (
            self._ends_phrase(index) or index in self.verbs or self.breaks(index)
        ):
            index += 1
        return index

    def _ends_phrase(self, index: int) -> bool:
        """True for what no noun phrase goes over; not the "up" of "a build-up of wax"."""
        ends = self.kinds[index] & _ENDS_PHRASE != 0 and self.norms[index] != "of"
        return ends and not self.signs.get(index, 0) & HYPHEN

    def _describes(self, index: int) -> bool:
        """True for the comma of "severe, lasting headaches", which parts two words for one noun."""
        if not self.kinds[index - 1] & Kind.DESCRIBING or index in self.verbs or self._ends_phrase(index):
            return False
        after = index + 1
        parted = after >= self.last or self.signs.get(after, 0) & (COMMA | HARD) or self._ends_phrase(after)
        return not parted and not self.kinds[after] & Kind.COORDINATOR and after not in self.verbs

    def _list_goes_on(self, index: int) -> bool:
        """After a comma: does a list of nouns continue (…, x, and y) before anything that ends a phrase?"""
        listed = False  # "nausea, insomnia, anxiety, and in rare cases a rash" is a list up to there
        for ahead in range(index, min(index + 2 * _LONGEST_PHRASE, self.last)):
            listed |= ahead > index and self._comma_before(ahead)
            if self.kinds[ahead] & Kind.COORDINATOR:
                after = ahead + 1
                if after < self.last and listed and self.kinds[after] & Kind.PREPOSITION:
                    return True
                return after < self.last and after not in self.verbs and not self._ends_phrase(after)
            if ahead in self.verbs or self._ends_phrase(ahead) or (ahead > index and self.breaks(ahead)):
                return False
        return False
