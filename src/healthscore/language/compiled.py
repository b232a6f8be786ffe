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
from itertools import product

from msgspec import Struct

from healthscore.language.patterns import as_written, ways
from healthscore.language.tokens import tokenise

_SIMPLE = re.compile(r"\([a-z |]*\)")
_FIRST = ord("!")  # no sign is a blank or a line break
_SURROGATES = range(0xD800, 0xE000)


class Compiled(Struct, frozen=True):
    """What a matcher over some patterns has to know.

    ``starting``: by the sign of a place, the patterns that begin with it, from their second place on.
    ``ways``: by a word, the words that begin with it and stand first in a place (``ways_of``).
    """

    starting: dict[str, str]
    ways: dict[str, bytes]


def compiled(phrases: Iterable[tuple[int, str]]) -> Compiled:
    """Phrases as written, each with the number of its entry; one with places that may be left out is several patterns."""
    signs: dict[str, str] = {}
    patterns: list[tuple[list[str], str]] = []
    for number, phrase in phrases:
        places = [signs.setdefault(place, sign(len(signs))) for place in as_written(phrase)]
        patterns.append((places, sign(number)))
    ways, spare = _ways(signs)
    choices = (
        "".join(choice) + end
        for places, end in patterns
        for choice in product(*((place, "") if place in spare else (place,) for place in places))
    )
    return Compiled(by_next_place(pattern for pattern in choices if len(pattern) > 1), ways)


def by_next_place(patterns: Iterable[str]) -> dict[str, str]:
    """Patterns that go on by the sign of their next place, and without it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for pattern in patterns:
        found[pattern[0]].append(pattern[1:])
    return {place: " ".join(rests) for place, rests in found.items()}


def sign(number: int) -> str:
    """The sign of a number; those of greater numbers sort later."""
    code = _FIRST + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def number_of(sign: str) -> int:
    """The number that a sign stands for."""
    code = ord(sign)
    return (code if code < _SURROGATES.start else code - len(_SURROGATES)) - _FIRST


def ways_of(more: str, folded: bytes) -> str:
    """The signs of the places that words fill and, after a blank, of those in which further words have to follow.

    ``folded`` is said of the first word, and ``more`` are those after it, if any. Nothing is said of words that stand
    first nowhere.
    """
    line = f"\n{more}\t".encode()
    found = folded.find(line)
    start = found + len(line)
    return folded[start : folded.find(b"\n", start)].decode() if found >= 0 else ""


def _ways(signs: Mapping[str, str]) -> tuple[dict[str, bytes], frozenset[str]]:
    """By a word all words that begin with it and stand first in places; and the signs of places that may be left out.

    Those of one word are one string, for few of them are ever asked for.
    """
    full: defaultdict[str, str] = defaultdict(str)
    begun: defaultdict[str, dict[str, None]] = defaultdict(dict)
    spare = set()
    for place, sign in signs.items():
        for words in dict.fromkeys(_spread(place)):
            if words:
                full[words] += sign
            else:
                spare.add(sign)
            while " " in words:
                words = words.rpartition(" ")[0]
                begun[words][sign] = None
    folded: defaultdict[str, str] = defaultdict(lambda: "\n")
    for words in sorted({**full, **begun}):  # the first word alone comes first
        first, _, more = words.partition(" ")
        folded[first] += f"{more}\t{full[words]} {''.join(begun[words])}\n"
    return {first: lines.encode() for first, lines in folded.items()}, frozenset(spare)


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
