"""Phrases of lexicons as a matcher wants them: every place spread out once, and written as one sign.

A sign is a character that stands for a place of phrases ("(no|little)"), or for an entry. A pattern is the signs of a
phrase's places in order, then that of its entry; several patterns are one string, with a blank between. To spread out
12,000 places takes longer than to read an article; as strings they are read from a file in no time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from healthscore.language.patterns import as_written, ways
from healthscore.language.tokens import tokenise

_SIMPLE = re.compile(r"\([a-z |]*\)")
_FIRST = ord("!")  # no sign is a blank or a line break
_SURROGATES = range(0xD800, 0xE000)


class Compiled(Struct, frozen=True):
    """What a matcher over some patterns has to know.

    ``starting``: by the sign of a place, the patterns that begin with it, from their second place on.
    ``ways``: by the words that stand first in a place, the signs of the places that they fill, then, after a blank, of
    those in which further words have to follow.
    ``spare``: the signs of the places that may be left out.
    """

    starting: dict[str, str]
    ways: dict[str, str]
    spare: str


def compiled(phrases: Iterable[tuple[int, str]]) -> Compiled:
    """Phrases as written, each with the number of its entry."""
    signs: dict[str, str] = {}
    patterns = []
    for number, phrase in phrases:
        places = [signs.setdefault(place, sign(len(signs))) for place in as_written(phrase)]
        patterns.append("".join(places) + sign(number))
    ways, spare = _ways(signs)
    return Compiled(by_next_place(patterns, spare)[0], ways, "".join(spare))


def by_next_place(patterns: Iterable[str], spare: frozenset[str]) -> tuple[dict[str, str], set[str]]:
    """Patterns by the sign of their next place, without it; and the signs of the entries that may end before one."""
    going_on: defaultdict[str, list[str]] = defaultdict(list)
    ended: set[str] = set()
    for pattern in patterns:
        while len(pattern) > 1:
            place, pattern = pattern[0], pattern[1:]
            going_on[place].append(pattern)
            if place not in spare:
                break
        else:
            ended.add(pattern)
    return {place: " ".join(rests) for place, rests in going_on.items()}, ended


def sign(number: int) -> str:
    """The sign of a number; those of greater numbers sort later."""
    code = _FIRST + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def number_of(sign: str) -> int:
    """The number that a sign stands for."""
    code = ord(sign)
    return (code if code < _SURROGATES.start else code - len(_SURROGATES)) - _FIRST


def _ways(signs: Mapping[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    """By the words that come first the signs of the places that they fill and that they begin; those left out."""
    full: defaultdict[str, str] = defaultdict(str)
    begun: defaultdict[str, dict[str, None]] = defaultdict(dict)
    spare = []
    for place, sign in signs.items():
        for words in dict.fromkeys(_spread(place)):
            if words:
                full[words] += sign
            else:
                spare.append(sign)
            while " " in words:
                words = words.rpartition(" ")[0]
                begun[words][sign] = None
    return {words: f"{full[words]} {''.join(begun[words])}" for words in {**full, **begun}}, frozenset(spare)


def _spread(place: str) -> list[str]:
    """The tokens that may stand in one place of a phrase, with a blank between; none where it may be left out."""
    if _SIMPLE.fullmatch(place):  # as most are
        return [" ".join(way.split()) for way in place[1:-1].split("|")]
    return [_tokens(way) for way in ways(place)]


@cache
def _tokens(way: str) -> str:
    """Written words as tokens ("non-toxic" is two)."""
    if way.isascii() and way.islower() and way.replace(" ", "").isalpha():  # as most are
        return " ".join(way.split())
    return " ".join(token.norm for token in tokenise(way))
