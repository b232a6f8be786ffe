"""Conflicts of amounts: what to take against what is too much, and two figures for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.figures.attributes import valued_otherwise
from healthscore.checks.consistency.figures.composition import portions
from healthscore.checks.consistency.figures.counts import counts_otherwise
from healthscore.checks.consistency.figures.cutoffs import cut_otherwise
from healthscore.checks.consistency.figures.dosing import Dose, doses
from healthscore.checks.consistency.figures.durations import lasting_otherwise
from healthscore.checks.consistency.figures.event_order import timed_otherwise
from healthscore.checks.consistency.figures.first_ages import begun_otherwise
from healthscore.checks.consistency.figures.intervals import repeated_otherwise
from healthscore.checks.consistency.figures.measured import counted_otherwise, measured_otherwise
from healthscore.checks.consistency.figures.needs import needed_otherwise
from healthscore.checks.consistency.weighing import Weighed, reported, weigh
from healthscore.language.analysis import Analysis

_OTHER_LIMIT = 1.2  # factor between two maxima of which one is wrong
_WIDE_APART = 2.0  # factor between two single amounts that cannot both be the usual one
_MOST_COMPARED = 40  # doses on either side, so that a formulary costs no more than a leaflet
_ADDED, _FORM = "setting:added", "form:"
_PROLONGED = "time:prolonged"  # sets a limit apart from any dose that is not for long


@rule
def quantity_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds amounts that cannot both be right: advice at or above the stated limit, or two advised ranges apart.

    Finds: an advised amount above the amount called the maximum or too much; a starting range that reaches the
        amount said to cause harm; two recommended ranges that do not meet; two counts of the parts, kinds or doses of
        one thing; two times that it takes to work, lasts, is worn, may be used for or is done before something; two rhythms,
        ages, limit values or shares; two amounts that somebody needs (sleep, water, exercise) or that an organ holds; two
        figures in nearly the same sentence. Units are normalised.
    Why it matters: a reader may take a dose that the article itself calls harmful.
    Example: "Never take more than 900 mg a day." and, later, "Most people take 2 g a day."
    Instead: give one range and one maximum, per dose or per day, in whom, with the source.
    Limits: what may be taken at once and what may be taken in a day are two limits; two figures are held against each
        other only where both name the same thing, not for different people, nor where one side says no more than what
        may be.
    References: None: arithmetic.
    """
    return reported(analysis, quantities(analysis))


@once
def quantities(analysis: Analysis) -> list[Weighed]:
    """Every pair of amounts that may exclude each other, weighed: doses by their role, then whole sentences."""
    stated = list(doses(analysis))
    limits = [dose for dose in stated if dose.role == "limit"][:_MOST_COMPARED]
    advice = [dose for dose in stated if dose.role != "limit"][:_MOST_COMPARED]
    found = [_over(dose, limit) for dose in advice for limit in limits]
    found += [_apart(a, b) for i, b in enumerate(advice) for a in advice[:i]]
    found += [_two_limits(a, b) for i, b in enumerate(limits) for a in limits[:i]]
    return [
        *(pair for pair in found if pair is not None),
        *measured_otherwise(analysis),
        *lasting_otherwise(analysis),
        *repeated_otherwise(analysis),
        *counts_otherwise(analysis),
        *begun_otherwise(analysis),
        *timed_otherwise(analysis),
        *cut_otherwise(analysis),
        *portions(analysis),
        *counted_otherwise(analysis),
        *needed_otherwise(analysis),
        *valued_otherwise(analysis),
    ]


def _over(dose: Dose, limit: Dose) -> Weighed | None:
    if dose.daily is not None and limit.quantity.per == "day":
        dose = replace(dose, quantity=dose.daily)
    reaches = dose.quantity.high > limit.quantity.high or (
        dose.role == "start" and dose.quantity.high >= limit.quantity.high > dose.quantity.low
    )
    if not reaches or not _comparable(dose, limit):
        return None
    if any(said.startswith(_FORM) for said in dose.people):  # "from supplements" limits capsules too
        dose, limit = (replace(one, people=one.people - {_ADDED}) for one in (dose, limit))
    if limit.lasting and not dose.lasting:  # "more than 40 mg over many weeks" limits no course of a few days
        limit = replace(limit, people=limit.people | {_PROLONGED})
    message = f"Advises {dose.text}, and gives {limit.text} as the limit or as too much."
    return _weighed(
        dose, limit, message, "Give one range and one maximum, per dose or per day, with the source."
    )


def _apart(a: Dose, b: Dose) -> Weighed | None:
    one, other = sorted((a.quantity, b.quantity), key=lambda q: q.low)
    if "start" in (a.role, b.role) or one.high >= other.low or not _comparable(a, b) or not _both_usual(a, b):
        return None
    message = f"Two recommended amounts that do not meet: {a.text} and {b.text}."
    return _weighed(a, b, message, "Give one recommended range, in whom it holds, and its source.")


def _two_limits(a: Dose, b: Dose) -> Weighed | None:
    less, more = sorted((a.quantity, b.quantity), key=lambda q: q.high)
    low, high = less.high, more.high
    if (less.per, more.per) == ("", "day"):
        return None  # "no more than 1 g" may be at once
    maxima = "at most" in (a.quantity.comparator, b.quantity.comparator) or a.named or b.named
    if high < _OTHER_LIMIT * low or not maxima or not _comparable(a, b):
        return None
    message = f"Two limits for one thing: {a.text} and {b.text}."
    return _weighed(a, b, message, "Give one maximum, per dose or per day, with the source.")


def _weighed(a: Dose, b: Dose, message: str, suggestion: str) -> Weighed:
    return weigh("consistency/quantity-conflict", a.statement(), b.statement(), 1.0, message, suggestion)


def _both_usual(a: Dose, b: Dose) -> bool:
    """Two ranges of which each is to be kept; two single amounts only where both are called the usual one."""
    if a.quantity.unit == "count" and "" in (a.quantity.per, b.quantity.per):
        return False
    if a.quantity.low < a.quantity.high or b.quantity.low < b.quantity.high:
        return True
    low, high = sorted((a.quantity.high, b.quantity.high))
    return a.named and b.named and a.conditions == b.conditions and high >= _WIDE_APART * low


def _comparable(a: Dose, b: Dose) -> bool:
    per = {a.quantity.per, b.quantity.per} - {""}
    return (
        a.sentence.index != b.sentence.index
        and a.quantity.unit == b.quantity.unit
        and a.thing == b.thing
        and len(per) <= 1
        and not (a.conditions and b.conditions and a.conditions.isdisjoint(b.conditions))
        and ("kg" in per)
        <= (a.quantity.per == b.quantity.per)  # what each kilo of somebody needs, or they in all
    )
