"""What a rule and a measure are. Both are plain functions; their names and places are their ids."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property, wraps
from itertools import islice
from typing import Literal, Protocol, TypeVar

from msgspec import Struct

from healthscore.article import Span
from healthscore.language.analysis import Analysis

Severity = Literal["error", "warning", "note"]
Side = Literal[1, 2]
_Read = TypeVar("_Read")
_MOST_PLACES = 3  # that a measure names
HEADINGS = ("Finds", "Why it matters", "Example", "Instead", "Limits", "References")


class Hit(Struct, frozen=True):
    """What a rule saw: quoted spans of the article, or for something absent what was ``searched`` for.

    Of a conflict ``sides`` says which of its two sides each span is on, None where that is not known.
    """

    severity: Severity
    message: str
    suggestion: str
    evidence: tuple[Span, ...] = ()
    searched: str | None = None
    decided: tuple[str, ...] = ()
    sides: tuple[Side | None, ...] = ()


class Evidence(Struct, frozen=True):
    """What measures count: the analysed article and what each rule saw in it, by rule id."""

    analysis: Analysis
    hits: Mapping[str, tuple[Hit, ...]]


class Placed(Protocol):
    """Something that stands in the text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character after its last."""


class Measurement(Struct, frozen=True):
    """A measure's value for one article, and the count behind it in words; None where there is nothing to count.

    ``places`` are the first few of what it counts, or of what lacks it where that lowers a rating; a measure of the whole
    text, or of what is not there, has none.
    """

    value: float | None
    explanation: str
    places: tuple[Span, ...] = ()


class Rule(Struct, frozen=True, dict=True):
    """A function that yields hits; its module is the dimension, its name the rule, its docstring the manual.

    ``with_measures``: it speaks of what not every article owes its reader, and is put only under a rubric that asks
    for one of these measures. Empty: it is put to every article. ``gives_way``: what another rule of its dimension
    tells of a place is told there alone.
    """

    find: Callable[..., Iterable[Hit]]  # of an Analysis, but for the rules about comments
    with_measures: frozenset[str] = frozenset()
    gives_way: bool = False

    def applies(self, wanted: Collection[str]) -> bool:
        """Whether it is put under a rubric that asks for these measures."""
        return not self.with_measures or not self.with_measures.isdisjoint(wanted)

    @cached_property
    def dimension(self) -> str:
        """The module under ``checks`` in which the rule stands."""
        return _dimension(self.find)

    @cached_property
    def id(self) -> str:
        """``dimension/name`` in kebab-case."""
        return f"{self.dimension}/{self.find.__name__.replace('_', '-')}"

    @cached_property
    def summary(self) -> str:
        """The first line of the manual."""
        return inspect.getdoc(self.find).partition("\n")[0]  # type: ignore[union-attr]

    @cached_property
    def manual(self) -> dict[str, str]:
        """The docstring's sections under their fixed headings, in order."""
        parts = re.split(rf"^({'|'.join(HEADINGS)}):\s*", inspect.getdoc(self.find) or "", flags=re.MULTILINE)
        return {head: inspect.cleandoc(body) for head, body in zip(parts[1::2], parts[2::2], strict=True)}


class Measure(Struct, frozen=True, dict=True):
    """A function from evidence to a number, with its unit and range.

    ``on_demand``: computed only where the rubric asks for it. ``across``: seen only where the article was held
    against a folder, and therefore no part of a rating; a rubric can show it beside one.
    """

    compute: Callable[[Evidence], Measurement]
    unit: str
    low: float
    high: float
    on_demand: bool = False
    across: bool = False

    def applies(self, wanted: Collection[str]) -> bool:
        """Whether it is computed under a rubric that asks for these measures."""
        return not self.on_demand or self.name in wanted

    @cached_property
    def name(self) -> str:
        """``dimension.name`` in snake_case."""
        return f"{_dimension(self.compute)}.{self.compute.__name__}"

    @cached_property
    def summary(self) -> str:
        """What it counts, in one line."""
        return (inspect.getdoc(self.compute) or "").partition("\n")[0]


def measure(
    unit: str,
    low: float = 0.0,
    high: float = float("inf"),
    *,
    on_demand: bool = False,
    across: bool = False,
) -> Callable[[Callable[[Evidence], Measurement]], Measure]:
    """Make a measure of a function."""
    return lambda compute: Measure(compute, unit, low, high, on_demand, across)


def rule(find: Callable[[Analysis], Iterable[Hit]]) -> Rule:
    """Make a rule of a function."""
    return Rule(find)


def rule_beside(find: Callable[[Analysis], Iterable[Hit]]) -> Rule:
    """Make a rule of a function that is heard only where no other rule of its dimension has anything to say."""
    return Rule(find, gives_way=True)


def rule_with(*measures: str) -> Callable[[Callable[[Analysis], Iterable[Hit]]], Rule]:
    """Make a rule of a function that is put only under a rubric that asks for one of these measures."""
    return lambda find: Rule(find, frozenset(measures))


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 claim``, ``2 claims``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def once(read: Callable[[Analysis], _Read]) -> Callable[[Analysis], _Read]:
    """Make a reading of the analysis that several rules share: done at the first call, and kept with it."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def remembered(analysis: Analysis) -> _Read:
        memory: dict[str, _Read] = vars(analysis)
        if name not in memory:
            memory[name] = read(analysis)
        return memory[name]

    return remembered


def share(part: int, whole: int, explanation: str, places: Iterable[Placed] = ()) -> Measurement:
    """``part / whole`` rounded to 4 places, or nothing where there is no whole."""
    return Measurement(round(part / whole, 4) if whole else None, explanation, first_of(places))


def share_that(
    part: int, whole: int, noun: str, does: str, do: str, places: Iterable[Placed] = (), *, plural: str = ""
) -> Measurement:
    """A share that says what of: ``1 of 13 sentences cautions``, ``2 of 13 sentences caution``, ``0 of 1 sentence cautions``."""
    said = f"{part:,} of {counted(whole, noun, plural)} {does if 1 in (part, whole) else do}"
    return share(part, whole, said, places)


def first_of(places: Iterable[Placed]) -> tuple[Span, ...]:
    """The first few places of what a measure counts."""
    return tuple(Span(place.start, place.end) for place in islice(places, _MOST_PLACES))


def _dimension(function: Callable[..., object]) -> str:
    return function.__module__.removeprefix("healthscore.checks.").partition(".")[0]
