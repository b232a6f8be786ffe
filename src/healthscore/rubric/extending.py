"""One rubric on top of another: entries meet by id, everything else is replaced."""

from __future__ import annotations

from msgspec.structs import replace

from healthscore.rubric.document import Node

BY_ID = ("dimensions", "criteria", "caps", "withhold_when")


def merge(base: Node, own: Node) -> Node:
    """``own`` laid over ``base``.

    Dimensions, criteria, caps and ``withhold_when`` meet by id, new ones follow the base's; any other key
    replaces the base's whole value, a curve or a condition too.
    """
    if not isinstance(base.value, dict) or not isinstance(own.value, dict):
        return own
    merged = dict(base.value)
    for key, node in own.value.items():
        merged[key] = _entries(merged[key], node) if key in BY_ID and key in merged else node
    return replace(own, value=merged)


def _entries(base: Node, own: Node) -> Node:
    if not isinstance(base.value, tuple) or not isinstance(own.value, tuple):
        return own
    entries = list(base.value)
    places = {_id(node): place for place, node in enumerate(entries)}
    for node in own.value:
        place = places.pop(_id(node), None)  # popped: an id given twice stays twice, and is refused later
        if place is None:
            entries.append(node)
        else:
            entries[place] = merge(entries[place], node)
    return replace(own, value=tuple(entries))


def _id(node: Node) -> object:
    return node.value["id"].value if isinstance(node.value, dict) and "id" in node.value else node
