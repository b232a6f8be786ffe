"""From which value on something is called ill, and how large a share something is, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import (
    COUNTED,
    Asked,
    Figure,
    answered_twice,
    at_odds,
    figure,
)
from healthscore.checks.consistency.figures.named import extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things, is_number, number, numerals_in, signed
from healthscore.language.claims.rates import Rate, rates_in
from healthscore.language.lexicon import words

_REACH = 5  # tokens between "T-score" and its number
_LOWER = frozenset("lower less below under smaller beneath".split())
_HIGHER = frozenset("higher more above over greater exceeding exceeds".split())
_LEVELS = frozenset("level levels value values count rate concentration result".split())
_CHANGES = frozenset(
    "reduction reductions increase increases drop decrease decline rise improvement fewer less more lower higher".split()
)
_SUGGESTION = "Give one value, for whom it holds, and its source."
_SCALES = frozenset({"fahrenheit", "celsius", "centigrade", "f", "c"})
_FEWEST_TERMS = 2
_NO_PART = Kind.PERSON_NOUN | Kind.GENERIC_NOUN | Kind.VERB | Kind.ADVERB
_ONE_PERSON = frozenset({"he", "she", "his", "her", "man", "woman"})
_WHOM = ("population:", "people:")


def cut_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of values from which on one illness is said to begin, or of shares of one whole, that differ."""
    sentences = statements_at(analysis, analysis.numerals)
    cuts = answered_twice(cut for sentence in sentences for cut in _cut_offs(analysis, sentence))
    if cuts:
        yield from at_odds(cuts, "Limit value for", _SUGGESTION, apart=COUNTED)
    shares = answered_twice(share for sentence in sentences for share in _shares(analysis, sentence))
    if shares:
        yield from at_odds(shares, "Share of", _SUGGESTION)


def _cut_offs(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """The limit of "a T-score of -2.5 or lower" and "a temperature above 38 degrees", with the illness it is that of."""
    norms = analysis.norms
    if not _ONE_PERSON.isdisjoint(analysis.words(sentence)):
        return  # "the man had burns over 30 percent of his body"
    for index in numerals_in(analysis, sentence):
        if not is_number(analysis.tokens[index]):
            continue
        first = index - (norms[index - 1] == "minus" and index > sentence.first)
        side = _side(analysis, sentence, first, index)
        after = norms[index + 1 : min(sentence.last, index + 3)]
        if "or" not in after[:1] and not _CHANGES.isdisjoint(after):
            continue  # "at least 20% fewer symptoms"
        measure = _measure(analysis, sentence, first) if side else ""
        named = _illness(analysis, sentence) if measure else frozenset()
        if named:
            unit = norms[index + 1] if index + 2 < sentence.last and analysis.gap(index + 2) == "/" else ""
            question = f"{measure} {side} {unit or _scale(analysis, sentence, index + 1)}"
            yield Asked(question, partial(_limit, analysis, sentence, question, (first, index + 1), named))


def _scale(analysis: Analysis, sentence: Sentence, first: int) -> str:
    """The scale of a temperature: "degrees Fahrenheit", "°F", "C"."""
    after = analysis.norms[first : min(sentence.last, first + 2)]
    return next((norm[0] for norm in after if norm in _SCALES), "")


def _illness(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The illness or complaint that a sentence names; nothing where it denies something."""
    cues = analysis.cues_by_category(sentence)
    named = [c for c in cues.get("health", ()) if c.kind == "condition"]
    named += [c for c in cues.get("harm", ()) if c.kind == "effect"]
    if not named or "negation" in cues:
        return frozenset()
    return frozenset().union(*(content(analysis, c.first, c.last) for c in named))


def _limit(
    analysis: Analysis, sentence: Sentence, question: str, place: tuple[int, int], named: frozenset[str]
) -> Figure:
    index = place[1] - 1
    value = -number(analysis.tokens[index]) if place[0] < index else signed(analysis, index)
    read = figure(analysis, sentence, question, place, (value, value))
    return replace(read, terms=named, said=f"{'-' if value < 0 else ''}{analysis.norms[index]}")


def _side(analysis: Analysis, sentence: Sentence, first: int, index: int) -> str:
    norms = analysis.norms
    before = norms[max(sentence.first, first - 2) : first]
    after = norms[index + 1 : min(sentence.last, index + 5)]
    near = {*before, *(after[after.index("or") + 1 : after.index("or") + 2] if "or" in after else ())}
    return "lower" if near & _LOWER else "higher" if near & _HIGHER or "least" in before else ""


def _measure(analysis: Analysis, sentence: Sentence, first: int) -> str:
    """The stem of what is measured: the noun before "is", "of" or "below" and the number."""
    skipped = Kind.CLOSED | Kind.COPULA
    for index in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        if not set("():;").isdisjoint(analysis.gap(index + 1)):
            return ""
        if analysis.norms[index] in _LOWER | _HIGHER | _LEVELS:
            continue
        if not analysis.kinds[index] & skipped and not counts_things(analysis.tokens[index]):
            named = analysis.kinds[index] & (Kind.PERSON_NOUN | Kind.TIME_NOUN | Kind.VERB)
            return "" if named else analysis.stems[index]
    return ""


def _shares(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """The share of "boys make up 99 percent of those affected" and "only half of them are boys"."""
    rates = rates_in(analysis, sentence)
    if len(rates) != 1 or rates[0].below or "negation" in analysis.cues_by_category(sentence):
        return
    (rate,) = rates
    around = extent(analysis, sentence, rate.first, rate.last)
    if not _CHANGES.isdisjoint(analysis.norms[around.first : around.last]):
        return  # "a 10 percent reduction" is the size of an effect
    parts = ((around.first, rate.first), (rate.last, around.last))
    named = frozenset().union(*(content(analysis, *part, _NO_PART) for part in parts))
    idle = (words("figure", "says-nothing"), words("amount", "befalls"))
    named -= {analysis.stems[i] for i in range(*around) if any(analysis.norms[i] in kind for kind in idle)}
    if len(named) >= _FEWEST_TERMS:
        yield Asked(f"share {sorted(named)}", partial(_share, analysis, sentence, rate, named))


def _share(analysis: Analysis, sentence: Sentence, rate: Rate, named: frozenset[str]) -> Figure:
    read = figure(analysis, sentence, "share", (rate.first, rate.last), (rate.share, rate.share))
    limits = frozenset(limit for limit in read.limits if not limit.startswith(_WHOM))  # are terms here
    return replace(read, terms=named, limits=limits)
