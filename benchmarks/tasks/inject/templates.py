"""The patterns of ``templates.toml``, ready to use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

STYLES = ("plain", "idiomatic")

_FILE = Path(__file__).with_name("templates.toml")
_PART = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True)
class Pattern:
    """A kind of claim, how it is found, and how its opposite may be written in each style that it has."""

    kind: str
    name: str
    find: re.Pattern[str]
    write: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Plain:
    """What is done to a sentence before a pattern is tried on it."""

    opening: re.Pattern[str]
    scope: re.Pattern[str]
    tail: re.Pattern[str]
    refuse: re.Pattern[str]


@dataclass(frozen=True)
class Parts:
    """What a part of a claim may be: its length, and words that it must not have."""

    subject: frozenset[str]
    words: int
    subject_words: int
    refuse: frozenset[str]
    refuse_first: frozenset[str]
    refuse_subject: frozenset[str]
    refuse_first_subject: frozenset[str]
    fine_in_company: frozenset[str]
    verbs: frozenset[str]


@dataclass(frozen=True)
class Templates:
    """All of ``templates.toml``."""

    plain: Plain
    parts: Parts
    patterns: tuple[Pattern, ...]


@cache
def templates() -> Templates:
    """What the file says, read once. Its head tells how it is written."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    plain, parts, phrases = data["plain"], data["parts"], data["phrases"]
    unfinished = "".join(rf"(?<!\b(?i:{re.escape(word)}))" for word in plain.pop("unfinished"))
    phrases |= {name: rf"(?P<{name}>[A-Za-z0-9][^;:]*?){unfinished}" for name in ("b", "c", "x")} | {
        "a": rf"(?P<a>[A-Z][^,;:]*?){unfinished}"
    }
    return Templates(
        plain=Plain(**{name: re.compile(rule) for name, rule in plain.items()}),
        parts=Parts(**{name: _frozen(rule) for name, rule in parts.items()}),
        patterns=tuple(
            Pattern(
                claim["kind"],
                claim["name"],
                re.compile(_expand(claim["find"], phrases)),
                {style: tuple(claim[style]) for style in STYLES if style in claim},
            )
            for claim in data["claims"]
        ),
    )


def _frozen(rule: Any) -> Any:
    return frozenset(rule) if isinstance(rule, list) else rule


def _expand(find: str, phrases: Mapping[str, str]) -> str:
    while _PART.search(find):
        find = _PART.sub(lambda part: phrases[part.group(1)], find)
    return find
