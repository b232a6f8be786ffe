"""A block of a page's article, before it is written out."""

from __future__ import annotations

import re

from msgspec import Struct, field

from healthscore.article import BlockKind, Link
from healthscore.reading.html.node import Node

_BACKLINK = re.compile(r"^(?:\^|↑)(?: ?[a-z](?= [a-z] | [A-Z]))*\s+|\s*↩\ufe0e?$")


class Piece(Struct):
    """A block as it will be written.

    Links are places in its own text; ``cells`` are the places of its pipes. ``above`` and ``below`` are what comments
    to healthscore say in it or before it, and after it where it is the last.
    """

    kind: BlockKind
    text: str
    links: list[Link]
    node: Node
    level: int = 0
    mark: str = ""
    cells: list[int] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    @property
    def linked(self) -> float:
        """The share of its characters on which links lie."""
        return sum(link.end - link.start for link in self.links) / max(len(self.text), 1)


def without_backlink(piece: Piece) -> None:
    """Take the sign off an entry that leads back to where it is cited."""
    for match in reversed(list(_BACKLINK.finditer(piece.text))):
        start, end = match.span()
        piece.text = piece.text[:start] + piece.text[end:]
        by = end - start
        piece.links = [
            Link(link.start - by * (link.start >= end), link.end - by * (link.end >= end), link.target)
            for link in piece.links
            if not start <= link.start < end
        ]
