"""Lines to parts: which lines make one paragraph, item, heading, row or note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from healthscore.article import BlockKind
from healthscore.reading.pdf import footnotes, headings, tables
from healthscore.reading.pdf.page import GLUED, Line, Word
from healthscore.reading.pdf.style import INDENT, Style, ends, follows, is_cut_short, style_of

_BULLET = re.compile(r"[•◦▪▫■□‣●○·∙➢➤✓✔\uf0a7\uf0b7\uf0d8\uf076\uf0fc]")
_DASH = re.compile(r"[-–—*]")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]|\[\d{1,3}\]")
_APART = 1.3  # of the usual distance of lines: further apart are paragraphs
_MUCH = 5.0  # times the size of the type: no ragged margin leaves that free
_SAME_SIZE = 0.08  # of the size of the type


class Part(Struct):
    """What will be one block: its lines, or the cells of a row of a table with the lines of each, and their pages."""

    kind: BlockKind
    lines: list[Sequence[Word]]
    cells: tables.Row = field(default_factory=list)
    mark: str = ""
    level: int = 0
    rank: headings.Rank | None = None
    last: Line | None = None
    pages: list[int] = field(default_factory=list)
    edges: list[float] = field(default_factory=list)  # where its lines begin


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """The parts of a document in order, notes at the foot of pages last."""
    style = style_of(lines)
    lines, notes = footnotes.part_off(lines, style)
    rows = tables.rows_of(lines)
    parts: list[Part] = []
    for at, line in enumerate(lines):
        if at in rows:
            row = rows[at]
            if row is not None:
                parts.append(Part("table", [], row, "|", pages=[line.page]))
            continue
        _take(parts, lines, at, style, _mark(parts, line, style))
    parts = [_settled(part) for part in parts]
    _rank(parts)
    return parts + [_note(note) for note in notes]


def _take(parts: list[Part], lines: Sequence[Line], at: int, style: Style, mark: str) -> None:
    """Add a line to the last part, or begin another one with it."""
    line = lines[at]
    rank = headings.rank(lines, at, style) if not mark or line.bold else None
    last = parts[-1] if parts else None
    if last and last.last and rank == last.rank and not (mark and not rank) and _goes_on(last, line, style):
        last.lines.append(line.words)
    elif rank:
        last = Part("heading", [line.words], mark="#", rank=rank)
        parts.append(last)
    else:
        last = Part("list_item" if mark else "paragraph", [line.words], mark=mark)
        parts.append(last)
    last.last = line
    last.pages.append(line.page)
    last.edges.append(line.x0)


def _mark(parts: Sequence[Part], line: Line, style: Style) -> str:
    """The bullet or number with which a line begins an item of a list."""
    if bullet := _BULLET.match(line.text):
        return bullet.group() if len(line.text) > 1 else ""
    if len(line.words) < 2 or line.words[1].flags & GLUED:
        return ""
    text = line.words[0].text
    if not (_DASH.fullmatch(text) or _NUMBER.fullmatch(text)):
        return ""
    last = parts[-1] if parts else None
    if last is None or last.last is None or last.mark or ends(last.last) or last.kind == "heading":
        return text
    return "" if _goes_on(last, line, style) and not is_cut_short(last.last, line) else text


def _goes_on(part: Part, line: Line, style: Style) -> bool:
    """Whether a line belongs to the part before it."""
    before = part.last
    assert before is not None
    if abs(before.size - line.size) > _SAME_SIZE * line.size:
        return False
    if not follows(before, line):
        return part.kind != "heading" and _goes_on_elsewhere(part, before, line, style)
    if before.y - line.y > _APART * style.distance(line) + 0.5:
        return False
    if part.kind == "heading":
        return True
    return _is_in_line(part, before, line)


def _goes_on_elsewhere(part: Part, before: Line, line: Line, style: Style) -> bool:
    """Whether a part goes on in the next column or on the next page."""
    if part.mark and part.edges[-1] - part.edges[0] > 1 and line.x0 - line.left < 1:
        return not ends(before) and line.text[:1].islower()
    if not ends(before):
        return line.text[:1].islower() or not is_cut_short(before, line)
    set_in = line.x0 - line.left > INDENT * line.size
    return style.indents and not set_in and not is_cut_short(before, line)


def _is_in_line(part: Part, before: Line, line: Line) -> bool:
    """Whether a line right below a part stands where its next line should."""
    shift = (line.x0 - before.x0) / line.size
    hangs = len(part.edges) > 1 and part.edges[1] - part.edges[0] > INDENT * line.size
    if shift > INDENT:
        return len(part.edges) == 1 and (bool(part.mark) or not ends(before))
    if shift < -INDENT:
        return len(part.edges) == 1 and not part.mark
    if part.mark and not hangs and len(part.edges) == 1 and ends(before) and is_cut_short(before, line):
        return False
    if is_cut_short(before, line, _MUCH):
        return False
    return not is_cut_short(before, line) or (not ends(before) and line.text[:1].islower())


def _settled(part: Part) -> Part:
    """A heading that is too long for one is a paragraph."""
    length = sum(len(word.text) + 1 for line in part.lines for word in line)
    if part.kind == "heading" and length > headings.LONGEST:
        part.kind, part.mark, part.rank = "paragraph", "", None
    return part


def _rank(parts: Sequence[Part]) -> None:
    found = [part.rank for part in parts if part.rank is not None]
    level_of = headings.levels(found)
    for part in parts:
        if part.rank is not None:
            part.level = level_of[part.rank]


def _note(lines: Sequence[Line]) -> Part:
    match = footnotes.MARK.match(lines[0].text)
    mark = match.group() if match else ""
    return Part("reference", [line.words for line in lines], mark=mark, pages=[line.page for line in lines])
