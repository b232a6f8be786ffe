"""A clause with what is in it: cues, scope, voice, and the nouns around each verb of effect."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from healthscore.language.certainty import certainty_of
from healthscore.language.claims.comparatives import making_at, turning_at
from healthscore.language.claims.concepts import content
from healthscore.language.claims.grammar import COMMA, HARD, HYPHEN, Words
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.model import Relation, Voice
from healthscore.language.claims.scope import scope_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis
    from healthscore.language.claims.subject import Subject, Subjects

_COPULA_REACH = 6  # tokens after "the cause of acne" in which "is" may follow
_NEAR_NOUN = 3  # tokens between a verb and the noun of effect that is its object
_REPORTED_WITHIN = 8  # tokens of "studies show that"
_BETWEEN_PEOPLE = Kind.AUXILIARY | Kind.ADVERB | Kind.RELATIVE  # "patients who were not at risk"
_PARTLY = frozenset({"much", "greatly"})  # after a negation
_OPPOSITE: dict[Relation, Relation] = {
    "raises": "lowers",
    "lowers": "raises",
    "causes": "prevents",
    "prevents": "causes",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """A cue of effect that really acts: what it does, on which nouns, and the verb that it hangs on, if any.

    In "leads to a fall in blood pressure" the fall hangs on "leads to", whose subject it takes over.
    """

    cue: Cue
    relation: Relation
    strength: str
    governor: Cue | None = None

    @property
    def dimension(self) -> str:
        """What of the object is more or less: "relaxes the muscles" is about their tension; mostly nothing."""
        return str(self.cue.attributes.get("dimension", ""))


@dataclass(frozen=True)
class Clause:
    """Tokens ``[first, last)`` of a sentence; ``line`` holds all its words, which begin at ``offset``."""

    sentence: int
    first: int
    last: int
    offset: int
    line: Words
    cues: tuple[Cue, ...]
    voice: Voice
    analysis: Analysis

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """The cues of effect that really act here: no adjectives ("increased levels"), no bare nouns."""
        acting = [cue for cue in self.cues if cue.category == "effect" and self._acts(cue)]
        if len(acting) < 2:
            return tuple(self._effect(cue, None) for cue in acting)
        governors = {id(noun): verb for verb, noun in pairwise(acting) if self._governs(verb, noun)}
        governing = {id(verb) for verb in governors.values()}
        return tuple(self._effect(cue, governors.get(id(cue))) for cue in acting if id(cue) not in governing)

    @cached_property
    def certainty(self) -> float:
        """How sure the clause sounds, 0-1."""
        return certainty_of(self.cues)

    @cached_property
    def scope(self) -> tuple[str, ...]:
        """The populations, doses, times and settings that the clause is limited to, sorted."""
        within = self.analysis.amounts.get(self.sentence, ())
        amounts = [amount for amount in within if self.first <= amount.first < self.last]
        found = set(scope_of(self.analysis, self.cues, amounts, self.first, self.last))
        if self._norm(self.first) == "because" and self._norm(self.first + 1) in ("it", "they", "this"):
            found |= self._whom_it_concerns()
        if self._denied_in_part():
            found.add("degree:partial")
        return tuple(sorted(found))

    def _whom_it_concerns(self) -> set[str]:
        """Whom the clause before "because" speaks of: "People with asthma should avoid it because it can ..."."""
        cues = self.analysis.cues_by_category(self.analysis.sentences[self.sentence]).get("scope", ())
        before = [cue for cue in cues if cue.last <= self.first]
        limits = scope_of(self.analysis, before, (), self.offset, self.first)
        return {limit for limit in limits if limit.startswith(("population:", "people:"))}

    def _denied_in_part(self) -> bool:
        """True for "does not always" and "does not raise it much"."""
        denials = [c for c in self.cues if c.category == "negation"]
        tokens = self.analysis.tokens
        return any(c.last < self.last and is_kind(tokens[c.last], Kind.ALL_WORD) for c in denials) or (
            bool(denials) and any(tokens[i].norm in _PARTLY for i in range(denials[0].last, self.last))
        )

    def opening(self, *, past_report: bool = False) -> tuple[int, int]:
        """The noun phrase that leads the clause, as article tokens; empty where it has none.

        ``past_report``: that of what is reported, after "studies show that".
        """
        start = self._after_report() if past_report else self.first
        first, last = self.line.opening(start - self.offset, self.last - self.offset)
        first, last = first + self.offset, last + self.offset
        if self._norm(last) == "of" and last > first and not content(self.analysis, first, last):
            of_what = self.line.opening(last + 1 - self.offset, self.last - self.offset)
            return first, of_what[1] + self.offset  # "the effects of the drug"
        return first, last

    def _after_report(self) -> int:
        cues = self.analysis.cues_by_category(self.analysis.sentences[self.sentence]).get("reporting")
        if not cues:
            return self.first
        reporting = {c.last for c in cues}
        near = range(self.first, min(self.last - 1, self.first + _REPORTED_WITHIN))
        return next((i + 1 for i in near if i in reporting and self._norm(i) == "that"), self.first)

    def arguments(self, effect: Effect, subjects: Subjects) -> tuple[Subject, list[tuple[int, int]]]:
        """Subject and object ranges (article tokens) of an effect."""
        cue = effect.cue
        if "object" in cue.attributes:
            return self.holder(cue, subjects), [(cue.first, cue.last)]
        if cue.kind == "between":
            between = self._phrases(cue.last)
            return self._agent(subjects, between[:1]), between[1:]
        turning = turning_at(self.analysis, cue, self.first, self.last)
        if turning is not None:  # "symptoms get worse with exercise"
            by_what = self._agent(subjects, self._phrases(cue.last + 1))
            return by_what, self._whole(self._phrase_before(turning))
        making = making_at(self.analysis, cue, self.first)
        if making is not None:  # "makes the blood thicker"
            verb = cue._replace(first=making, last=making + 1, kind="verb")
            return self.holder(verb, subjects), [(making + 1, cue.first)]
        after = self._phrases(cue.last)
        if self._compounded(cue):
            return self._bearer(cue, subjects), self._whole(self._phrase_before(cue.first))
        if cue.attributes.get("inverse"):
            return self._agent(subjects, after), self._whole(self._phrase_before(cue.first))
        if self.passive(cue):
            agent = self._phrases(cue.last + 1) if self._norm(cue.last) in ("by", "with") else []
            return self._agent(subjects, agent), self._whole(self._phrase_before(cue.first))
        if cue.kind == "noun" and cue.attributes["relation"] == "causes" and after:
            copula = self._copula_after(after[-1][1])
            if copula is not None:
                return self._agent(subjects, self._phrases(copula + 1)), after
        return self.holder(effect.governor or cue, subjects), after

    def _bearer(self, cue: Cue, subjects: Subjects) -> Subject:
        """Whose "cholesterol-lowering effect" it is: the noun after it, and the lead where that only classifies."""
        first, _ = self._phrase_before(cue.first)
        opens = subjects.lead.start is not None and subjects.lead.start >= self.analysis.tokens[first].start
        if opens:
            return subjects.unknown
        after = self._phrases(cue.last)
        named = subjects.named(self.analysis, *after[0]) if after else None
        return named if named is not None and named.key != subjects.topic.key else subjects.lead

    def holder(self, cue: Cue, subjects: Subjects) -> Subject:
        """The subject to the left of a cue, else the one that leads the sentence."""
        found = self._holder(cue, subjects)
        return found.some() if found.start is not None and self._is_restricted(found.start) else found

    def _is_restricted(self, start: int) -> bool:
        """True where the subject that leads is told from others of its kind: "antihistamines that make you sleepy"."""
        first, last = self.opening()
        if not first < last < self.last or self.analysis.tokens[first].start != start:
            return False
        return is_kind(self.analysis.tokens[last], Kind.RELATIVE) and self.analysis.gap(last).isspace()

    def _holder(self, cue: Cue, subjects: Subjects) -> Subject:
        if cue.attributes.get("subject") == "topic" and not self._had_by_its_lead(cue, subjects):
            return subjects.unknown if self._between_groups(cue, subjects) else subjects.topic
        if cue.attributes.get("subject") == "object":
            return self._agent(subjects, self._phrases(cue.last))
        at = cue.first - self.offset
        if cue.category == "effect" and cue.kind == "verb":
            relative = self.line.relative_before(at)
            if relative is not None:
                return self._antecedent(relative, subjects)
            if self.line.joined(at):
                return subjects.unknown if self.line.has_relative(at) else subjects.lead
        if cue.kind == "noun" and (self._in_a_phrase(cue) or self._of_those_at_risk(cue, subjects)):
            return subjects.unknown
        if cue.category == "property":
            if cue.first < self._after_report():  # "it has been proven that fish oil ..."
                return subjects.unknown
            if is_kind(self.analysis.tokens[self.first], Kind.USE_WORD):  # "Take the tablets with food"
                taken = subjects.named(self.analysis, self.first + 1, cue.first)
                return taken or subjects.lead
            first, last = self.opening()
            if (
                last - first == 1 and self.analysis.kinds[first] & Kind.SPEAKER
            ):  # "You can buy it without ..."
                tokens = self.analysis.tokens
                buy = next(
                    (i for i in range(last, cue.first) if is_kind(tokens[i], Kind.USE_WORD)), cue.first
                )
                return subjects.named(self.analysis, buy + 1, cue.first) or subjects.lead
            leads = last <= cue.first and not (
                last - first == 1 and self.analysis.kinds[first] & Kind.PRONOUN
            )
            return (subjects.named(self.analysis, first, last) if leads else None) or subjects.lead
        first, last = self._phrase_before(cue.first)
        if cue.kind == "noun" and self._is_predicate(first):  # "pillows are the real cause of acne"
            if self._norm(first - 2) == "there":
                return subjects.unknown
            if first - 1 > self.first and is_kind(self.analysis.tokens[first - 2], Kind.RELATIVE):
                return self._antecedent(first - 2 - self.offset, subjects)
            first, last = self._phrase_before(first)
        relative = self.line.relative_before(first - self.offset)
        if relative is not None and relative < first - self.offset - 1:  # "wounds that are not cleaned cause"
            return self._antecedent(relative, subjects)
        first, last = self._governing(first, last)
        if first > self.first and self._norm(first - 1) == "whose":
            return subjects.unknown
        return subjects.named(self.analysis, max(first, self.first), last) or self._reported(at, subjects)

    def _is_predicate(self, first: int) -> bool:
        """True for a noun phrase with an article after "is" or "are"."""
        tokens = self.analysis.tokens
        after_is = first > self.first and is_kind(tokens[first - 1], Kind.COPULA)
        return after_is and is_kind(tokens[first], Kind.DETERMINER)

    def _governing(self, first: int, last: int) -> tuple[int, int]:
        """The noun that a phrase after a preposition hangs on: of "blood flow through the heart" the blood flow."""
        while first > self.first and is_kind(self.analysis.tokens[first - 1], Kind.PREPOSITION):
            before = self._phrase_before(first - 1)
            if before[0] >= before[1] or self.line.signs[first - 1 - self.offset] & (COMMA | HARD):
                break
            first, last = before
        return first, last

    def _had_by_its_lead(self, cue: Cue, subjects: Subjects) -> bool:
        """True for the side effects of "tablets can have side effects such as", where the tablets are not the topic."""
        index = cue.first - 1
        while index >= self.first and is_kind(self.analysis.tokens[index], Kind.QUANTITY_NOUN | Kind.DEGREE):
            index -= 1
        had = cue.category == "effect" and index >= self.first and self._norm(index) in ("have", "has", "had")
        return had and subjects.topic.key.isdisjoint(self.analysis.stems[self.first : index])

    def _between_groups(self, cue: Cue, subjects: Subjects) -> bool:
        """True for "no difference in pain between the groups", unless what they took is named here or right before."""
        sentences = self.analysis.sentences
        named = range(sentences[max(0, self.sentence - 1)].first, sentences[self.sentence].last)
        return cue.attributes.get("relation") == "affects" and not any(
            self.analysis.stems[i] in subjects.topic.key for i in named
        )

    def _of_those_at_risk(self, cue: Cue, subjects: Subjects) -> bool:
        """True for "patients at low risk of": what brings it is not said, unless they take what is spoken of."""
        before = range(max(self.first, cue.first - 2), cue.first)
        at = next((i for i in before if self._norm(i) == "at"), self.first)
        people = at - 1
        while people > self.first and is_kind(self.analysis.tokens[people], _BETWEEN_PEOPLE):
            people -= 1
        led = people >= self.first and is_kind(self.analysis.tokens[people], Kind.PERSON_NOUN)
        return led and subjects.topic.key.isdisjoint(self.analysis.stems[self.first : cue.first])

    def _in_a_phrase(self, cue: Cue) -> bool:
        """True for the rise in "because of a possible rise in": whoever brings it about is not said."""
        index = cue.first - 1
        while index >= self.first and is_kind(
            self.analysis.tokens[index], Kind.DETERMINER | Kind.ADVERB | Kind.DEGREE | Kind.QUANTITY_NOUN
        ):
            index -= 1
        return (
            index >= self.first
            and self._norm(index) in ("of", "to")
            and self._norm(index - 1)
            in (
                "because",
                "due",
                "owing",
            )
        )

    def _antecedent(self, relative: int, subjects: Subjects) -> Subject:
        """Whom "that" or "which" means: the noun before it, or in "X is a root that" the X."""
        first, last = self.line.noun_phrase_before(relative)
        if first and is_kind(self.line.tokens[first - 1], Kind.COPULA):
            return subjects.lead
        return subjects.named(self.analysis, first + self.offset, last + self.offset) or subjects.unknown

    def _reported(self, at: int, subjects: Subjects) -> Subject:
        """The noun that opens a clause after "showed that", else the one that leads the sentence."""
        that = next(
            (i for i in range(at - 1, self.first - self.offset, -1) if self.line.tokens[i].norm == "that"),
            None,
        )
        if that is None:
            return subjects.lead
        first, last = self.line.opening(that + 1, at)
        if any(is_kind(token, Kind.VERB) for token in self.line.tokens[last:at]):
            return subjects.unknown
        return subjects.named(self.analysis, first + self.offset, last + self.offset) or subjects.lead

    def _effect(self, cue: Cue, governor: Cue | None) -> Effect:
        relation: Relation = cue.attributes["relation"]  # type: ignore[assignment]
        strength = str(cue.attributes.get("strength", ""))
        if governor is None:
            return Effect(cue, relation, strength)
        of_governor: Relation = governor.attributes["relation"]  # type: ignore[assignment]
        between = self.analysis.tokens[governor.last : cue.first]
        if relation != "has":
            relation = (
                _OPPOSITE.get(relation, relation) if of_governor in ("lowers", "prevents") else relation
            )
        elif any(is_kind(token, Kind.LOWERED_STATE) for token in between):  # "linked to a lower risk of"
            relation = "lowers"
        else:
            relation = of_governor
        return Effect(cue, relation, strength or str(governor.attributes.get("strength", "")), governor)

    def _agent(self, subjects: Subjects, phrases: list[tuple[int, int]]) -> Subject:
        return (subjects.named(self.analysis, *phrases[0]) if phrases else None) or subjects.unknown

    def _phrases(self, start: int) -> list[tuple[int, int]]:
        ranges = self.line.noun_phrases_after(start - self.offset)
        return [(first + self.offset, last + self.offset) for first, last in ranges]

    def _phrase_before(self, end: int) -> tuple[int, int]:
        first, last = self.line.noun_phrase_before(end - self.offset)
        return first + self.offset, last + self.offset

    def _whole(self, phrase: tuple[int, int]) -> list[tuple[int, int]]:
        return [phrase] if phrase[0] < phrase[1] else []

    def _copula_after(self, index: int) -> int | None:
        """The "is" of "the cause of acne in teenagers is", past a phrase that only says where or in whom."""
        for at in range(index, min(self.last, index + _COPULA_REACH)):
            if is_kind(self.analysis.tokens[at], Kind.COPULA):
                return at
            if self.line.breaks(at - self.offset) or is_kind(
                self.analysis.tokens[at], Kind.VERB | Kind.RELATIVE
            ):
                return None
        return None

    def _compounded(self, cue: Cue) -> bool:
        """True for "cholesterol-lowering": what is lowered stands before the hyphen."""
        return (
            cue.last - cue.first == 1
            and cue.first > self.first
            and self.line.signs[cue.first - self.offset] & HYPHEN != 0
        )

    def _governs(self, verb: Cue, noun: Cue) -> bool:
        """True where the second is the object of the verb just before it ("causes a marked rise in", "causes reduced")."""
        between = range(verb.last, noun.first)
        if verb.attributes["relation"] == "causes" and noun.kind == "verb" and not between:
            return _past(self._norm(noun.first))
        return (
            verb.kind == "verb"
            and noun.kind == "noun"
            and not self.passive(verb)
            and len(between) <= _NEAR_NOUN
            and not any(self.line.breaks(i - self.offset) for i in (*between, noun.first))
            and not any(
                is_kind(self.analysis.tokens[i], Kind.PREPOSITION | Kind.COORDINATOR | Kind.VERB)
                for i in between
            )
        )

    def _norm(self, index: int) -> str:
        return self.analysis.tokens[index].norm if index < self.last else ""

    def passive(self, cue: Cue) -> bool:
        """True for "is lowered": what is lowered stands before it."""
        if cue.last - cue.first > 1 or not _past(self._norm(cue.first)):
            return False
        index = cue.first - 1
        while index >= self.first and is_kind(self.analysis.tokens[index], Kind.ADVERB):
            index -= 1
        return index >= self.first and is_kind(self.analysis.tokens[index], Kind.COPULA)

    def _describes(self, cue: Cue, after: Token | None) -> bool:
        """True for "neutralising" in "called broadly neutralising antibodies": an adverb and no clause before it."""
        if after is None or not self._norm(cue.first).endswith("ing") or cue.first - 2 < self.first:
            return False
        lead = self.analysis.tokens[cue.first - 2]
        adverb = self._norm(cue.first - 1).endswith("ly") and not self.line.signs[cue.first - 1 - self.offset]
        bare = not is_kind(after, Kind.DETERMINER | Kind.PREPOSITION)
        return adverb and bare and not is_kind(lead, Kind.PREPOSITION | Kind.COORDINATOR | Kind.AUXILIARY)

    def _names_a_kind(self, cue: Cue) -> bool:
        """True for "trigger" in "are problem trigger foods": a plain form after "are" and a noun."""
        is_ = cue.first - 2
        if is_ < self.first or self._norm(cue.first).endswith(("s", "ed", "ing")):
            return False
        noun = not is_kind(self.analysis.tokens[is_ + 1], Kind.CLOSED | Kind.VERB | Kind.RELATIVE)
        return noun and is_kind(self.analysis.tokens[is_], Kind.COPULA)

    def _acts(self, cue: Cue) -> bool:
        if cue.kind == "comparative":
            turning = turning_at(self.analysis, cue, self.first, self.last)
            return turning is not None or making_at(self.analysis, cue, self.first) is not None
        if cue.kind == "noun" or cue.last - cue.first > 1:
            return True
        if self._compounded(cue):
            return self._norm(cue.first).endswith("ing")
        before = self.analysis.tokens[cue.first - 1] if cue.first > self.first else None
        after = self.analysis.tokens[cue.last] if cue.last < self.last else None
        if before is not None and is_kind(before, Kind.DETERMINER) and not is_kind(before, Kind.PRONOUN):
            return False
        if (
            before is not None
            and is_kind(before, Kind.PREPOSITION)
            and not self._norm(cue.first).endswith("ing")
        ):
            return False
        if self._describes(cue, after) or self._names_a_kind(cue):
            return False
        opens = (
            before is None
            or is_kind(before, Kind.PREPOSITION | Kind.COORDINATOR | Kind.SUBORDINATOR)
            or self.line.breaks(cue.first - self.offset)
        )
        bare = after is not None and not is_kind(
            after, Kind.DETERMINER | Kind.PREPOSITION | Kind.AUXILIARY | Kind.PRONOUN
        )
        return not (opens and bare and _past(self._norm(cue.first)))


def _past(norm: str) -> bool:
    return norm.endswith("ed") or norm in words("grammar", "irregular-past")
