"""Parts to a draft: one line of text a paragraph, with exact spans for chunks and links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from healthscore.article import Link, Pages, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.decode import clean
from healthscore.reading.draft import Chunk, Draft, trim, without
from healthscore.reading.pdf.info import properties
from healthscore.reading.pdf.page import Line
from healthscore.reading.pdf.parts import Part, parts_of
from healthscore.reading.pdf.words import Vocabulary, pieces
from healthscore.reading.properties import believed

_CELLS = " | "
_TIGHT = ("list_item", "table", "reference")  # stand below each other without a blank line


class _Text:
    """A text that grows, with the links and the marks in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.links: list[Link] = []
        self.marks: list[Span] = []

    def add(self, text: str, target: str = "") -> Span:
        """Write some text, and link it; the link of neighbours with one address is one."""
        span = Span(self.length, self.length + len(text))
        self.pieces.append(text)
        self.length = span.end
        if target and text:
            before = self.links[-1] if self.links else None
            if before and before.end == span.start and before.target == target:
                self.links[-1] = Link(before.start, span.end, target)
            else:
                self.links.append(Link(*span, target))
        return span


def composed(lines: Sequence[Line], info: Mapping[str, str], notes: Sequence[str]) -> Draft:
    """The draft of lines in reading order."""
    written, chunks, pages = _Text(), list[Chunk](), list[Pages]()
    vocabulary = Vocabulary(line.words for line in lines)
    before: Part | None = None
    for part in parts_of(lines):
        pages.append(Pages(written.length, min(part.pages), max(part.pages)))
        chunks.append(_write(written, part, before, vocabulary))
        before = part
    text = "".join(written.pieces)
    chunks = [chunk for chunk in (_trimmed(text, chunk) for chunk in chunks) if chunk.start < chunk.end]
    prose = without(text, written.marks)
    starts = [link.start for link in written.links]
    bare = [link for link in addresses(prose) if not _is_linked(link, written.links, starts)]
    prose = without(prose, (Span(link.start, link.end) for link in addresses(prose)))
    declared, origins, told = believed(properties(info), text)
    links = sorted([*written.links, *bare], key=lambda link: (link.start, link.end))
    return Draft(text, prose, chunks, links, declared, (*notes, *told), origins, pages=pages)


def _write(text: _Text, part: Part, before: Part | None, vocabulary: Vocabulary) -> Chunk:
    gap = 0 if before is None or (part.kind == before.kind and part.kind in _TIGHT) else 1
    if before is not None:
        text.add("\n\n" if gap else "\n")
    start = text.length
    if part.kind == "table":
        _write_row(text, part, vocabulary)
    else:
        for piece, target in pieces(part.lines, vocabulary):
            text.add(clean(piece), target)
    if part.mark and part.kind in ("list_item", "reference"):
        marked = Span(start, start + len(part.mark))
        text.marks.append(marked)
        start = marked.end
    return Chunk(part.kind, start, text.length, part.level, gap, part.mark)


def _write_row(text: _Text, part: Part, vocabulary: Vocabulary) -> None:
    for number, cell in enumerate(part.cells):
        if number:
            text.marks.append(text.add(_CELLS))
        for piece, target in pieces(cell, vocabulary):
            text.add(clean(piece), target)


def _trimmed(text: str, chunk: Chunk) -> Chunk:
    start, end = trim(text, chunk.start, max(chunk.start, chunk.end))
    return chunk._replace(start=start, end=end)


def _is_linked(link: Link, links: Sequence[Link], starts: Sequence[int]) -> bool:
    """Whether an address that is written out is a link of the file as well; those are in order."""
    at = bisect_left(starts, link.end)
    return at > 0 and links[at - 1].end > link.start
