"""A clause with what is in it: cues, scope, voice, and the noun phrase that leads it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.certainty import certainty_of
from healthscore.language.claims.concepts import content
from healthscore.language.claims.grammar import FINITE, Words
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Voice
from healthscore.language.claims.scope import scope_of
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_REPORTED_WITHIN = 8  # tokens of "studies show that"
_LIKE_IT = {
    ("the", "way", "that"),
    ("the", "way", "in"),
    ("the", "sense", "that"),
    ("the", "sense", "of"),
    ("same", "way", "as"),
    ("same", "way", "that"),
}
_PARTLY = frozenset({"much", "greatly", "already"})  # after a negation
_ANY_NUMBER = FINITE - {"have", "do"}  # these follow "raising it" as well
_MEASURES = Kind.QUANTITY_NOUN | Kind.FORM_NOUN | Kind.PRODUCT_NOUN | Kind.TIME_NOUN
_PORTIONS = frozenset(
    "course courses portion portions puff puffs sachet sachets helping helpings hours years months".split()
)
_WHOM = ("population:", "people:")


class Clause(Struct, frozen=True, dict=True):
    """Tokens ``[first, last)`` of a sentence, whose words are ``line``; ``cues`` are those within it."""

    analysis: Analysis
    sentence: Sentence
    line: Words
    first: int
    last: int
    cues: tuple[Cue, ...]
    voice: Voice

    @cached_property
    def certainty(self) -> float:
        """How sure the clause sounds, 0-1."""
        return certainty_of(self.cues)

    @cached_property
    def scope(self) -> tuple[str, ...]:
        """The populations, doses, times and settings that the clause is limited to, sorted."""
        within = self.analysis.amounts.get(self.sentence.index, ())
        amounts = [amount for amount in within if self.first <= amount.first < self.last]
        found = scope_of(self.analysis, self.cues, amounts, self.first, self.last)
        more = set()
        if self.norm(self.first) == "because" and self.norm(self.first + 1) in ("it", "they", "this"):
            more |= self._whom_it_concerns()
        if self._denied_in_part():
            more.add("degree:partial")
        return tuple(sorted(more.union(found))) if more else found

    def _whom_it_concerns(self) -> set[str]:
        """Whom the clause before "because" speaks of: "People with asthma should avoid it because it can ..."."""
        cues = self.analysis.cues_by_category(self.sentence).get("scope", ())
        before = [cue for cue in cues if cue.last <= self.first]
        limits = scope_of(self.analysis, before, (), self.sentence.first, self.first)
        return {limit for limit in limits if limit.startswith(_WHOM)}

    def _denied_in_part(self) -> bool:
        """True for "does not always", "does not raise it much" and "is not addictive in the way that nicotine is"."""
        denials = [c for c in self.cues if c.category == "negation"]
        if not denials:
            return False
        kinds, norms = self.line.kinds, self.line.norms
        if any(c.last < self.last and kinds[c.last] & Kind.ALL_WORD for c in denials):
            return True
        after = norms[denials[0].last : self.last]
        return not _PARTLY.isdisjoint(after) or any(
            tuple(after[i : i + 3]) in _LIKE_IT for i in range(len(after))
        )

    @cached_property
    def lead(self) -> tuple[int, int]:
        """The noun phrase that leads the clause; empty where it has none."""
        return self._leading(self.first)

    def _only_measures(self, first: int, last: int) -> bool:
        """True for "the effects" and "a daily glass", after which "of" says what is meant."""
        measures = self.line.kinds[last - 1] & _MEASURES != 0 or self.line.norms[last - 1] in _PORTIONS
        return measures or not content(self.analysis, first, last)

    @property
    def reported_lead(self) -> tuple[int, int]:
        """That of what is reported, after "studies show that", else the one that leads the clause."""
        start = self.after_report()
        return self.lead if start == self.first else self._leading(start)

    def _leading(self, start: int) -> tuple[int, int]:
        first, last = self.line.opening(start, self.last)
        if last > first and self.norm(last) == "of" and self._only_measures(first, last):
            return first, self.line.opening(last + 1, self.last)[1]  # "the effects of the drug"
        return first, last

    def after_report(self) -> int:
        """Where what is said begins: after "studies show that" and "the truth is that", else at the clause's start."""
        cues = self.analysis.cues_by_category(self.sentence).get("reporting")
        framed = self.after_frame()
        if framed > self.first or not cues:
            return framed
        reporting = {c.last for c in cues}
        near = range(self.first, min(self.last - 1, self.first + _REPORTED_WITHIN))
        return next((i + 1 for i in near if i in reporting and self.norm(i) == "that"), self.first)

    def after_frame(self) -> int:
        """Where what is said begins: after "but the truth is that", else at the clause's start."""
        frames = self.analysis.cues_by_category(self.sentence).get("frame", ())
        led = (c.last for c in frames if c.kind == "that" and c.first == self.first and c.last < self.last)
        return next(led, self.first)

    @cached_property
    def doing(self) -> tuple[int, int] | None:
        """The tokens of what somebody does that lead the verb of the clause: "raising the head of the bed eases"."""
        first, line = self.first, self.line
        if not line.norms[first].endswith("ing") or first + 2 >= self.last:
            return None
        known = line.kinds[first] & Kind.VERB or first in line.verbs
        if not known and not line.kinds[first + 1] & (Kind.DETERMINER | Kind.PREPOSITION):
            return None
        for index in range(first + 1, self.last):
            if "," in self.analysis.gap(index) or line.kinds[index] & Kind.RELATIVE:
                return None
            if index in line.verbs or line.kinds[index] & Kind.COPULA or line.norms[index] in FINITE:
                of_one = line.norms[index] in _ANY_NUMBER or line.norms[index].endswith(("s", "ed"))
                return (first, index) if index > first + 1 and of_one else None  # "numbing gels are"
        return None

    def norm(self, index: int) -> str:
        """A token's norm; nothing beyond the clause's end."""
        return self.line.norms[index] if index < self.last else ""
