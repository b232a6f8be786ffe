"""YAML text to a tree that remembers where each value stands, so that an error can name file and line.

A rubric is data for people to read: plain YAML with the scalars of YAML 1.2 (``no`` is a word, ``1:30`` is
not a number). Repeated keys, tags, several documents, and files too large or too deep are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Never, TypeAlias

import yaml
from msgspec import Struct
from msgspec.structs import replace

from healthscore.rubric.errors import Location, Problem, RubricError, shown

MAX_BYTES = 1_000_000
MAX_VALUES = 20_000
MAX_DEPTH = 20
TOO_DEEP = f"nested more than {MAX_DEPTH} deep"
_TOO_DEEP_FOR_YAML = "exceeded maximum nesting depth"  # libyaml gives up before the first value is read

Scalar: TypeAlias = str | float | bool | None

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}


class Node(Struct, frozen=True):
    """A value with its place; the line of a mapping's value is that of its key."""

    value: Scalar | tuple[Node, ...] | dict[str, Node]
    file: str
    line: int

    def plain(self) -> Any:
        """The value without places: dicts, tuples and scalars."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return tuple(node.plain() for node in self.value)
        return self.value

    def at(self, location: Location) -> list[Node]:
        """The nodes along a location, this one first, as far as the tree reaches."""
        path = [self]
        for step in location:
            value = path[-1].value
            if isinstance(value, dict) and step in value:
                path.append(value[str(step)])
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                path.append(value[step])
            else:
                break
        return path


def parse(text: str, file: str) -> Node:
    """The tree of one YAML document; ``RubricError`` where it is none."""
    try:
        return _Builder(text, file).document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        said = TOO_DEEP if reason == _TOO_DEEP_FOR_YAML else f"not valid YAML: {reason}"
        raise RubricError([Problem(file, mark.line + 1 if mark else None, said)]) from None


class _Builder:
    """Builds the tree from the parser's events, counting values so that aliases cannot blow it up."""

    def __init__(self, text: str, file: str) -> None:
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self._file = file
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._count = 0

    def document(self) -> Node:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise RubricError([Problem(self._file, None, "empty")])
        root = self._node(next(self._events), 0)
        next(self._events)
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            self._refuse(following, "a second document; a rubric file holds one")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if event.tag is not None:
            self._refuse(event, f"the tag {shown(event.tag)}; rubric files are plain data without tags")
        if depth > MAX_DEPTH:
            self._refuse(event, TOO_DEEP)
        before = self._count
        self._spend(event, 1)
        node = Node(self._value(event, depth), self._file, event.start_mark.line + 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._count - before)
        return node

    def _value(self, event: Any, depth: int) -> Scalar | tuple[Node, ...] | dict[str, Node]:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return event.value if event.style else _scalar(event.value)

    def _sequence(self, depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return tuple(items)

    def _mapping(self, depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "a key that is not a word")
            key = event.value
            if key in entries:
                self._refuse(event, f"key {shown(key)} a second time; first on line {entries[key].line}")
            entries[key] = replace(self._node(next(self._events), depth + 1), line=line)
        return entries

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            self._refuse(event, f"the alias {shown(event.anchor)} stands for nothing before it")
        node, size = self._anchors[event.anchor]
        self._spend(event, size)
        return node

    def _spend(self, event: Any, values: int) -> None:
        self._count += values
        if self._count > MAX_VALUES:
            self._refuse(event, f"more than {MAX_VALUES} values, aliases written out")

    def _refuse(self, event: Any, message: str) -> Never:
        raise RubricError([Problem(self._file, event.start_mark.line + 1, message)])


def _scalar(word: str) -> Scalar:
    if word in _WORDS:
        return _WORDS[word]
    return float(word) if _NUMBER.fullmatch(word) else word
