"""How long one thing takes, lasts or is used, said twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache, partial

from msgspec.structs import replace

from healthscore.checks.consistency.figures.figured import (
    Asked,
    Figure,
    answered_twice,
    at_odds,
    figure,
    times_of,
)
from healthscore.checks.consistency.figures.named import Extent, extent
from healthscore.checks.consistency.pairs import statements_at
from healthscore.checks.consistency.weighing import Weighed
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.times import ENDLESS, Time, lasting_words
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words
from healthscore.language.stems import stem

_REACH = 4  # tokens before a time in which its preposition stands
_FAR = 9  # tokens between a time and the verb that says what it is that of
_UNTIL = frozenset({"within", "in", "after", "inside", "until", "wait", "take", "takes", "took", "by"})
_LEADS_TO = frozenset({"before", "until", "for", "to", "later", "till"})
_FOR = frozenset({"for", "than", "over", "exceed", "to"})
_ABOUT = frozenset(
    "about around roughly approximately only just nearly almost at least most up to between less more than no under over".split()
)
_TAKES = frozenset({"take", "takes", "took", "require", "requires", "spend"})
_ALLOWS = frozenset({"allow", "reserve", "plan", "reckon"})
_NO_AGE = frozenset({"old", "olds", "age", "ago", "apart", "younger", "older"})
_RESTRICTS = frozenset({"if", "when", "while", "unless", "once", "who", "that", "whenever"})
_REPORTS = frozenset(
    {"so", "remember", "know", "explain", "note", "mind", "means", "show", "shows", "say", "says"}
)
_PAST = frozenset("was were had been did would study studies trial trials".split())
_WHERE = frozenset("hospital bed plaster cast quarantine isolation splint".split())
_BONES = ("bone", "bones", "broken", "fracture", "fractures", "wrist")
_FULL = frozenset({"full", "maximum", "peak", "best", "whole"})  # what works fully by then works before
_STOPPED = frozenset({"stop", "stops", "stopped", "ceases"})
_OF_TOPIC = ("contagious-for", "first-signs")
_SAID = {
    "onset": "Time to effect of",
    "full": "Time to the full effect of",
    "lasts": "Duration of",
    "course": "Time of use of",
    "first-signs": "Time to the first signs of",
    "contagious-for": "Contagious time of",
    "keeps": "Shelf life of",
    "stays-in-body": "Time in the body of",
    "worn": "Time of wearing",
}


def lasting_otherwise(analysis: Analysis) -> Iterator[Weighed]:
    """Pairs of times that one thing takes to work, lasts or is taken for, and that exclude each other."""
    found = answered_twice(_asked(analysis))
    for question, said in _SAID.items():
        asked = [one for one in found if one.question == question]
        if len(asked) > 1:
            yield from at_odds(
                asked, said, "Give one figure, with whom and what it holds for, and its source."
            )


def _asked(analysis: Analysis) -> Iterator[Asked]:
    places = [
        cue.first
        for cue in analysis.cues_of("unit", "stretch")
        if cue.kind in ("time", "at-once", "first-time", "for-life", "no-limit")
    ]
    for sentence in statements_at(analysis, places):
        cues = analysis.cues_by_category(sentence).get("duration", ())
        if not cues and _TAKES.union(_ALLOWS).isdisjoint(analysis.words(sentence)):
            continue
        worded = lasting_words(analysis, sentence)
        inside = {index for time in worded for index in range(time.first, time.last)}
        times = [time for time in times_of(analysis, sentence) if time.first not in inside] + worded
        for time in times:
            around = extent(analysis, sentence, time.first, time.last)
            alone = sum(around.first <= other.first < around.last for other in times) == 1
            if alone:
                yield from _of_time(analysis, sentence, time, cues, around)


def _of_time(
    analysis: Analysis, sentence: Sentence, time: Time, cues: Sequence[Cue], around: Extent
) -> Iterator[Asked]:
    """The question that a time answers; that to the full effect answers when it begins to work too."""
    norms = analysis.norms
    told = _PAST.isdisjoint(
        norms[around.first : around.last]
    )  # not what was done in a trial, or is wished for
    if not told or not _NO_AGE.isdisjoint(norms[time.last : min(sentence.last, time.last + 2)]):
        return
    near = [c for c in cues if around.first <= c.first < around.last and _distance(c, time) <= _FAR]
    if not near and time.high == ENDLESS:
        near = [c for c in cues if c.kind == "uses" and c.last <= time.first]
    near = [c for c in near if c.kind == "worn"] or near  # "the cast stays on"
    asked = [
        (_question(analysis, sentence, time, c), c)
        for c in [*sorted(near, key=lambda c: _distance(c, time)), None]
    ]
    question, cue = next((pair for pair in asked if pair[0]), asked[0])
    if question is None or _is_restricted(analysis, around, time, cue):
        return
    interval = _interval(analysis, sentence, around, time, cue)
    if interval is None:
        return
    telling = [c for c in near if c is cue or norms[c.first] not in words("figure", "tells-apart")]
    asking = {i for c in telling for i in range(c.first, c.last) if norms[i] not in _WHERE}
    yield Asked(question, partial(_figure, analysis, sentence, question, time, interval, asking))
    if question == "full":
        earlier = (0.0, interval[1])
        yield Asked("onset", partial(_figure, analysis, sentence, "onset", time, earlier, asking))


def _figure(
    analysis: Analysis,
    sentence: Sentence,
    question: str,
    time: Time,
    interval: tuple[float, float],
    asking: Set[int],
) -> Figure:
    read = figure(analysis, sentence, question, (time.first, time.last), interval, asking)
    if interval[1] == ENDLESS > time.high or (question == "course" and interval[0] == 0.0):
        read = replace(read, general=True)  # "not before", "never longer"
    of_topic = question in _OF_TOPIC and analysis.topic.key
    return replace(read, terms=analysis.topic.key) if of_topic else _in_one_name(read)


def _in_one_name(read: Figure) -> Figure:
    """The figure with the names of what has several as one: a jab is a vaccine, and a plaster a cast."""
    if "plaster" in read.terms and not read.analysis.places_of(_BONES):
        return read  # what sticks on a graze
    return replace(read, terms=frozenset(map(_one_name, read.terms)), head=_one_name(read.head))


def _one_name(term: str) -> str:
    return "=jab" if term.endswith("-vaccine") else _named_alike().get(term, term)


@cache
def _named_alike() -> dict[str, str]:
    return {stem(word): f"={kind}" for kind in ("jab", "cast") for word in words("figure", kind)}


def _distance(cue: Cue, time: Time) -> int:
    return max(time.first - cue.last, cue.first - time.last)


def _question(analysis: Analysis, sentence: Sentence, time: Time, cue: Cue | None) -> str | None:
    """Which question a time answers: what its verb says, and the words between."""
    norms, first = analysis.norms, sentence.first
    before = frozenset(norms[max(first, time.first - _REACH) : time.first])
    after = norms[time.last : min(sentence.last, time.last + 1)]
    leads = bool(after) and after[0] in _LEADS_TO
    if cue is None:
        took = next(
            (
                i
                for i in range(time.first - 1, max(first, time.first - _REACH) - 1, -1)
                if norms[i] not in _ABOUT
            ),
            0,
        )
        if norms[took] in _ALLOWS:
            return "lasts"
        return "lasts" if norms[took] in _TAKES and not leads else None
    until = bool(before & _UNTIL) or leads or (time.high <= 1.0 and time.low == 0.0)
    if cue.kind == "acts":
        if norms[cue.first - 1] in _STOPPED:
            return "lasts"  # "stops working after an hour"
        if not _FULL.isdisjoint(norms[cue.first : cue.last]) and until:
            return "full"
        if "until" in norms[cue.last : time.first]:
            return "onset"  # "you will not sleep better until you have taken it for a week"
        if time.high == ENDLESS or ("for" in before and not leads):
            return "lasts"
        return "onset" if until else None
    if cue.kind == "worn":
        return "worn" if norms[cue.last - 1] == "for" or before & {"for", "after"} else None
    if cue.kind == "stops":
        return "course" if "after" in before and cue.last <= time.first else None
    if cue.kind == "ends":
        return "lasts" if until else None
    if cue.kind == "holds":
        return None if before & {"after", "within", "in", "every"} or time.low == 0.0 else "lasts"
    if cue.kind == "uses":
        if _UNTIL.intersection(norms[max(first, cue.first - _REACH) : cue.first]) - {
            "in",
            "take",
            "takes",
            "took",
        }:
            return None  # "you will not sleep better until you have taken it for a week"
        return "course" if before & _FOR or time.high == ENDLESS else None
    if cue.kind == "onset" and not _FULL.isdisjoint(norms[cue.first : cue.last]):
        return "full"
    return None if time.high == ENDLESS and cue.kind not in ("lasts", "course") else cue.kind


def _is_restricted(analysis: Analysis, around: Extent, time: Time, cue: Cue | None) -> bool:
    """True for "pain that lasts", "when it lasts"; not for "after an incubation period of" and "remember that it lasts"."""
    norms = analysis.norms
    first = min(cue.first if cue else time.first, time.first)
    if cue is not None and norms[cue.first] == "incubation":
        return False
    return any(
        norms[i] in _RESTRICTS and not (norms[i] == "that" and norms[i - 1] in _REPORTS)
        for i in range(around.first, first)
    )


def _interval(
    analysis: Analysis, sentence: Sentence, around: Extent, time: Time, cue: Cue | None
) -> tuple[float, float] | None:
    norms = analysis.norms
    before = norms[max(around.first, time.first - _REACH) : time.first]
    if cue is not None and cue.last < time.first:
        before = norms[cue.last : time.first]
    denied = [
        c
        for c in analysis.cues_by_category(sentence).get("negation", ())
        if around.first <= c.first < max(time.first, cue.first if cue else 0)
        and not time.first <= c.first < time.last
    ]
    if denied and not time.bound:
        if {"until", "before", "till"}.isdisjoint(
            [*before, *norms[time.last : min(sentence.last, time.last + 1)]]
        ):
            return None
        return time.low, ENDLESS  # "do not appear until 40 days"
    if cue is not None and cue.kind == "stops":
        return 0.0, time.high
    if time.bound == "above" and denied:
        return 0.0, time.high
    if before[-2:] == ["only", "after"]:
        return time.low, ENDLESS
    return time.interval()
