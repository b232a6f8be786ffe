"""Plain text: paragraphs by blank lines or one a line, bullets, quotes, headings with and without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from healthscore.article import BlockKind, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.comments import comments
from healthscore.reading.draft import Chunk, Draft, keep_only, trim, without
from healthscore.reading.wrapping import Line, continues, lines_of, margin
from healthscore.regexes import when_needed

_MARK = when_needed(  # by the kind of block that begins so
    r"(?P<reference>\[\^[^\s\]]{1,40}\]:)"
    r"|(?P<list_item>(?:[-*+•‣▪▫●○◦·–—]|\(?\d{1,3}[.)]|\[\d{1,3}\]|\(?[a-zA-Z]\))(?=\s))"
    r"|(?P<quote>>(?:\s?>)*)"
    r"|(?P<paragraph>(?:Q|A|Question|Answer)\s?:(?=\s))"
)
_RULES = "-*_=~#+."
_SEPARATOR = re.compile(rf"(?:[{_RULES}]\s*){{3,}}")
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
    marks = [marked(text, line) for line in lines]
    width = margin(text, [content for _, _, content in marks])
    chunks: list[Chunk] = []
    parts: list[Span] = []
    gap, last = 0, Line(0, 0)
    for line, (kind, mark, content) in zip(lines, marks, strict=True):
        if line.start == line.end or _is_separator(text, line):
            if line.start < line.end:
                chunks = _underlined(text, chunks, line, last)
            gap, last = gap + 1, Line(0, 0)
            continue
        if _belongs(text, chunks, last, kind, mark, content, width):
            chunks[-1] = chunks[-1]._replace(end=content.end)
        elif content.start < content.end:
            chunks.append(Chunk(kind, content.start, content.end, 0, gap, mark))
        parts.append(Span(*content))
        gap, last = 0, content
    return _rows(text, chunks), keep_only(text, parts)


def marked(text: str, line: Line) -> tuple[BlockKind, str, Line]:
    """What a line's first characters make of it, and the line without them."""
    match = _MARK().match(text, line.start, line.end)
    if not match:
        return "paragraph", "", line
    kind = cast(BlockKind, match.lastgroup)
    return kind, match.group(), Line(*trim(text, match.end(), line.end))


def _belongs(
    text: str, chunks: Sequence[Chunk], last: Line, kind: BlockKind, mark: str, line: Line, width: int | None
) -> bool:
    """Whether a line goes on with the chunk of the line before it."""
    if last.start == last.end or not chunks or line.start == line.end:
        return False
    if kind == "quote":
        return chunks[-1].kind == "quote" and continues(text, last, line, width)
    return not mark and continues(text, last, line, width)


def _is_separator(text: str, line: Line) -> bool:
    return text[line.start] in _RULES and _SEPARATOR.fullmatch(text, line.start, line.end) is not None


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
    if "|" not in text and "\t" not in text:
        return chunks
    cells = [not chunk.mark and _has_cells(text, chunk) for chunk in chunks]
    return [
        chunk._replace(kind="table", mark="|")
        if row and any(cells[max(at - 1, 0) : at] + cells[at + 1 : at + 2])
        else chunk
        for at, (chunk, row) in enumerate(zip(chunks, cells, strict=True))
    ]


def _has_cells(text: str, chunk: Chunk) -> bool:
    words = text[chunk.start : chunk.end]
    return words.count("|") > 1 or " | " in words or "\t" in words
