"""Articles of text files as PDFs, made by reportlab: one or two columns, running heads, numbers, hyphens."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from healthscore.article import Article, Block
from healthscore.reading import read_file

MARGIN = 60.0
HEAD = "Letters on Hearing"


@dataclass(frozen=True)
class Look:
    """How an article is to be printed."""

    columns: int = 1
    running_head: bool = True
    page_numbers: bool = True
    line_numbers: bool = False
    justified: bool = False
    hyphens: bool = False
    indented: bool = False
    size: float = 10.0


def article_pdf(path: Path, look: Look = Look(), **properties: str) -> bytes:
    """The article of a text file, printed."""
    return printed(_story(read_file(path), look), look, **properties)


def printed(story: list[Any], look: Look = Look(), **properties: str) -> bytes:
    """Some flowables as a PDF; on two columns all that stands before a FrameBreak runs across both."""
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, invariant=1, **properties)
    width, height = A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN

    def furniture(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        if look.running_head:
            canvas.drawString(MARGIN, A4[1] - 36, HEAD)
        if look.page_numbers:
            canvas.drawCentredString(A4[0] / 2, 30, str(canvas.getPageNumber()))
        if look.line_numbers:
            for number in range(1, 41):
                canvas.drawRightString(MARGIN - 14, A4[1] - MARGIN - 17 * number, str(number))

    top = Frame(MARGIN, A4[1] - MARGIN - 120, width, 120, 0, 0, 0, 0)
    columns = [
        [Frame(MARGIN + at * (width / 2 + 9), MARGIN, width / 2 - 9, room, 0, 0, 0, 0) for at in (0, 1)]
        for room in (height - 126, height)
    ]
    if look.columns == 2:
        document.addPageTemplates(
            [
                PageTemplate("first", [top, *columns[0]], onPage=furniture),
                PageTemplate("later", columns[1], onPage=furniture),
            ]
        )
        story = [NextPageTemplate("later"), *story]
    else:
        document.addPageTemplates(
            [PageTemplate("only", [Frame(MARGIN, MARGIN, width, height)], onPage=furniture)]
        )
    document.build(story)
    return buffer.getvalue()


def _story(article: Article, look: Look) -> list[Any]:
    story: list[Any] = []
    for kind, group in groupby(article.blocks, key=lambda block: block.kind):
        blocks = list(group)
        if kind == "table":
            story += [_table(article, blocks, look), Spacer(1, 8)]
            continue
        for block in blocks:
            story.append(_flowable(article, block, look))
            if look.columns == 2 and article.text[block.start : block.end].startswith("Tinnitus is"):
                story.append(FrameBreak())
    return story


def _flowable(article: Article, block: Block, look: Look) -> Paragraph:
    text = escape(" ".join(article.text[block.start : block.end].split()))
    style = _style(block, look)
    if block.kind == "list_item":
        return Paragraph(text, style, bulletText="•")
    if "https://" in text:
        address = text[text.index("https://") :].split()[0]
        text = text.replace(address, f'<link href="{address}">{address}</link>')
    return Paragraph(text, style)


def _style(block: Block, look: Look) -> ParagraphStyle:
    size = look.size
    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=size, leading=1.25 * size)
    if look.hyphens:
        style.hyphenationLang = "en_GB"
        style.embeddedHyphenation = 1
    if look.justified:
        style.alignment = TA_JUSTIFY
    if block.kind == "heading":
        larger = {1: 1.8, 2: 1.2}.get(block.level, 1.0)
        return ParagraphStyle(
            "heading", fontName="Times-Bold", fontSize=larger * size, leading=1.2 * larger * size, spaceBefore=size,
            spaceAfter=0.4 * size,
        )  # fmt: skip
    if block.kind == "list_item":
        style.leftIndent, style.bulletIndent = 1.4 * size, 0.4 * size
    elif block.kind == "reference":
        style.leftIndent, style.firstLineIndent = 1.4 * size, -1.4 * size
    elif look.indented:
        style.firstLineIndent = 1.5 * size
    if not look.indented or block.kind != "paragraph":
        style.spaceAfter = 0.6 * size
    return style


def _table(article: Article, rows: list[Block], look: Look) -> Table:
    cells = [[cell.strip() for cell in article.text[row.start : row.end].split("|")] for row in rows]
    return Table(cells, style=[("FONT", (0, 0), (-1, -1), "Times-Roman", look.size)])
