"""The rubric file format ``healthscore-rubric/1`` as types. No code in rubrics: these forms, all else data."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from healthscore.rubric.meaning import faults, is_across

SCHEMA = "healthscore-rubric/1"
SEMVER = r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$"
KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class _KnownMeasures:
    """Puts the names of the measures into the JSON Schema, where editors complete them."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        from healthscore.checks import measures

        return {**handler(core), "enum": list(measures())}


Id = Annotated[str, Field(pattern=KEBAB)]
Text = Annotated[str, Field(pattern=r"\S")]
MeasureName = Annotated[str, _KnownMeasures()]
Weight = Annotated[float, Field(ge=0)]
Point = tuple[float, float]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Condition(_Part):
    """A measure below or above a number (exactly one of them); an article without the measure fails it."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["below"]}, {"required": ["above"]}]})

    measure: MeasureName
    below: float | None = None
    above: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether the condition is true of a measured value."""
        if value is None:
            return False
        return (self.below is not None and value < self.below) or (
            self.above is not None and value > self.above
        )


class Scale(_Part):
    """The lowest and the highest rating."""

    min: float
    max: float


class Band(_Part):
    """A word for the ratings from ``at_least`` up to the next band."""

    at_least: float
    name: Text


class Criterion(_Part):
    """One question, answered by one measure through a piecewise-linear curve of (measure, rating) points.

    On a measure across articles it is rated beside the dimension where a folder was scored, whatever its weight.
    """

    id: Id
    question: Text
    weight: Weight = 1.0
    measure: MeasureName
    ratings: Annotated[tuple[Point, ...], Field(min_length=2)]
    not_applicable_when: Condition | None = None

    @property
    def rises(self) -> bool:
        """Whether more of the measure is better."""
        return self.ratings[-1][1] > self.ratings[0][1]

    @property
    def across(self) -> bool:
        """Whether it is answered only across articles, and so no part of an article's own rating."""
        return is_across(self.measure)


class Cap(_Part):
    """A fault so grave that the dimension cannot be rated above ``at_most`` while it stands."""

    id: Id
    when: Condition
    at_most: float


class Dimension(_Part):
    """A question about the article, rated by the weighted mean of its criteria under its caps.

    One without criteria is not judged by machine: its rating is withheld, and ``look_at`` tells a person what to look
    at to rate it.
    """

    id: Id
    question: Text
    weight: Weight = 1.0
    criteria: tuple[Criterion, ...] = ()
    caps: tuple[Cap, ...] = ()
    look_at: Text | None = None


class Total(_Part):
    """The whole as the sum of the dimensions' ratings, with bands of its own, where it is not their mean.

    Dimensions that are not rated count as much as the mean of those that are.
    """

    bands: Annotated[tuple[Band, ...], Field(min_length=1)]


class Withholding(_Part):
    """Why an article is not rated at all; ``{value}`` in the reason stands for what was measured.

    Of several that hold, the first in the file is the one that is told.
    """

    id: Id
    when: Condition
    reason: Text


class Rubric(_Part):
    """An instrument, whole and checked: what is asked, what is measured, and how it becomes ratings.

    Equal rubrics have equal hashes and the same ``sha256``, whatever their comments and layout.
    """

    format: Literal["healthscore-rubric/1"] = Field(alias="schema")
    id: Id
    version: Annotated[str, Field(pattern=SEMVER)]
    title: Text
    source: Text
    scale: Scale
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    withhold_when: tuple[Withholding, ...] = ()
    total: Total | None = None

    @property
    def whole(self) -> tuple[Scale, tuple[Band, ...]]:
        """The scale and the bands of the rating of the whole article."""
        if self.total is None:
            return self.scale, self.bands
        count = sum(1 for dimension in self.dimensions if dimension.weight)
        return Scale(min=self.scale.min * count, max=self.scale.max * count), self.total.bands

    @model_validator(mode="after")
    def _makes_sense(self) -> Rubric:
        found = tuple(faults(self))
        if found:
            raise PydanticCustomError("rubric", "{first}", {"first": found[0][1], "faults": found})
        return self

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the content after ``extends``: what decides ratings and words, and nothing else."""
        content = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        canonical = json.dumps(content, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rubric file: a whole rubric, or the changes to the one that it ``extends``."""
    whole = Rubric.model_json_schema(by_alias=True)
    parts = whole.pop("$defs")
    extends = {
        "type": "string",
        "description": "id of a shipped rubric, or the path of a file beside this one",
    }
    changes = _optional(whole, keep=["schema", "id", "version"])
    changes["properties"] = {"extends": extends} | changes["properties"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": whole["title"],
        "description": whole["description"],
        "if": {"required": ["extends"]},
        "then": _renamed(changes),
        "else": whole,
        "$defs": parts
        | {f"{name}Changes": _renamed(_optional(part, keep=["id"])) for name, part in parts.items()},
    }


def _optional(part: dict[str, Any], keep: list[str]) -> dict[str, Any]:
    """A part in which only some keys are required: the rest may come from the rubric below."""
    if "id" not in part["properties"]:  # conditions, bands, scales are replaced whole
        return part
    lists = {
        key: {k: v for k, v in prop.items() if k != "minItems"} for key, prop in part["properties"].items()
    }
    curve = {"ratings": part["properties"]["ratings"]} if "ratings" in part["properties"] else {}
    return part | {"required": keep, "properties": lists | curve}


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: f"{v}Changes" if k == "$ref" else _renamed(v) for k, v in value.items()}
    return [_renamed(item) for item in value] if isinstance(value, list) else value
