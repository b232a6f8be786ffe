"""From which value on something is called ill, and how large a share something is, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from healthscore.checks.consistency.figured import COUNTED, Figure, at_odds, extent, figure
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things, is_number, number, numerals_in
from healthscore.language.claims.rates import rates_in
from healthscore.language.lexicon import words

_REACH = 5  # tokens between "T-score" and its number
_LOWER = frozenset("lower less below under smaller beneath".split())
_HIGHER = frozenset("higher more above over greater exceeding exceeds".split())
_LEVELS = frozenset("level levels value values count rate concentration result".split())
_MINUS = frozenset("-−–")
_SUGGESTION = "Give one value, for whom it holds, and its source."
_FEWEST_TERMS = 2


def cut_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of values from which on one illness is said to begin, or of shares of one whole, that differ."""
    sentences = statements_at(analysis, analysis.numerals)
    cuts = [cut for sentence in sentences for cut in _cut_offs(analysis, sentence)]
    if len(cuts) > 1:
        yield from at_odds(cuts, "Limit value for", _SUGGESTION, apart=COUNTED)
    shares = [share for sentence in sentences for share in _shares(analysis, sentence)]
    if len(shares) > 1:
        yield from at_odds(shares, "Share of", _SUGGESTION)


def _cut_offs(analysis: Analysis, sentence: Sentence) -> Iterator[Figure]:
    """The limit of "a T-score of -2.5 or lower" and "a temperature above 38 degrees", with the illness it is that of."""
    cues = analysis.cues_by_category(sentence)
    ill = [*(c for c in cues.get("health", ()) if c.kind == "condition"), *(c for c in cues.get("harm", ()) if c.kind == "effect")]
    if "negation" in cues:
        return
    norms = analysis.norms
    for index in numerals_in(analysis, sentence):
        if not is_number(analysis.tokens[index]):
            continue
        first = index - (norms[index - 1] == "minus" and index > sentence.first)
        side = _side(analysis, sentence, first, index)
        measure = _measure(analysis, sentence, first)
        if not side or not measure:
            continue
        negative = first < index or (index > sentence.first and analysis.gap(index).strip() in _MINUS and analysis.gap(index)[:1].isspace())
        value = -number(analysis.tokens[index]) if negative else number(analysis.tokens[index])
        bounds = {i for i in range(sentence.first, sentence.last) if norms[i] in _LOWER | _HIGHER}
        read = figure(analysis, sentence, f"{measure} {side}", (first, index + 1), (value, value), bounds)
        named = frozenset().union(*(content(analysis, c.first, c.last) for c in ill))
        said = f"{'-' if negative else ''}{norms[index]}"
        if named:
            yield replace(read, terms=named, said=said)


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


def _shares(analysis: Analysis, sentence: Sentence) -> Iterator[Figure]:
    """The share of "boys make up 99 percent of those affected" and "only half of them are boys"."""
    rates = rates_in(analysis, sentence)
    if len(rates) != 1 or rates[0].below or "negation" in analysis.cues_by_category(sentence):
        return
    (rate,) = rates
    around = extent(analysis, sentence, rate.first, rate.last)
    parts = ((around.first, rate.first), (rate.last, around.last))
    without = Kind.PERSON_NOUN | Kind.GENERIC_NOUN | Kind.VERB | Kind.ADVERB
    named = frozenset().union(*(content(analysis, *part, without) for part in parts))
    named -= {analysis.stems[i] for i in range(*around) if analysis.norms[i] in words("figure", "says-nothing") | words("amount", "befalls")}
    read = figure(analysis, sentence, "share", (rate.first, rate.last), (rate.share, rate.share))
    if len(named) >= _FEWEST_TERMS:
        yield replace(read, terms=named, head="", limits=frozenset(x for x in read.limits if not x.startswith(("population:", "people:"))))
