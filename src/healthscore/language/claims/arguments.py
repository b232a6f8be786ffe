"""Who does what to what: the subject and the objects of a cue, from the noun phrases around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.acting import (
    Effect,
    copula_after,
    is_compounded,
    is_passive,
    takers_before,
)
from healthscore.language.claims.bringers import brought, named_at
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.comparatives import making_at
from healthscore.language.claims.concepts import content
from healthscore.language.claims.grammar import COMMA, HARD
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.claims.subject import Subject, Subjects

_LEADS_TO_NOUN = Kind.DETERMINER | Kind.ADVERB | Kind.DEGREE | Kind.QUANTITY_NOUN
_BETWEEN_PEOPLE = Kind.AUXILIARY | Kind.ADVERB | Kind.RELATIVE  # "patients who were not at risk"
_BROUGHT_BY = frozenset("after with on from under during through by following".split())
_WHO = frozenset("who on taking with using having".split())
_WITH = frozenset({"with", "of", "by"})
_NO_NAME = Kind.GENERIC_NOUN | Kind.PRODUCT_NOUN | Kind.USE_WORD | Kind.USE_NOUN
_POINTS = frozenset({"this", "these", "the", "that"})
_TAKE = frozenset("take use try eat drink apply".split())
_HAVE = frozenset("have has had get gets got show showed".split())
_STEPS_TO_NAME = 3  # "patients who use the gel"
_SEEN_WITHIN = 3  # tokens of "is often seen with"
_THERE_REACH = 3  # tokens of "there is a" before a noun of effect
_BECAUSE = ("because", "due", "owing")

Phrase = tuple[int, int]
"""A noun phrase as a range of the article's tokens."""


def arguments(clause: Clause, effect: Effect, subjects: Subjects) -> tuple[Subject, list[Phrase]]:
    """The subject of an effect, and its objects."""
    cue, line = effect.cue, clause.line
    if "object" in cue.attributes:
        return holder(clause, cue, subjects), [(cue.first, cue.last)]
    if cue.kind == "between":
        between = line.noun_phrases_after(cue.last)
        return _agent(clause, subjects, between[:1]), between[1:]
    making = making_at(clause.analysis, cue, clause.first)
    if making is not None:
        return _of_making(clause, cue, making, subjects)
    after = line.noun_phrases_after(cue.last)
    if "doing" in cue.attributes:
        doing = [(cue.last, cue.last + 1)]
        by_that = line.norms[clause.first] in _POINTS and clause.lead[1] - clause.lead[0] == 1
        return (subjects.unknown if by_that else holder(clause, cue._replace(kind="verb"), subjects)), doing
    change = None if after and cue.kind == "verb" else _change(clause, cue, subjects)
    if change is not None:
        return change
    taken = takers_before(clause, cue) if _befalls(clause, cue) else None
    if taken is not None:
        return _taken(clause, subjects, taken), after
    if is_compounded(clause, cue):
        return _bearer(clause, cue, subjects), _whole(line.noun_phrase_before(cue.first))
    if "implied" in cue.attributes:
        return _named_before(clause, cue, subjects), [(cue.first, cue.last)]
    if "denied" in cue.attributes and not after and _is_pronoun(clause, cue.last):
        return _named_before(clause, cue, subjects), [(cue.last, cue.last + 1)]  # "plays no part in it"
    if cue.attributes.get("inverse"):
        return _taken(clause, subjects, cue.last), _whole(line.noun_phrase_before(cue.first))
    if is_passive(clause, cue):
        by = clause.norm(cue.last) in ("by", "with")
        agent = line.noun_phrases_after(cue.last + 1) if by else []
        return _agent(clause, subjects, agent), _whole(line.noun_phrase_before(cue.first))
    if cue.kind == "noun" and after and "subject" not in cue.attributes and _is_there(clause, cue):
        return _after(clause, subjects, after[-1][1]), after
    names_cause = cue.kind == "noun" or _is_what(clause, cue)
    if names_cause and cue.attributes["relation"] == "causes" and after:
        copula = copula_after(clause, after[-1][1])
        if copula is not None:
            return _cause(clause, subjects, copula + 1), after
    if cue.kind == "noun" and after and effect.governor is None and _opens(clause, cue):
        copula = copula_after(clause, after[-1][1])
        if copula is not None:
            return _seen_with(clause, subjects, copula + 1), after
    return holder(clause, effect.governor or cue, subjects), after


