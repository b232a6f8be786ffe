"""Markdown: blocks from markdown-it-py's line maps, inline markup blanked in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from healthscore.article import BlockKind, Comment, Link, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.comments import comments
from healthscore.reading.draft import Chunk, Draft, blank, keep_only, trim, without
from healthscore.reading.frontmatter import front_matter
from healthscore.reading.inline import markup_of, parser
from healthscore.reading.tags import tag_spans
from healthscore.reading.wrapping import Line, margin, parts_at
from healthscore.regexes import when_needed

if TYPE_CHECKING:
    from markdown_it.token import Token

_CONTAINERS: Mapping[str, BlockKind] = {
    "list_item": "list_item",
    "blockquote": "quote",
    "footnote_reference": "reference",
}
_LONGEST_PSEUDO_HEADING = 150
_LONGEST_LABEL = 500
_ELEMENT = when_needed(r"\s*<(?:h(?P<level>[1-6])|li)\b", re.IGNORECASE)
_ADDRESS = when_needed(r"\bhref\s*=\s*[\"']?(?P<address>[^\"'\s>]+)", re.IGNORECASE)
_PIPE = re.compile(r"(?<!\\)\|")


class _Page(Struct):
    """A page while it is read."""

    text: str
    lines: list[Span]
    env: dict[str, Any]
    width: int | None = None
    chunks: list[Chunk] = field(default_factory=list)
    shown: list[Span] = field(default_factory=list)
    blanks: list[Span] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read(text: str) -> Draft:
    """The chunks, prose, links and comments of a Markdown text, and what its front matter declares."""
    front = front_matter(text)
    source = blank(text[: front.end]) + text[front.end :]
    env: dict[str, Any] = {}
    tokens = parser().parse(" " + source[1:] if source.startswith("\ufeff") else source, env)
    page = _Page(text, _line_spans(text), env)
    page.width = margin(text, _paragraph_lines(page, tokens))
    _read_blocks(page, tokens)
    _read_definitions(page)
    prose = without(keep_only(text, sorted(page.shown)), page.blanks)
    bare = list(addresses(prose))
    return Draft(
        text,
        without(prose, (Span(link.start, link.end) for link in bare)),
        sorted(page.chunks, key=lambda chunk: chunk.start),
        sorted([*page.links, *_tag_links(text, page.blanks), *bare], key=lambda link: (link.start, link.end)),
        front.declared,
        front.notes,
        comments=[comment for comment in comments(text) if _is_hidden(comment, prose, page.chunks)],
    )


def _is_hidden(comment: Comment, prose: str, chunks: Sequence[Chunk]) -> bool:
    """Whether it is a comment to a browser too, and not shown as code."""
    shown = prose[comment.start : comment.end].strip() or any(
        chunk.kind == "code" and chunk.start <= comment.start < chunk.end for chunk in chunks
    )
    return not shown


def _line_spans(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def _paragraph_lines(page: _Page, tokens: Sequence[Token]) -> list[Line]:
    """The lines of all paragraphs, with an empty one between two paragraphs."""
    lines: list[Line] = []
    for token in tokens:
        if token.type == "inline" and token.map:
            spans = page.lines[token.map[0] : token.map[1]]
            lines += [Line(*trim(page.text, *span)) for span in spans]
            lines.append(Line(0, 0))
    return lines


def _read_blocks(page: _Page, tokens: Sequence[Token]) -> None:
    containers: list[BlockKind] = []
    heading = ""
    in_table = False
    previous_line = 0
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if name in _CONTAINERS:
            containers = [*containers, _CONTAINERS[name]] if side == "open" else containers[:-1]
        elif name == "heading":
            heading = token.tag if side == "open" else ""
        elif name == "table":
            in_table = side == "open"
        if not token.map:
            continue
        gap = max(token.map[0] - previous_line, 0)
        if token.type == "tr_open":
            _read_row(page, token.map[0], gap)
        elif token.type == "inline" and not in_table:
            _read_inline(page, token, _kind(containers, heading), int(heading[1:] or 0), gap)
        elif token.type == "html_block":
            _read_html(page, token.map[0], token.map[1], gap)
        elif token.type == "fence":
            _read_code(page, token.map[0], token.map[1], gap)
        else:
            continue
        previous_line = token.map[1]


def _kind(containers: Sequence[BlockKind], heading: str) -> BlockKind:
    """A quote or footnote with a list in it is a quote or footnote still."""
    if heading:
        return "heading"
    for kind in ("reference", "quote"):
        if kind in containers:
            return kind
    return containers[-1] if containers else "paragraph"


def _read_inline(page: _Page, token: Token, kind: BlockKind, level: int, gap: int) -> None:
    assert token.map
    parts = _places(page, token.map[0], token.content)
    if not parts:
        return
    blanks, links = _marked_up(page, token.content, parts)
    page.blanks += blanks
    page.links += links
    page.shown += [span for _, _, span in parts]
    mark = _mark(page, kind, token, parts, links)
    for group in _paragraphs(page, kind, [span for _, _, span in parts]):
        page.chunks.append(Chunk(kind, group[0].start, group[-1].end, level, gap, mark))
        gap, mark = 0, ""


def _places(page: _Page, first_line: int, content: str) -> list[tuple[int, int, Span]]:
    """Each line of a block's content: where it starts and ends in the content, and its span in the text."""
    places, offset = [], 0
    for number, line in enumerate(content.split("\n"), first_line):
        if number >= len(page.lines):
            break
        bare = line.strip()
        begin, end = page.lines[number]
        at = page.text.rfind(bare, begin, end) if bare else -1
        if at >= 0:
            left = offset + len(line) - len(line.lstrip())
            places.append((left, left + len(bare), Span(at, at + len(bare))))
        offset += len(line) + 1
    return places


