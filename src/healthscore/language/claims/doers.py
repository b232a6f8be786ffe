"""What brings an effect about, where it is named: the thing at a token, past who takes it and that it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.acting import has_noun, is_past
from healthscore.language.claims.bringers import named_at
from healthscore.language.claims.clause import Clause
from healthscore.language.claims.concepts import content, head_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.claims.subject import Subject, Subjects

_BROUGHT_BY = frozenset("after with on from under during through by following".split())
_WHO = frozenset("who on taking with using having".split())
_WITH = frozenset({"with", "of", "by"})
_NO_NAME = Kind.GENERIC_NOUN | Kind.PRODUCT_NOUN | Kind.USE_WORD | Kind.USE_NOUN
_STATES = {"raises": "subject:raised", "lowers": "subject:lowered"}
_POINTS = frozenset({"this", "these", "the", "that"})
_LESS = frozenset({"less", "fewer"})
_STEPS_TO_NAME = 3  # "patients who use the gel"
_SEEN_WITHIN = 3  # tokens of "is often seen with"

Phrase = tuple[int, int]
"""A noun phrase as a range of the article's tokens."""


def agent(clause: Clause, subjects: Subjects, phrases: list[Phrase]) -> Subject:
    """The thing that the first of some noun phrases names."""
    return (subjects.named(clause.analysis, *phrases[0]) if phrases else None) or subjects.unknown


def taken_at(clause: Clause, subjects: Subjects, index: int) -> Subject:
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
            found = agent(clause, subjects, phrases)
            if line.norms[first - 1] in _LESS or line.norms[first] in _LESS:
                found = found.ended()  # "when they eat less salt"
            meant = found.key == subjects.topic.key and line.norms[first - 1] not in _POINTS
            named = not found.key.isdisjoint(clause.analysis.stems[first:last])
            return subjects.unknown if meant and not named else found  # "a rise with age"
        index = last + 1
    return subjects.unknown


def cause_at(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What "the cause of X is": a thing, or what somebody does ("drinking too little water")."""
    line = clause.line
    if clause.norm(index) == "not":  # "is not stress but the genes"
        index = next((i + 1 for i in range(index, clause.last) if line.norms[i] == "but"), clause.last)
    does = clause.norm(index).endswith("ing") and line.kinds[index] & Kind.VERB != 0
    index += does
    phrases = line.noun_phrases_after(index)
    if phrases and phrases[0][1] - phrases[0][0] == 1 and is_past(line.norms[phrases[0][0]]):
        return subjects.unknown  # "is largely ignored"
    found = agent(clause, subjects, phrases)
    if found.key or not phrases:
        return found
    first, last = phrases[0]
    if not (does or line.kinds[first - 1] & Kind.DETERMINER):
        return found  # "is still unknown"
    return _named_by(clause, found, first, last)


def _named_by(clause: Clause, found: Subject, first: int, last: int) -> Subject:
    """The subject under all the words of a noun phrase."""
    analysis, tokens = clause.analysis, clause.analysis.tokens
    text = analysis.article.prose[tokens[first].start : tokens[last - 1].end]
    head = head_of(analysis, first, last)
    return found._replace(text=text, key=content(analysis, first, last), start=tokens[first].start, head=head)


def of_any_kind(clause: Clause, found: Subject, phrases: list[Phrase]) -> Subject:
    """A cause that is no name: "a virus", "treatment"."""
    if (
        found.key
        or not phrases
        or not clause.line.kinds[phrases[0][0] - 1] & (Kind.DETERMINER | Kind.PREPOSITION)
    ):
        return found
    return _named_by(clause, found, *phrases[0])


def put_down_to(clause: Clause, cue: Cue, subjects: Subjects) -> Subject:
    """What follows "is due to", "comes from" and "is driven by"; of "driven by a surge in hormones" the hormones."""
    noun = next((c for c in clause.cues if c.category == "effect" and has_noun(cue, c)), None)
    at = cue.last if noun is None else noun.last
    found = taken_at(clause, subjects, at)
    if noun is not None and noun.attributes["relation"] in _STATES:
        found = found._replace(scope=(*found.scope, _STATES[str(noun.attributes["relation"])]))
    if cue.attributes["relation"] != "causes":
        return found
    return of_any_kind(clause, found, clause.line.noun_phrases_after(at))


def brought_after(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What brings about "a rise in the pulse after drinking coffee"."""
    if clause.norm(index) in _BROUGHT_BY:
        return taken_at(clause, subjects, index + 1)
    opens = clause.norm(clause.first) in _BROUGHT_BY  # "With coffee, there is a rise in"
    return taken_at(clause, subjects, clause.first + 1) if opens else subjects.unknown


def seen_with(clause: Clause, subjects: Subjects, index: int) -> Subject:
    """What brings about that of which is said "A fall in Y is seen with X"."""
    near = range(index, min(index + _SEEN_WITHIN, clause.line.last))
    found = next((at for i in near if (at := named_at(clause.line, i)) is not None), None)
    return subjects.unknown if found is None else taken_at(clause, subjects, found)
