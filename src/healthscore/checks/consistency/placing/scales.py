"""One thing put at two ends of a scale of which it can be at one only: first choice and last resort, left and right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace

from healthscore.checks.base import once
from healthscore.checks.consistency.pairs import apart, wording
from healthscore.checks.consistency.placing.drugs import drug_meant, stands_for_drug
from healthscore.checks.consistency.placing.ends import Placed, placed_by_scale
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.matters import alike, same_thing
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import moments_of, opening_of
from healthscore.language.claims.quantities import amounts_in
from healthscore.language.claims.scope import forms_of, kinds_of, scope_of
from healthscore.language.cues import Cue

_MOST = 8  # sentences on one scale that are held against each other
_DOSED = "time of day"
_ANY_HOUR = "any hour"
_STRICTLY = frozenset("only always confined limited restricted must never".split())
_MOMENTS = frozenset({"moment:start", "moment:later"})
_ONSET, _SIGNS = "onset", frozenset({"sign", "signs", "symptom", "symptoms", "complaints"})
_OF_TIME, _LENGTHS = ("lasting", "onset", "times", "prescription"), frozenset({"time:short", "time:long"})
_CHILDREN = frozenset({"population:children", "population:infants"})  # it is they who inherit
_SUGGESTION = "Keep the statement that a source supports, or say when each one holds."


@once
def scales(analysis: Analysis) -> list[Weighed]:
    """Every pair of sentences that put one thing at different ends of one scale, weighed."""
    return [
        _weighed(analysis, one, other)
        for scale, read in placed_by_scale(analysis).items()
        for placed in (_of_one_drug(analysis, read) if scale == _DOSED else read,)
        if len({(p.end, p.denied) for p in placed}) > 1
        for one, other in combinations(placed[:_MOST], 2)
        if one.excludes(other) and _of_one_matter(analysis, one, other)
    ]


def _of_one_drug(analysis: Analysis, placed: Sequence[Placed]) -> Sequence[Placed]:
    """The same, with "the tablet" as the one drug of which a time is told, where the article is about no drug."""
    taken = [(p.sentence, p.thing) for p in placed if p.thing is not None]
    drug = drug_meant(analysis, taken)
    if drug is None:
        return placed
    return [
        replace(p, thing=drug) if p.thing and stands_for_drug(analysis, p.sentence, p.thing) else p
        for p in placed
    ]


def _weighed(analysis: Analysis, one: Placed, other: Placed) -> Weighed:
    named = one.thing.key & other.thing.key if one.thing and other.thing else frozenset()
    key = named or (one.terms & other.terms) or analysis.topic.key
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        str(one.cue.attributes["rule"]),
        key,
        str(one.cue.attributes["one_of"]),
        (_put(analysis, one), _put(analysis, other)),
        lambda a, b: f"Of {name} it says “{a.said}” here and “{b.said}” there.",
        _SUGGESTION,
    )


def _put(analysis: Analysis, placed: Placed) -> Put:
    return Put(placed.sentence, wording(analysis, placed.cue), _limits(analysis, placed))


def _limits(analysis: Analysis, placed: Placed) -> frozenset[str]:
    """Whom, which form and which time it is limited to in its clause.

    The words in which it is placed limit nothing: "from child to child", how long it lasts.
    """
    sentence = placed.sentence
    moments = moments_of(analysis, sentence) & _MOMENTS
    scope = analysis.cues_by_category(sentence).get("scope", ())
    own, last = placed.cue, _clause_end(analysis, sentence, placed.cue)
    outside = [c for c in scope if c.first < last and not own.first <= c.first < own.last]
    amounts = [amount for amount in amounts_in(analysis, sentence) if amount.first < last]
    found = {*scope_of(analysis, outside, amounts, sentence.first, last)}
    found |= forms_of(analysis, sentence) | moments | opening_of(analysis, sentence)
    named = {f"kind:{norm}" for norm in analysis.norms[own.first : own.last]}
    found |= kinds_of(analysis, sentence) - named
    scale = placed.cue.attributes["one_of"]
    found -= _LENGTHS if scale in _OF_TIME else _CHILDREN if scale == "heredity" else frozenset()
    return frozenset(found)


def _clause_end(analysis: Analysis, sentence: Sentence, cue: Cue) -> int:
    """The token after the clause that a cue is in: "..., so kiss your children" says nothing of whom."""
    return next(c.last for c in analysis.clauses_in(sentence) if c.first <= cue.first < c.last)


def _of_one_matter(analysis: Analysis, one: Placed, other: Placed) -> bool:
    """True where both speak of one thing, in the way that the scale asks for; not one right after the other."""
    if not apart(one, other):
        return False
    scale = one.cue.attributes["one_of"]
    if scale == _DOSED and _ANY_HOUR in (one.end, other.end):
        strict = one if other.end == _ANY_HOUR else other
        if _STRICTLY.isdisjoint(analysis.words(strict.sentence)):
            return False
    if one.thing is None or other.thing is None or not (one.of_thing and other.of_thing):
        return alike(one.terms, other.terms) or one.rest == other.rest
    topic = analysis.topic.key
    if scale == _ONSET and (_is_sign(analysis, one, other) or _is_sign(analysis, other, one)):
        return True
    return same_thing(one.thing, other.thing, topic)


def _is_sign(analysis: Analysis, whole: Placed, part: Placed) -> bool:
    """True where one speaks of the signs of the topic, and the other of one of them: "in a stroke, the weakness"."""
    if whole.thing is None or part.thing is None or _SIGNS.isdisjoint(analysis.words(whole.sentence)):
        return False
    topic, ills = analysis.topic.key, part.thing.ills
    told = topic <= whole.thing.key and topic <= part.terms
    return bool(topic) and told and not (part.thing.key - topic).isdisjoint(ills)
