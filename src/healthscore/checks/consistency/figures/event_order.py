"""How long before or after something a thing is to be done, and until when it may be, said twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import (
    COUNTED,
    Asked,
    Figure,
    at_odds,
    figure,
    stated_at,
    times_of,
)
from healthscore.checks.consistency.figures.named import extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.times import ENDLESS, Time

_SIDES = {"before": "before", "prior": "before", "ahead": "before", "after": "after", "following": "after"}
_STARTED = frozenset("started begun taken given used start begin take use given applied".split())
_BY = "start by"
_ONLY = frozenset({"only", "must", "never", "useless"})
_SUGGESTION = "Give one time, and say what it is counted from."


def timed_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of times before or after one event, or of last moments for one thing, that exclude each other."""
    asked = list(_asked(analysis))
    found = [one.read() for one in asked] if len(asked) > 1 else []
    yield from at_odds(found, "When, for", _SUGGESTION)
    opposite = [
        replace(
            one,
            question=f"side {one.low:g}",
            low=float(one.question == "before"),
            high=float(one.question == "before"),
        )
        for one in found
        if one.question in ("before", "after")
    ]
    yield from at_odds(opposite, "Before or after, for", _SUGGESTION, apart=COUNTED)


def _asked(analysis: Analysis) -> Iterator[Asked]:
    places = [cue.first for cue in analysis.cues_of("unit", "stretch") if cue.kind in ("time", "any-time")]
    for sentence in statements_at(analysis, places):
        yield from _beside(analysis, sentence)
    for sentence in stated_at(analysis, places):
        yield from _deadlines(analysis, sentence)


def _beside(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """The times of "ten minutes before breakfast" and "an hour after the meal", of what somebody is told to do."""
    norms = analysis.norms
    for time in times_of(analysis, sentence):
        side = _SIDES.get(norms[time.last]) if time.last < sentence.last else None
        around = extent(analysis, sentence, time.first, time.last)
        within = norms[around.first : around.last]
        event = time.last + 1 < around.last
        denied = any(
            around.first <= c.first < around.last
            for c in analysis.cues_by_category(sentence).get("negation", ())
        )
        told = any(
            kind & (Kind.USE_WORD | Kind.USED_PARTICIPLE)
            for kind in analysis.kinds[sentence.first : time.first]
        )
        told = told or not {"should", "must", "stop", "start", "enough"}.isdisjoint(within)
        takes = not {"takes", "within", "in", "was", "were"}.isdisjoint(
            norms[max(around.first, time.first - 3) : time.first]
        )
        if side and event and told and not denied and not takes:
            yield Asked(side, partial(_aside, analysis, sentence, side, time))


def _aside(analysis: Analysis, sentence: Sentence, side: str, time: Time) -> Figure:
    read = figure(analysis, sentence, side, (time.first, time.last + 1), time.interval())
    return replace(read, limits=frozenset(x for x in read.limits if not x.startswith("moment:")))


def _deadlines(analysis: Analysis, sentence: Sentence) -> Iterator[Asked]:
    """Until when "only works if it is started within two days" and "can be started at any time" let somebody start."""
    norms = analysis.norms
    words = frozenset(norms[sentence.first : sentence.last])
    if words.isdisjoint(_STARTED):
        return
    for cue in analysis.cues_by_category(sentence).get("stretch", ()):
        if cue.kind == "any-time" and not _STARTED.isdisjoint(
            norms[max(sentence.first, cue.first - 4) : cue.first]
        ):
            place, never = (cue.first, cue.last), (ENDLESS, ENDLESS)
            yield Asked(_BY, partial(figure, analysis, sentence, _BY, place, never))
    for time in times_of(analysis, sentence) if not words.isdisjoint(_ONLY) else ():
        before = norms[max(sentence.first, time.first - 4) : time.first]
        if "within" in before and not _STARTED.isdisjoint(before):
            yield Asked(_BY, partial(_by, analysis, sentence, time))


def _by(analysis: Analysis, sentence: Sentence, time: Time) -> Figure:
    read = figure(analysis, sentence, _BY, (time.first, time.last), (0.0, time.high))
    return replace(read, general=True)
