"""Names of people in a byline. A team, a clinic or an office is nobody in particular."""

from __future__ import annotations

from functools import cache

from healthscore.reading.signs import signs
from healthscore.regexes import when_needed

_JOINED = when_needed(r"\s*(?:,|;|&|\band\b|\bwith\b|/)\s*")
_WORD = when_needed(r"[^\W\d_](?:[\w.'’-]*[\w.])?|[^\W\d_]\.?")
_FOOTNOTE = "0123456789¹²³⁴⁵⁶⁷⁸⁹*†‡"
_OF_A_BODY = frozenset({"of", "for", "and", "the", "in", "on", "to", "&"})
_MOST_WORDS = 5
_MOST_WORDS_OF_A_ROLE = 6
_MOST_WORDS_OF_A_BODY = 10
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


def people_with_roles(text: str) -> tuple[str, ...]:
    """The names of some text that holds nothing but names, each with what they are: "Nora Lind, dietitian"."""
    names = names_in(text)
    if not names or " ".join(names[0].lower().split()) in signs("names")["places"]:
        return ()
    pieces = [piece.strip(" .:()*_") for piece in _JOINED().split(text[:_LONGEST])]
    others = [piece for piece in pieces if piece and not names_in(piece)]
    return names if all(map(_is_role, others)) else ()


def body_in(text: str) -> tuple[str, ...]:
    """The body that some text names and nothing more: "the Royal College of Surgeons". A team is none."""
    words = text.strip(" .,;:()*_").split()
    if words[:1] in (["the"], ["The"]):
        words = words[1:]
    plain = {word.lower().strip(".") for word in words}
    kinds = signs("names")
    if not 2 <= len(words) <= _MOST_WORDS_OF_A_BODY or plain & kinds["anonymous"]:
        return ()
    capitalised = all(word[0].isupper() or word in _OF_A_BODY for word in words)
    if not capitalised or not plain & kinds["organisations"] or not words[-1][0].isupper():
        return ()
    return (" ".join(words),)


def is_team(text: str) -> bool:
    """Whether some text is what a team or a body is called, with nobody named."""
    words = {word.lower().strip(".,") for word in text.split()}
    kinds = signs("names")
    return len(words) <= _MOST_WORDS_OF_A_BODY and bool(words & (kinds["anonymous"] | kinds["organisations"]))


def _is_role(piece: str) -> bool:
    words = piece.split()
    if all(map(_is_credential, words)):
        return True
    plain = {word.lower().strip(".") for word in words}
    return len(words) <= _MOST_WORDS_OF_A_ROLE and not plain.isdisjoint(signs("names")["occupations"])


def _name(words: list[str]) -> str | None:
    """Two to five capitalised words that are no body's name."""
    while words and words[0].lower().rstrip(".") in signs("names")["honorifics"]:
        words = words[1:]
    if not 2 <= len(words) <= _MOST_WORDS or words[0].endswith("ing"):
        return None
    particles = signs("names")["particles"]
    for word in words:
        plain = word.lower().rstrip(".")
        if plain in _no_names() or not _WORD().fullmatch(word):
            return None
        if not word[0].isupper() and plain not in particles:
            return None
    return " ".join(words) if words[0][0].isupper() and words[-1][0].isupper() else None


@cache
def _no_names() -> frozenset[str]:
    """Words that stand in no person's name: of bodies, of subjects, and of trades that are no titles too."""
    kinds = signs("names")
    return kinds["bodies"] | kinds["subjects"] | (kinds["occupations"] - kinds["honorifics"])


@cache
def _credentials() -> frozenset[str]:
    return frozenset(name.replace(".", "") for name in signs("names")["credentials"])


def _is_credential(word: str) -> bool:
    bare = word.strip("().,").replace(".", "")
    return bare.lower() in _credentials() and not bare.islower()
