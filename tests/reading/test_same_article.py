"""One article saved in many ways is one article: much the same ratings, and the same findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, partial
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt
from printing import Look, article_pdf

from healthscore import Report, read, score, score_file
from healthscore.reading import read_bytes

HERE = Path(__file__).parent
FOLDER, PDFS, MADE, EXAMPLES = (
    HERE / "same_article",
    HERE / "pdf",
    HERE / "made",
    HERE.parents[1] / "examples",
)
STYLES = {"list_item": "List Bullet", "contents": "List Bullet", "quote": "Quote"}
_LAYOUT = re.compile(r"[*_|]|\s+(?=[,.;:)])")  # emphasis, cells, and spaces before a mark


class Way(NamedTuple):
    """A way to save an article: the original, the name of the file, and its bytes."""

    original: Path
    name: str
    data: Callable[[], bytes]


def _file(original: Path, path: Path) -> Way:
    return Way(original, path.name, path.read_bytes)


def _page(original: Path, template: str = "<!doctype html><body>{{body}}</body>") -> bytes:
    """The article as HTML, by itself or in a site's template."""
    body = MarkdownIt("commonmark").enable("table").render(original.read_text(encoding="utf-8"))
    return template.replace("{{body}}", body).encode()


def _docx(original: Path) -> bytes:
    """The article as python-docx saves it, its headings and lists by styles, its tables as tables."""
    from docx import Document

    document, article = Document(), read(original)
    for kind, blocks in groupby(article.blocks, key=lambda block: block.kind):
        own = article.text if kind in ("reference", "table") else article.prose
        said = [(" ".join(own[block.start : block.end].split()), block.level) for block in blocks]
        if kind == "table":
            rows = [[cell.strip() for cell in words.strip("|").split("|")] for words, _ in said]
            table = document.add_table(0, len(rows[0]))
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=True):
                    cell.text = words
        for words, level in said if kind != "table" else ():
            if kind == "heading":
                document.add_heading(words, 0 if level == 1 else level)
            else:
                document.add_paragraph(words, STYLES.get(kind, "Normal"))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ways() -> Mapping[str, Way]:
    """One row a way. LibreOffice's DOCX is ``soffice --convert-to docx`` of what markdown-it-py makes of the example."""
    peppermint, tinnitus, one_sided = FOLDER / "article.md", PDFS / "tinnitus.txt", EXAMPLES / "one-sided.md"
    pages = {
        f"HTML, {name}": Way(peppermint, name, partial(_page, peppermint, (FOLDER / name).read_text("utf-8")))
        for name in ("news.html", "blog.html")
    }
    looks = {"one column": Look(justified=True, hyphens=True), "two": Look(2, justified=True, hyphens=True)}
    printed = {
        f"PDF, reportlab, {name}": Way(tinnitus, "a.pdf", partial(article_pdf, tinnitus, look))
        for name, look in looks.items()
    }
    saved = [EXAMPLES / f"{n}.txt" for n in ("leaflet", "self-contradicting", "spun")]
    saved += [peppermint, tinnitus, one_sided, EXAMPLES / "balanced-and-sourced.md"]
    return {
        "plain text": _file(peppermint, FOLDER / "article.txt"),
        "HTML, a plain page": Way(peppermint, "plain.html", partial(_page, peppermint)),
        **pages,
        **printed,
        **{f"PDF, {path.name}": _file(tinnitus, path) for path in sorted(PDFS.glob("*.pdf"))},
        **{f"DOCX, python-docx, {path.name}": Way(path, "a.docx", partial(_docx, path)) for path in saved},
        "DOCX, LibreOffice": _file(one_sided, MADE / "one-sided.docx"),
    }


WAYS = _ways()


@cache
def _original(path: Path) -> Report:
    return score_file(path)


@cache
def _saved(way: str) -> Report:
    _, name, data = WAYS[way]
    return score(read_bytes(data(), name=name))


def _findings(report: Report) -> Counter[tuple[str, tuple[str, ...]]]:
    """Rule and quoted words of each finding, without what is only layout."""
    return Counter(
        (finding.rule, tuple(sorted(_LAYOUT.sub("", " ".join(q.quote.split())) for q in finding.evidence)))
        for finding in report.findings
    )


@pytest.mark.parametrize("way", WAYS)
def test_the_ratings_are_the_same(way: str) -> None:
    report, original = _saved(way), _original(WAYS[way].original)
    assert report.rating.value == pytest.approx(original.rating.value, abs=0.2)
    for mine, theirs in zip(report.dimensions, original.dimensions, strict=True):
        assert mine.rating.value == pytest.approx(theirs.rating.value, abs=0.4), mine.id


@pytest.mark.parametrize("way", WAYS)
def test_the_findings_are_the_same(way: str) -> None:
    original = _original(WAYS[way].original)
    assert _findings(_saved(way)) == _findings(original)
    assert original.findings, "an article without findings shows nothing"


@pytest.mark.parametrize("way", WAYS)
def test_title_people_and_dates_are_the_same(way: str) -> None:
    mine, original = _saved(way).article, _original(WAYS[way].original).article
    for field in ("title", "authors", "published", "updated", "reviewed", "reviewers"):
        assert getattr(mine, field) == getattr(original, field), field


@pytest.mark.parametrize(
    ("path", "people", "dates"),
    [
        (FOLDER / "article.md", (("Nora Feld",), ("Amit Rao",)), ("2022-03-14", "2022-05-02", "2022-05-02")),
        (PDFS / "tinnitus.txt", (("Miriam Solberg",), ()), ("2022-05-14", "2024-02-03", "2024-02-03")),
    ],
    ids=["peppermint", "tinnitus"],
)
def test_the_originals_tell_of_people_and_dates(path: Path, people: object, dates: object) -> None:
    article = _original(path).article
    assert (article.authors, article.reviewers) == people
    assert (article.published, article.updated, article.reviewed) == dates
