"""Words with their places. Hyphens part words, an apostrophe does not; numbers keep point and comma."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, starmap
from unicodedata import normalize

from msgspec import Struct

from healthscore.regexes import when_needed

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and the like, inside a word
# Only sets of characters are possessive: before Python 3.11.5 a possessive group keeps what it gave back (gh-106052).
_TOKEN = re.compile(
    rf"([^\W\d_][\w\u0300-\u036f]*+(?:[{_INVISIBLE}]++[\w\u0300-\u036f]++)*(?:['’][^\W\d_]++)*"  # don't, B12, combining accents
    r"|\d++(?:[.,]\d++)*"  # 1,000 and 1.5
    r"|[%€£$°µ])"
)
_HIDDEN = when_needed(f"[{_INVISIBLE}]+")
_OVER = re.compile(
    "[\u0300-\u036f]+"
)  # marks that no letter has: written over one to strike it out, or to hide it


class Token(Struct, frozen=True, gc=False):
    """A word, number or unit sign; ``norm`` is what lexicons are matched against."""

    start: int
    end: int
    norm: str


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]``, their places counted from the beginning of ``text``.

    ``norm`` is lower case with straight apostrophes and without a possessive ``'s``.
    """
    return tokens_within(text, [(start, len(text) if end is None else end)])[0]


def tokens_within(text: str, spans: Iterable[tuple[int, int]]) -> tuple[list[Token], list[int]]:
    """The tokens of stretches of a text that are in order, and how many there are up to the end of each stretch."""
    bounds: list[int] = []
    words: list[str] = []
    counts = []
    for start, end in spans:
        parts = _TOKEN.split(text[start:end])  # what no token holds, a token, what no token holds ...
        words += parts[1::2]
        bounds += list(accumulate(map(len, parts), initial=start))[1:-1]
        counts.append(len(words))
    tokens = list(starmap(Token, zip(bounds[::2], bounds[1::2], map(normalise, words), strict=True)))
    return tokens, counts


@lru_cache(maxsize=65_536)
def normalise(word: str) -> str:
    """Lower case, straight apostrophes, no possessive, composed accents and no other marks."""
    norm = word.lower().replace("’", "'")
    if not norm.isascii():
        norm = _OVER.sub("", normalize("NFC", _HIDDEN().sub("", norm)))
    return norm[:-2] if norm.endswith("'s") else norm
