"""An article's part of the tree as blocks in order: their kind, text and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct

from healthscore.article import BlockKind, Link
from healthscore.reading.html.chrome import is_sources_name
from healthscore.reading.html.node import COMMENT, HEADINGS, INLINE, Node
from healthscore.reading.html.piece import Piece, without_backlink
from healthscore.reading.html.tables import is_data_table

_SPACE = re.compile(r"[ \t\n\r\f\v\xa0\u2007\u202f]+")
_MARKER = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")
_IS_BASE = re.compile(r"(?:\d|\b(?:mm|cm|km|m|kg|s))\Z")  # what a raised number after it is a power of
_ITEMS = ("li", "dt", "dd")
_LONGEST_BOLD = 150


class _Event(NamedTuple):
    node: Node
    text: str | None  # None for the beginning and the end of an element
    ends: bool


def blocks_of(root: Node) -> list[Piece]:
    """The blocks of an element in order."""
    flow = _Flow(root)
    for node, text, ends in _events(root):
        if text is not None:
            flow.text(text)
        elif ends:
            flow.end(node)
        else:
            flow.start(node)
    flow.flush()
    if flow.pieces:
        flow.pieces[-1].below = flow.said
    return flow.pieces


def _events(root: Node) -> Iterator[_Event]:
    stack = [_Event(root, None, False)]
    while stack:
        event = stack.pop()
        yield event
        node, text, ends = event
        if text is None and not ends:
            stack.append(_Event(node, None, True))
            for child in reversed(node.children):
                inner = isinstance(child, str)
                stack.append(_Event(node, str(child), False) if inner else _Event(child, None, False))  # type: ignore[arg-type]


class _Open(Struct, frozen=True):
    """A block element that has begun: the level of a heading (else 0), and whether it holds references."""

    node: Node
    level: int
    sources: bool


class _Flow:
    """Takes what the tree holds, in order, and parts it into blocks."""

    def __init__(self, root: Node) -> None:
        self.pieces: list[Piece] = []
        self.said: list[str] = []  # in comments to healthscore, since the last piece
        self._outer = [_Open(root, 0, False)]  # the block elements that are open
        self._open: Counter[str] = Counter()  # their tags
        self._headings: list[int] = []  # their levels
        self._sources = 0  # how many of them are lists of references
        self._lists: list[int] = []  # the number of the next item of each open list, 0 for bullets
        self._row: Node | None = None
        self._tables: list[bool] = []
        self._marks: list[tuple[Node, int, int]] = []  # inline elements that are open, and since when
        self._restart()

    def _restart(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._links: list[Link] = []
        self._cells: list[int] = []
        self._bold = 0
        self._marks = [(node, 0, 0) for node, _, _ in self._marks]

    def start(self, node: Node) -> None:
        """An element begins."""
        tag = node.tag
        if tag in INLINE or tag == "br":
            self._start_inline(node)
            return
        if self._row is not None:
            self._start_in_row(node)
            return
        self.flush()
        opened = _Open(node, _heading_level(node), is_sources_name(node))
        self._outer.append(opened)
        self._open[tag] += 1
        self._sources += opened.sources
        if opened.level:
            self._headings.append(opened.level)
        if tag in ("ol", "ul"):
            self._lists.append(_first_number(node) if tag == "ol" else 0)
        elif tag == "table":
            self._tables.append(is_data_table(node))
        elif tag == "tr" and self._tables and self._tables[-1]:
            self._row = node

    def end(self, node: Node) -> None:
        """An element ends."""
        tag = node.tag
        if tag in INLINE or tag == "br":
            self._end_inline(node)
        elif self._row is not None and node is not self._row:
            self._add(" ")
        else:
            self.flush()
            opened = self._outer.pop()
            self._open[tag] -= 1
            self._sources -= opened.sources
            self._row = None
            if opened.level:
                self._headings.pop()
            if tag in ("ol", "ul"):
                self._lists.pop()
            elif tag == "table":
                self._tables.pop()
            elif tag == "li" and self._lists and self._lists[-1]:
                self._lists[-1] += 1

    def text(self, text: str) -> None:
        """Some text."""
        if not self._open["pre"]:
            text = _SPACE.sub(" ", text)
        self._add(text.replace("\xad", ""))

    def flush(self) -> None:
        """What has come since the last block is a block; links that go on beyond it are parted."""
        if not self._parts:
            return
        for node, start, _ in self._marks:
            self._link(node, start)
        text = "".join(self._parts)
        if not text.strip():
            self._restart()
            return
        left = len(text) - len(text.lstrip())
        piece = self._piece(text.strip(), left)
        self._restart()
        if any(map(str.isalnum, piece.text)):
            piece.above, self.said = self.said, []
            self.pieces.append(piece)

    def _add(self, text: str) -> None:
        if text[:1] == " " and (not self._parts or self._parts[-1][-1:].isspace()):
            text = text[1:]
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _start_inline(self, node: Node) -> None:
        if node.tag == COMMENT:
            self.said.append(node.get("said"))
            return
        if node.tag == "br":
            self._break()
            return
        if node.tag == "q":
            self._add("“")
        self._marks.append((node, self._length, len(self._parts)))

    def _end_inline(self, node: Node) -> None:
        if not self._marks or self._marks[-1][0] is not node:
            return  # a block inside it was written meanwhile
        _, start, part = self._marks.pop()
        if node.tag == "q":
            self._add("”")
        elif node.tag == "a":
            self._link(node, start)
        elif node.tag in ("b", "strong"):
            self._bold += self._length - start
        elif node.tag == "sup":
            self._citation(start, part)

    def _link(self, node: Node, start: int) -> None:
        if node.tag == "a" and self._length > start and _is_address(node.get("href")):
            self._links.append(Link(start, self._length, node.get("href").strip()))

    def _citation(self, start: int, part: int) -> None:
        """A raised number is a citation, in brackets that keep it apart from the word before it, or an exponent."""
        raised = "".join(self._parts[part:]).strip()
        before = "".join(self._parts[max(part - 3, 0) : part])[-6:]
        if not _MARKER.fullmatch(raised) or not before.strip():
            return
        inside = [link.target for link in takewhile(lambda link: link.start >= start, reversed(self._links))]
        written = f"^{raised}" if _IS_BASE.search(before) and not inside else f"[{raised}]"
        self._length = start + len(written)
        if inside:
            del self._links[-len(inside) :]
            self._links += [Link(start, self._length, target) for target in reversed(inside)]
        self._parts[part:] = [written]

    def _break(self) -> None:
        if self._row is not None:
            self._add(" ")
        elif "".join(self._parts[-2:]).rstrip(" ").endswith("\n"):
            self.flush()  # two line breaks part paragraphs
        elif self._parts:
            self._add("\n")

    def _start_in_row(self, node: Node) -> None:
        if node.tag in ("td", "th") and self._parts:
            self._cells.append(self._length + (0 if self._parts[-1].endswith(" ") else 1))
            self._add(" | ")
        else:
            self._add(" ")

    def _piece(self, text: str, left: int) -> Piece:
        kind, level, mark = self._kind()
        links = [
            Link(max(link.start - left, 0), min(link.end - left, len(text)), link.target)
            for link in self._links
            if link.start - left < len(text) and link.end > left
        ]
        cells = [at - left for at in self._cells if 0 <= at - left < len(text)]
        piece = Piece(kind, text, links, self._outer[-1].node, level, mark, cells)
        if kind == "paragraph" and not mark:
            piece.mark = self._shape(piece)
        if kind == "reference":
            without_backlink(piece)
        return piece

    def _kind(self) -> tuple[BlockKind, int, str]:
        if self._row is not None:
            return "table", 0, "|"
        if self._headings:
            return "heading", self._headings[-1], "#"
        if self._open["li"] and self._sources:
            return "reference", 0, self._list_mark()
        if self._open["pre"]:
            return "code", 0, "`"
        if self._open["blockquote"]:
            return "quote", 0, ">"
        if any(self._open[tag] for tag in _ITEMS):
            return "list_item", 0, self._list_mark()
        return "paragraph", 0, "**" if self._open["summary"] else ""

    def _list_mark(self) -> str:
        number = self._lists[-1] if self._lists else 0
        return f"{number}." if number else "-"

    def _shape(self, piece: Piece) -> str:
        """As in Markdown: ``link`` for a line of links, ``**`` for a short one that is all bold."""
        if piece.links:
            return "link" if 2 * piece.linked * len(piece.text) > len(piece.text) - 60 else ""
        return "**" if len(piece.text) <= _LONGEST_BOLD and self._bold >= len(piece.text) else ""


def _heading_level(node: Node) -> int:
    """The level of a heading; 0 for everything else."""
    if node.tag in HEADINGS:
        return HEADINGS[node.tag]
    level = node.get("aria-level")
    return 0 if node.role != "heading" else int(level) if level in ("1", "2", "3", "4", "5", "6") else 2


def _first_number(node: Node) -> int:
    start = node.get("start")
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _is_address(href: str) -> bool:
    bare = href.strip().lower()
    return bool(bare) and not bare.startswith(("javascript:", "data:", "vbscript:"))
