"""The article's words in one line that is safe to show, and cut where it is long."""

from __future__ import annotations

import re
import unicodedata

from healthscore.regexes import when_needed

_ESCAPES = when_needed(r"\x1b\[[0-?]*[ -/]*[@-~]")
_UNSHOWN = "[\x00-\x08\x0e-\x1b\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_UNSHOWABLE = when_needed(_UNSHOWN)
_HALVES = "[\ud800-\udfff]"
_SURROGATES = when_needed(_HALVES)
_COMMANDS = re.compile(r":(?=:)|#(?=#\[)")  # what a CI runner reads commands from: "::error::", "##[error]"
_SPELLING = r"\\(?=x[0-9a-f]{2}|u[0-9a-f]{4})"  # the backslash of what could be such a spelling
_SPELT = when_needed("|".join((_SPELLING, _UNSHOWN, _HALVES, r"[^\S ]", _COMMANDS.pattern)))


def clean(text: str) -> str:
    """One line that commands neither a terminal nor a CI runner.

    Terminal escapes, control and direction characters are left out, lone surrogates become U+FFFD, and the signs
    that a runner's log is searched for are parted by a space.
    """
    return _COMMANDS.sub(r"\g<0> ", " ".join(showable(text).split()))


def spelt(text: str) -> str:
    """The same with nothing left out: what ``clean`` changes is spelt as in Python, ``\\x07``, and spaces stay.

    Different texts stay different.
    """
    return _SPELT().sub(lambda found: _spelling(ord(found.group())), text)


def _spelling(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def showable(text: str) -> str:
    """The text in its own lines, without what commands a terminal."""
    if text.isprintable():  # as most are
        return text
    return _SURROGATES().sub("\ufffd", _UNSHOWABLE().sub("", _ESCAPES().sub("", text)))


def shorten(text: str, width: int) -> str:
    """At most ``width`` characters: where there are more, the middle is left out, at a word's end if near."""
    if len(text) <= width:
        return text
    head = (width - 3) * 3 // 5
    tail = width - 3 - head
    return f"{first_words(text, head)} … {last_words(text, tail)}"


def first_words(text: str, width: int) -> str:
    """The beginning of a text, at most ``width`` characters."""
    if len(text) <= width:
        return text
    space = text.rfind(" ", width * 2 // 3, width + 1)
    return text[: space if space > 0 else _whole(text, width)].rstrip()


def last_words(text: str, width: int) -> str:
    """The end of a text, at most ``width`` characters."""
    if len(text) <= width:
        return text
    start = len(text) - width
    space = text.find(" ", start, start + width // 3 + 1)
    return text[space if space > 0 else _whole(text, start) :].lstrip()


def _whole(text: str, cut: int) -> int:
    """A cut that parts no character from the accents, joiners and selectors that belong to it."""
    while 0 < cut < len(text) and (unicodedata.combining(text[cut]) or text[cut] in "\u200d\ufe0f"):
        cut += 1
    return cut
