"""The words by which a page says what a part of it is, from ``signs.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import rtoml

_LABEL = re.compile(r"(?:\d{1,2}[.)]|[ivx]{1,4}[.)])\s+")
_WORD = re.compile(r"[\w']+")


@cache
def signs(section: str) -> Mapping[str, frozenset[str]]:
    """One section of the file: sets of phrases by name."""
    return {name: frozenset(phrases) for name, phrases in _file()[section].items()}


@cache
def _file() -> Mapping[str, Mapping[str, list[str]]]:
    return rtoml.load(Path(__file__).with_name("signs.toml"))


def plain_words(text: str) -> str:
    """A heading for comparison: lower case, words only, no number in front."""
    words = text.lower().split()
    if "".join(words).isalnum():
        return " ".join(words)
    lowered = text.strip().lower().replace("’", "'")
    if "." in lowered or ")" in lowered:
        lowered = _LABEL.sub("", lowered, count=1)
    return " ".join(_WORD.findall(lowered))
