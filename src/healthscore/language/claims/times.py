"""Stretches of time in a sentence, in days: "thirty minutes", "half an hour", "a couple of weeks", "for life", "at once"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.claims.quantities import counts_things, number
from healthscore.language.cues import Cue
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

ENDLESS = float("inf")
_LIFE = (3650.0, ENDLESS)  # a lifetime is no less than ten years
_BOUND_REACH = 6  # tokens before a time in which "not ... longer than" stands
_A = ("a", "an", "one")
_VAGUE = {
    "couple": (2.0, 2.0),
    "few": (2.0, 6.0),
    "several": (3.0, 12.0),
    "some": (2.0, 12.0),
    "many": (4.0, 60.0),
}
_BARE = {"minute": 60.0, "hour": 24.0, "day": 7.0, "week": 8.0, "month": 12.0, "year": 30.0, "decade": 5.0}
"""How many of a unit "within hours" may mean."""
_LESS = frozenset({"within", "under", "below", "less", "inside", "fewer", "shorter"})
_MORE = frozenset({"over", "above", "beyond", "exceed", "exceeds", "exceeding"})
_LONGER = frozenset({"longer", "more", "later"})
_DENIALS = frozenset({"no", "not", "never", "cannot", "nor"})


class Time(NamedTuple):
    """Tokens ``[first, last)`` and how long, in days; ``bound`` is ``at most``, ``at least``, ``above`` or empty."""

    first: int
    last: int
    low: float
    high: float
    bound: str = ""

    def interval(self) -> tuple[float, float]:
        """All lengths that it allows."""
        if self.bound == "at most":
            return 0.0, self.high
        return self.low, ENDLESS if self.bound in ("at least", "above") else self.high


def times_in(analysis: Analysis, sentence: Sentence) -> list[Time]:
    """Every stretch of time in a sentence, in order of place; "4 hours to 3 days" is one."""
    found: list[Time] = []
    for cue in analysis.cues_by_category(sentence).get("unit", ()):
        if cue.kind != "time":
            continue
        time = _time(analysis, sentence, cue)
        if time is None:
            continue
        if (
            found
            and time.first - found[-1].last == 1
            and analysis.norms[found[-1].last] in ("and", "to", "or")
        ):
            before = found.pop()
            time = Time(before.first, time.last, before.low, time.high, before.bound)
        found.append(time)
    return [_bounded(analysis, sentence, time) for time in found]


def lasting_words(analysis: Analysis, sentence: Sentence) -> list[Time]:
    """What stands for a time: "at once" for none at all, "for the rest of your life" for all of it."""
    cues = analysis.cues_by_category(sentence).get("stretch", ())
    lengths = {"at-once": (0.0, 0.01), "first-time": (0.0, 1.0), "for-life": _LIFE, "no-limit": _LIFE}
    return [Time(c.first, c.last, *lengths[c.kind]) for c in cues if c.kind in lengths]


def _time(analysis: Analysis, sentence: Sentence, cue: Cue) -> Time | None:
    """The stretch that ends with a unit; None for "three times a day" and "the day"."""
    norms, unit = analysis.norms, float(cue.attributes["factor"])
    read = _counted(analysis, sentence, cue) or _worded(analysis, sentence, cue)
    if read is None:
        return None
    first, low, high = read
    last = cue.last
    after = norms[last : min(sentence.last, last + 3)]
    if after == ["and", "a", "half"]:
        low, high, last = low + 0.5, high + 0.5, last + 3
    elif after[:2] == ["or", "two"]:
        high, last = 2.0, last + 2
    elif after[:2] == ["or", "so"]:
        last += 2
    return Time(first, last, low * unit, high * unit)


def _counted(analysis: Analysis, sentence: Sentence, cue: Cue) -> tuple[int, float, float] | None:
    """Where "two to three weeks" begins, and the numbers."""
    tokens, norms, at = analysis.tokens, analysis.norms, cue.first - 1
    if at > sentence.first and norms[at] in ("full", "whole", "more", "long", "entire"):
        at -= 1
    if at < sentence.first or not counts_things(tokens[at]):
        return None
    high = low = number(tokens[at])
    if norms[at] == "half" and at - 3 >= sentence.first and norms[at - 2 : at] == ["and", "a"]:
        if not counts_things(tokens[at - 3]):
            return None
        low = high = number(tokens[at - 3]) + 0.5
        return at - 3, low, high
    first = at
    if at - 1 >= sentence.first and counts_things(tokens[at - 1]):
        if analysis.gap(at).strip() in ("-", "–", "—") and number(tokens[at - 1]) >= high * 2 and high < 10:
            low = high = number(tokens[at - 1]) + high  # twenty-five
            return at - 1, low, high
        if analysis.gap(at).strip() in ("-", "–", "—", ","):
            first, low = at - 1, number(tokens[at - 1])
    elif at - 2 >= sentence.first and norms[at - 1] in ("to", "and", "or") and counts_things(tokens[at - 2]):
        first, low = at - 2, number(tokens[at - 2])
    return first, min(low, high), max(low, high)


def _worded(analysis: Analysis, sentence: Sentence, cue: Cue) -> tuple[int, float, float] | None:
    """The same of "half an hour", "a couple of days", "the better part of a year", "a week" and "within hours"."""
    norms, at = analysis.norms, cue.first
    before = norms[max(sentence.first, at - 5) : at]
    if before[-2:] in (["half", "an"], ["half", "a"]):
        return at - 2, 0.5, 0.5
    if before[-3:] == ["quarter", "of", "an"]:
        return at - 3, 0.25, 0.25
    if before[-4:] in (["better", "part", "of", "a"], ["best", "part", "of", "a"], ["most", "of", "a"]):
        return at - 4, 0.6, 1.0
    if before[-3:] == ["a", "couple", "of"]:
        return at - 3, 2.0, 2.0
    if before and before[-1] in _VAGUE and before[-1] != "couple":
        return at - 1 - (before[-2:-1] == ["a"]), *_VAGUE[before[-1]]
    if before and before[-1] in ("full", "whole", "entire", "single") and before[-2:-1] and before[-2] in _A:
        return at - 2, 1.0, 1.0
    if before and before[-1] in _A:
        alone = before[-2:-1] == [] or before[-2] in words("amount", "before-a-time")
        return (at - 1, 1.0, 1.0) if alone else None
    bare = norms[at].removesuffix("s")
    if (
        norms[at] != bare
        and bare in _BARE
        and before
        and before[-1] in ("within", "for", "in", "after", "takes", "take", "until")
    ):
        return at, 1.5, _BARE[bare]
    return None


def _bounded(analysis: Analysis, sentence: Sentence, time: Time) -> Time:
    """The time with what bounds it: "at least", "within", "never longer than"."""
    before = analysis.norms[max(sentence.first, time.first - _BOUND_REACH) : time.first]
    near = before[-3:]
    after = analysis.norms[time.last : min(sentence.last, time.last + 2)]
    if (
        after in (["or", "more"], ["or", "longer"], ["and", "more"], ["at", "least"])
        or "least" in near
        or near[-1:] == ["minimum"]
        or "earliest" in near
    ):
        bound = "at least"
    elif near[-2:] in (["up", "to"], ["at", "most"]) or not _LESS.isdisjoint(near):
        bound = "at most"
    elif "than" in near and not _LONGER.isdisjoint(near):
        bound = "at most" if not _DENIALS.isdisjoint(before) else "above"
    else:
        bound = "above" if not _MORE.isdisjoint(near[-1:]) else ""
    return time._replace(bound=bound)
