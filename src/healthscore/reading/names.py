"""Names of people in a byline. A team, a clinic or an office is nobody in particular."""

from __future__ import annotations

from functools import cache

from healthscore.reading.signs import signs
from healthscore.regexes import when_needed

_JOINED = when_needed(r"\s*(?:,|;|&|\band\b|\bwith\b|/)\s*")
_WORD = when_needed(r"[^\W\d_](?:[\w.'’-]*[\w.])?|[^\W\d_]\.?")
_FOOTNOTE = "0123456789¹²³⁴⁵⁶⁷⁸⁹*†‡"
_MOST_WORDS = 5
_MOST_NAMES = 30
_LONGEST = 600  # characters of a byline


def names_in(text: str) -> tuple[str, ...]:
    """The names at the start of a byline, without titles and degrees."""
    names: list[str] = []
    for piece in _JOINED().split(text[:_LONGEST])[:_MOST_NAMES]:
        words = [
            word.rstrip(_FOOTNOTE) for word in piece.strip(" .:()*_").split() if not _is_credential(word)
        ]
        if name := _name(words):
            names.append(name)
        elif words and not (names and words[0].islower()):  # "a health reporter" may stand between two names
            break
    return tuple(dict.fromkeys(names))


def signed_names(line: str) -> tuple[str, ...]:
    """The names on a line made of nothing but names and degrees, as in "Jane Smith, MD"."""
    pieces = [piece.strip(" .()") for piece in line[:_LONGEST].split(",")]
    degrees = {
        "".join(char for char in piece if char.isalnum()).lower()
        for piece in pieces[1:]
        if piece.isupper() or piece == "PhD"
    }
    if not degrees & signs("names")["degrees"]:
        return ()
    names = names_in(line)
    rest = [piece for piece in pieces if not all(map(_is_credential, piece.split()))]
    return names if len(names) == len(rest) else ()


def _name(words: list[str]) -> str | None:
    """Two to five capitalised words that are no body's name."""
    while words and words[0].lower().rstrip(".") in signs("names")["honorifics"]:
        words = words[1:]
    if not 2 <= len(words) <= _MOST_WORDS or words[0].endswith("ing"):
        return None
    particles, bodies = signs("names")["particles"], signs("names")["bodies"]
    for word in words:
        plain = word.lower().rstrip(".")
        if plain in bodies or not _WORD().fullmatch(word):
            return None
        if not word[0].isupper() and plain not in particles:
            return None
    return " ".join(words) if words[0][0].isupper() and words[-1][0].isupper() else None


@cache
def _credentials() -> frozenset[str]:
    return frozenset(name.replace(".", "") for name in signs("names")["credentials"])


def _is_credential(word: str) -> bool:
    bare = word.strip("().,").replace(".", "")
    return bare.lower() in _credentials() and not bare.islower()
