"""Reads the claims out of the sentences: cue by cue, subject to its left, objects to its right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from healthscore.language.certainty import certainty_of
from healthscore.language.claims.clause import Clause, clauses_of
from healthscore.language.claims.model import Attribution, Claim, Quantity, Relation, Strength, Valence
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.claims.subject import Subject, Subjects
from healthscore.language.cues import Cue
from healthscore.language.sources import attribution_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_SILENT = ("contents", "reference", "code")
_PROPERTIES = ("safe", "harmless", "effective", "addictive", "not-addictive")
_OPPOSITE: dict[Valence, Valence] = {"benefit": "harm", "harm": "benefit", "neutral": "neutral"}


def claims_of(analysis: Analysis) -> tuple[Claim, ...]:
    """The claim ledger of an article, in order of place, with ids ``c1``, ``c2`` ..."""
    subjects = Subjects(analysis.topic)
    attributions = _attributions(analysis)
    found: list[Claim] = []
    for sentence in analysis.sentences:
        if sentence.block.kind not in _SILENT and sentence.first < sentence.last:
            own = _Reader(analysis, sentence, subjects, attributions.get(sentence.index, "none")).claims()
            found += sorted(own, key=lambda claim: (claim.start, claim.end, claim.object))
    return tuple(replace(claim, id=f"c{number}") for number, claim in enumerate(found, 1))


def _attributions(analysis: Analysis) -> dict[int, Attribution]:
    """The best source of each sentence that has one."""
    by_sentence = groupby(sorted(analysis.sources, key=lambda s: s.sentence), key=lambda s: s.sentence)
    return {index: attribution_of(sources) for index, sources in by_sentence}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one sentence."""

    analysis: Analysis
    sentence: Sentence
    subjects: Subjects
    attribution: Attribution

    def claims(self) -> Iterator[Claim]:
        amounts = amounts_in(self.analysis, self.sentence)
        clauses = clauses_of(self.analysis, self.sentence)
        self.subjects.enter(self.analysis, self.sentence, clauses)
        used: set[int] = set()
        for clause in clauses:
            within = [amount for amount in amounts if clause.first <= amount.first < clause.last]
            quantity = within[0].quantity if within else None
            for claim in self._of_clause(clause, quantity):
                used.update(amount.first for amount in within)
                yield claim
            for amount in within:
                if amount.first not in used and amount.quantity.unit != "time":
                    yield self._of_amount(clause, amount)

    def _of_clause(self, clause: Clause, quantity: Quantity | None) -> Iterator[Claim]:
        for cue in clause.effects:
            subject, objects = clause.arguments(cue, self.subjects)
            for first, last in objects:
                key = clause.key(first, last)
                if key:
                    yield self._claim(clause, cue, subject, (first, last), key, quantity)
        for cue in clause.cues:
            if cue.category == "property" and cue.kind in _PROPERTIES:
                subject = clause.holder(cue, self.subjects)
                yield self._claim(clause, cue, subject, (cue.first, cue.last), frozenset({cue.kind}), quantity)

    def _claim(
        self,
        clause: Clause,
        cue: Cue,
        subject: Subject,
        place: tuple[int, int],
        key: frozenset[str],
        quantity: Quantity | None,
    ) -> Claim:
        tokens = self.analysis.tokens
        start = min(subject.start if subject.start is not None else cue.start, cue.start, tokens[place[0]].start)
        end = max(cue.end, tokens[place[1] - 1].end)
        is_property = cue.category == "property"
        certainty = certainty_of([c for c in clause.cues if c.category in ("hedge", "booster")])
        relation: Relation = "is" if is_property else cue.attributes["relation"]  # type: ignore[assignment]
        return Claim(
            id="",
            sentence=self.sentence.index,
            start=start,
            end=end,
            subject=subject.text,
            relation=relation,
            object=self.analysis.article.prose[tokens[place[0]].start : tokens[place[1] - 1].end],
            negated=clause.negated(cue, place[0]),
            certainty=certainty,
            strength="none" if is_property else _strength(cue, certainty),
            valence=self._valence(cue, relation, place),
            attribution=self.attribution,
            voice=clause.voice,
            quantity=quantity,
            scope=(*clause.scope, *subject.scope),
            subject_key=subject.key,
            object_key=key,
        )

    def _of_amount(self, clause: Clause, amount: Amount) -> Claim:
        subject = self.subjects.lead
        return Claim(
            id="",
            sentence=self.sentence.index,
            start=self.analysis.tokens[clause.first].start,
            end=self.analysis.tokens[clause.last - 1].end,
            subject=subject.text,
            relation="has",
            object=self.analysis.article.prose[amount.start : amount.end],
            negated=False,
            certainty=certainty_of([c for c in clause.cues if c.category in ("hedge", "booster")]),
            strength="none",
            valence="neutral",
            attribution=self.attribution,
            voice=clause.voice,
            quantity=amount.quantity,
            scope=clause.scope,
            subject_key=subject.key,
            object_key=frozenset({amount.quantity.unit}),
        )

    def _valence(self, cue: Cue, relation: Relation, place: tuple[int, int]) -> Valence:
        fixed = cue.attributes.get("valence")
        if fixed in ("benefit", "harm"):
            return "benefit" if fixed == "benefit" else "harm"
        if cue.category == "property":
            return "harm" if cue.kind == "addictive" else "benefit"
        if relation == "treats":
            return "benefit"
        good = bad = False
        for other in self.analysis.cues_in(self.sentence, "harm", "benefit"):
            if place[0] <= other.first < place[1]:
                bad, good = bad or other.category == "harm", good or other.category == "benefit"
        of_object: Valence = "harm" if bad else "benefit" if good else "neutral"
        return _OPPOSITE[of_object] if relation in ("lowers", "prevents") else of_object


def _strength(cue: Cue, certainty: float) -> Strength:
    if cue.attributes.get("strength") == "correlational":
        return "correlational"
    return "conditional" if certainty < 0.7 else "causal"
