"""Reads the claims out of the sentences: cue by cue, subject to its left, objects to its right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.claims.acting import Effect, effects_of, is_passive
from healthscore.language.claims.answers import Answer, answer_to
from healthscore.language.claims.arguments import arguments
from healthscore.language.claims.bringers import TAKES
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.concepts import content, head_of
from healthscore.language.claims.holders import holder
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Attribution, Claim, Quantity, Strength, Valence
from healthscore.language.claims.negation import is_negated
from healthscore.language.claims.objects import of_dimension, read_object
from healthscore.language.claims.quantities import Amount, amounts_in, start_of
from healthscore.language.claims.subject import Subject, Subjects
from healthscore.language.cues import Cue
from healthscore.language.sources import attribution_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_NOUNS_IN_LY = frozenset({"belly", "family", "jelly", "anomaly", "supply", "fly", "ally"})
_RANKS = frozenset("only sole single main chief primary leading biggest".split())
_MOST = ("most", "many", "much")
_SOME = frozenset({"most", "many", "some", "few", "several"})
_RANK_REACH = 3  # tokens before "cause" in which one of them stands
_ALONE = frozenset({"alone", "itself", "themselves"})
_SILENT = ("contents", "reference", "code")
_OPPOSITE: dict[Valence, Valence] = {"benefit": "harm", "harm": "benefit", "neutral": "neutral"}


def claims_of(analysis: Analysis) -> tuple[Claim, ...]:
    """The claim ledger of an article, in order of place, with ids ``c1``, ``c2`` ..."""
    subjects = Subjects(analysis)
    attributions = _attributions(analysis)
    drafts: list[partial[Claim]] = []
    for sentence in analysis.sentences:
        if sentence.block.kind in _SILENT or sentence.first == sentence.last:
            continue
        subjects.enter(sentence)
        if _may_claim(analysis, sentence):
            reader = _Reader(
                analysis,
                sentence,
                subjects,
                attributions.get(sentence.index, "none"),
                answer_to(analysis, sentence),
            )
            drafts += _in_order(list(reader.claims()))
    return tuple(draft(id=f"c{number}") for number, draft in enumerate(drafts, 1))


def _may_claim(analysis: Analysis, sentence: Sentence) -> bool:
    cues = analysis.cues_by_category(sentence)
    if "effect" in cues or (
        "onset" in cues and "scope" in cues and _tells_of_takers(analysis, cues["scope"])
    ):
        return True
    if "property" in cues and any("claimed" in cue.attributes for cue in cues["property"]):
        return True
    amounts = amounts_in(analysis, sentence)
    return bool(amounts) and any(amount.quantity.unit != "time" for amount in amounts)


def _tells_of_takers(analysis: Analysis, scopes: Sequence[Cue]) -> bool:
    """True for "patients on X", "people who take X" and "women taking X"."""
    ends = (analysis.norms[cue.last - 1 : cue.last + 2] for cue in scopes if cue.kind == "population")
    return any(not TAKES.isdisjoint(norms) for norms in ends)


def _in_order(drafts: list[partial[Claim]]) -> list[partial[Claim]]:
    """The claims of one sentence in order of place."""
    if len(drafts) > 1:
        drafts.sort(key=lambda draft: [draft.keywords[part] for part in ("start", "end", "object")])
    return drafts


def _attributions(analysis: Analysis) -> dict[int, Attribution]:
    """The best source of each sentence that has one."""
    by_sentence = groupby(sorted(analysis.sources, key=lambda s: s.sentence), key=lambda s: s.sentence)
    return {index: attribution_of(sources) for index, sources in by_sentence}


class _Reader(Struct, frozen=True):
    """Reads one sentence."""

    analysis: Analysis
    sentence: Sentence
    subjects: Subjects
    attribution: Attribution
    answer: Answer | None

    def claims(self) -> Iterator[partial[Claim]]:
        amounts = amounts_in(self.analysis, self.sentence)
        used: set[int] = set()
        for clause in self.analysis.clauses_in(self.sentence):
            within = [amount for amount in amounts if clause.first <= amount.first < clause.last]
            quantity = within[0].quantity if within else None
            for claim in self._of_clause(clause, quantity):
                used.update(amount.first for amount in within)
                yield claim
            for amount in within:
                if amount.first not in used and amount.quantity.unit != "time":
                    yield self._of_amount(clause, amount)

    def _of_clause(self, clause: Clause, quantity: Quantity | None) -> Iterator[partial[Claim]]:
        for effect in effects_of(clause):
            subject, objects = arguments(clause, effect, self.subjects)
            if not subject.key and is_passive(clause, effect.cue) and self._names_topic(objects):
                subject = self.subjects.topic
            for first, end in objects:
                last = self._before_manner(first, end)
                if first == last:
                    continue  # "acts slowly"
                stated, key = read_object(self.analysis, self.sentence, effect, first, last)
                key = of_dimension(key, effect.cue)
                if "harm" in effect.cue.attributes and not self._is_illness(stated, key, (first, last)):
                    continue
                if key or content(self.analysis, first, last):
                    yield self._claim(clause, stated, subject, (first, last), key, quantity)
        for cue in clause.cues:
            if cue.category != "property" or "claimed" not in cue.attributes:
                continue
            if self.analysis.norms[cue.first - 1] != "how":  # "how reliable it is"
                subject = holder(clause, cue, self.subjects)
                stated = Effect(cue, "is", "")
                yield self._claim(
                    clause, stated, subject, (cue.first, cue.last), frozenset({cue.kind}), quantity
                )

    def _before_manner(self, first: int, last: int) -> int:
        """The end of an object without how it is acted on: of "cholesterol slowly"."""
        norms = self.analysis.norms
        while last > first and norms[last - 1].endswith("ly") and norms[last - 1] not in _NOUNS_IN_LY:
            last -= 1
        return last

    def _is_illness(self, effect: Effect, key: frozenset[str], place: tuple[int, int]) -> bool:
        """True for a harm, and for what the article is about where that is nothing to take."""
        of_topic = not self.analysis.topic.acts and not key.isdisjoint(self.analysis.title_names)
        return of_topic or self._valence(effect, place) == "harm"

    def _names_topic(self, objects: Sequence[tuple[int, int]]) -> bool:
        """True where the sentence names the topic beside the objects: "In those who drink tea, the pulse is slowed"."""
        taken = {index for first, last in objects for index in range(first, last)}
        stems, topic = self.analysis.stems, self.subjects.topic.key
        return any(
            stems[i] in topic for i in range(self.sentence.first, self.sentence.last) if i not in taken
        )

    def _claim(
        self,
        clause: Clause,
        effect: Effect,
        subject: Subject,
        place: tuple[int, int],
        key: frozenset[str],
        quantity: Quantity | None,
    ) -> partial[Claim]:
        cue, tokens = effect.cue, self.analysis.tokens
        start = min(
            subject.start if subject.start is not None else cue.start,
            cue.start,
            start_of(self.analysis, place[0]),
        )
        end = max(cue.end, tokens[place[1] - 1].end)
        answer = self.answer
        certainty = answer.certainty if answer else clause.certainty
        denied = answer.denied if answer else None
        if denied is None:
            denied = is_negated(clause, effect.governor or cue, place[0])
        negated = denied != bool(cue.attributes.get("denied"))
        return partial(
            Claim,
            sentence=self.sentence.index,
            start=start,
            end=end,
            subject=subject.text,
            relation=effect.relation,
            object=self.analysis.article.prose[start_of(self.analysis, place[0]) : tokens[place[1] - 1].end],
            negated=negated,
            certainty=certainty,
            strength="none" if effect.relation == "is" else _strength(effect, certainty),
            valence=self._valence(effect, place),
            attribution=self.attribution,
            voice=clause.voice,
            quantity=quantity,
            scope=(
                *(s for s in self._scope(clause, key, place) if self._limits(s, effect, subject, key)),
                *subject.scope,
                *self._degrees(effect, negated, place, subject),
            ),
            subject_key=subject.key,
            subject_head=subject.head,
            object_key=key,
            object_head=_head(self.analysis, key, place, effect),
            in_its_words=negated and effect.relation == "is" and self._denies_itself(cue),
        )

    def _denies_itself(self, prop: Cue) -> bool:
        """True for "harmless" and "not habit-forming", which deny something within the words of the property."""
        inside = self.analysis.cues_in(self.sentence, "negation")
        return bool(prop.attributes.get("denied")) or any(prop.first <= c.first < prop.last for c in inside)

    def _limits(self, limit: str, effect: Effect, subject: Subject, key: frozenset[str]) -> bool:
        """False where an effect is said of whom the title names, of those who take it, or who have what it causes."""
        if effect.relation == "causes" and limit.startswith("people:") and _whose(limit) <= key:
            return False  # "leaves people with cramps"
        of_all = effect.relation != "is" and limit in self.analysis.title_limits
        return not (of_all or _are_takers(limit, subject))

    def _scope(self, clause: Clause, key: frozenset[str], place: tuple[int, int]) -> Sequence[str]:
        """What the clause is limited to; not by what the claim itself is about: "works for women"."""
        if not clause.scope:
            return ()
        if "with-food" in key:
            return [limit for limit in clause.scope if limit != "setting:empty-stomach"]
        if place[1] - place[0] > 1:
            return clause.scope
        cues = self.analysis.cues_by_category(self.sentence).get("scope", ())
        told = {
            f"{c.kind}:{c.attributes['group']}" for c in cues if c.first == place[0] and c.last == place[1]
        }
        return [limit for limit in clause.scope if limit not in told]

    def _degrees(
        self, effect: Effect, negated: bool, place: tuple[int, int], subject: Subject
    ) -> Iterator[str]:
        """The degree to which alone the claim is made: "no major bleeding", "cures completely"."""
        if negated and effect.relation != "is" and self._only_serious(place):
            yield "degree:serious"
        most = self.analysis.norms[place[0]] in _MOST or self.analysis.norms[place[0] - 1] in _MOST
        of_most = subject.text.partition(" ")[0].lower() in _MOST or (most and place[0] < effect.cue.first)
        some = "had" in effect.cue.attributes and not _SOME.isdisjoint(self.analysis.words(self.sentence))
        if negated and (some or of_most or self._leaves_a_part(effect.cue)):
            yield "degree:partial"  # "most people who take X never get", "is not the only cause"
        if effect.cue.attributes.get("complete"):
            yield "degree:complete"

    def _leaves_a_part(self, cue: Cue) -> bool:
        """True for "is not the only cause of" and "does not cause it by itself"."""
        words = self.analysis.words(self.sentence)
        near = self.analysis.norms[max(self.sentence.first, cue.first - _RANK_REACH) : cue.last]
        return not _RANKS.isdisjoint(near) or not _ALONE.isdisjoint(words)

    def _only_serious(self, place: tuple[int, int]) -> bool:
        """True for "no major bleeding", which leaves room for a minor one."""
        cues = self.analysis.cues_by_category(self.sentence).get("severity", ())
        graded = any(place[0] <= c.first < place[1] for c in cues)
        return graded or self.analysis.kinds[place[0]] & Kind.DEGREE != 0

    def _of_amount(self, clause: Clause, amount: Amount) -> partial[Claim]:
        subject = self.subjects.lead
        return partial(
            Claim,
            sentence=self.sentence.index,
            start=start_of(self.analysis, clause.first),
            end=self.analysis.tokens[clause.last - 1].end,
            subject=subject.text,
            relation="has",
            object=self.analysis.article.prose[amount.start : amount.end],
            negated=bool(self.answer and self.answer.denied),
            certainty=self.answer.certainty if self.answer else clause.certainty,
            strength="none",
            valence="neutral",
            attribution=self.attribution,
            voice=clause.voice,
            quantity=amount.quantity,
            scope=clause.scope,
            subject_key=subject.key,
            subject_head=subject.head,
            object_key=frozenset({amount.quantity.unit}),
            object_head=amount.quantity.unit,
        )

    def _valence(self, effect: Effect, place: tuple[int, int]) -> Valence:
        cue, lessened = effect.cue, effect.relation in ("lowers", "prevents")
        fixed = cue.attributes.get("valence")
        if fixed in ("benefit", "harm"):
            own: Valence = "benefit" if fixed == "benefit" else "harm"
            risk = cue.attributes["relation"] == "has" and effect.governor is not None
            return _OPPOSITE[own] if risk and lessened else own
        if "object" in cue.attributes:
            return "neutral"
        if cue.category == "property":
            claimed: Valence = cue.attributes["claimed"]  # type: ignore[assignment]
            return claimed
        if effect.relation == "treats":
            return "benefit"
        if effect.relation == "affects":
            return "neutral"
        good = bad = False
        for other in self.analysis.cues_in(self.sentence, "harm", "benefit"):
            if place[0] <= other.first < place[1]:
                bad, good = bad or other.category == "harm", good or other.category == "benefit"
        of_object: Valence = "harm" if bad else "benefit" if good else "neutral"
        return _OPPOSITE[of_object] if lessened else of_object


def _are_takers(limit: str, subject: Subject) -> bool:
    """True for the limit to "people who take X" of what is said of X: it is said of all who do."""
    return limit.startswith("people:") and bool(subject.key) and subject.key >= _whose(limit)


def _whose(limit: str) -> frozenset[str]:
    """What the people of a limit have or take, as terms."""
    return frozenset(limit.partition(":")[2].split("+"))


def _head(analysis: Analysis, key: frozenset[str], place: tuple[int, int], effect: Effect) -> str:
    if effect.dimension:
        return f"={effect.dimension}"
    if len(key) < 2:
        return next(iter(key), "")
    return head_of(analysis, *place, Kind.RAISED_STATE)


def _strength(effect: Effect, certainty: float) -> Strength:
    if effect.strength == "correlational":
        return "correlational"
    return "conditional" if certainty < 0.7 else "causal"
