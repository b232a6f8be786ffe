"""Paragraphs put together as a text, with the chunks, links and blanks that lie in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from healthscore.article import BlockKind, Link, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.docx.blocks import Paragraph
from healthscore.reading.draft import Chunk, Draft, trim, without
from healthscore.reading.plain import marked
from healthscore.reading.wrapping import Line, lines_of, parts_at

_CLOSE = frozenset({"list_item", "table", "contents", "reference"})  # set line by line, without a blank one
_SIGNS = {"heading": "#", "table": "|", "quote": ">"}
_LONGEST_PSEUDO_HEADING = 150


class _Page(Struct):
    """A text while it is put together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Link] = field(default_factory=list)
    blanks: list[Span] = field(default_factory=list)

    def write(self, text: str) -> Span:
        """Add some text, and say where it is."""
        self.parts.append(text)
        self.length += len(text)
        return Span(self.length - len(text), self.length)


def written(paragraphs: Sequence[Paragraph]) -> Draft:
    """The text of all paragraphs, one below another."""
    page = _Page()
    places = [_write(page, paragraph, before) for before, paragraph in pairwise([None, *paragraphs])]
    text = "".join(page.parts)
    chunks = [
        chunk
        for paragraph, (span, gap) in zip(paragraphs, places, strict=True)
        for chunk in _chunks(page, text, paragraph, span, gap)
    ]
    bare = list(addresses(without(text, page.blanks)))
    prose = without(text, [*page.blanks, *(Span(link.start, link.end) for link in bare)])
    linked = {link.start for link in page.links}
    links = [*page.links, *(link for link in bare if link.start not in linked)]
    return Draft(text, prose, chunks, sorted(links, key=lambda link: (link.start, link.end)))


def _write(page: _Page, paragraph: Paragraph | None, before: Paragraph | None) -> tuple[Span, int]:
    """Where a paragraph comes to stand, and how many blank lines are before it."""
    assert paragraph is not None
    close = before is not None and before.kind == paragraph.kind and paragraph.kind in _CLOSE
    if before is not None:
        page.write("\n" if close else "\n\n")
    if paragraph.label:
        page.blanks.append(page.write(paragraph.label))
        page.write(" ")
    start = page.length
    for piece in paragraph.pieces:
        span = page.write(piece.text)
        if piece.apart:
            page.blanks.append(span)
        if piece.target:
            _link(page, span, piece.target)
    return Span(start, page.length), 0 if close or before is None else 1


def _link(page: _Page, span: Span, target: str) -> None:
    """Note a link; runs that are linked to one address side by side are one link."""
    last = page.links[-1] if page.links else None
    if last and (last.end, last.target) == (span.start, target):
        page.links[-1] = Link(last.start, span.end, target)
    else:
        page.links.append(Link(*span, target))


def _chunks(page: _Page, text: str, paragraph: Paragraph, span: Span, gap: int) -> Iterator[Chunk]:
    """The chunks of a paragraph: one, or several where line breaks part it."""
    kind = paragraph.kind
    if kind != "paragraph":
        start, end = trim(text, *span)
        mark = paragraph.label or _SIGNS.get(kind, "")
        yield Chunk(kind, start, end, paragraph.level, gap, mark)
        return
    for group in _groups(text, span):
        yield _as_typed(page, text, paragraph, group, gap)
        gap = 0


def _groups(text: str, span: Span) -> list[list[Line]]:
    """The lines of a paragraph, parted where its author began a new one without ending it."""
    groups: list[list[Line]] = []
    last: Line | None = None
    for line in lines_of(text, *span):
        if line.start == line.end:
            last = None
            continue
        if last is None or marked(text, line)[1] or parts_at(text, last, line, None):
            groups.append([])
        groups[-1].append(line)
        last = line
    return groups


def _as_typed(page: _Page, text: str, paragraph: Paragraph, lines: Sequence[Line], gap: int) -> Chunk:
    """A chunk as what its first characters or its look make of it: bullets typed by hand, a line all in bold."""
    kind: BlockKind
    kind, mark, content = marked(text, lines[0])
    end = max(lines[-1].end, content.start)
    page.blanks.append(Span(lines[0].start, content.start))
    length = end - content.start
    if not mark and length <= _LONGEST_PSEUDO_HEADING and _is_bold(paragraph):
        mark = "**"
    elif not mark and 2 * _linked(page, content.start, end) > length:
        mark = "link"
    return Chunk(kind, content.start, end, 0, gap, mark)


def _is_bold(paragraph: Paragraph) -> bool:
    return all(piece.bold for piece in paragraph.pieces if piece.text.strip())


def _linked(page: _Page, start: int, end: int) -> int:
    """How many characters of a stretch are linked."""
    return sum(link.end - link.start for link in page.links if start <= link.start < end)
