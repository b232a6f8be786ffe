"""The words by which a page says what a part of it is, from ``signs.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

_LABEL = re.compile(r"(?:\d{1,2}[.)]|[ivx]{1,4}[.)])\s+")
_NOT_WORD = re.compile(r"[^\w']+")


@cache
def signs(section: str) -> Mapping[str, frozenset[str]]:
    """One section of the file: sets of phrases by name."""
    data = tomllib.loads((resources.files(__package__) / "signs.toml").read_text(encoding="utf-8"))
    return {name: frozenset(phrases) for name, phrases in data[section].items()}


def plain_words(text: str) -> str:
    """A heading for comparison: lower case, words only, no number in front."""
    words = text.lower().split()
    if "".join(words).isalnum():
        return " ".join(words)
    lowered = text.strip().lower().replace("’", "'")
    return _NOT_WORD.sub(" ", _LABEL.sub("", lowered, count=1)).strip()