def _marked_up(
    page: _Page, content: str, parts: Sequence[tuple[int, int, Span]]
) -> tuple[list[Span], list[Link]]:
    """The markup to blank and the links of a block, as places in the text."""
    markup = markup_of(content, page.env)

    def spans(found: Span) -> list[Span]:
        return [
            Span(span.start + max(found.start, left) - left, span.start + min(found.end, right) - left)
            for left, right, span in parts
            if found.start < right and found.end > left
        ]

    blanks = [span for found in markup.blanks for span in spans(found)]
    links = []
    for label, target in markup.links:
        if places := spans(label):
            links.append(Link(places[0].start, places[-1].end, target))
    return blanks, links


def _mark(
    page: _Page, kind: BlockKind, token: Token, parts: Sequence[tuple[int, int, Span]], links: Sequence[Link]
) -> str:
    """What made the block what it is: ``#``, its bullet, ``**`` for a line all in bold, ``link`` for one of links."""
    start, end = parts[0][2].start, parts[-1][2].end
    if kind == "heading":
        return "#"
    if kind != "paragraph" and token.map:
        return page.text[page.lines[token.map[0]].start : start].strip() or "-"
    if links:
        return "link" if 2 * sum(link.end - link.start for link in links) > end - start - 60 else ""
    content = page.text[start:end]
    bold = content[:2] in ("**", "__") and content[-2:] == content[:2] and content.count(content[:2]) == 2
    return "**" if bold and len(content) <= _LONGEST_PSEUDO_HEADING else ""


def _paragraphs(page: _Page, kind: BlockKind, lines: Sequence[Span]) -> list[list[Span]]:
    """The lines of a block, parted where its author began a new paragraph without a blank line."""
    groups = [[lines[0]]]
    for line, following in pairwise(lines):
        if kind not in ("heading", "reference") and parts_at(
            page.text, Line(*line), Line(*following), page.width
        ):
            groups.append([])
        groups[-1].append(following)
    return groups


def _read_row(page: _Page, number: int, gap: int) -> None:
    """One row of a table; its cells are parted by blanked pipes."""
    content = page.text[slice(*page.lines[number])]
    parts = _places(page, number, content)
    if not parts:
        return
    span = parts[0][2]
    blanks, links = _marked_up(page, content, parts)
    page.blanks += [
        *blanks,
        *(Span(span.start + at, span.start + at + 1) for at in _pipes(page.text[slice(*span)])),
    ]
    page.links += links
    page.shown.append(span)
    page.chunks.append(Chunk("table", span.start, span.end, 0, gap, "|"))


def _pipes(row: str) -> list[int]:
    return [match.start() for match in _PIPE.finditer(row)]


def _read_html(page: _Page, first: int, last: int, gap: int) -> None:
    """A block of HTML: what a browser would show of each line."""
    hidden = list(tag_spans(page.text, page.lines[first].start, page.lines[last - 1].end))
    visible = without(
        page.text[page.lines[first].start : page.lines[last - 1].end], _moved(hidden, page.lines[first].start)
    )
    offset = page.lines[first].start
    page.blanks += hidden
    for begin, end in page.lines[first:last]:
        left, right = trim(visible, begin - offset, end - offset)
        if not any(map(str.isalnum, visible[left:right])):
            continue
        element = _ELEMENT().match(page.text, begin, end)
        level = int(element["level"] or 0) if element else 0
        kind: BlockKind = "heading" if level else "list_item" if element else "paragraph"
        page.shown.append(Span(offset + left, offset + right))
        page.chunks.append(Chunk(kind, offset + left, offset + right, level, gap, "<"))


def _moved(spans: Sequence[Span], by: int) -> list[Span]:
    return [Span(start - by, end - by) for start, end in spans]


def _read_code(page: _Page, first: int, last: int, gap: int) -> None:
    start, end = trim(page.text, page.lines[first].start, page.lines[last - 1].end)
    page.chunks.append(Chunk("code", start, end, 0, gap, "`"))


def _read_definitions(page: _Page) -> None:
    """Link definitions with a number for a label are a reference list; no rendered page shows the others."""
    for label, definition in page.env.get("references", {}).items():
        if not label.isdigit() or not definition.get("map"):
            continue
        first, last = definition["map"]
        start, end = trim(page.text, page.lines[first].start, page.lines[last - 1].end)
        target = definition["href"]
        at = page.text.find(target, start, end)
        page.chunks.append(Chunk("reference", start, end))
        if at >= 0:
            page.links.append(Link(at, at + len(target), target))


def _tag_links(text: str, blanks: Sequence[Span]) -> Iterator[Link]:
    """The links that HTML tags among the blanked markup make."""
    for start, end in blanks:
        if text.startswith(("<a ", "<A "), start) and (match := _ADDRESS().search(text, start, end)):
            closing = text.find("<", end)
            if 0 <= closing < end + _LONGEST_LABEL:
                yield Link(end, closing, match["address"])
