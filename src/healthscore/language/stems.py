"""Stems (Snowball, Porter2), remembered: a word is stemmed once."""

from __future__ import annotations

from healthscore.language.remembered import Remembered


def _stemmed(norm: str) -> str:
    from Stemmer import Stemmer

    result: str = Stemmer("english").stemWord(norm)  # one a word: threads must not share it
    return result


stem = Remembered(_stemmed).__getitem__
"""The Porter2 stem of a normalised word."""