def _of_making(clause: Clause, cue: Cue, making: int, subjects: Subjects) -> tuple[Subject, list[Phrase]]:
    """Those of "makes the blood thicker", where the verb is at ``making``."""
    verb = cue._replace(first=making, last=making + 1, kind="verb")
    made = [(a, min(b, cue.first)) for a, b in clause.line.noun_phrases_after(making + 1) if a < cue.first]
    return holder(clause, verb, subjects), made or [(making + 1, cue.first)]


def _befalls(clause: Clause, cue: Cue) -> bool:
    """True for what people are said to get or have: "develop", "are more likely to get", "have lower"."""
    return (
        "had" in cue.attributes
        or cue.attributes.get("strength") == "correlational"
        or (cue.kind == "verb" and clause.line.norms[cue.first - 1] in _HAVE)
    )


def _change(clause: Clause, cue: Cue, subjects: Subjects) -> tuple[Subject, list[Phrase]] | None:
    """Those of "symptoms get worse with exercise" and "when you take X, the pulse falls"."""
    if cue.kind not in ("comparative", "change", "verb") or is_passive(clause, cue):
        return None
    found = brought(clause, cue)
    if found is None:
        return None
    verb, taken = found
    return _taken(clause, subjects, taken), _whole(clause.line.noun_phrase_before(verb))


