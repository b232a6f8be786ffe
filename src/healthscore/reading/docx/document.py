"""A DOCX file to a draft: the text, its notes, and what its properties say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from healthscore.reading.docx.blocks import TITLE, Blocks, Paragraph
from healthscore.reading.docx.inline import Piece, Runs, Tally
from healthscore.reading.docx.numbering import Numbering
from healthscore.reading.docx.package import Package
from healthscore.reading.docx.properties import properties
from healthscore.reading.docx.styles import Styles
from healthscore.reading.docx.writing import written
from healthscore.reading.draft import Draft
from healthscore.reading.entries import looks_cited
from healthscore.reading.limits import MAX_BYTES_OF_DOCUMENT, Limits
from healthscore.reading.properties import believed

_KINDS = {"w-footnoteReference": "footnote", "w-endnoteReference": "endnote"}


def read(data: bytes, name: str, limits: Limits) -> Draft:
    """The draft of a DOCX file; ``name`` is its name, for what goes wrong.

    Raises:
        DamagedError: it is damaged, or no DOCX file.
        UnpackedTooLargeError: it holds far more than an article.
        UnsupportedFormatError: it is another kind of Office file.
    """
    package = Package(data, name, max(limits.bytes(document=True), MAX_BYTES_OF_DOCUMENT))
    document = _Document(package)
    draft = written(document.paragraphs())
    declared, origins, told = believed(properties(package.properties()), draft.text)
    return replace(draft, declared=declared, origins=origins, notes=(*_told(document.tally), *told))


class _Document:
    """The paragraphs of the main part, and after them those of the notes that it refers to."""

    def __init__(self, package: Package) -> None:
        self.tally = Tally()
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"))
        self._bodies = {kind: _bodies(package.related(f"{kind}s"), kind) for kind in _KINDS.values()}
        self._markers: dict[tuple[str, str], str] = {}
        self._notes: list[Paragraph] = []
        self._references = 0

    def paragraphs(self) -> list[Paragraph]:
        """Everything there is to read, in order."""
        document = self._package.document()
        blocks = self._blocks(self._package.main, self._marker)
        blocks.runs.on_paper = not _has_ground(document)
        body = [paragraph for each in document.iterfind("w-body") for paragraph in blocks.read(each)]
        return [*_below_title(body), *self._notes]

    def _blocks(self, part: str, marker: Callable[[str, str], str]) -> Blocks:
        runs = Runs(self._styles, self._package.relations(part), self.tally, marker)
        return Blocks(runs, self._styles, self._numbering)

    def _marker(self, tag: str, note_id: str) -> str:
        """What stands in the text for a note: its label if it is a reference, else nothing; it is read at the end."""
        key = (_KINDS[tag], note_id)
        if key not in self._markers:
            self._markers[key] = self._keep(*key)
        return self._markers[key]

    def _keep(self, kind: str, note_id: str) -> str:
        """Put a note with those to be read at the end, and give its label."""
        body = self._bodies[kind].get(note_id)
        if body is None:
            return ""
        part = self._package.path(f"{kind}s")
        found = list(self._blocks(part, lambda tag, note: "").read(body))  # a note has no notes of its own
        pieces = [piece for paragraph in found for piece in (Piece(" "), *paragraph.pieces)][1:]
        if not looks_cited("".join(piece.text for piece in pieces)):
            self._notes += found
            return ""
        self._references += 1
        label = f"[^{self._references}]"
        self._notes.append(Paragraph("reference", pieces, label=f"{label}:"))
        return label


def _has_ground(document: Element) -> bool:
    """Whether its pages are coloured, or something may lie behind their text."""
    behind = any(node.get("behindDoc") in ("1", "true") for node in document.iter())
    return behind or document.find("w-background") is not None


def _bodies(root: Element | None, kind: str) -> Mapping[str, Element]:
    """The notes of a part by id, without the lines that part them from the text."""
    nodes = root.iterfind(f"w-{kind}") if root is not None else ()
    return {node.get("w-id", ""): node for node in nodes if node.get("w-type", "normal") == "normal"}


def _below_title(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the title, if there is one, as the only heading of the first level."""
    levels = {paragraph.level for paragraph in paragraphs if paragraph.kind == "heading"}
    if TITLE not in levels:
        return paragraphs
    down = 1 if 1 in levels else 0
    return [
        paragraph._replace(level=max(1, min(paragraph.level + down, 6)))
        if paragraph.kind == "heading"
        else paragraph
        for paragraph in paragraphs
    ]


def _told(tally: Tally) -> tuple[str, ...]:
    """In words, what was left out or decided."""
    words = [
        (tally.changes, "tracked changes were read as accepted"),
        (tally.comments, f"comments in the margin were not read ({tally.comments})"),
        (tally.hidden, f"hidden text was not read (words: {tally.hidden})"),
        (tally.embedded, f"other files inside the document were not read ({tally.embedded})"),
    ]
    return tuple(said for happened, said in words if happened)
