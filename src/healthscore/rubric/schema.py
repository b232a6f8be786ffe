"""The rubric file format ``healthscore-rubric/1`` as types. No code in rubrics: these forms, all else data.

What a form says beyond its type stands beside it (``Annotated``) and is for pydantic, which holds files against the
forms (``checking``): the shipped ones are held by tests, so that a score under one need not import it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from healthscore.rubric.meaning import Fault, faults, is_across

SCHEMA = "healthscore-rubric/1"
SEMVER = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"
KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class _With:
    """Puts what is asked of a value into pydantic's schema of its type."""

    def __init__(self, **asked: Any) -> None:
        self._asked = asked

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return {**handler(source), **self._asked}


class _KnownMeasures:
    """Puts the names of the measures into the JSON Schema, where editors complete them."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        from healthscore.checks import measures

        return {**handler(core), "enum": list(measures())}


Id = Annotated[str, _With(pattern=KEBAB)]
Text = Annotated[str, _With(pattern=r"\S")]
Version = Annotated[str, _With(pattern=SEMVER)]
MeasureName = Annotated[str, _KnownMeasures()]
Number = Annotated[float, _With(strict=True, allow_inf_nan=False)]
Weight = Annotated[float, _With(strict=True, allow_inf_nan=False, ge=0)]
Point = tuple[Number, Number]


class SenselessError(ValueError):
    """A rubric whose numbers, names or curves make no sense together, with every fault and its location."""

    def __init__(self, found: tuple[Fault, ...]) -> None:
        """Keep the faults; the text is the first."""
        super().__init__(found[0][1])
        self.faults = found


class _Part:
    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Condition(_Part):
    """A measure below or above a number (exactly one of them); an article without the measure fails it."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        **_Part.__pydantic_config__,
        "json_schema_extra": {"oneOf": [{"required": ["below"]}, {"required": ["above"]}]},
    }

    measure: MeasureName
    below: Number | None = None
    above: Number | None = None

    def holds(self, value: float | None) -> bool:
        """Whether the condition is true of a measured value."""
        if value is None:
            return False
        return (self.below is not None and value < self.below) or (
            self.above is not None and value > self.above
        )


@dataclass(frozen=True, slots=True)
class Scale(_Part):
    """The lowest and the highest rating."""

    min: Number
    max: Number


@dataclass(frozen=True, slots=True)
class Band(_Part):
    """A word for the ratings from ``at_least`` up to the next band."""

    at_least: Number
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(_Part):
    """One question, answered by one measure through a piecewise-linear curve of (measure, rating) points.

    On a measure across articles it is rated beside the dimension where a folder was scored, whatever its weight.
    """

    id: Id
    question: Text
    weight: Weight = 1.0
    measure: MeasureName
    ratings: Annotated[tuple[Point, ...], _With(strict=True, min_length=2)]
    not_applicable_when: Condition | None = None

    @property
    def rises(self) -> bool:
        """Whether more of the measure is better."""
        return self.ratings[-1][1] > self.ratings[0][1]

    @property
    def across(self) -> bool:
        """Whether it is answered only across articles, and so no part of an article's own rating."""
        return is_across(self.measure)


@dataclass(frozen=True, slots=True)
class Cap(_Part):
    """A fault so grave that the dimension cannot be rated above ``at_most`` while it stands."""

    id: Id
    when: Condition
    at_most: Number


@dataclass(frozen=True, slots=True)
class Dimension(_Part):
    """A question about the article, rated by the weighted mean of its criteria under its caps.

    One without criteria is not judged by machine: its rating is withheld, and ``look_at`` tells a person what to look
    at to rate it. One that ``only_lowers`` counts in the whole as no more than the mean of the others: that no fault
    of its kind was found makes nothing better.
    """

    id: Id
    question: Text
    weight: Weight = 1.0
    criteria: tuple[Criterion, ...] = ()
    caps: tuple[Cap, ...] = ()
    look_at: Text | None = None
    only_lowers: bool = False


@dataclass(frozen=True, slots=True)
class Total(_Part):
    """The whole as the sum of the dimensions' ratings, with bands of its own, where it is not their mean.

    Dimensions that are not rated count as much as the mean of those that are.
    """

    bands: Annotated[tuple[Band, ...], _With(min_length=1)]


@dataclass(frozen=True, slots=True)
class Withholding(_Part):
    """Why an article is not rated at all; ``{value}`` in the reason stands for what was measured.

    Of several that hold, the first in the file is the one that is told.
    """

    id: Id
    when: Condition
    reason: Text


@dataclass(frozen=True)
class Rubric(_Part):
    """An instrument, whole and checked: what is asked, what is measured, and how it becomes ratings.

    Equal rubrics have equal hashes and the same ``sha256``, whatever their comments and layout.
    """

    schema: Literal["healthscore-rubric/1"]
    id: Id
    version: Version
    title: Text
    source: Text
    scale: Scale
    bands: Annotated[tuple[Band, ...], _With(min_length=1)]
    dimensions: Annotated[tuple[Dimension, ...], _With(min_length=1)]
    withhold_when: tuple[Withholding, ...] = ()
    total: Total | None = None

    @property
    def whole(self) -> tuple[Scale, tuple[Band, ...]]:
        """The scale and the bands of the rating of the whole article."""
        if self.total is None:
            return self.scale, self.bands
        count = sum(1 for dimension in self.dimensions if dimension.weight)
        return Scale(min=self.scale.min * count, max=self.scale.max * count), self.total.bands

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        found = tuple(faults(self))
        if found:
            raise SenselessError(found)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the content after ``extends``: what decides ratings and words, and nothing else."""
        canonical = json.dumps(as_document(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def from_document(document: Mapping[str, Any]) -> Rubric:
    """The rubric of a document that has the right form, as plain mappings, sequences and scalars."""
    given: dict[str, Any] = {
        **document,
        "scale": Scale(**document["scale"]),
        "bands": _bands(document["bands"]),
        "dimensions": tuple([_dimension(d) for d in document["dimensions"]]),
        "withhold_when": tuple([Withholding(**_with_when(w)) for w in document.get("withhold_when", ())]),
    }
    if given.get("total"):
        given["total"] = Total(_bands(given["total"]["bands"]))
    return Rubric(**given)


def _bands(given: Any) -> tuple[Band, ...]:
    return tuple([Band(**band) for band in given])


def _dimension(given: Mapping[str, Any]) -> Dimension:
    criteria = tuple([_criterion(criterion) for criterion in given.get("criteria", ())])
    caps = tuple([Cap(**_with_when(cap)) for cap in given.get("caps", ())])
    return Dimension(**{**given, "criteria": criteria, "caps": caps})


def _criterion(given: Mapping[str, Any]) -> Criterion:
    return Criterion(**{**_with_when(given), "ratings": tuple(map(tuple, given["ratings"]))})


def _with_when(given: Mapping[str, Any]) -> dict[str, Any]:
    whens = {key: Condition(**given[key]) for key in ("when", "not_applicable_when") if given.get(key)}
    return {**given, **whens}


def as_document(part: Any) -> Any:
    """A rubric, or a part of one, as plain mappings, lists and scalars, without what is by default."""
    if is_dataclass(part):
        values = ((field, getattr(part, field.name)) for field in fields(part))
        return {f.name: as_document(v) for f, v in values if f.default is MISSING or v != f.default}
    return [as_document(item) for item in part] if isinstance(part, tuple) else part
