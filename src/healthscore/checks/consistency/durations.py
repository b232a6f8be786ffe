"""How long one thing takes, lasts or is used, said twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from healthscore.checks.consistency.measured import excluded
from healthscore.checks.consistency.pairs import statements_with
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content, head_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.model import Quantity
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue

_REACH = 5  # tokens between "lasts" and the time
_MOST = 6  # times of one kind that are held against each other
_NO_THING = Kind.GENERIC_NOUN | Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.USE_WORD | Kind.USE_NOUN | Kind.VERB
_NO_THING |= Kind.PRODUCT_NOUN
_BOUND = Kind.RELATIVE | Kind.BOUNDING
_NO_NAME = Kind.CLOSED | Kind.VERB | Kind.ADVERB
_LONGEST_NAME = 3
_OF_THE_ILLNESS = ("contagious-for", "first-signs")
_BOUNDS = ("at most", "below", "above")


class _Time(NamedTuple):
    statement: Statement
    quantity: Quantity


def lasting_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of times that one thing takes to work, lasts or is taken for, and that exclude each other."""
    by_kind: defaultdict[str, list[_Time]] = defaultdict(list)
    for kind, time in _times(analysis):
        for other in by_kind[kind][:_MOST]:
            apart = time.statement.sentence.index - other.statement.sentence.index > 1
            if apart and excluded(other.quantity, time.quantity):
                yield weigh(
                    "consistency/quantity-conflict",
                    other.statement,
                    time.statement,
                    1.0,
                    _message,
                    "Give one figure, with whom and what it holds for, and its source.",
                )
        by_kind[kind].append(time)


def _times(analysis: Analysis) -> Iterator[tuple[str, _Time]]:
    for sentence in statements_with(analysis, "duration"):
        cues = analysis.cues_by_category(sentence)["duration"]
        amounts = [a for a in amounts_in(analysis, sentence) if a.quantity.unit == "time"]
        if len(amounts) != 1:
            continue
        quantity = amounts[0].quantity
        if "negation" in analysis.cues_by_category(sentence):
            if "until" in analysis.words(sentence):
                quantity = replace(quantity, comparator="at least")  # "do not appear until 40 days"
            elif quantity.comparator in _BOUNDS:
                quantity = replace(quantity, comparator="at most")  # "must not be taken for more than a week"
            else:
                continue
        near = [c for c in cues if max(amounts[0].first - c.last, c.first - amounts[0].last) <= _REACH]
        if near and not _is_bound(analysis, sentence, near[0]):
            yield near[0].kind, _Time(_statement(analysis, sentence, near[0], amounts[0]), quantity)


def _is_bound(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True for "pain that lasts", "when it lasts"; not for "after an incubation period of"."""
    before = range(sentence.first, cue.first)
    names = analysis.tokens[cue.first].norm == "incubation"
    return not names and any(analysis.kinds[i] & _BOUND for i in before)


def _statement(analysis: Analysis, sentence: Sentence, cue: Cue, amount: Amount) -> Statement:
    named = not analysis.kinds[sentence.first] & Kind.PRONOUN
    last = min(cue.first, amount.first) if named else sentence.first
    key = content(analysis, sentence.first, last, _NO_THING) or analysis.topic.key
    if cue.kind in _OF_THE_ILLNESS:  # whoever is said to have it
        key = analysis.topic.key
        last = sentence.first
    head = head_of(analysis, sentence.first, last, _NO_THING) or min(key, default="")
    limits = limits_of(analysis, sentence) | forms_of(analysis, sentence)
    said = analysis.quote(amount.start, amount.end)
    name = _name(analysis, sentence.first, last) or " ".join(sorted(key))
    return Statement(sentence, said, key, frozenset({cue.kind}), head, cue.kind, limits, name=name)


def _name(analysis: Analysis, first: int, last: int) -> str:
    """The thing in few words."""
    words = [i for i in range(first, last) if not analysis.kinds[i] & _NO_NAME][:_LONGEST_NAME]
    return " ".join(analysis.tokens[i].norm for i in words)


def _message(first: Statement, second: Statement) -> str:
    (kind,) = first.matter
    return f"{_SAID[kind]} {first.name or second.name}: {first.said} here, {second.said} there."


_SAID = {
    "onset": "Time to effect of",
    "lasts": "Duration of",
    "course": "Course of",
    "first-signs": "Time to the first signs of",
    "contagious-for": "Contagious time of",
    "keeps": "Shelf life of",
    "stays-in-body": "Time in the body of",
}
