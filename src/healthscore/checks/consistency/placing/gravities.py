"""Side effects, symptoms and reactions of whatever kind: called mild in one place and severe in another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from healthscore.checks.base import once
from healthscore.checks.consistency.graded import overlap
from healthscore.checks.consistency.pairs import apart, is_seldom, may_be, opposites, statements_with, wording
from healthscore.checks.consistency.placing.held import Put, held
from healthscore.checks.consistency.placing.matters import Thing, same_thing, thing_of
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.circumstances import opening_of
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.scope import forms_of, limits_of
from healthscore.language.cues import Cue

_MOST = 6
_NOUNS = {
    "effects": "side effects", "symptoms": "symptoms", "reactions": "reactions", "complications": "complications",
}  # fmt: skip
_BEFORE = 1  # tokens between "mild" and "side effects"
_REACH = 8  # tokens between "symptoms" and "are severe"
_SEVERE = 3
_SAYS = frozenset(
    "are is causes cause caused brings bring have has get gets had had only just mostly usually of".split()
)
_TOLD = frozenset("reported known seen noted described possible occur occurred happen happened".split())
_TOLD_WITHIN = 8  # tokens of "side effects have been reported"
_DIRECT = 0.9


class Gravity(Struct, frozen=True):
    """How grave side effects are said to be; ``total``: all of them, at all times, ``possible``: that it can be so."""

    sentence: Sentence
    cue: Cue
    noun: str
    thing: Thing
    total: bool
    possible: bool


@once
def gravities(analysis: Analysis) -> list[Weighed]:
    """Every pair of "only mild side effects" and "there are severe side effects" of one thing, weighed."""
    return [
        _weighed(analysis, one, other)
        for one, other in opposites(_read(analysis, 1), _read(analysis, _SEVERE), _MOST)
        if one.noun == other.noun
        and (one.total or not other.possible)
        and apart(one, other)
        and same_thing(one.thing, other.thing, analysis.topic.key)
    ]


def all_mild(analysis: Analysis) -> list[Gravity]:
    """The first sentences by which all side effects are mild: "only mild side effects", "side effects are mild"."""
    mild = (one for one in _read(analysis, 1) if one.total and one.noun == _NOUNS["effects"])
    return [*islice(mild, _MOST)]


def _weighed(analysis: Analysis, one: Gravity, other: Gravity) -> Weighed:
    key = one.thing.key & other.thing.key
    name = written(analysis, key, one.sentence, other.sentence)
    return held(
        "severity-conflict",
        key,
        one.noun,
        (put(analysis, one), put(analysis, other)),
        lambda a, b: f"{one.noun.capitalize()} of {name}: “{a.said}” here, “{b.said}” there.",
        "Say how often it is mild and how often severe, and when to get help.",
        _DIRECT,
    )


def put(analysis: Analysis, gravity: Gravity) -> Put:
    """What a sentence says of side effects, in few words, with what it is limited to."""
    limits = limits_of(analysis, gravity.sentence) | forms_of(analysis, gravity.sentence)
    limits |= opening_of(analysis, gravity.sentence)
    return Put(gravity.sentence, wording(analysis, gravity.cue), limits)


def _read(analysis: Analysis, step: int) -> Iterator[Gravity]:
    for sentence in statements_with(analysis, "severity"):
        steps = analysis.cues_by_category(sentence)["severity"]
        if len({int(c.attributes["step"]) for c in steps}) != 1 or int(steps[0].attributes["step"]) != step:
            continue
        noun = next((i for i in range(sentence.first, sentence.last) if analysis.norms[i] in _NOUNS), None)
        if (
            noun is None
            or _leaves_room(analysis, sentence, step)
            or not _graded(analysis, sentence, steps[0], noun)
        ):
            continue
        thing = thing_of(analysis, sentence, [steps[0]])
        if thing is not None:
            key = thing.key - {"=side-effect"} - {analysis.stems[noun]} or analysis.topic.key
            of = Thing(key, loose=thing.loose)
            total = _is_total(analysis, sentence, steps[0])
            yield Gravity(
                sentence, steps[0], _NOUNS[analysis.norms[noun]], of, total, may_be(analysis, sentence)
            )


def _graded(analysis: Analysis, sentence: Sentence, step: Cue, noun: int) -> bool:
    """True for "causes only mild side effects" and "the symptoms are severe"; not for "those with severe symptoms"."""
    norms, kinds = analysis.norms, analysis.kinds
    if step.first < noun:
        opens = step.first == sentence.first and not _TOLD.isdisjoint(norms[noun : noun + _TOLD_WITHIN])
        said = opens or (step.first > sentence.first and norms[step.first - 1] in _SAYS)
        return noun - step.last <= _BEFORE and said and "who" not in analysis.words(sentence)
    between = range(noun + 1, step.first)
    copula = any(kinds[i] & Kind.COPULA for i in (*between[-2:], *range(step.first, step.last)))
    return (
        copula
        and len(between) <= _REACH
        and not any("," in analysis.gap(i) for i in range(noun + 1, step.first + 1))
    )


def _leaves_room(analysis: Analysis, sentence: Sentence, step: int) -> bool:
    """True for what is seldom or sometimes so, or is denied; and for what may be mild."""
    cues = analysis.cues_by_category(sentence)
    may = step != _SEVERE and may_be(analysis, sentence)
    grades = cues["severity"]
    denied = any(not any(overlap(c, grade) for grade in grades) for c in cues.get("negation", ()))
    return is_seldom(analysis, sentence) or may or denied or "exception" in cues


def _is_total(analysis: Analysis, sentence: Sentence, step: Cue) -> bool:
    """True for "only mild side effects", and for "any side effects are mild" with no "usually"."""
    cues = analysis.cues_by_category(sentence)
    before = range(sentence.first, step.first)
    only = any(analysis.kinds[i] & Kind.ONLY_WORD for i in before)
    every = any(analysis.kinds[i] & Kind.COPULA for i in before) and "frequency" not in cues
    return only or (every and not analysis.kinds[sentence.first] & (Kind.SOME_WORD | Kind.PARTING))
