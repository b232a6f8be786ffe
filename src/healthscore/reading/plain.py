"""Plain text: paragraphs by blank lines or one a line, bullets, quotes, headings with and without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from healthscore.article import BlockKind, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.comments import comments
from healthscore.reading.draft import Chunk, Draft, keep_only, trim, without
from healthscore.reading.wrapping import Line, continues, lines_of, margin

_MARKS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("reference", re.compile(r"\[\^[^\s\]]{1,40}\]:")),
    ("list_item", re.compile(r"(?:[-*+•‣▪▫●○◦·–—]|\(?\d{1,3}[.)]|\[\d{1,3}\]|\(?[a-zA-Z]\))(?=\s)")),
    ("quote", re.compile(r">(?:\s?>)*")),
    ("paragraph", re.compile(r"(?:Q|A|Question|Answer)\s?:(?=\s)")),
)
_SEPARATOR = re.compile(r"(?:[-*_=~#+.]\s*){3,}")
_UNDERLINE = re.compile(r"={3,}|-{3,}")


def read(text: str) -> Draft:
    """The chunks, prose, written-out addresses and comments of a plain text."""
    found = tuple(comments(text))
    chunks, prose = _read(without(text, (Span(comment.start, comment.end) for comment in found)))
    links = list(addresses(prose))
    bare = without(prose, (Span(a.start, a.end) for a in links))
    return Draft(text, bare, chunks, links, comments=found)


def _read(text: str) -> tuple[list[Chunk], str]:
    """The chunks of a text without comments, and the text without the marks of its lines."""
    lines = lines_of(text)
    width = margin(text, [_marked(text, line)[2] for line in lines])
    chunks: list[Chunk] = []
    parts: list[Span] = []
    gap, last = 0, Line(0, 0)
    for number, line in enumerate(lines):
        if line.start == line.end or _is_separator(text, lines, number):
            chunks = _underlined(text, chunks, line, last)
            gap, last = gap + 1, Line(0, 0)
            continue
        kind, mark, content = _marked(text, line)
        if _belongs(text, chunks, last, kind, mark, content, width):
            chunks[-1] = chunks[-1]._replace(end=content.end)
        elif content.start < content.end:
            chunks.append(Chunk(kind, content.start, content.end, 0, gap, mark))
        parts.append(Span(*content))
        gap, last = 0, content
    return _rows(text, chunks), keep_only(text, parts)


def _marked(text: str, line: Line) -> tuple[BlockKind, str, Line]:
    """What a line's first characters make of it, and the line without them."""
    for kind, pattern in _MARKS:
        match = pattern.match(text, line.start, line.end)
        if match:
            return kind, match.group(), Line(*trim(text, match.end(), line.end))
    return "paragraph", "", line


def _belongs(
    text: str, chunks: Sequence[Chunk], last: Line, kind: BlockKind, mark: str, line: Line, width: int | None
) -> bool:
    """Whether a line goes on with the chunk of the line before it."""
    if last.start == last.end or not chunks or line.start == line.end:
        return False
    if kind == "quote":
        return chunks[-1].kind == "quote" and continues(text, last, line, width)
    return not mark and continues(text, last, line, width)


def _is_separator(text: str, lines: Sequence[Line], number: int) -> bool:
    line = lines[number]
    return _SEPARATOR.fullmatch(text, line.start, line.end) is not None


def _underlined(text: str, chunks: list[Chunk], line: Line, last: Line) -> list[Chunk]:
    """The chunks, the last one a heading if this line underlines it."""
    if last.start == last.end or not chunks or not _UNDERLINE.fullmatch(text, line.start, line.end):
        return chunks
    heading = chunks[-1]
    if heading.mark or "\n" in text[heading.start : heading.end]:
        return chunks
    level = 1 if text[line.start] == "=" else 2
    return [*chunks[:-1], heading._replace(kind="heading", level=level, mark="=")]


def _rows(text: str, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, with neighbouring lines of cells as rows of a table."""
    cells = [not chunk.mark and _has_cells(text, chunk) for chunk in chunks]
    return [
        chunk._replace(kind="table", mark="|")
        if row and any(cells[max(at - 1, 0) : at] + cells[at + 1 : at + 2])
        else chunk
        for at, (chunk, row) in enumerate(zip(chunks, cells, strict=True))
    ]


def _has_cells(text: str, chunk: Chunk) -> bool:
    return (
        text.count("|", chunk.start, chunk.end) > 1
        or " | " in text[chunk.start : chunk.end]
        or "\t" in text[chunk.start : chunk.end]
    )
