"""Benefits and harms as figures: how many of how many, and against whom."""

from __future__ import annotations

from healthscore.checks.balance.relative import is_relative, of_all, tells_absolutely
from healthscore.checks.balance.statements import Reading, read
from healthscore.checks.base import Evidence, Measurement, counted, first_of, measure
from healthscore.checks.told import Told, amount, telling, told
from healthscore.language.analysis import Analysis
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import words

_SOME = 5
_IN = frozenset({"in", "of"})
_MANY = 10


@measure("sentences", 0, _MANY, on_demand=True)
def outcome_rates(evidence: Evidence) -> Measurement:
    """Sentences that tell a result as a share, up to ten; how many have the illness is left out."""
    return amount(evidence, outcome, _MANY, "telling a result as a share")


@measure("sentences", 0, _SOME, on_demand=True)
def paired_rates(evidence: Evidence) -> Measurement:
    """Sentences that hold two shares of a result against each other, up to five."""
    return amount(
        evidence,
        lambda s: s.rates > 1 and _compares(s) and not s.has("prevalence"),
        _SOME,
        "holding two shares against each other",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def several_rates(evidence: Evidence) -> Measurement:
    """Sentences with more than one share, up to five."""
    return amount(evidence, lambda s: s.rates > 1, _SOME, "with more than one share")


@measure("sentences", 0, _SOME, on_demand=True)
def people_in_rates(evidence: Evidence) -> Measurement:
    """Sentences that give a percentage of patients, women, a group ..., up to five."""
    return amount(evidence, _of_people, _SOME, "giving a share of people")


@measure("sentences", 0, _SOME, on_demand=True)
def outcome_amounts(evidence: Evidence) -> Measurement:
    """Sentences that tell a result in days, points, pounds and other units, up to five."""
    return amount(evidence, _in_units, _SOME, "telling a result in units")


@measure("sentences", 0, _SOME, on_demand=True)
def absolute_figures(evidence: Evidence) -> Measurement:
    """Sentences with so many of so many, or two shares of which one is held against the other, up to five."""
    found = absolutes(evidence.analysis)
    said = f"{counted(len(found), 'sentence')} with so many of so many"
    return Measurement(min(len(found), _SOME), said, first_of(one.span for one in found))


@measure("sentences", 0, _SOME, on_demand=True)
def natural_frequencies(evidence: Evidence) -> Measurement:
    """Sentences that count people as so many of so many ("3 in 100", "one woman in five", "12 of 40 men"), up to five."""
    analysis = evidence.analysis
    return amount(
        evidence,
        lambda s: (s.rates > 0 and _has_ratio(analysis, s)) or (s.people and of_all(analysis, s.sentence)),
        _SOME,
        "saying how often as so many of so many",
    )


@measure("sentences", 0, _SOME, on_demand=True)
def relative_changes(evidence: Evidence) -> Measurement:
    """Sentences that tell a change only in relation to another risk, up to five."""
    analysis = evidence.analysis
    found = [
        one.sentence
        for one in told(analysis)
        if one.rates < 2 and is_relative(analysis, one.sentence) and not absolute(analysis, one)
    ]
    said = f"{counted(len(found), 'sentence')} with a change in relation only"
    return Measurement(min(len(found), _SOME), said, first_of(found))


@measure("sentences", 0, _MANY, on_demand=True)
def harms_told(evidence: Evidence) -> Measurement:
    """Sentences that say that a treatment does or may do harm, up to ten."""
    harms = read(evidence.analysis).harms
    said = f"{counted(len(harms), 'sentence')} on harm"
    return Measurement(min(len(harms), _MANY), said, first_of(s.span for s in harms))


@measure("sentences", 0, _SOME, on_demand=True)
def side_effects_told(evidence: Evidence) -> Measurement:
    """Sentences that speak of side effects, risks or complications as such, up to five."""
    return amount(
        evidence, lambda s: s.has("harm", "general"), _SOME, "on side effects, risks or complications"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def harms_counted(evidence: Evidence) -> Measurement:
    """Sentences on harm with a number, up to five."""
    harmful = _harmful(read(evidence.analysis))
    return amount(
        evidence, lambda s: s.numbers > 0 and s.sentence.index in harmful, _SOME, "on harm with a number"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def frequency_told(evidence: Evidence) -> Measurement:
    """Sentences that say how common or rare something is, up to five."""
    return amount(evidence, lambda s: s.has("frequency"), _SOME, "on how common or rare something is")


@measure("sentences", 0, _SOME, on_demand=True)
def safety_discussed(evidence: Evidence) -> Measurement:
    """Sentences on safety, tolerance and what is known of them, up to five."""
    return amount(
        evidence,
        lambda s: s.has("knowledge", "topic-safety") or s.has("benefit", "safety"),
        _SOME,
        "on safety and tolerance",
    )


def absolutes(analysis: Analysis) -> list[Told]:
    """The sentences with so many of so many, or two shares of which one is held against the other."""
    return telling(analysis, lambda s: s.numbers > 0 and absolute(analysis, s))


def absolute(analysis: Analysis, sentence: Told) -> bool:
    """Does it tell so many of so many, or two shares of which one is held against the other?"""
    return tells_absolutely(analysis, sentence.sentence, sentence.words, sentence.rates)


def outcome(sentence: Told) -> bool:
    """Does it tell a result as a share?"""
    return sentence.rates > 0 and _result(sentence) and not sentence.has("prevalence")


def figure(sentence: Told) -> bool:
    """Does it tell a result as a number: a share, so many people, or an amount in units?"""
    return (
        outcome(sentence)
        or _in_units(sentence)
        or _of_people(sentence)
        or (sentence.people and _compares(sentence))
    )


def gain(sentence: Told) -> bool:
    """Does it say that something helps or improves?"""
    return sentence.has("benefit")


def _result(sentence: Told) -> bool:
    return (
        sentence.has("relative-risk")
        or sentence.has("effect")
        or sentence.has("association")
        or _compares(sentence)
    )


def _compares(sentence: Told) -> bool:
    return (
        sentence.has("study", "control", "statistic")
        or sentence.has("comparison", "against")
        or bool(sentence.words & words("told-word", "contrast"))
    )


def _of_people(sentence: Told) -> bool:
    return (
        bool(sentence.words & words("told-word", "percent"))
        and bool(sentence.words & words("told-word", "people"))
        and not sentence.has("prevalence")
    )


def _in_units(sentence: Told) -> bool:
    compared = sentence.has("relative-risk", "change", "risk") or sentence.has("association")
    held = sentence.has("study", "control", "statistic") or sentence.has("comparison", "against")
    return (
        sentence.numbers > 0
        and (compared or held)
        and bool(sentence.words & words("told-word", "outcome-unit"))
    )


def _has_ratio(analysis: Analysis, sentence: Told) -> bool:
    """Does it tell a share as one number in another, and not as a percentage or a fraction?"""
    rates = rates_in(analysis, sentence.sentence)
    return any(not _IN.isdisjoint(analysis.norms[rate.first : rate.last]) for rate in rates)


def _harmful(reading: Reading) -> frozenset[int]:
    return frozenset(statement.sentence.index for statement in reading.harms)
