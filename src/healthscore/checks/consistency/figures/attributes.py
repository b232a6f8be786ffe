"""How large a named rate or a size is, and how many people have a thing, said twice: "mortality is below 1%"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import Asked, Figure, answered_twice, at_odds, figure
from healthscore.checks.consistency.figures.named import Extent, extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.quantities import (
    amounts_in,
    counts_things,
    is_year,
    number,
    numerals_in,
    values_of,
)
from healthscore.language.claims.rates import rates_in
from healthscore.language.claims.times import ENDLESS
from healthscore.language.cues import Cue

_SAID = {
    "deaths": "Deaths from",
    "deaths a year": "Deaths a year from",
    "new cases": "New cases of",
    "new cases a year": "New cases a year of",
    "people with": "How many people have",
    "people with a year": "How many people a year have",
}
_MANY = 1_000
_BEFORE = 4  # tokens in which "more than" stands
_PAST = frozenset("was were had fell rose dropped increased trial study studies group participants".split())
_AT_LEAST = frozenset({"more", "over", "least", "above", "exceeds", "beyond", "passed"})
_AT_MOST = frozenset({"fewer", "less", "under", "below", "most"})
_NOT = frozenset({"no", "not", "never"})
_PEOPLE = frozenset(
    "people patients adults men women children babies americans persons individuals cases deaths britons".split()
)
_YEARLY = frozenset({"year", "annually", "yearly", "annual"})
_WORLD = frozenset({"worldwide", "world", "globally", "globe", "global"})
_SUGGESTION = "Give one figure, with whom, where and when it holds, and its source."

_Interval = tuple[float, float]


def valued_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of values of one rate or size of a thing, or of how many have it, that exclude each other."""
    found = answered_twice(_asked(analysis))
    for question in dict.fromkeys(one.question for one in found):
        asked = [one for one in found if one.question == question]
        yield from at_odds(asked, _SAID.get(question, f"{question.capitalize()} of"), _SUGGESTION)


def _asked(analysis: Analysis) -> Iterator[Asked]:
    for sentence in statements_at(analysis, analysis.numerals):
        cues = analysis.cues_by_category(sentence).get("attribute", ())
        if not cues:
            continue
        for place, measured, interval in _values(analysis, sentence):
            around = extent(analysis, sentence, *place)
            of = [
                c
                for c in cues
                if c.attributes["measured"] == measured and around.first <= c.first < around.last
            ]
            if of and _PAST.isdisjoint(analysis.norms[around.first : around.last]):
                cue = min(of, key=lambda c: max(place[0] - c.last, c.first - place[1]))
                yield _ask(analysis, sentence, around, place, cue, interval)


def _values(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[tuple[int, int], str, _Interval]]:
    """Each figure of a sentence: its tokens, what it may measure, and the values that it allows."""
    rates = rates_in(analysis, sentence)
    for rate in rates if len(rates) == 1 else ():
        yield (
            (rate.first, rate.last),
            "rate",
            _bounded(analysis, sentence, rate.first, (rate.share, rate.share)),
        )
    amounts = [a for a in amounts_in(analysis, sentence) if a.quantity.unit in ("length", "mass")]
    for amount in amounts if len(amounts) == 1 else ():
        quantity = amount.quantity
        bounds = _bounded(analysis, sentence, amount.first, (quantity.low, quantity.high))
        yield (amount.first, amount.last), quantity.unit, bounds
    people = list(_counts_of_people(analysis, sentence))
    for first, last, count in people if len(people) == 1 else ():
        yield (first, last), "people", _bounded(analysis, sentence, first, (count, count))


def _counts_of_people(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[int, int, float]]:
    """The tokens and the value of "2.7 million people" and "30,000 deaths"."""
    norms, large = analysis.norms, values_of("large-number")
    for index in numerals_in(analysis, sentence):
        if not counts_things(analysis.tokens[index]):
            continue
        count, last = number(analysis.tokens[index]), index + 1
        while last < sentence.last and norms[last] in large:
            count, last = count * large[norms[last]], last + 1
        after = norms[last : min(sentence.last, last + 2)]
        if count >= _MANY and (not _PEOPLE.isdisjoint(after) or "people" in norms[index - 1 : index]):
            yield index, last, count


def _ask(
    analysis: Analysis,
    sentence: Sentence,
    around: Extent,
    place: tuple[int, int],
    cue: Cue,
    interval: _Interval,
) -> Asked:
    yearly = not _YEARLY.isdisjoint(analysis.norms[around.first : around.last])
    question = f"{cue.kind} a year" if yearly else cue.kind
    return Asked(question, partial(_figure, analysis, sentence, question, place, cue, interval))


def _figure(
    analysis: Analysis,
    sentence: Sentence,
    question: str,
    place: tuple[int, int],
    cue: Cue,
    interval: _Interval,
) -> Figure:
    before = range(max(sentence.first, place[0] - _BEFORE), place[0])
    bounding = {i for i in before if analysis.norms[i] in _AT_LEAST | _AT_MOST}
    read = figure(analysis, sentence, question, place, interval, {*range(cue.first, cue.last), *bounding})
    words = analysis.words(sentence)
    limits = {f"when:{norm}" for norm in words if is_year(norm)}
    if not _WORLD.isdisjoint(words):
        limits.add("place:world")
    # "mortality is high": of what the article is about
    terms = read.terms or analysis.topic.key or frozenset({cue.kind})
    possible = read.possible and interval[0] > 0.0  # "less than 1%" is no rare case
    return replace(read, terms=terms, limits=read.limits | limits, possible=possible)


def _bounded(analysis: Analysis, sentence: Sentence, first: int, interval: _Interval) -> _Interval:
    """The values that "more than", "no more than" and the like before a figure leave."""
    before = analysis.norms[max(sentence.first, first - _BEFORE) : first]
    over, under = not _AT_LEAST.isdisjoint(before), not _AT_MOST.isdisjoint(before)
    if over or under:
        denied = not _NOT.isdisjoint(before)
        return (interval[0], ENDLESS) if over != denied else (0.0, interval[1])
    return (0.0, interval[1]) if before[-2:] == ["up", "to"] else interval
