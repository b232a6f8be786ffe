"""Stems (Snowball, Porter2), remembered: a word is stemmed once."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65_536)
def stem(norm: str) -> str:
    """The Porter2 stem of a normalised word."""
    from Stemmer import Stemmer

    result: str = Stemmer("english").stemWord(norm)  # one a word: threads must not share it
    return result