def holder(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """The subject to the left of a cue, else the one that leads the sentence."""
    found = _holder(clause, cue, subjects)
    return found.some() if found.start is not None and _is_restricted(clause, found.start) else found


def _is_restricted(clause: Clause, start: int) -> bool:
    """True where the subject that leads is told from others of its kind: "antihistamines that make you sleepy"."""
    analysis = clause.analysis
    first, last = clause.lead
    if not first < last < clause.last or analysis.tokens[first].start != start:
        return False
    return clause.line.kinds[last] & Kind.RELATIVE != 0 and analysis.gap(last).isspace()


def _holder(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    stands_for = cue.attributes.get("subject")
    if stands_for == "topic" and not _had_by_its_lead(clause, cue, subjects):
        return subjects.unknown if _between_groups(clause, cue, subjects) else subjects.topic
    if stands_for == "object":
        return _agent(clause, subjects, clause.line.noun_phrases_after(cue.last))
    if cue.category == "property":
        return _of_property(clause, cue, subjects)
    if cue.kind == "verb" and cue.first > clause.first and clause.line.norms[cue.first - 1] == "what":
        return subjects.unknown  # "nobody knows what causes it"
    if cue.kind == "verb":
        relative = clause.line.relative_before(cue.first)
        if relative is not None:
            return _antecedent(clause, relative, subjects)
        if clause.line.joined(cue.first):
            if clause.line.has_relative(cue.first):
                return subjects.unknown
            told = _told_to_take(clause, cue.first)
            return subjects.lead if told is None else _agent(clause, subjects, told)
    if cue.kind == "noun" and (_in_a_phrase(clause, cue) or _of_those_at_risk(clause, cue, subjects)):
        return subjects.unknown
    return _named_before(clause, cue, subjects)


def _is_what(clause: Clause, cue: Cue) -> bool:
    """True for "What causes gout is uric acid"."""
    return cue.first == clause.first + 1 and clause.line.norms[clause.first] == "what"


def _told_to_take(clause: Clause, aim: int) -> list[Phrase] | None:
    """What is to be taken in "Take X to lower Y" and "To lower Y, take X", where the verb of the aim is at ``aim``."""
    line, first = clause.line, clause.first
    if line.norms[aim - 1] != "to":
        return None
    if aim - 1 == first:  # the aim comes first
        comma = next((i for i, sign in line.signs.items() if sign & COMMA and i > aim), None)
        first = clause.last if comma is None else comma
    if first >= line.last - 1 or line.norms[first] not in _TAKE:
        return None
    return line.noun_phrases_after(first + 1)


def _named_before(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """The noun phrase before a cue of effect, or what that one hangs on."""
    line, kinds = clause.line, clause.line.kinds
    first, last = line.noun_phrase_before(cue.first)
    if cue.kind == "noun" and _is_predicate(clause, first):  # "pillows are the real cause of acne"
        if clause.norm(first - 2) == "there":
            return subjects.unknown
        if first - 1 > clause.first and kinds[first - 2] & Kind.RELATIVE:
            return _antecedent(clause, first - 2, subjects)
        first, last = line.noun_phrase_before(first)
    relative = line.relative_before(first)
    if relative is not None and relative < first - 1:  # "wounds that are not cleaned cause"
        return _antecedent(clause, relative, subjects)
    first, last = _governing(clause, first, last)
    if first > clause.first and line.norms[first - 1] == "whose":
        return subjects.unknown
    named = subjects.named(clause.analysis, max(first, clause.first), last)
    return named or _reported(clause, cue.first, subjects)


def _of_property(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """What is said to have a property: what is taken, or the noun that leads the clause."""
    if cue.first < clause.after_report():  # "it has been proven that fish oil ..."
        return subjects.unknown
    kinds = clause.line.kinds
    if kinds[clause.first] & Kind.RELATIVE and clause.first > clause.line.first:
        return _antecedent(clause, clause.first, subjects)
    if kinds[clause.first] & Kind.USE_WORD:  # "Take the tablets with food"
        return subjects.named(clause.analysis, clause.first + 1, cue.first) or subjects.lead
    led_from = subjects.lead.start
    if led_from is not None and cue.start <= led_from < cue.end:  # "No side effects, and easy to swallow"
        return subjects.topic
    first, last = clause.reported_lead
    alone = last - first == 1
    if alone and kinds[first] & Kind.SPEAKER:  # "You can buy it without ..."
        buy = next((i for i in range(last, cue.first) if kinds[i] & Kind.USE_WORD), cue.first)
        return subjects.named(clause.analysis, buy + 1, cue.first) or subjects.lead
    leads = last <= cue.first and not (alone and kinds[first] & Kind.PRONOUN)
    return (subjects.named(clause.analysis, first, last) if leads else None) or subjects.lead


def _bearer(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """Whose "cholesterol-lowering effect" it is: the noun after it, and the lead where that only classifies."""
    first, _ = clause.line.noun_phrase_before(cue.first)
    lead = subjects.lead
    if lead.start is not None and lead.start >= clause.analysis.tokens[first].start:
        return subjects.unknown
    after = clause.line.noun_phrases_after(cue.last)
    named = subjects.named(clause.analysis, *after[0]) if after else None
    return named if named is not None and named.key != subjects.topic.key else lead


def _is_predicate(clause: Clause, first: int) -> bool:
    """True for a noun phrase with an article after "is" or "are"."""
    kinds = clause.line.kinds
    after_is = first > clause.first and kinds[first - 1] & Kind.COPULA
    return bool(after_is) and kinds[first] & Kind.DETERMINER != 0


def _governing(clause: Clause, first: int, last: int) -> Phrase:
    """The noun that a phrase after a preposition hangs on: of "blood flow through the heart" the blood flow."""
    line = clause.line
    while first > clause.first and line.kinds[first - 1] & Kind.PREPOSITION:
        before = line.noun_phrase_before(first - 1)
        if before[0] >= before[1] or line.signs.get(first - 1, 0) & (COMMA | HARD):
            break
        first, last = before
    return first, last


def _had_by_its_lead(clause: Clause, cue: Cue, subjects: Subjects) -> bool:
    """True for the side effects of "tablets can have side effects such as", where the tablets are not the topic."""
    if cue.category != "effect":
        return False
    line, index = clause.line, cue.first - 1
    while index >= clause.first and line.kinds[index] & (Kind.QUANTITY_NOUN | Kind.DEGREE):
        index -= 1
    had = index >= clause.first and line.norms[index] in ("have", "has", "had")
    return had and subjects.topic.key.isdisjoint(clause.analysis.stems[clause.first : index])


def _between_groups(clause: Clause, cue: Cue, subjects: Subjects) -> bool:
    """True for "no difference in pain between the groups", unless what they took is named here or right before."""
    if cue.attributes.get("relation") != "affects":
        return False
    analysis, sentence = clause.analysis, clause.sentence
    before = analysis.sentences[max(0, sentence.index - 1)]
    return subjects.topic.key.isdisjoint(analysis.stems[before.first : sentence.last])


def _of_those_at_risk(clause: Clause, cue: Cue, subjects: Subjects) -> bool:
    """True for "patients at low risk of": what brings it is not said, unless they take what is spoken of."""
    line = clause.line
    before = range(max(clause.first, cue.first - 2), cue.first)
    people = next((i for i in before if line.norms[i] == "at"), clause.first) - 1
    while people > clause.first and line.kinds[people] & _BETWEEN_PEOPLE:
        people -= 1
    led = people >= clause.first and line.kinds[people] & Kind.PERSON_NOUN != 0
    return led and subjects.topic.key.isdisjoint(clause.analysis.stems[clause.first : cue.first])


def _in_a_phrase(clause: Clause, cue: Cue) -> bool:
    """True for the rise in "because of a possible rise in": whoever brings it about is not said."""
    line, index = clause.line, cue.first - 1
    while index >= clause.first and line.kinds[index] & _LEADS_TO_NOUN:
        index -= 1
    return index >= clause.first and line.norms[index] in ("of", "to") and clause.norm(index - 1) in _BECAUSE


def _antecedent(clause: Clause, relative: int, subjects: Subjects) -> Subject:
    """Whom "that" or "which" means: the noun before it, or in "X is a root that" the X."""
    line = clause.line
    first, last = line.noun_phrase_before(relative)
    if first > line.first and line.kinds[first - 1] & Kind.COPULA:
        return subjects.lead
    return subjects.named(clause.analysis, first, last) or subjects.unknown


def _reported(clause: Clause, at: int, subjects: Subjects) -> Subject:
    """The noun that opens a clause after "showed that", else the one that leads the sentence."""
    line = clause.line
    that = next((i for i in range(at - 1, clause.first, -1) if line.norms[i] == "that"), None)
    if that is None:
        return subjects.lead
    first, last = line.opening(that + 1, at)
    if any(kind & Kind.VERB for kind in line.kinds[last:at]):
        return subjects.unknown
    return subjects.named(clause.analysis, first, last) or subjects.lead


def _agent(clause: Clause, subjects: Subjects, phrases: list[Phrase]) -> Subject:
    return (subjects.named(clause.analysis, *phrases[0]) if phrases else None) or subjects.unknown


def _is_pronoun(clause: Clause, index: int) -> bool:
    return clause.norm(index) in ("it", "this", "them") and clause.line.kinds[index] & Kind.PRONOUN != 0


def _opens(clause: Clause, cue: Cue) -> bool:
    """True where nothing but "a marked" stands before a noun of effect in its clause."""
    return all(kind & _LEADS_TO_NOUN for kind in clause.line.kinds[clause.first : cue.first])


def _seen_with(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What brings about that of which is said "A fall in Y is seen with X"."""
    near = range(index, min(index + _SEEN_WITHIN, clause.line.last))
    found = next((at for i in near if (at := named_at(clause.line, i)) is not None), None)
    return subjects.unknown if found is None else _taken(clause, subjects, found)


def _is_there(clause: Clause, cue: Cue) -> bool:
    """True for the rise in "there is a rise in": what brings it about can only follow."""
    first, _ = clause.line.noun_phrase_before(cue.first)
    return "there" in clause.line.norms[max(clause.first, first - _THERE_REACH) : cue.first]


def _after(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What brings about "a rise in the pulse after drinking coffee"."""
    if clause.norm(index) in _BROUGHT_BY:
        return _taken(clause, subjects, index + 1)
    opens = clause.norm(clause.first) in _BROUGHT_BY  # "With coffee, there is a rise in"
    return _taken(clause, subjects, clause.first + 1) if opens else subjects.unknown


def _taken(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """The thing named at a token, past who takes it and that it is taken: "people who use X", "treatment with X"."""
    line, kinds = clause.line, clause.line.kinds
    for _ in range(_STEPS_TO_NAME):
        while index < line.last and kinds[index] & (Kind.USE_WORD | Kind.AUXILIARY):
            index += 1
        phrases = line.noun_phrases_after(index)
        if not phrases:
            return subjects.unknown
        first, last = phrases[0]
        follows = line.norms[last] if last < line.last else ""
        people = kinds[last - 1] & Kind.PERSON_NOUN and follows in _WHO
        names_nothing = not content(clause.analysis, first, last, _NO_NAME) and follows in _WITH
        if not (people or names_nothing):
            found = _agent(clause, subjects, phrases)
            meant = found.key == subjects.topic.key and line.norms[first - 1] not in _POINTS
            named = not found.key.isdisjoint(clause.analysis.stems[first:last])
            return subjects.unknown if meant and not named else found  # "a rise with age"
        index = last + 1
    return subjects.unknown


def _cause(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What "the cause of X is": a thing, or what somebody does ("drinking too little water")."""
    line = clause.line
    does = clause.norm(index).endswith("ing") and line.kinds[index] & Kind.VERB != 0
    index += does
    phrases = line.noun_phrases_after(index)
    found = _agent(clause, subjects, phrases)
    if found.key or not phrases:
        return found
    first, last = phrases[0]
    if not (does or line.kinds[first - 1] & Kind.DETERMINER):
        return found  # "is still unknown"
    key = content(clause.analysis, first, last)
    tokens = clause.analysis.tokens
    text = clause.analysis.article.prose[tokens[first].start : tokens[last - 1].end]
    return found._replace(text=text, key=key, start=tokens[first].start, head=min(key, default=""))


def _whole(phrase: Phrase) -> list[Phrase]:
    return [phrase] if phrase[0] < phrase[1] else []
