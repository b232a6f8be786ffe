"""Title, people and dates of a page, and where each was found."""

from __future__ import annotations

import json

import pytest

from healthscore.article import Article
from healthscore.reading import read_text

PROSE = (
    "<p>Warts on the foot go away by themselves in many children, and freezing them hurts for some days.</p>"
    * 2
)


def page(head: str = "", before: str = "", after: str = "", title: str = "<h1>Foot warts</h1>") -> Article:
    html = f"<!doctype html><html><head>{head}</head><body><article>{title}{before}{PROSE}{after}</article></body></html>"
    return read_text(html)


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **said})}</script>'


ARTICLE = {
    "@type": "MedicalWebPage",
    "headline": "Foot warts",
    "datePublished": "2020-01-31T10:00:00Z",
    "dateModified": "2021-02-03",
    "lastReviewed": "2021-02-01",
    "author": [{"@type": "Person", "name": "Ida Holm"}],
    "reviewedBy": {"@type": "Person", "name": "Dr. Per Lund, MD"},
}


def test_json_ld_tells_everything_and_is_named_for_it() -> None:
    article = page(linked(**ARTICLE), title="")
    assert (article.title, article.authors, article.reviewers) == ("Foot warts", ("Ida Holm",), ("Per Lund",))
    assert (article.published, article.updated, article.reviewed) == (
        "2020-01-31",
        "2021-02-03",
        "2021-02-01",
    )
    assert dict(article.origins) == {
        "title": "JSON-LD headline",
        "authors": "JSON-LD author",
        "published": "JSON-LD datePublished",
        "updated": "JSON-LD dateModified",
        "reviewed": "JSON-LD lastReviewed",
        "reviewers": "JSON-LD reviewedBy",
    }


def test_json_ld_in_a_graph_is_followed_by_its_ids() -> None:
    graph = [
        {"@type": "WebPage", "name": "Warts - Skin Site", "datePublished": "1999-01-01"},
        {
            "@type": "BlogPosting",
            "headline": "Foot warts",
            "author": {"@id": "#ida"},
            "datePublished": "2020-01-31",
        },
        {"@type": "Person", "@id": "#ida", "name": "Ida Holm"},
        {"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2001-01-01"}]},
    ]
    article = page(linked(**{"@graph": graph}))
    assert (article.authors, article.published) == (("Ida Holm",), "2020-01-31")


