"""What styles say of their paragraphs and runs. Word calls its own by English names in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from healthscore.reading.docx.xml import number, on

_LONGEST_CHAIN = 20
_PAPER = "FFFFFF"
_TINY = 2  # half points
_BODY = 9  # an outline level that makes no heading


class Style(Struct, frozen=True):
    """What a style and those that it is based on say.

    ``names`` are all their names and ids in lower case; ``outline`` is the depth of a heading from 0; ``list`` the
    list that it belongs to and the level in it; ``white`` and ``tiny`` whether its type is in the colour of paper and too
    small to be seen, ``painted`` whether it lies on a ground of its own.
    """

    names: frozenset[str] = frozenset()
    outline: int | None = None
    list: tuple[str | None, int | None] = (None, None)
    hidden: bool = False
    bold: bool = False
    white: bool = False
    tiny: bool = False
    painted: bool = False


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        """Take the part that defines them; without it all styles are what their ids say."""
        nodes = root.iterfind("w-style") if root is not None else ()
        self._nodes = {node.get("w-styleId", ""): node for node in nodes}
        self.of = cache(self._of)

    def _of(self, style_id: str | None) -> Style:
        if style_id is None:
            return Style()
        chain = list(self._chain(style_id))
        names = {style_id.lower(), *(node.get("w-styleId", "").lower() for node in chain)}
        names |= {
            name.get("w-val", "").lower() for node in chain if (name := node.find("w-name")) is not None
        }
        return Style(
            frozenset(names),
            next((level for node in chain if (level := outline(node.find("w-pPr"))) is not None), None),
            next(
                (found for node in chain if (found := listed(node.find("w-pPr"))) != (None, None)),
                (None, None),
            ),
            _says(chain, "w-vanish"),
            _says(chain, "w-b"),
            _first(chain, "w-rPr", white),
            _first(chain, "w-rPr", tiny),
            _first(chain, "w-rPr", painted) or _first(chain, "w-pPr", painted),
        )

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style, the one that it is based on, and so on; ids that lead in a circle lead nowhere."""
        for _ in range(_LONGEST_CHAIN):
            node = self._nodes.get(style_id or "")
            if node is None:
                return
            yield node
            based_on = node.find("w-basedOn")
            style_id = based_on.get("w-val") if based_on is not None else None


def outline(properties: Element | None) -> int | None:
    """The outline level of a paragraph's properties; 9 is that of body text."""
    node = properties.find("w-outlineLvl") if properties is not None else None
    level = number(node.get("w-val")) if node is not None else None
    return None if level is None else min(level, _BODY)


def listed(properties: Element | None) -> tuple[str | None, int | None]:
    """The list of a paragraph's properties and the level in it, as far as they say."""
    node = properties.find("w-numPr") if properties is not None else None
    if node is None:
        return None, None
    found, level = node.find("w-numId"), node.find("w-ilvl")
    return (
        found.get("w-val") if found is not None else None,
        number(level.get("w-val")) if level is not None else None,
    )


def white(properties: Element | None) -> bool | None:
    """Whether the properties of a run make its type white; None where they say no colour."""
    node = properties.find("w-color") if properties is not None else None
    return None if node is None else node.get("w-val", "").upper() == _PAPER


def tiny(properties: Element | None) -> bool | None:
    """Whether they make its type too small to be seen; None where they say no size."""
    node = properties.find("w-sz") if properties is not None else None
    size = number(node.get("w-val")) if node is not None else None
    return None if size is None else size <= _TINY


def painted(properties: Element | None) -> bool | None:
    """Whether the properties of a run or paragraph paint the ground behind it; None where they say nothing of it."""
    if properties is None:
        return None
    marked, shade = properties.find("w-highlight"), properties.find("w-shd")
    if marked is not None and marked.get("w-val") not in ("none", "white"):
        return True
    if shade is None:
        return None
    plain = shade.get("w-val", "clear") in ("clear", "nil") and "w-themeFill" not in shade.attrib
    return not plain or shade.get("w-fill", "auto").upper() not in ("AUTO", _PAPER)


def _first(chain: list[Element], tag: str, tell: Callable[[Element | None], bool | None]) -> bool:
    return next((said for node in chain if (said := tell(node.find(tag))) is not None), False)


def _says(chain: list[Element], tag: str) -> bool:
    return next((said for node in chain if (said := on(node.find(f"w-rPr/{tag}"))) is not None), False)
