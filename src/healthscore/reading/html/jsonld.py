"""What a page says of itself in JSON-LD, in the vocabulary of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from healthscore.reading.html.node import Node, pieces
from healthscore.reading.html.words import vocabulary

_LONGEST = 500_000  # characters of one script
_MOST = 500  # objects looked at
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")  # objects in these are of this page
_SAID_MORE_THAN_ONCE = ("authors", "reviewers", "funders")


def statements(scripts: Iterable[Node]) -> Mapping[str, tuple[object, str]]:
    """For each field (title, authors, published ...) what the best object says, and in which property."""
    objects = sorted(_objects(scripts), key=_rank)
    found: dict[str, tuple[object, str]] = {}
    for said in objects:
        for field, names in vocabulary("json_ld").items():
            for name in names if field != "types" else ():
                if field not in found and (value := _value(field, said.get(name))):
                    found[field] = value, f"JSON-LD {name}"
    return found


def _objects(scripts: Iterable[Node]) -> list[Mapping[str, object]]:
    """The objects of the page that are of a known type, in order."""
    loaded = [value for node in scripts if _is_json_ld(node) for value in _load("".join(pieces(node)))]
    by_id: dict[str, Mapping[str, object]] = {}
    found: list[Mapping[str, object]] = []
    queue = list(loaded)
    for value in queue:  # grows while it is read
        if isinstance(value, list):
            queue += value[:_MOST]
        elif isinstance(value, dict):
            by_id.setdefault(str(value.get("@id")), value)
            found += [value] if _types(value) & set(vocabulary("json_ld")["types"]) else []
            queue += [value[name] for name in _NESTED if isinstance(value.get(name), dict | list)]
        if len(queue) > _MOST:
            break
    return [_resolved(value, by_id) for value in found]


def _is_json_ld(node: Node) -> bool:
    return node.get("type").strip().lower().startswith("application/ld+json")


def _load(text: str) -> Iterator[object]:
    if len(text) > _LONGEST:
        return
    try:
        yield json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n"), strict=False)
    except (ValueError, RecursionError):  # broken, or nested without end
        return


def _resolved(value: Mapping[str, object], by_id: Mapping[str, Mapping[str, object]]) -> Mapping[str, object]:
    """The object, with people and bodies that are only named by an id put in their place."""
    return {name: _followed(said, by_id) for name, said in value.items()}


def _followed(said: object, by_id: Mapping[str, Mapping[str, object]]) -> object:
    if isinstance(said, list):
        return [_followed(one, by_id) for one in said[:50] if not isinstance(one, list)]
    if isinstance(said, dict) and "name" not in said:
        return by_id.get(str(said.get("@id")), said)
    return said


def _types(value: Mapping[str, object]) -> set[str]:
    said = value.get("@type")
    names: Sequence[object] = said if isinstance(said, list) else [said]
    return {str(name).rpartition("/")[2] for name in names}


def _rank(value: Mapping[str, object]) -> int:
    known = vocabulary("json_ld")["types"]
    return min((known.index(name) for name in _types(value) if name in known), default=len(known))


def _value(field: str, said: object) -> object:
    """Names as a list, everything else as a string; empty where nothing is said."""
    entries: Iterable[object] = said if isinstance(said, list) else [said]
    named = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
    strings = [" ".join(name.split()) for name in named if isinstance(name, str) and name.strip()]
    return strings if field in _SAID_MORE_THAN_ONCE else strings[0] if strings else ""
