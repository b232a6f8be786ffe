"""The words by which a page's markup says what a part of it is: ``words.toml`` and ``metadata.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import rtoml

from healthscore.reading.html.node import Node

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMES = ("class", "id", "data-component", "data-testid")
_LONGEST = 1_000  # characters of an element's names
_MOST_PARTS = 40


@cache
def words(section: str) -> Mapping[str, frozenset[str]]:
    """One section of the file: sets of words by name."""
    return {name: frozenset(entries) for name, entries in _file("words.toml")[section].items()}


@cache
def vocabulary(section: str) -> Mapping[str, tuple[str, ...]]:
    """One section of ``metadata.toml``: names in the order of trust, by field."""
    return {field: tuple(names) for field, names in _file("metadata.toml")[section].items()}


@cache
def _file(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    return rtoml.load(Path(__file__).with_name(name))


def name_words(node: Node) -> frozenset[str]:
    """The words in an element's class and id, alone and in pairs: ``post-tags`` is post, tags and "post tags".

    So are the parts of an element's own name, where its maker invented it: ``amp-ad``.
    """
    if node.names is None and not node.attributes and "-" not in node.tag:
        node.names = frozenset()
    elif node.names is None:
        said = [node.get(name) for name in _NAMES] + [node.tag] * ("-" in node.tag)
        node.names = frozenset().union(*map(_parts_of, " ".join(said)[:_LONGEST].split()))
    return node.names


@lru_cache(maxsize=10_000)
def _parts_of(name: str) -> frozenset[str]:
    parts = [part.lower() for part in _PART.findall(name)[:_MOST_PARTS]]
    return frozenset([*parts, *(f"{one} {other}" for one, other in pairwise(parts))])
