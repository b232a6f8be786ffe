"""Words made to look like others: letters of another alphabet, characters that nobody sees, turned directions.

A page that writes "miracle" with a Cyrillic a reads the same to people and hides from a search. Such letters are made
the Latin ones that they pose as, one for one, so that every place stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from unicodedata import normalize

import rtoml

from healthscore.regexes import when_needed

_UNSEEN = "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u061c\u034f\u180e\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
_UNSEEN_ANYWHERE = when_needed(f"[{_UNSEEN}]")  # found at the speed of C, before what looks around
_UNSEEN_IN_WORD = when_needed(rf"(?<=[^\W\d_])[{_UNSEEN}]+(?=[^\W\d_])")
_BETWEEN_LATIN = re.compile(r"[A-Za-z]\u2060+[A-Za-z]")
_JOINER = "\u2060"  # stands in for all that is not seen: words go on across it
_TURNED = re.compile("[\u202d\u202e]")
_STYLED = re.compile("[\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb]")  # full width, mathematical
_LETTER = re.compile(r"[A-Za-z]")


def undisguised(prose: str) -> tuple[str, tuple[str, ...]]:
    """The prose as it looks, as long as it was, and in words what was found."""
    if prose.isascii():
        return prose, ()
    notes = []
    if _TURNED.search(prose):
        notes.append("signs that turn the direction of the text were found; it was read as it is stored")
    if _UNSEEN_ANYWHERE().search(prose):
        prose = _UNSEEN_IN_WORD().sub(lambda match: _JOINER * len(match.group()), prose)
        if hidden := len(_BETWEEN_LATIN.findall(prose)):
            notes.append(f"characters that nobody sees stand inside words (places: {hidden})")
    if _STYLED.search(prose):
        prose = _STYLED.sub(_unstyled, prose)
    if _posing().search(prose):
        prose, words = _latin(prose)
        if words:
            notes.append(
                f"letters of other alphabets that look like Latin ones were read as these (words: {words})"
            )
    return prose, tuple(notes)


def _latin(prose: str) -> tuple[str, int]:
    """The prose with posing letters as Latin ones, and in how many words there were any."""
    letters, words = _letters(), 0

    def plain(match: re.Match[str]) -> str:
        nonlocal words
        word = match.group()
        turned = word.translate(letters)
        if turned == word or not turned.replace(_JOINER, "").isascii() or not _LETTER.search(word):
            return word  # a word of that alphabet, or one that mixes them for a reason
        words += 1
        return turned

    return _words().sub(plain, prose), words


def _unstyled(match: re.Match[str]) -> str:
    """The letter that a letter of full width or of mathematics is a form of."""
    letter = normalize("NFKC", match.group())
    return letter if len(letter) == 1 and letter.isascii() else match.group()


@cache
def _letters() -> Mapping[int, str]:
    return str.maketrans(rtoml.load(Path(__file__).with_name("disguise.toml"))["letters"])


@cache
def _posing() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, _letters()))}]")


@cache
def _words() -> re.Pattern[str]:
    """Words with a posing letter in them, each looked at once."""
    posing = "".join(map(chr, _letters()))
    return re.compile(
        rf"(?<![^\W\d_{_JOINER}])[^\W\d_{posing}]*+(?:{_JOINER}|[{posing}])[^\W\d_]*+(?:{_JOINER}+[^\W\d_]++)*"
    )
