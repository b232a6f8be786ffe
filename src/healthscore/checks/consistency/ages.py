"""Ages that a sentence names, as years: "anyone under sixteen", "from the age of five", "a six-month-old"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import counts_things, number, numerals_in

_OLDEST = 120.0
_REACH = 4  # tokens before a number in which somebody is named, or "aged"
_BELOW, _ABOVE = (
    frozenset({"under", "below", "before", "than"}),
    frozenset({"over", "above", "from", "after", "past"}),
)
_YOUNGER, _OLDER = frozenset({"younger"}), frozenset({"older"})
_UPWARDS = frozenset({"over", "older", "up", "upwards", "above", "onwards", "upward"})
_OF_AGE = frozenset({"age", "aged", "old", "olds", "birthday", "younger", "older", "ages"})
_SOMEBODY = frozenset(
    "anyone anybody nobody one someone those child children baby babies infant infants kids boys girls youngsters "
    "people adults teenagers toddlers toddler women men patients boy girl teenager person body man woman youngster".split()
)
_BIRTHDAYS = {
    "first": 1.0,
    "second": 2.0,
    "third": 3.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "tenth": 10.0,
    "sixteenth": 16.0,
}
_GROUPS = {
    "ones": 1.0, "twos": 2.0, "threes": 3.0, "fours": 4.0, "fives": 5.0, "sixes": 6.0, "sevens": 7.0, "eights": 8.0,
    "tens": 10.0, "twelves": 12.0, "sixteens": 16.0, "eighteens": 18.0, "forties": 40.0, "fifties": 50.0, "sixties": 60.0,
    "seventies": 70.0, "eighties": 80.0,
}  # fmt: skip
"""Of "the under-fives" and "the over-sixties"."""
_UNTIL = frozenset({"before", "until", "till"})
_ONE = frozenset("boy girl child teenager person body man woman youngster toddler lad".split())
_NEEDS = frozenset({"needs", "requires", "gets", "sleeps"})
_MONTHS = frozenset({"month", "months"})
_YEARS_OR_MONTHS = ("year", "years", "month", "months")


class Age(NamedTuple):
    """From which age up to which, in years; ``low`` belongs to it, ``high`` does not."""

    low: float
    high: float

    def holds(self, age: float) -> bool:
        """True for an age within it."""
        return self.low <= age < self.high


USUAL_AGES = {
    "infants": Age(0.25, 1),
    "children": Age(8, 18),
    "adult": Age(40, _OLDEST),
    "older": Age(75, _OLDEST),
}
"""The age at which most of a group of ``lexicons/scopes.toml`` are meant, up to where it ends."""


def ages_of(analysis: Analysis, sentence: Sentence) -> tuple[Age, ...]:
    """The ages that a sentence gives in numbers."""
    told = [
        age
        for index in numerals_in(analysis, sentence)
        if counts_things(analysis.tokens[index])
        for age in _age(analysis, sentence, index)
    ]
    return (*told, *_groups(analysis, sentence), *_before_a_birthday(analysis, sentence))


def _groups(analysis: Analysis, sentence: Sentence) -> Iterator[Age]:
    """The ages of "the under-fives" and "the over-sixties"."""
    norms = analysis.norms
    for index in range(sentence.first + 1, sentence.last):
        if norms[index] in _GROUPS and norms[index - 1] in ("under", "over"):
            years = _GROUPS[norms[index]]
            yield Age(0, years) if norms[index - 1] == "under" else Age(years, _OLDEST)


def _before_a_birthday(analysis: Analysis, sentence: Sentence) -> Iterator[Age]:
    """The age of "before their first birthday"."""
    norms = analysis.norms
    for index in range(sentence.first + 2, sentence.last):
        years = _BIRTHDAYS.get(norms[index - 1]) if norms[index] == "birthday" else None
        if years and not _UNTIL.isdisjoint(norms[max(sentence.first, index - _REACH) : index]):
            yield Age(0, years)


def _age(analysis: Analysis, sentence: Sentence, index: int) -> Iterator[Age]:
    norms = analysis.norms
    before = norms[max(sentence.first, index - _REACH) : index]
    after = norms[index + 1 : min(sentence.last, index + _REACH)]
    unit = 1 / 12 if not _MONTHS.isdisjoint(after[:1]) else 1.0
    years = number(analysis.tokens[index]) * unit
    old = "old" in after[:2] or "olds" in after[:2]
    if not (old or _names_age(analysis, sentence, index, before, after)) or years >= _OLDEST:
        return
    near = set(before)
    if before[-1:] == ["between"] and after[:1] == ["and"] and counts_things(analysis.tokens[index + 2]):
        yield Age(years, number(analysis.tokens[index + 2]) * unit)
        return
    if near & (_BELOW | _YOUNGER) and not near & _OLDER:
        yield Age(0, years)
    elif near & (_ABOVE | _OLDER) or (
        ("and" in after[:3] or "or" in after[:3]) and not _UPWARDS.isdisjoint(after)
    ):
        yield Age(years, _OLDEST)
    elif old or "aged" in near or before[-1:] == ["of"]:
        yield Age(years, years + unit)


def _names_age(
    analysis: Analysis, sentence: Sentence, index: int, before: list[str], after: list[str]
) -> bool:
    """True where the words around a number say that it is an age, or somebody is "under" or "over" it."""
    if not _OF_AGE.isdisjoint(before) or not _OF_AGE.isdisjoint(after[:3]):
        return True
    if (
        before[-1:] == ["from"]
        and after[:1]
        and after[0] in _YEARS_OR_MONTHS
        and after[1:2] in (["on"], ["onwards"])
    ):
        return True  # "from six months on"
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _ONE and _ends(analysis, sentence, index):
        return True  # "a boy of fifteen"
    bounded = bool(before) and before[-1] in ("between", "under", "over", "below", "above")
    unit = (
        index + 1 < sentence.last
        and analysis.kinds[index + 1] & Kind.TIME_NOUN
        and after[0] not in _YEARS_OR_MONTHS
    )
    if before[-1:] == ["of"] and after[:1] and after[0] in _YEARS_OR_MONTHS:
        return before[-2:-1] != ["age"] and not _SOMEBODY.isdisjoint(before[-2:])  # "babies of six months"
    return bounded and not unit and not _SOMEBODY.isdisjoint(before[:-1])


def _ends(analysis: Analysis, sentence: Sentence, index: int) -> bool:
    """True where no noun follows that a number would count."""
    after = index + 1
    if after >= sentence.last or not analysis.gap(after).isspace():
        return True
    return bool(analysis.kinds[after] & Kind.CLOSED) or analysis.norms[after] in _NEEDS
