"""Web addresses written out in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthscore.article import Link
from healthscore.regexes import when_needed

_ADDRESS = when_needed(r"\b(?:https?://|www\.)[^\s<>\"“”|]+", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_"


def addresses(prose: str) -> Iterator[Link]:
    """Every address in the prose as a link on itself, without the punctuation of the sentence around it."""
    if "://" not in prose and "www." not in prose and "WWW." not in prose:
        return
    for match in _ADDRESS().finditer(prose):
        target = _without_trailing(match.group())
        yield Link(match.start(), match.start() + len(target), target)


def _without_trailing(address: str) -> str:
    """The address as far as it goes; a closing bracket belongs to it only if it opened one."""
    surplus = {closing: address.count(closing) - address.count(opening) for opening, closing in ("()", "[]")}
    end = len(address)
    while end and (address[end - 1] in _TRAILING or surplus.get(address[end - 1], 0) > 0):
        if address[end - 1] in surplus:
            surplus[address[end - 1]] -= 1
        end -= 1
    return address[:end]
