"""One article saved in many ways is one article: much the same ratings, and the same findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from healthscore import Report, score_file

FOLDER = Path(__file__).with_name("same_article")


def _as_it_is(name: str) -> Callable[[Path], Path]:
    return lambda _folder: FOLDER / name


def _page(template: str) -> Callable[[Path], Path]:
    """The article as HTML, by itself or in a site's template."""

    def write(folder: Path) -> Path:
        body = (
            MarkdownIt("commonmark")
            .enable("table")
            .render((FOLDER / "article.md").read_text(encoding="utf-8"))
        )
        page = (
            (FOLDER / template).read_text(encoding="utf-8")
            if template
            else "<!doctype html><body>{{body}}</body>"
        )
        path = folder / (template or "plain.html")
        path.write_text(page.replace("{{body}}", body), encoding="utf-8")
        return path

    return write


# One row a way to save it: what makes the file in a folder. The first is what all others are held against.
WAYS: Mapping[str, Callable[[Path], Path]] = {
    "Markdown": _as_it_is("article.md"),
    "plain text": _as_it_is("article.txt"),
    "a plain page": _page(""),
    "a news site": _page("news.html"),
    "a blog": _page("blog.html"),
}


@cache
def _reference() -> Report:
    return score_file(FOLDER / "article.md")


def _findings(report: Report) -> Counter[tuple[str, tuple[str, ...]]]:
    """Rule and quoted words of each finding; where lines end does not count."""
    return Counter(
        (finding.rule, tuple(" ".join(place.quote.split()) for place in finding.evidence))
        for finding in report.findings
    )


@pytest.fixture(params=WAYS)
def report(request: pytest.FixtureRequest, tmp_path: Path) -> Report:
    return score_file(WAYS[request.param](tmp_path))


def test_the_ratings_are_the_same(report: Report) -> None:
    assert report.rating.value == pytest.approx(_reference().rating.value, abs=0.2)
    for mine, theirs in zip(report.dimensions, _reference().dimensions, strict=True):
        assert mine.rating.value == pytest.approx(theirs.rating.value, abs=0.4), mine.id


def test_the_findings_are_the_same(report: Report) -> None:
    assert _findings(report) == _findings(_reference())
    assert len(report.findings) > 5


def test_title_people_and_dates_are_the_same(report: Report) -> None:
    article, reference = report.article, _reference().article
    assert (article.title, article.authors) == (reference.title, ("Nora Feld",))
    assert (article.published, article.updated, article.reviewed) == (
        "2022-03-14",
        "2022-05-02",
        "2022-05-02",
    )
    assert article.reviewers == ("Amit Rao",)
