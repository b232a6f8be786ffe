"""Pages as sites build them: nearly all of the article is read, hardly anything else, and who wrote it when is right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("templates")
sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

from healthscore.reading import read_text  # noqa: E402
from tasks.html.pages import Page, pages  # noqa: E402 (found by the path above)
from tasks.html.words import share_read  # noqa: E402

PAGES = pages(FOLDER)
WRITTEN_LAST = pages(FOLDER.with_name("written_last"))  # read once before anything was tuned on them


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_article_is_read_and_the_rest_is_not(page: Page) -> None:
    article = read_text(page.html, format="html")
    assert share_read(page, article.prose, "article") >= 0.95
    assert share_read(page, article.prose, "rest") <= 0.03
    assert article.title == page.title
    assert (article.published, article.updated) == (page.published, page.updated)
    assert article.authors == page.authors


@pytest.mark.parametrize("page", WRITTEN_LAST, ids=lambda page: page.name)
def test_pages_that_were_written_last_are_read_as_well(page: Page) -> None:
    article = read_text(page.html, format="html")
    assert share_read(page, article.prose, "article") >= 0.95
    assert share_read(page, article.prose, "rest") <= 0.15
    assert article.title == page.title
    assert (article.published, article.updated) == (page.published, page.updated)


def test_there_are_templates_enough() -> None:
    assert len(PAGES) >= 12


def test_what_is_measured_can_fail() -> None:
    page = next(page for page in PAGES if page.name == "news.html")
    everything = " ".join(word for word, _ in page.words)
    assert share_read(page, everything, "rest") == 1.0
    assert share_read(page, "", "article") == 0.0
