"""Stems (Snowball, Porter2), remembered: a word is stemmed once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=65_536)
def stem(norm: str) -> str:
    """The Porter2 stem of a normalised word."""
    result: str = _stemmer().stem(norm)
    return result


@cache
def _stemmer() -> Any:
    from nltk.stem.snowball import EnglishStemmer  # 2 s to import: only when something is scored

    return EnglishStemmer()
