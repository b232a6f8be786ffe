"""How often a harm happens, where a number says so."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.consistency.graded import Graded, degree_of, harms, limits_of
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.predicates import had_by, striking
from healthscore.checks.consistency.referents import written
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.rates import Rate, rates_in
from healthscore.language.claims.scope import scope_of
from healthscore.language.lexicon import words

_REACH = 3  # tokens between a rate and what it counts
_LONGEST = 26  # tokens of a sentence whose one rate is that of the harm it names
_HAVING = frozenset({"having", "have", "had", "developing", "develop", "developed"})
_COMMON, _RARE = 0.1, 0.01  # of the bands of the European guideline: very common, and uncommon or rarer


def rated(analysis: Analysis) -> Iterator[Graded]:
    """The harms of sentences with one rate, each graded by it: "affects about 1 in 10 users"."""
    for sentence in statements_at(analysis, analysis.numerals):
        rates = rates_in(analysis, sentence)
        if (
            len(rates) == 1
            and sentence.last - sentence.first <= _LONGEST
            and _counts_people(analysis, sentence, rates[0])
            and not _tells_how_bad(analysis, sentence, rates[0])
        ):
            yield from _rated(analysis, sentence, rates[0])


def _tells_how_bad(analysis: Analysis, sentence: Sentence, rate: Rate) -> bool:
    """True for "in one in five people it is severe": the share of those in whom it is."""
    leads = rate.first <= sentence.first + _REACH and analysis.norms[sentence.first] == "in"
    return leads and "severity" in analysis.cues_by_category(sentence)


def _rated(analysis: Analysis, sentence: Sentence, rate: Rate) -> Iterator[Graded]:
    """The harms that a sentence with one rate is about."""
    share = rate.share
    step = (
        1
        if share < _RARE or (rate.below and share <= _RARE)
        else 3
        if share >= _COMMON and not rate.below
        else 2
    )
    words = analysis.quote(analysis.tokens[rate.first].start, analysis.tokens[rate.last - 1].end)
    scope = analysis.cues_by_category(sentence).get("scope", ())
    counted = [c for c in scope if rate.first <= c.first < rate.last]  # "one woman in five"
    limits = limits_of(analysis, sentence, rate.first, rate.last, step)
    limits |= frozenset(scope_of(analysis, counted, (), rate.first, rate.last))
    if "population:pregnant" in limits:
        limits -= {"population:women"}
    having = _HAVING.intersection(analysis.norms[rate.last : min(sentence.last, rate.last + _REACH)])
    named = list(harms(analysis, sentence, generally=True))
    for harm, key in named:
        if having and harm.last <= rate.first:
            continue  # "the illness varies, with 40 percent of people having pain": that is the share of pain
        degree = degree_of(analysis, sentence, harm.first)
        own = limits | degree if step == 1 else limits
        name = analysis.quote(harm.start, harm.end).lower()
        yield Graded(key, name, words, step, own, sentence, share, serious=step > 1 and bool(degree))
    key = (
        frozenset()
        if named
        else had_by(analysis, sentence, rate.last) or striking(analysis, sentence, rate.first)
    )
    if key:
        yield Graded(key, written(analysis, key, sentence), words, step, limits, sentence, share)


def _counts_people(analysis: Analysis, sentence: Sentence, rate: Rate) -> bool:
    """True for "1 in 10 users", "a third of all patients" and "affects 5 percent"; not for "98 percent water"."""
    tokens, kinds = analysis.tokens, analysis.kinds
    after = range(rate.first, min(sentence.last, rate.last + _REACH + 1))
    if any(kinds[i] & Kind.PERSON_NOUN for i in after):
        return True
    groups = [c.first for c in analysis.cues_by_category(sentence).get("scope", ()) if c.kind == "population"]
    if any(i in groups for i in after):
        return True
    before = {tokens[i].norm for i in range(max(sentence.first, rate.first - _REACH), rate.first)}
    return not before.isdisjoint(words("amount", "befalls"))
