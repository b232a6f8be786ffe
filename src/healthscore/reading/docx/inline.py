"""What a reader sees of a paragraph's runs: without what was deleted, hidden or is a field's instruction."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from healthscore.reading.decode import clean
from healthscore.reading.docx.package import Relation
from healthscore.reading.docx.styles import Style, Styles, painted, tiny, white
from healthscore.reading.docx.symbols import symbol
from healthscore.reading.docx.xml import on

# Deleted or moved away, hidden behind another form of the same, or about the text rather than of it.
_UNSEEN = frozenset(
    "w-del w-moveFrom w-pPr w-rPr w-sdtPr w-sdtEndPr w-tblPr w-tblGrid w-trPr w-tcPr w-rt w-delText "
    "w-delInstrText w-fldData w-object".split()
)
_CHANGES = frozenset("w-ins w-del w-moveFrom w-moveTo".split())
_FIXED = {"w-tab": "\t", "w-ptab": "\t", "w-br": "\n", "w-cr": "\n", "w-noBreakHyphen": "-"}
_LONGEST_INSTRUCTION = (
    2_000  # characters; an address is shorter, and what is written in many pieces is not joined
)
_RAISED = str.maketrans("0123456789-–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻", " ")
_NUMBERS = re.compile(r"(?=\D*\d)[\d,–\s-]+", re.ASCII)
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?(?P<address>[^"\s]+)', re.IGNORECASE)


class Piece(NamedTuple):
    """Some text, the address that it is linked to, and whether it is bold; ``apart``: it is no prose."""

    text: str
    target: str = ""
    bold: bool = False
    apart: bool = False


class _Field(Struct):
    """A field that has begun: its instruction, and what it lies in.

    ``shown``: what follows is its result, and it lies in nothing but results; ``target`` is the address of both.
    """

    outer: bool
    target: str
    instruction: str = ""
    shown: bool = False

    def show(self) -> None:
        """Go on to the result."""
        self.shown = self.outer
        self.target = _address_in(self.instruction) or self.target


class Tally(Struct):
    """What was left out or decided, for the notes."""

    hidden: int = 0
    comments: int = 0
    changes: bool = False
    embedded: int = 0


class Runs(Struct):
    """Reads paragraphs of one part, one after another: a field may begin in one and end in another.

    ``note`` gives the marker of a footnote or endnote; ``boxes`` are the text boxes met since they were last taken.
    ``on_paper``: what is read stands on the white page, in no cell, box or paragraph that may be painted.
    """

    styles: Styles
    relations: Mapping[str, Relation]
    tally: Tally
    note: Callable[[str, str], str]
    boxes: list[Element] = field(default_factory=list)
    on_paper: bool = True
    _fields: list[_Field] = field(default_factory=list)

    def pieces(self, paragraph: Element, *, hidden: bool = False) -> list[Piece]:
        """What a paragraph shows; nothing where its style hides it."""
        found = [piece for piece in self._walk(paragraph, Piece("")) if piece.text]
        if not hidden:
            return found
        self._hide("".join(piece.text for piece in found))
        return []

    def _walk(self, node: Element, look: Piece) -> Iterator[Piece]:
        """The pieces of an element's children; ``look`` is how they look unless they say otherwise."""
        for child in node:
            tag = child.tag
            if tag in _CHANGES:
                self.tally.changes = True
            if tag in ("w-t", "m-t"):
                yield self._shown(clean(child.text or ""), look)
            elif tag in _FIXED:
                yield self._shown(_FIXED[tag] * (2 if child.get("w-type") == "page" else 1), look)
            elif tag == "w-r":
                yield from self._run(child, look)
            elif tag == "w-txbxContent":
                self.boxes.append(child)
            elif tag not in _UNSEEN:
                yield from self._special(child, look)

    def _special(self, node: Element, look: Piece) -> Iterator[Piece]:
        """The pieces of an element that is more than a wrapping around others."""
        tag = node.tag
        if tag == "w-sym":
            yield self._shown(symbol(node.get("w-font", ""), node.get("w-char", "")), look)
        elif tag in ("w-footnoteReference", "w-endnoteReference"):
            if self._is_shown():
                yield Piece(self.note(tag, node.get("w-id", "")))
        elif tag == "w-fldChar":
            self._turn(node.get("w-fldCharType", ""))
        elif tag == "w-instrText":
            if self._fields and len(self._fields[-1].instruction) < _LONGEST_INSTRUCTION:
                self._fields[-1].instruction += node.text or ""
        elif tag == "w-commentReference":
            self.tally.comments += 1
        elif tag == "w-hyperlink":
            yield from self._walk(node, look._replace(target=self._address(node)))
        elif tag == "w-fldSimple":
            target = _address_in(node.get("w-instr", ""))
            yield from self._walk(node, look._replace(target=target or look.target))
        else:
            for child in seen(node):
                yield from self._walk(child, look)

    def _run(self, node: Element, look: Piece) -> Iterator[Piece]:
        properties = node.find("w-rPr")
        if properties is None:
            yield from self._walk(node, look)
            return
        named = properties.find("w-rStyle")
        style = self.styles.of(named.get("w-val") if named is not None else None)
        bold = on(properties.find("w-b"))
        found = self._walk(node, look._replace(bold=style.bold if bold is None else bold))
        if self._is_hidden(properties, style):
            self._hide("".join(piece.text for piece in found))
            return
        raised = properties.find("w-vertAlign")
        is_raised = raised is not None and raised.get("w-val") == "superscript"
        yield from (_raised(piece) if is_raised else piece for piece in found)

    def _is_hidden(self, properties: Element, style: Style) -> bool:
        """Whether nobody sees a run: it is marked as hidden, too small, or white on white."""
        said = on(properties.find("w-vanish")), tiny(properties), white(properties), painted(properties)
        styled = style.hidden, style.tiny, style.white, style.painted
        hidden, small, pale, grounded = (
            there if own is None else own for own, there in zip(said, styled, strict=True)
        )
        return bool(hidden or small or (pale and self.on_paper and not grounded))

    def _shown(self, text: str, look: Piece) -> Piece:
        """The text with its look; nothing inside a field's instruction."""
        if not self._is_shown():
            return Piece("")
        target = self._fields[-1].target if self._fields else ""
        return Piece(text, target or look.target, look.bold)

    def _is_shown(self) -> bool:
        return not self._fields or self._fields[-1].shown

    def _turn(self, what: str) -> None:
        """Go into a field, on to its result, or out of it."""
        if what == "begin":
            target = self._fields[-1].target if self._fields else ""
            self._fields.append(_Field(self._is_shown(), target))
        elif what == "separate" and self._fields:
            self._fields[-1].show()
        elif what == "end" and self._fields:
            self._fields.pop()

    def _address(self, node: Element) -> str:
        relation = self.relations.get(node.get("r-id", ""))
        return relation.target if relation and relation.external else ""

    def _hide(self, text: str) -> None:
        self.tally.hidden += len(text.split())


def _address_in(instruction: str) -> str:
    """The address of a field that is a link."""
    match = _ADDRESS.match(instruction)
    return match["address"] if match else ""


def seen(node: Element) -> list[Element]:
    """An element as the one to look into: of alternatives the first, of a content control what was filled in."""
    if node.tag == "mc-AlternateContent":
        return list(node[:1])
    if node.tag == "w-sdt":
        if on(node.find("w-sdtPr/w-showingPlcHdr")):
            return []
        return node.findall("w-sdtContent")
    return [node]


def _raised(piece: Piece) -> Piece:
    """A raised number with the digits for it: a reader tells "pain³" from "pain3"."""
    if _NUMBERS.fullmatch(piece.text):
        return piece._replace(text=piece.text.translate(_RAISED).replace(" ", ""))
    return piece
