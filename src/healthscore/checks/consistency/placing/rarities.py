"""What is common in one place and rare in another, whatever leads the sentence: "a cough is frequent", "hardly anybody coughs"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import apart, opposites, statements_at, statements_with, wording
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.stretches import (
    CONDITIONS,
    DOUBTS,
    Named,
    Stretch,
    adds,
    alike,
    limits_in,
    named_in,
    people_in,
    stretch_of,
    titled,
)
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.rates import Rate, rates_in
from healthscore.language.claims.scope import forms_of
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

_MOST = 12  # statements on either side
_COMMON, _RARE = 0.1, 0.01  # of the bands of the European guideline: very common, and uncommon or rarer
_STEPS = {1: False, 3: True}
_PEOPLE_REACH = 4  # tokens between a rate and those whom it counts
_CAUSE_REACH = 3  # tokens between "a rare" and "cause"
_COPULA_REACH = 4  # tokens between "is" and "common"
_ADJECTIVES = frozenset(
    "common commonest frequent rare rarest uncommon unusual widespread prevalent infrequent".split()
)
_HALF = {
    "population:children",
    "population:women",
    "population:men",
}  # who are too many for what is rare in all
_RELATIVES = frozenset("who whose whom that which".split())
_OF_PEOPLE = frozenset("with who on taking living suffering".split())
_CHANCE = frozenset("chance chances risk odds likelihood probability".split())
_ONES = frozenset("man woman child adult boy girl baby mother toddler teenager".split())


class _Often(NamedTuple):
    """That what a stretch of a sentence names is common, or rare; ``counted``: those of its limits whom it counts."""

    sentence: Sentence
    said: str
    named: Named
    limits: frozenset[str]
    counted: frozenset[str]


@once
def rarities(analysis: Analysis) -> list[Weighed]:
    """Every pair of "common" and "hardly ever" said of the same, weighed."""
    return [
        _weighed(analysis, one, other, key)
        for one, other in opposites(_said(analysis, common=True), _said(analysis, common=False), _MOST)
        if apart(one, other)
        and (analysis.topic.acts or not adds(one.named, other.named))  # of the common the rare may be a kind
        and (key := alike(analysis, one.named, other.named, closely=True))
    ]


def _weighed(analysis: Analysis, one: _Often, other: _Often, key: frozenset[str]) -> Weighed:
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        "frequency-conflict",
        key,
        "frequency",
        (_put(one, other), _put(other, one)),
        lambda a, b: f"{name.capitalize()}: “{a.said}” here, “{b.said}” there.",
        "Give the figure once, with whom it holds for and its source.",
    )


def _put(here: _Often, there: _Often) -> Put:
    """One side; "one woman in four" and "one child in three" are held against what is said of everybody."""
    of_all = not any(limit.startswith("population:") for limit in there.limits)
    return Put(here.sentence, here.said, here.limits - here.counted if of_all else here.limits)


def _said(analysis: Analysis, *, common: bool) -> Iterator[_Often]:
    for sentence in statements_with(analysis, "frequency"):
        for cue in analysis.cues_by_category(sentence)["frequency"]:
            counts = _STEPS.get(int(cue.attributes["step"])) is common and not cue.attributes.get("weak")
            if counts and not _is_capital(analysis, sentence, cue):
                stretch = stretch_of(analysis, sentence, cue, whole=True)
                yield from _often(analysis, sentence, stretch, cue, common=common)
    for sentence in statements_at(analysis, analysis.numerals):
        for rate in rates_in(analysis, sentence):
            if _is_common(rate) is common and _counts_people(analysis, sentence, rate):
                cue = _as_cue(analysis, rate)
                stretch = stretch_of(analysis, sentence, cue, whole=True)
                yield from _often(analysis, sentence, stretch, cue, common=common)


def _is_capital(analysis: Analysis, sentence: Sentence, cue: Cue) -> bool:
    """True inside a sentence for "the Common Cold Unit"."""
    return cue.first > sentence.first and analysis.article.text[cue.start].isupper()


def _is_common(rate: Rate) -> bool | None:
    if rate.share >= _COMMON and not rate.below:
        return True
    return False if rate.share <= _RARE else None


def _counts_people(analysis: Analysis, sentence: Sentence, rate: Rate) -> bool:
    """True for "one adult in seven", "half of all adults" and "the chance is fifty percent"."""
    near = range(rate.first, min(sentence.last, rate.last + _PEOPLE_REACH))
    scope = analysis.cues_by_category(sentence).get("scope", ())
    groups = {c.first for c in scope if c.kind == "population"}
    if any(analysis.kinds[i] & Kind.PERSON_NOUN or analysis.norms[i] in _ONES or i in groups for i in near):
        return True
    return not _CHANCE.isdisjoint(analysis.norms[sentence.first : rate.first])


def _as_cue(analysis: Analysis, rate: Rate) -> Cue:
    tokens = analysis.tokens
    return Cue(
        tokens[rate.first].start, tokens[rate.last - 1].end, rate.first, rate.last, "frequency", "rate", {}
    )


def _often(
    analysis: Analysis, sentence: Sentence, stretch: Stretch, cue: Cue, *, common: bool
) -> Iterator[_Often]:
    """What a stretch names, where it is said of all that, and nothing in it says the contrary."""
    if _grades_another(analysis, stretch, cue) or _leaves_room(
        analysis, sentence, stretch, cue, common=common
    ):
        return
    steps = [c for c in _all(analysis, sentence) if stretch.holds(c)]
    people = people_in(analysis, sentence)
    named = named_in(analysis, sentence, stretch, [cue, *steps, *people])
    if not named.terms and ":" in analysis.gap(
        stretch.first
    ):  # "gallstones are common: one adult in seven has them"
        named = named_in(
            analysis, sentence, Stretch(sentence.first, stretch.first), [*people, *_all(analysis, sentence)]
        )
    if cue.last < stretch.last and analysis.norms[cue.last] in _OF_PEOPLE:  # "most people with migraine"
        named = named if named.terms - titled(analysis) else Named(frozenset())
    if named.terms:
        limits = limits_in(analysis, sentence, stretch, timed=True) | forms_of(analysis, sentence)
        counted = {f"population:{c.attributes['group']}" for c in people if cue.first <= c.first < cue.last}
        yield _Often(sentence, wording(analysis, cue), named, limits, limits & counted & _HALF)


def _all(analysis: Analysis, sentence: Sentence) -> Sequence[Cue]:
    return analysis.cues_by_category(sentence).get("frequency", ())


def _grades_another(analysis: Analysis, stretch: Stretch, cue: Cue) -> bool:
    """True for "a rare cause of dizziness", "common symptoms of it are" and "people whose attacks are rare"."""
    norms, kinds = analysis.norms, analysis.kinds
    after = norms[cue.last : min(stretch.last, cue.last + _CAUSE_REACH)]
    if not words("outlook-word", "cause").isdisjoint(after):
        return True
    before = range(max(0, stretch.first - 1), cue.first)
    if any(norms[i] in _RELATIVES for i in before):
        return True
    joined = (
        cue.last < stretch.last and analysis.gap(cue.last).isspace() and not kinds[cue.last] & Kind.CLOSED
    )
    adjective = norms[cue.last - 1] in _ADJECTIVES
    return adjective and joined and not any(kinds[i] & Kind.COPULA for i in before[-_COPULA_REACH:])


def _leaves_room(analysis: Analysis, sentence: Sentence, stretch: Stretch, cue: Cue, *, common: bool) -> bool:
    """True for what is denied, holds under a condition, is compared, is graded twice, or may be common."""
    cues = analysis.cues_by_category(sentence)
    if "exception" in cues:
        return True
    beside = [
        *cues.get("negation", ()),
        *(c for c in cues.get("frequency", ()) if _other_step(c, common=common)),
    ]
    beside += (c for c in cues.get("hedge", ()) if common and c.kind in DOUBTS)
    if any(stretch.holds(c) and (c.last <= cue.first or cue.last <= c.first) for c in beside):
        return True
    start = max(sentence.first, stretch.first - 1)
    return any(_is_bound(analysis, i) for i in range(start, stretch.last) if not cue.first <= i < cue.last)


def _is_bound(analysis: Analysis, index: int) -> bool:
    return analysis.norms[index] in CONDITIONS and analysis.norms[index - 1] not in ("even", "least")


def _other_step(cue: Cue, *, common: bool) -> bool:
    return _STEPS.get(int(cue.attributes["step"])) is not common
