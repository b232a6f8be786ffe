"""An article saved as DOCX is rated as it is as text, with the same findings.

Written by python-docx, and once by LibreOffice: ``soffice --convert-to docx one-sided.html``, from the example as
markdown-it-py renders it.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from healthscore import Report, read, score, score_file
from healthscore.article import Article
from healthscore.reading import read_bytes

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
STYLES = {"list_item": "List Bullet", "contents": "List Bullet", "quote": "Quote"}


def as_docx(article: Article) -> bytes:
    """The article as python-docx saves it, its headings and lists by styles."""
    from docx import Document

    document = Document()
    for block in article.blocks:
        own = article.text if block.kind == "reference" else article.prose
        words = " ".join(own[block.start : block.end].split())
        if block.kind == "heading":
            document.add_heading(words, 0 if block.level == 1 else block.level)
        else:
            document.add_paragraph(words, STYLES.get(block.kind, "Normal"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def findings(report: Report) -> list[tuple[str, list[str]]]:
    """Rules and quotes, without what is only layout: line ends and emphasis."""
    return [
        (
            finding.rule,
            sorted(re.sub(r"[*_]|\s+(?=,)", "", " ".join(q.quote.split())) for q in finding.evidence),
        )
        for finding in report.findings
    ]


def is_the_same(mine: Report, theirs: Report) -> bool:
    assert abs((mine.rating.value or 0) - (theirs.rating.value or 0)) <= 0.2
    for one, other in zip(mine.dimensions, theirs.dimensions, strict=True):
        assert abs((one.rating.value or 0) - (other.rating.value or 0)) <= 0.4
    assert sorted(findings(mine)) == sorted(findings(theirs))
    assert mine.article.title == theirs.article.title
    return True


@pytest.mark.parametrize(
    "name", ["one-sided.md", "leaflet.txt", "self-contradicting.txt", "spun.txt", "balanced-and-sourced.md"]
)
def test_an_example_saved_by_python_docx(name: str) -> None:
    article = read(EXAMPLES / name)
    assert is_the_same(score(read_bytes(as_docx(article), name="a.docx")), score(article))


def test_an_example_saved_by_libreoffice() -> None:
    assert is_the_same(score_file(HERE / "made" / "one-sided.docx"), score_file(EXAMPLES / "one-sided.md"))
