"""Paragraphs, lists and tables of a document, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from healthscore.article import BlockKind
from healthscore.reading.docx.inline import Piece, Runs, seen
from healthscore.reading.docx.numbering import BULLET, Numbering
from healthscore.reading.docx.styles import Style, Styles, listed, outline, painted

_QUOTES = frozenset({"quote", "intense quote", "intensequote", "block text", "quotations", "block quotation"})
TITLE = 0  # the level of a document's title, above all headings
_TITLES = frozenset({"title"})
_CONTENTS = frozenset({"toc heading", "tocheading", "contents heading"})
_REFERENCES = frozenset({"bibliography", "endnote bibliography", "endnotebibliography"})
_LISTS = ("list bullet", "listbullet", "list number", "listnumber")
_BODY_LEVEL = 9
_DEEPEST_HEADING = 6
_CELLS = Piece(" | ", apart=True)


class Paragraph(NamedTuple):
    """What will be a block: its kind, a heading's level from 1 (0: the title), the number or bullet before it."""

    kind: BlockKind
    pieces: list[Piece]
    level: int = 0
    label: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read in it."""
        return not any(piece.text.strip() for piece in self.pieces)


class Blocks(Struct):
    """Reads the blocks of one part; ``numbering`` counts on from one call to the next."""

    runs: Runs
    styles: Styles
    numbering: Numbering
    _before: list[Piece] = field(default_factory=list)

    def read(self, container: Element) -> Iterator[Paragraph]:
        """The paragraphs of a body, cell, text box or note, text boxes after the paragraph that holds them."""
        for child in container:
            if child.tag == "w-p":
                yield from self._paragraph(child)
                boxes, self.runs.boxes = self.runs.boxes, []
                on_paper, self.runs.on_paper = self.runs.on_paper, self.runs.on_paper and not boxes
                for box in boxes:
                    yield from self.read(box)
                self.runs.on_paper = on_paper
            elif child.tag == "w-tbl":
                yield from self._table(child)
            elif child.tag == "w-altChunk":
                self.runs.tally.embedded += 1
            elif child.tag not in ("w-sectPr", "w-del", "w-moveFrom"):
                for inner in seen(child):
                    yield from self.read(inner)

    def _paragraph(self, node: Element) -> Iterator[Paragraph]:
        properties = node.find("w-pPr")
        named = properties.find("w-pStyle") if properties is not None else None
        style = self.styles.of(named.get("w-val") if named is not None else None)
        on_paper, ground = self.runs.on_paper, painted(properties)
        self.runs.on_paper = on_paper and not (style.painted if ground is None else ground)
        pieces = [*self._before, *self.runs.pieces(node, hidden=style.hidden)]
        self.runs.on_paper = on_paper
        self._before = []
        if _is_joined(properties):
            self.runs.tally.changes = True
            self._before = pieces
            return
        label = self.numbering.label(*_list_of(properties, style))  # an empty item counts too
        paragraph = _classified(Paragraph("paragraph", pieces), properties, style, label)
        if paragraph.kind != "paragraph":
            paragraph = paragraph._replace(pieces=_on_one_line(pieces))
        if not paragraph.is_empty:
            yield paragraph

    def _table(self, node: Element) -> Iterator[Paragraph]:
        """The rows; the paragraphs themselves where a table only puts them into a place on the page."""
        on_paper, self.runs.on_paper = self.runs.on_paper, False
        rows = [
            [list(self.read(cell)) for cell in _inside(row, "w-tc")]
            for row in _inside(node, "w-tr")
            if row.find("w-trPr/w-del") is None
        ]
        self.runs.on_paper = on_paper
        for cells in rows:
            if len(cells) < 2 or any(_is_layout(cell) for cell in cells):
                yield from (paragraph for cell in cells for paragraph in cell)
            else:
                row = Paragraph("table", _row(cells))
                if not row.is_empty:
                    yield row


def _classified(
    paragraph: Paragraph, properties: Element | None, style: Style, label: str | None
) -> Paragraph:
    """The paragraph as what its style, outline level and list make of it."""
    names = style.names
    level = outline(properties)
    level = style.outline if level is None else level
    if level is None:
        level = next(
            (int(n[-1]) - 1 for n in names if n[:-1].strip() == "heading" and n[-1] in "123456"), None
        )
    if names & _CONTENTS or any(name.startswith("toc") and name[-1].isdigit() for name in names):
        return paragraph._replace(kind="contents")
    if names & _TITLES:
        return paragraph._replace(kind="heading", level=TITLE)
    if level is not None and level < _BODY_LEVEL:
        return paragraph._replace(kind="heading", level=min(level + 1, _DEEPEST_HEADING))
    if names & _REFERENCES:
        return paragraph._replace(kind="reference", label=label or "")
    if label is None and any(name.startswith(_LISTS) for name in names):
        label = BULLET
    if label is not None:
        return paragraph._replace(kind="list_item", label=label)
    return paragraph._replace(kind="quote") if names & _QUOTES else paragraph


def _list_of(properties: Element | None, style: Style) -> tuple[str | None, int | None]:
    """The list that a paragraph is in, by its own word or its style's, and its level there."""
    own, styled = listed(properties), style.list
    return (styled[0] if own[0] is None else own[0]), (styled[1] if own[1] is None else own[1])


def _is_joined(properties: Element | None) -> bool:
    """Whether the end of the paragraph was deleted, so that the next one goes on with it."""
    if properties is None:
        return False
    return any(properties.find(f"w-rPr/{tag}") is not None for tag in ("w-del", "w-moveFrom"))


def _inside(node: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those in content controls."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in ("w-sdt", "w-ins", "w-moveTo", "w-customXml", "mc-AlternateContent"):
            for inner in seen(child):
                yield from _inside(inner, tag)


def _is_layout(cell: Iterable[Paragraph]) -> bool:
    """Whether a cell holds a piece of an article, with its heading, rather than a word or figure."""
    return any(paragraph.kind == "heading" for paragraph in cell)


def _row(cells: list[list[Paragraph]]) -> list[Piece]:
    """The cells of a row, side by side."""
    pieces: list[Piece] = []
    for number, cell in enumerate(cells):
        pieces += [_CELLS] if number else []
        for place, paragraph in enumerate(cell):
            pieces += [Piece(" ")] if place else []
            pieces += _on_one_line(paragraph.pieces)
    return pieces


def _on_one_line(pieces: Iterable[Piece]) -> list[Piece]:
    return [piece._replace(text=piece.text.replace("\n", " ")) for piece in pieces]
