"""Which part of a page is taken for the article, and which parts of it are left out."""

from __future__ import annotations

import pytest

from healthscore.reading import errors, read_text

ONE = "<p>Plasters for the knee warm the skin and make the pain seem smaller for about an hour or two.</p>"
TWO = "<p>A trial of plasters with nothing in them found the same relief, so that warmth may be all there is to it.</p>"
THREE = (
    "<p>Walking and strength training help the knee more, and a dietitian can help with losing weight.</p>"
)


def text(html: str) -> str:
    return read_text(f"<!doctype html><body>{html}</body>").text


def test_an_article_in_two_halves_is_read_whole() -> None:
    read = text(f"<div><div><h1>Plasters</h1>{ONE}{TWO}</div><div>An advert.</div><div>{THREE}</div></div>")
    assert all(word in read for word in ("Plasters", "hour", "warmth", "dietitian"))


def test_what_stands_between_title_and_text_is_read() -> None:
    read = text(
        f"<article><header><h1>Plasters</h1><p class='lead'>Do they do anything?</p></header><div class='entry-content'>{ONE}{TWO}</div></article>"
    )
    assert read.startswith("Plasters\n\nDo they do anything?\n\nPlasters for")


def test_references_after_the_text_are_read() -> None:
    refs = "<div><h2>References</h2><ol><li>Low A. Plasters. Knee J. 2011;8:14-9.</li></ol></div>"
    assert "Knee J." in text(
        f"<h1>Plasters</h1><div class='post-content'>{ONE}{TWO}{THREE}</div>{refs}<div>Menu</div>"
    )


NOT_READ = [
    "<nav><ul><li><a href='/'>spare</a></li></ul></nav>",
    "<div class='related-posts'><p>spare words about other pages that go on for quite a while and look like prose.</p></div>",
    "<div id='comments'><p>spare words by a reader who has used plasters for years and wants all of us to know it.</p></div>",
    "<h2>Related articles</h2><ul><li><a href='/x'>spare pages on ankles and hips</a></li></ul>",
    "<h3>Share this</h3><p>spare</p>",
    "<p>Advertisement</p><aside><p>spare</p></aside>",
    "<p><a href='/x'>Read more: spare ankles of the rich</a></p>",
    "<ul><li><a href='/x'>A spare ankle in every home</a></li><li><a href='/y'>What hips want from spare chairs</a></li></ul>",
    "<form><p>spare words beside a box in which you are to write your address so that we can write to you.</p></form>",
    "<p class='share-links'>spare</p>",
]


@pytest.mark.parametrize("html", NOT_READ)
def test_what_is_the_sites_is_left_out(html: str) -> None:
    read = text(f"<article><h1>Plasters</h1>{ONE}{TWO}{html}</article>")
    assert "spare" not in read
    assert "hour" in read


READ = [
    "<p>They cost <a class='related-link' href='/x'>spare</a> change in most shops and work for an hour.</p>",
    "<p>Signs of a bad knee are:</p><ul><li><a href='/x'>spare tissue</a></li><li><a href='/y'>swelling</a></li></ul>",
    "<h2>Sharing plasters</h2><p>spare ones should not be passed on.</p>",
    "<h2>Discussion</h2><p>spare words on what the trial means.</p>",
    "<div class='widget-content'><p>spare plasters must be kept dry, in a drawer and away from children of any age, always.</p></div>",
    "<aside><p>spare plasters must be kept dry, in a drawer and away from children of any age, always.</p></aside>",
    "<p>Source: <a href='https://knee.example/g'>The spare knee guideline</a></p>",
    "<details><summary>Are spare ones safe?</summary><p>They are if they are dry.</p></details>",
]


@pytest.mark.parametrize("html", READ)
def test_what_only_looks_like_the_sites_is_read(html: str) -> None:
    assert "spare" in text(f"<article><h1>Plasters</h1>{ONE}{html}{TWO}</article>")


def test_a_class_on_the_whole_page_takes_nothing_out() -> None:
    html = f"<body class='comments-open has-sidebar share'><div class='sidebar-layout ads-on'><h1>Plasters</h1>{ONE}{TWO}</div>"
    assert "hour" in read_text(f"<!doctype html>{html}").text


def test_letters_longer_than_the_article_are_no_article() -> None:
    letters = f"<div class='comment-list'>{'<article class=comment>' + THREE + '</article>'}</div>" * 9
    read = text(f"<h1>Plasters</h1><div>{ONE}</div>{letters}")
    assert "hour" in read
    assert "dietitian" not in read


def test_of_two_articles_the_one_with_the_title_is_read() -> None:
    other = "<article><h1>Ankles</h1><p>Ankles bend in two ways, which is one more than most people think of them.</p></article>"
    page = f"<!doctype html><title>Plasters</title><body>{other}<article><h1>Plasters</h1>{ONE}{TWO}</article></body>"
    article = read_text(page)
    assert article.title == "Plasters"
    assert "Ankles" not in article.text


@pytest.mark.parametrize(
    "html",
    [
        "<nav><a href='/a'>One</a><a href='/b'>Two</a></nav>",
        "<h1>Knees</h1>",
        "<script>a()</script>",
        "<p>42</p>",
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(errors.NoArticleError, match="only menus"):
        text(html)


def test_a_short_fragment_is_read() -> None:
    assert read_text("<p>Rest the knee.</p>", format="html").text == "Rest the knee.\n"
