"""Files held against the forms of a rubric, by pydantic: as a rubric or as what is wrong with it, and as JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from healthscore.rubric.document import Node
from healthscore.rubric.errors import RubricError
from healthscore.rubric.schema import SCHEMA, Rubric
from healthscore.rubric.wording import problems

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def checked(root: Node) -> Rubric:
    """The rubric of a file's tree; ``RubricError`` with every problem, those of the file itself first."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(root.plain())
    except ValidationError as error:
        found = dict.fromkeys(problems(error, root))  # one wrong curve may err in many points
        in_order = sorted(found, key=lambda p: (p.file != root.file, p.file, p.line or 0))
        raise RubricError(in_order) from None


@cache
def _adapter() -> TypeAdapter[Rubric]:
    from pydantic import TypeAdapter

    return TypeAdapter(Rubric)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a rubric file: a whole rubric, or the changes to the one that it ``extends``."""
    whole = _adapter().json_schema()
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
