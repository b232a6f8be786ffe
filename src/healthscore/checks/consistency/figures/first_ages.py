"""At which age something begins, comes or is advised, said twice: "the first tooth comes at six months"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import (
    Asked,
    Figure,
    answered_twice,
    at_odds,
    figure,
    stated_at,
    times_of,
)
from healthscore.checks.consistency.figures.named import Extent, extent
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things, number, numerals_in
from healthscore.language.claims.times import Time
from healthscore.language.lexicon import words

_YEAR = 365.0
_GROWN, _OLDEST = 18, 100
_REACH = 5
_AGE = frozenset({"age", "aged", "ages", "old"})
_SOMEBODY = frozenset(
    "anyone anybody nobody one someone those people adults everyone women men children babies infants".split()
)
_BELOW = frozenset({"under", "below", "before"})
_NOT_AT = frozenset("by until till after within for in every to past up than ago over".split())
_APART = (1.12, 1.3)  # factors between ages: 65 is not 75, and 50 may be 51
_GROUPS = {
    "population:infants": "kind:young",
    "population:children": "kind:young",
    "population:adult": "kind:grown",
    "population:older": "kind:grown",
}
"""Whom an age is that of tells two apart only where both say so: a baby's first tooth is the first tooth."""


def begun_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of ages at which one thing begins or is advised, that exclude each other."""
    found = answered_twice(_asked(analysis))
    if found:
        yield from at_odds(
            found, "At which age, for", "Give one age, for whom it holds, and its source.", apart=_APART
        )


def _asked(analysis: Analysis) -> Iterator[Asked]:
    for sentence in stated_at(analysis, analysis.numerals):
        if words("figure", "begins").isdisjoint(analysis.words(sentence)):
            continue
        times = {time.first: time for time in times_of(analysis, sentence)}
        for index in numerals_in(analysis, sentence):
            age = _age(analysis, sentence, index, times)
            if age is not None:
                yield age


def _age(analysis: Analysis, sentence: Sentence, index: int, times: dict[int, Time]) -> Asked | None:
    time = times.get(index)
    if not counts_things(analysis.tokens[index]) or any(t.first < index < t.last for t in times.values()):
        return None
    last = time.last if time else index + 1
    around = extent(analysis, sentence, index, last)
    norms = analysis.norms
    if norms[around.first] == "if" or words("figure", "begins").isdisjoint(norms[around.first : around.last]):
        return None
    bounds = (time.low / _YEAR, time.high / _YEAR) if time else (number(analysis.tokens[index]),) * 2
    before = norms[max(around.first, index - _REACH) : index]
    if not time and not _is_age(analysis, around, index):
        return None
    if time and not _is_time_of_life(analysis, around, index, last):
        return None
    denied = any(
        around.first <= c.first < index for c in analysis.cues_by_category(sentence).get("negation", ())
    )
    below = not _BELOW.isdisjoint(before[-2:])
    if denied != below or "until" in before or bounds[1] > _OLDEST:
        return None
    dropped = {i for i in range(*around) if norms[i] in _AGE}

    def read() -> Figure:
        found = figure(analysis, sentence, "age", (index, last), bounds, dropped)
        return replace(found, limits=frozenset(_GROUPS.get(limit, limit) for limit in found.limits))

    return Asked("age", read)


def _is_age(analysis: Analysis, around: Extent, index: int) -> bool:
    """True for "age 45", "the age of 50", "anyone under 65" and "at 60"."""
    norms = analysis.norms
    before = norms[max(around.first, index - _REACH) : index]
    after = norms[index + 1] if index + 1 < around.last else ""
    if (
        after in ("in", "of", "out", "percent", "%")
        or analysis.kinds[min(index + 1, len(norms) - 1)] & Kind.TIME_NOUN
    ):
        return False
    if not _AGE.isdisjoint(before[-3:]):
        return True
    if (
        before[-1:]
        and before[-1] in ("under", "over", "below", "above")
        and not _SOMEBODY.isdisjoint(before[-3:-1])
    ):
        return True
    ends = not after or analysis.kinds[index + 1] & Kind.CLOSED
    return before[-1:] == ["at"] and bool(ends) and _GROWN <= number(analysis.tokens[index]) <= _OLDEST


def _is_time_of_life(analysis: Analysis, around: Extent, index: int, last: int) -> bool:
    """True for "at the age of six months", "at six months" and "between twelve and fourteen months"; not "for six months"."""
    norms = analysis.norms
    after = norms[last : min(around.last, last + 3)]
    before = [
        norm
        for norm in norms[max(around.first, index - _REACH) : index]
        if norm not in ("about", "around", "roughly", "just", "only", "least", "age", "of", "the")
    ]
    if "after" in after or "before" in after or "later" in after or "apart" in after:
        return False
    if "old" in after or "age" in after or not _AGE.isdisjoint(norms[max(around.first, index - 3) : index]):
        return not _NOT_AT.intersection(before[-1:]) - {"over"}
    return before[-1:] in (["at"], ["between"]) or (
        not before and index - around.first > 1 and norms[index - 1] == "around"
    )
