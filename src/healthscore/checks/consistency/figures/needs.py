"""How much sleep, water or exercise somebody needs, and how much an organ holds, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from healthscore.checks.consistency.ages import USUAL_AGES, ages_of
from healthscore.checks.consistency.figures.figured import (
    Asked,
    Figure,
    answered_twice,
    at_odds,
    figure,
    led_in,
    limits_of_title,
    times_of,
)
from healthscore.checks.consistency.figures.named import extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import kinds_of
from healthscore.language.claims.times import ENDLESS
from healthscore.language.lexicon import words

_THINGS = {"sleep": ("time",), "exercise": ("time",), "drink": ("volume", "count")}
_CAPACITY = "capacity"
_BEFORE, _AFTER = 6, 12  # tokens in which it is said that an amount is needed
_SAID_AFTER = 3  # tokens between "is" and "enough"
_APART = (1.25, 1.25)  # eight hours are not six
_HOURS = frozenset({"hour", "hours", "minute", "minutes"})
_PER = {"night": "day", "day": "day", "daily": "day", "nightly": "day", "week": "week", "weekly": "week"}
_GLASSES = frozenset({"glass", "glasses", "cup", "cups"})
_UNITS = {"volume": 1.0, "count": 200.0}
"""Millilitres: a glass or cup holds about 200."""
_STATES = frozenset({"normal", "healthy", "empty", "grown", "comfortably", "easily"})
_SUGGESTION = "Give one figure, with whom it holds for, and its source."


def needed_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of amounts that somebody needs of one thing, or that one organ holds, and that exclude each other."""
    found = answered_twice(_asked(analysis))
    needs = [one for one in found if one.question != _CAPACITY]
    yield from at_odds(needs, "How much is needed, of", _SUGGESTION, apart=_APART)
    holds = [one for one in found if one.question == _CAPACITY]
    yield from at_odds(holds, "Capacity of", _SUGGESTION)


def _asked(analysis: Analysis) -> Iterator[Asked]:
    places = [cue.first for cue in analysis.cues_of("unit") if cue.kind in ("time", "volume", "count")]
    for sentence in statements_at(analysis, places):
        said = frozenset(analysis.words(sentence))
        for thing, units in _THINGS.items():
            if not said.isdisjoint(words("need", thing)):
                for first, last, low, high in _measured(analysis, sentence, units):
                    yield from _needed(analysis, sentence, thing, (first, last), (low, high))
        if not said.isdisjoint(words("need", "holds")):
            yield from _held(analysis, sentence)


def _measured(
    analysis: Analysis, sentence: Sentence, units: tuple[str, ...]
) -> Iterator[tuple[int, int, float, float]]:
    """The amounts of a sentence in one of the units, as an interval in days or millilitres."""
    norms = analysis.norms
    if "time" in units:
        for time in times_of(analysis, sentence):
            if not _HOURS.isdisjoint(norms[time.first : time.last]):
                yield time.first, time.last, *time.interval()
        return
    for amount in amounts_in(analysis, sentence):
        quantity = amount.quantity
        if quantity.unit in units and (quantity.unit == "volume" or norms[amount.last - 1] in _GLASSES):
            low = 0.0 if quantity.comparator in ("at most", "below") else quantity.low
            high = ENDLESS if quantity.comparator in ("at least", "above") else quantity.high
            yield amount.first, amount.last, low * _UNITS[quantity.unit], high * _UNITS[quantity.unit]


def _needed(
    analysis: Analysis, sentence: Sentence, thing: str, place: tuple[int, int], interval: tuple[float, float]
) -> Iterator[Asked]:
    """The amount at some tokens where it is said to be needed, by whom and in what time."""
    norms, (first, last) = analysis.norms, place
    around = extent(analysis, sentence, first, last)
    before = norms[max(around.first, first - _BEFORE) : first]
    per = next((_PER[norm] for norm in norms[last : min(around.last, last + _BEFORE)] if norm in _PER), "")
    enough = _is_enough(analysis, last, min(sentence.last, last + _AFTER))
    if not enough and words("need", "needs").isdisjoint(before):
        return
    if words("need", thing).isdisjoint(norms[around.first : around.last]) or (
        not per and thing == "exercise"
    ):
        return
    question = f"{thing} a {per or 'day'}"
    low, high = (0.0, interval[1]) if enough else interval
    yield Asked(question, partial(_need, analysis, sentence, question, thing, place, (low, high)))


def _is_enough(analysis: Analysis, first: int, last: int) -> bool:
    """True for "six hours a night is all that you need" and "seven suffice"; not for "is not enough"."""
    norms, kinds = analysis.norms, analysis.kinds
    for index in range(first, last):
        if not kinds[index] & Kind.COPULA and norms[index] not in ("suffice", "suffices"):
            continue
        after = norms[index : min(last, index + _SAID_AFTER)]
        if any(norms[i : i + 2] == ["enough", "to"] for i in range(index, index + _SAID_AFTER)):
            return False  # "is enough to help the bowels"
        return not words("need", "enough").isdisjoint(after) and not {"not", "never", "hardly", "rarely"} & {
            *after
        }
    return False


def _need(
    analysis: Analysis,
    sentence: Sentence,
    question: str,
    thing: str,
    place: tuple[int, int],
    interval: tuple[float, float],
) -> Figure:
    read = figure(analysis, sentence, question, place, interval)
    limits = read.limits.union(
        _of_age(analysis, sentence), kinds_of(analysis, sentence), led_in(analysis, sentence)
    )
    return replace(read, terms=frozenset({thing}), head=thing, limits=limits - limits_of_title(analysis))


def _of_age(analysis: Analysis, sentence: Sentence) -> Iterator[str]:
    """The group to which somebody of an age belongs: "a body of fifteen" is that of a child."""
    for age in ages_of(analysis, sentence):
        group = next((name for name, usual in USUAL_AGES.items() if age.high <= usual.high), "adult")
        yield f"population:{group}"


def _held(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """The volume of "holds half a litre" and "it takes three litres to fill"."""
    norms = analysis.norms
    for first, last, low, high in _measured(analysis, sentence, ("volume",)):
        around = extent(analysis, sentence, first, last)
        asking = {i for i in range(*around) if norms[i] in words("need", "holds") or norms[i] in _STATES}
        filled = "with" in norms[around.first : first]  # "a breath fills the lungs with half a litre"
        if not filled and any(norms[i] in words("need", "holds") for i in asking):
            place, interval = (first, last), (low, high)
            yield Asked(_CAPACITY, partial(figure, analysis, sentence, _CAPACITY, place, interval, asking))
