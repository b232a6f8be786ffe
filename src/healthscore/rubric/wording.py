"""Pydantic's errors in the words of a rubric's author: what is wrong, in which entry, and what is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from healthscore.rubric.document import Node
from healthscore.rubric.errors import Location, Problem, shown, suggestion
from healthscore.rubric.schema import (
    SCHEMA,
    Band,
    Cap,
    Condition,
    Criterion,
    Dimension,
    Rubric,
    Scale,
    Total,
    Withholding,
)

if TYPE_CHECKING:
    from pydantic import ValidationError

# What stands under a key: its name for people, and its type, which knows the allowed keys.
_PARTS: dict[str, tuple[str, type[Any]]] = {
    "dimensions": ("dimension", Dimension),
    "criteria": ("criterion", Criterion),
    "caps": ("cap", Cap),
    "withhold_when": ("withhold_when", Withholding),
    "bands": ("band", Band),
    "scale": ("scale", Scale),
    "total": ("total", Total),
    "when": ("when", Condition),
    "not_applicable_when": ("not_applicable_when", Condition),
}
_WANTED = {
    "string_type": "text",
    "string_pattern_mismatch": "more than blanks",
    "float_type": "a number",
    "finite_number": "a number",
    "greater_than_equal": "0 or more",
    "tuple_type": "a list",
    "dataclass_type": "a mapping of keys to values",
    "literal_error": repr(SCHEMA),
}
_PATTERNS = {
    "id": "in kebab-case, such as 'claims-have-sources'",
    "version": "a version such as '1.0.0'",
}


def problems(error: ValidationError, root: Node) -> Iterator[Problem]:
    """Each of pydantic's errors as a problem with file and line."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and any(_below(other["loc"], detail["loc"]) for other in details):
            continue  # pydantic counts only the sound entries
        if detail["type"] == "value_error":
            for location, message in detail["ctx"]["error"].faults:
                yield _problem(root, location, message)
        else:
            yield _problem(root, detail["loc"], _message(detail, root))


def _below(location: Location, above: Location) -> bool:
    return len(location) > len(above) and location[: len(above)] == above


def _problem(root: Node, location: Location, message: str) -> Problem:
    node = root.at(location)[-1]
    return Problem(node.file, node.line, message)


def _message(detail: Any, root: Node) -> str:
    kind, location = detail["type"], detail["loc"]
    if "ratings" in location:
        owner = _name(location[: location.index("ratings")], root)
        return f"ratings of {owner} must be at least two pairs of numbers, [[measure, rating], ...]"
    key, where = shown(location[-1]), _owner(location[:-1], root)
    if kind == "unexpected_keyword_argument":
        allowed = _allowed(location[:-1])
        return (
            f"unknown key {key}{where}{suggestion(str(location[-1]), allowed)} allowed: {', '.join(allowed)}"
        )
    if kind == "missing":
        return f"missing key {key}{where}"
    if kind == "too_short":
        return f"{key}{where} must not be empty"
    if isinstance(location[-1], int):
        key, where = _name(location, root), _owner(location[:-2], root)
    return f"{key}{where} must be {_wanted(kind, location[-1])}, not {shown(detail['input'])}"


def _wanted(kind: str, key: str | int) -> str:
    if kind.startswith("string_") and key in _PATTERNS:
        return _PATTERNS[str(key)]
    return _WANTED.get(kind, "something else")


def _allowed(location: Location) -> list[str]:
    keys = [step for step in location if isinstance(step, str)]
    part = _PARTS[keys[-1]][1] if keys else Rubric
    names = [field.name for field in fields(part)]
    return names if keys else ["extends", *names]


def _owner(location: Location, root: Node) -> str:
    """``" in criterion 'x'"``, or nothing at the top of the file."""
    return f" in {_name(location, root)}" if location else ""


def _name(location: Location, root: Node) -> str:
    """The entry at a location as a person would call it: by id, else by its number, else by its key."""
    *before, last = location
    if isinstance(last, str):
        return f"{last}{_owner(tuple(before), root)}" if before else last
    word = _PARTS[str(before[-1])][0]
    entry = root.at(location)[-1].value
    named = entry.get("id") if isinstance(entry, dict) else None
    return f"{word} {last + 1 if named is None else shown(named.value)}"
