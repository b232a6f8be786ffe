"""Words that tell two like sentences apart: one is about men, the other about women."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from healthscore.language.lexicon import entries


def contrasted(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """True where each side has a normalised word of one contrast that the other side lacks.

    >>> contrasted(["tea", "in", "the", "morning"], ["tea", "in", "the", "evening"])
    True
    """
    sides = _sides()
    if sides.keys().isdisjoint(ours) or sides.keys().isdisjoint(theirs):
        return False
    left = {sides[word] for word in ours if word in sides}
    right = {sides[word] for word in theirs if word in sides}
    return not {kind for kind, _ in left - right}.isdisjoint({kind for kind, _ in right - left})


@cache
def _sides() -> dict[str, tuple[str, str]]:
    """Each word's contrast, and its side of it."""
    return {word: (entry.kind, phrase) for phrase, entry in entries("contrast") for word in phrase.split("|")}