@pytest.mark.parametrize(
    "broken",
    ["{", "[" * 100_000, '{"@type": ["Article", 3], "author": [[1]], "datePublished": {}}', "nul\0l"],
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    article = page(
        f'<script type="application/ld+json">{broken}</script><meta name="author" content="Ida Holm">'
    )
    assert (article.authors, article.published) == (("Ida Holm",), None)


FOUND = [
    ('<meta property="article:published_time" content="2020-01-31T01:00:00">', "", ("2020-01-31", None), "meta article:published_time"),
    ('<meta name="DC.date.issued" content="2020-01">', "", ("2020-01", None), "meta dc.date.issued"),
    ("", '<time itemprop="datePublished" datetime="2020-01-31">then</time>', ("2020-01-31", None), "itemprop"),
    ("", '<p class="byline"><time>31 January 2020</time></p>', ("2020-01-31", None), "time element"),
    ("", '<div class="post-meta"><abbr class="published" title="2020-01-31T09:00">9:00</abbr></div>', ("2020-01-31", None), "time element"),
    ("", '<div class="date">Published: 31 January 2020</div>', ("2020-01-31", None), "text"),
    ("", "<p>Published 31 January 2020, updated 3 February 2021</p>", ("2020-01-31", "2021-02-03"), "text"),
    ("", "<p>Ida Holm</p><p>31 January 2020 · 4 min read</p>", ("2020-01-31", None), "text"),
    ('<meta name="date" content="soon">', "<p>Published 31 January 2020</p>", ("2020-01-31", None), "text"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "before", "dates", "origin"), FOUND)
def test_dates_are_found_where_pages_put_them(
    head: str, before: str, dates: tuple[str | None, str | None], origin: str
) -> None:
    article = page(head, before)
    assert (article.published, article.updated) == dates
    assert article.origins["published"] == origin


NO_DATE = [
    "<footer>© 2020 Skin Site</footer>",
    "<footer><p>Copyright 2015-2020. All rights reserved.</p></footer>",
    "<div class='comments'><div class='comment'><time datetime='2020-01-31'>31 January 2020</time><p>Thank you for this.</p></div></div>",
    "<aside class='related'><h2>Related</h2><ul><li><a href='/x'>Corns</a> <time datetime='2020-01-31'>31 January 2020</time></li></ul></aside>",
    "<p>The largest trial began on <time datetime='2004-05-01'>1 May 2004</time> and ended on <time datetime='2006-05-01'>1 May 2006</time>, years ago.</p>",
    "<p>Next review due: 3 May 2027</p>",
]


@pytest.mark.parametrize("after", NO_DATE)
def test_other_dates_on_a_page_are_not_the_articles(after: str) -> None:
    article = page(after=after)
    assert (article.published, article.updated, article.reviewed) == (None, None, None)


def test_a_line_at_the_foot_of_the_page_may_tell_when_it_was_changed() -> None:
    article = read_text(
        f"<!doctype html><main><h1>Warts</h1>{PROSE}</main><footer><p>Page last reviewed: 3 May 2021</p><p>© 2024</p></footer>"
    )
    assert (article.updated, article.reviewed) == ("2021-05-03", "2021-05-03")


AUTHORS = [
    ('<meta name="author" content="Ida Holm">', "", ("Ida Holm",), "meta author"),
    ('<meta name="citation_author" content="Ida Holm"><meta name="citation_author" content="Per Lund">', "", ("Ida Holm", "Per Lund"), "meta citation_author"),
    ("", '<p>By <a rel="author" href="/i">Ida Holm</a></p>', ("Ida Holm",), "rel author"),
    ("", '<div class="byline">By Ida Holm, RN and Per Lund</div>', ("Ida Holm", "Per Lund"), "byline"),
    ('<meta name="author" content="Skin Site Team">', '<p class="byline">By Ida Holm</p>', ("Ida Holm",), "byline"),
    ('<meta property="article:author" content="https://a.example/ida">', "", (), None),
    ('<meta name="author" content="admin">', "", (), None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "before", "authors", "origin"), AUTHORS)
def test_authors_are_people_by_name(
    head: str, before: str, authors: tuple[str, ...], origin: str | None
) -> None:
    article = page(head, before)
    assert article.authors == authors
    assert article.origins.get("authors") == origin


TITLES = [
    ("<title>Foot warts | Skin Site</title>", "<h1>Foot warts</h1>", "Foot warts"),
    ("<title>Foot warts - Skin Site</title>", "<h1>Skin Site</h1><h2>Foot warts</h2>", "Foot warts"),
    ('<meta property="og:site_name" content="Skin Site"><meta property="og:title" content="Warts: what to do">', "<h1>Skin Site</h1><h1>Foot warts and what to do</h1>", "Foot warts and what to do"),
    ("<title>Skin Site | Foot warts: a guide for parents</title>", "", "Foot warts: a guide for parents"),
    ('<meta property="og:title" content="Foot warts - Skin Site"><meta property="og:site_name" content="Skin Site">', "", "Foot warts"),
    ("<title>Ibuprofen - side effects - dose</title>", "<h1>Ibuprofen</h1>", "Ibuprofen"),
    ("", "<h2>Foot warts</h2>", "Foot warts"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "title", "said"), TITLES)
def test_the_title_is_the_heading_that_the_page_is_called_by(head: str, title: str, said: str) -> None:
    assert page(head, title=title).title == said
