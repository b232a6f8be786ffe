"""Who is said to act: the noun phrase to the left of a cue of effect, or what "that", "it" and a gap lead back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from healthscore.language.claims.clause import Clause
from healthscore.language.claims.commands import is_command
from healthscore.language.claims.doers import Phrase, agent
from healthscore.language.claims.grammar import COMMA, HARD
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.subject import ENDED
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.claims.subject import Subject, Subjects

LEADS_TO_NOUN = Kind.DETERMINER | Kind.ADVERB | Kind.DEGREE | Kind.QUANTITY_NOUN
_BETWEEN_PEOPLE = Kind.AUXILIARY | Kind.ADVERB | Kind.RELATIVE  # "patients who were not at risk"
_TAKE = frozenset("take use try eat drink apply".split())
_ENDED_BEFORE = 2  # tokens of "giving up"
_ENOUGH = frozenset(
    "enough able likely sure bound known thought said found shown certain unlikely unable used".split()
)
_ENOUGH_REACH = 3
_LITTLE = frozenset({"fewer", "no", "little", "only"})
_ONES = frozenset({"ones", "others", "former", "latter"})
_NO_NOUN = Kind.CLOSED | Kind.VERB
_BECAUSE = ("because", "due", "owing")


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
        return agent(clause, subjects, clause.line.noun_phrases_after(cue.last))
    if cue.category == "property":
        return _of_property(clause, cue, subjects)
    what = _what_before(clause, cue.first) if cue.kind == "verb" else None
    if what is not None:
        if not _is_predicate(clause, what):
            return subjects.unknown  # "nobody knows what causes it"
        return named_before(clause, replace(cue, first=what), subjects)  # "stress is what causes it"
    if cue.kind == "verb":
        relative = clause.line.relative_before(cue.first)
        if relative is not None:
            return _antecedent(clause, relative, subjects)
        copula = _predicate_before(clause, cue.first)
        if copula is not None:
            return named_before(clause, replace(cue, first=copula), subjects)  # "a glass is enough to lower"
        if clause.line.joined(cue.first):
            if clause.line.has_relative(cue.first):
                return subjects.unknown
            told = _told_to_take(clause, cue.first)
            return subjects.lead if told is None else agent(clause, subjects, told)
    if cue.kind == "noun" and (_in_a_phrase(clause, cue) or _of_those_at_risk(clause, cue, subjects)):
        return subjects.unknown
    return named_before(clause, cue, subjects)


def _what_before(clause: Clause, index: int) -> int | None:
    """The "what" of "what usually causes it" before a verb at ``index``."""
    while index > clause.first and clause.line.kinds[index - 1] & (Kind.ADVERB | Kind.AUXILIARY):
        index -= 1
    return index - 1 if index > clause.first and clause.line.norms[index - 1] == "what" else None


def _predicate_before(clause: Clause, verb: int) -> int | None:
    """The "is" of "is enough to lower", before a verb; not that of "it is best to"."""
    line = clause.line
    if line.norms[verb - 1] != "to" or verb - 2 <= clause.first or line.norms[verb - 2] not in _ENOUGH:
        return None
    near = range(verb - 3, max(clause.first, verb - 3 - _ENOUGH_REACH), -1)
    return next((i for i in near if line.kinds[i] & Kind.COPULA), None)


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
    if line.kinds[first + 1] & Kind.LOWERED_STATE or line.norms[first + 1] in _LITTLE:
        return []  # "eat less salt"
    return line.noun_phrases_after(first + 1)


def named_before(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """The noun phrase before a cue of effect, or what that one hangs on."""
    line, kinds = clause.line, clause.line.kinds
    first, last = line.noun_phrase_before(cue.first)
    if cue.kind == "noun" and _is_predicate(clause, first):  # "pillows are the real cause of acne"
        if clause.norm(first - 2) == "there":
            return subjects.unknown
        if first - 1 > clause.first and kinds[first - 2] & Kind.RELATIVE:
            return _antecedent(clause, first - 2, subjects)
        first, last = line.noun_phrase_before(first)
    first, last = _told_of(clause, first, last)
    relative = _relative_behind(clause, first)
    if relative is not None:
        return _antecedent(clause, relative, subjects)
    first, last = _governing(clause, first, last)
    if _names_nobody(clause, cue, first, last):
        return subjects.unknown
    first = _start(clause, cue, first, last)
    named = subjects.named(clause.analysis, first, last)
    if named and not ENDED.isdisjoint(line.norms[max(clause.first, first - _ENDED_BEFORE) : first]):
        return named.ended()
    return named or _reported(clause, cue.first, subjects)


def _told_of(clause: Clause, first: int, last: int) -> Phrase:
    """The noun phrase that another one only tells more of: "painkillers such as codeine", "ibuprofen taken first"."""
    line, kinds = clause.line, clause.line.kinds
    if tuple(line.norms[first : first + 2]) == ("such", "as"):
        return line.noun_phrase_before(first)
    told = first - 2 > clause.first and kinds[first - 1] & Kind.USED_PARTICIPLE
    return line.noun_phrase_before(first - 1) if told and not kinds[first - 2] & _NO_NOUN else (first, last)


def _relative_behind(clause: Clause, first: int) -> int | None:
    """The "that" of "wounds that are not cleaned cause" and "drugs that lower the pulse make", before a noun phrase."""
    line = clause.line
    relative = line.relative_before(first)
    if relative is not None and relative < first - 1:
        return relative
    led = line.relative_before(first - 1) if first - 1 in line.verbs else None
    return led if led is not None and led > clause.first else None


def _names_nobody(clause: Clause, cue: Cue, first: int, last: int) -> bool:
    """True for "whose", "long ones", "away from the cause of", and "turn the mattress to stop it from"."""
    line = clause.line
    if first > clause.first and line.norms[first - 1] == "whose":
        return True
    if cue.kind == "noun" and _is_pointed_at(clause, cue):
        return True
    if first < last and line.norms[last - 1] in _ONES:
        return True
    finite = line.norms[cue.first].endswith(("s", "ed"))
    told = first <= clause.first < last and is_command(clause.analysis, clause.first, clause.last)
    return told and not finite


def _start(clause: Clause, cue: Cue, first: int, last: int) -> int:
    """Where the name begins: after "and" where "bacteria have nothing to do with it", with "raising" before "the head"."""
    line, kinds = clause.line, clause.line.kinds
    first = max(first, clause.first)
    if "denied" in cue.attributes:
        joined = (i for i in range(last - 1, first, -1) if kinds[i - 1] & Kind.COORDINATOR)
        first = next(joined, first)
    does = clause.doing is not None and first == clause.first + 1 and line.norms[clause.first] not in ENDED
    if does and not kinds[clause.first] & Kind.USE_WORD:
        return clause.first
    of_end = first < last - 1 and kinds[first] & Kind.PREPOSITION and line.norms[first - 1] in ENDED
    return first + bool(of_end)  # "giving up cigarettes"


def _is_pointed_at(clause: Clause, cue: Cue) -> bool:
    """True for "away from the real cause of", which says not what that is."""
    first, _ = clause.line.noun_phrase_before(cue.first)
    return first > clause.first and clause.norm(first - 1) in ("from", "about", "into", "for")


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
    if (
        first < last < cue.first
        and clause.norm(last) in ("in", "of")
        and "," not in clause.analysis.gap(last)
    ):
        part = clause.line.opening(last + 1, cue.first)
        last = (
            part[1] if part[0] == last + 1 or kinds[last + 1] & Kind.DETERMINER else last
        )  # "gout in the knee"
    alone = last - first == 1
    if alone and kinds[first] & Kind.SPEAKER:  # "You can buy it without ..."
        buy = next((i for i in range(last, cue.first) if kinds[i] & Kind.USE_WORD), cue.first)
        return subjects.named(clause.analysis, buy + 1, cue.first) or subjects.lead
    leads = last <= cue.first and not (alone and kinds[first] & Kind.PRONOUN)
    return (subjects.named(clause.analysis, first, last) if leads else None) or subjects.lead


def bearer(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """Whose "cholesterol-lowering effect" it is: the noun after it, and the lead where that only classifies."""
    first, _ = clause.line.noun_phrase_before(cue.first)
    lead = subjects.lead
    if lead.start is not None and lead.start >= clause.analysis.tokens[first].start:
        return subjects.unknown
    after = clause.line.noun_phrases_after(cue.last)
    named = subjects.named(clause.analysis, *after[0]) if after else None
    return named if named is not None and named.key != subjects.topic.key else lead


def _is_predicate(clause: Clause, first: int) -> bool:
    """True for a noun phrase after "is" or "are"."""
    return first > clause.first and clause.line.kinds[first - 1] & Kind.COPULA != 0


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
    while index >= clause.first and line.kinds[index] & LEADS_TO_NOUN:
        index -= 1
    return index >= clause.first and line.norms[index] in ("of", "to") and clause.norm(index - 1) in _BECAUSE


def _antecedent(clause: Clause, relative: int, subjects: Subjects) -> Subject:
    """Whom "that" or "which" means: the noun before it, or in "X is a root that" the X; not in "it is stress that"."""
    line = clause.line
    first, last = line.noun_phrase_before(relative)
    if first > line.first and line.kinds[first - 1] & Kind.COPULA and not _is_cleft(clause, first):
        return subjects.lead
    while first < last and (line.kinds[first] & Kind.ADVERB or line.norms[first] == "not"):
        first += 1  # "it is not stress that"
    return subjects.named(clause.analysis, first, last) or subjects.unknown


def _is_cleft(clause: Clause, first: int) -> bool:
    """True for "it is stress that" and "it is the cold that", which say what does it; not for "it is a root that"."""
    line = clause.line
    at = next(i for i in range(first - 1, line.first - 1, -1) if not line.kinds[i] & Kind.ADVERB)
    while at > line.first and line.kinds[at - 1] & (Kind.AUXILIARY | Kind.ADVERB | Kind.COPULA):
        at -= 1
    return at > line.first and line.norms[at - 1] == "it" and line.norms[first] not in ("a", "an", "one")


def _reported(clause: Clause, at: int, subjects: Subjects) -> Subject:
    """The noun that opens a clause after "showed that", else the one that leads the sentence."""
    line = clause.line
    that = next((i for i in range(at - 1, clause.first, -1) if line.norms[i] == "that"), None)
    if that is None:
        return subjects.singular if "it" in line.norms[clause.first : at] else subjects.lead
    first, last = line.opening(that + 1, at)
    if any(kind & Kind.VERB for kind in line.kinds[last:at]):
        return subjects.unknown
    return subjects.named(clause.analysis, first, last) or subjects.lead
