"""The numbers and bullets of lists, which the text of a document does not hold."""

from __future__ import annotations

import re
from functools import cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from healthscore.reading.docx.xml import number, on

BULLET = "-"
_LEVELS = 9
_LONGEST_LABEL = 20
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 4000


class _Level(Struct, frozen=True):
    """How a level counts: its format, its text with ``%1`` for the number, and the number before the first."""

    format: str = "bullet"
    text: str = ""
    before: int = 0


class Numbering:
    """The lists of a document; each label is asked for once, in the order of the text."""

    def __init__(self, root: Element | None) -> None:
        """Take the part that defines them."""
        nodes = list(root.iterfind("w-abstractNum")) if root is not None else []
        self._kinds = {node.get("w-abstractNumId", ""): node for node in nodes}
        self._lists = {n.get("w-numId", ""): n for n in (root.iterfind("w-num") if root is not None else ())}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._levels = cache(self._levels_of)

    def label(self, list_id: str | None, level: int | None) -> str | None:
        """The number or bullet of the next item; None where the paragraph is no item of a list.

        ``0`` is the list that takes a paragraph out of its style's list.
        """
        if list_id in (None, "0"):
            return None
        level = min(level or 0, _LEVELS - 1)
        node = self._lists.get(list_id or "")
        kind = _value(node, "w-abstractNumId")
        levels = self._levels(kind)
        here = levels[level]
        if here.format == "none" or (here.format != "bullet" and not here.text):
            return None
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        if node is not None and list_id not in self._begun:
            self._begun.add(list_id or "")
            _start_over(node, counts)
        counts[level] = (here.before if counts[level] is None else counts[level] or 0) + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return BULLET if here.format == "bullet" else _label(here.text, levels, counts)

    def _levels_of(self, kind: str) -> list[_Level]:
        node = self._kinds.get(kind)
        link = _value(node, "w-numStyleLink")
        if link:  # the list is defined where a style of that name is
            node = next((n for n in self._kinds.values() if _value(n, "w-styleLink") == link), node)
        levels = [_Level()] * _LEVELS
        for found in node.iterfind("w-lvl") if node is not None else ():
            place = number(found.get("w-ilvl"))
            if place is not None and place < _LEVELS:
                start = number(_value(found, "w-start"))
                text = "" if on(found.find("w-lvlText")) is None else _value(found, "w-lvlText")
                levels[place] = _Level(_value(found, "w-numFmt"), text, 0 if start is None else start - 1)
        return levels


def _value(node: Element | None, tag: str) -> str:
    found = node.find(tag) if node is not None else None
    return found.get("w-val", "") if found is not None else ""


def _start_over(node: Element, counts: list[int | None]) -> None:
    """Set the counts to where a list says that it begins, though another counts along with it."""
    for override in node.iterfind("w-lvlOverride"):
        place, start = number(override.get("w-ilvl")), number(_value(override, "w-startOverride"))
        if place is not None and place < _LEVELS and start is not None:
            counts[place] = start - 1


def _label(text: str, levels: list[_Level], counts: list[int | None]) -> str:
    def shown(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        count = counts[place]
        return _numeral(levels[place].before + 1 if count is None else count, levels[place].format)

    label = _PLACE.sub(shown, text).strip()
    return label if 0 < len(label) <= _LONGEST_LABEL else BULLET


def _numeral(count: int, form: str) -> str:
    if form.endswith("Letter") and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
    elif form.endswith("Roman") and 0 < count < _LARGEST_ROMAN:
        letter = _roman(count)
    else:
        return str(count)
    return letter.upper() if form.startswith("upper") else letter


def _roman(count: int) -> str:
    digits = ""
    for value, digit in _ROMAN:
        digits += digit * (count // value)
        count %= value
    return digits
