"""What is not seen on a page is not read, and the notes say that it was there."""

from __future__ import annotations

import pytest

from healthscore.article import Article
from healthscore.reading import read_text
from healthscore.report.terminal import as_text
from healthscore.scoring import score

SEEN = "<p>Vaccines against shingles prevent most cases in people over fifty, and sore arms are common.</p>"


def read(html: str) -> Article:
    return read_text(f"<!doctype html><body>{SEEN}{html}</body>")


HIDDEN = [
    ("<p hidden>secret words</p>", "hidden attribute 2"),
    ("<p style='display:none'>secret words</p>", "display:none 2"),
    ("<p style='DISPLAY : none !important'>secret words</p>", "display:none 2"),
    ("<p style='visibility:hidden'>secret words</p>", "visibility:hidden 2"),
    ("<p style='opacity:0'>secret words</p>", "opacity 0 2"),
    ("<p style='font-size:0px'>secret words</p>", "font size 0 2"),
    ("<p style='text-indent:-9999px'>secret words</p>", "off screen 2"),
    ("<p style='position:absolute;left:-10000px'>secret words</p>", "off screen 2"),
    ("<p style='height:0;overflow:hidden'>secret words</p>", "off screen 2"),
    ("<p style='position:absolute;clip:rect(0 0 0 0)'>secret words</p>", "off screen 2"),
    (
        "<div style='background:#fff'><p style='color:white'>secret words</p></div>",
        "same colour as its ground 2",
    ),
    (
        "<table bgcolor='#000000'><tr><td><font color='#000'>secret words</font></td></tr></table>",
        "same colour as its ground 2",
    ),
    ("<p aria-hidden='true'>secret words</p>", "aria-hidden 2"),
    ("<p class='sr-only'>secret words</p>", "class for screen readers 2"),
    ("<template>secret words</template>", "template element 2"),
    ("<noscript><p>secret words</p></noscript>", "noscript element 2"),
    ("<style>.x9 { display: none }</style><p class='a x9'>secret words</p>", "style sheet 2"),
    ("<style>/* c */ #y, p.z{visibility:hidden;}</style><p class='z'>secret words</p>", "style sheet 2"),
    (f"<!-- {'secret words ' * 10} -->", "comments 20"),
]


@pytest.mark.parametrize(("html", "how"), HIDDEN, ids=[how for _, how in HIDDEN])
def test_hidden_text_is_not_read_but_noted(html: str, how: str) -> None:
    article = read(html)
    assert "secret" not in article.text
    count = how.rpartition(" ")[2]
    assert article.notes == (f"hidden text was not read: {count} words ({how})",)


SHOWN = [
    "<p style='display:block'>plain words</p>",
    "<p style='color:#fff'>plain words</p>",  # on what ground nobody can tell
    "<p style='text-indent:-2em'>plain words</p>",
    "<p style='position:relative;left:-10px'>plain words</p>",
    "<p style='opacity:0.5;font-size:0.9em'>plain words</p>",
    "<p aria-hidden='false'>plain words</p>",
    "<p hidden='until-found'>plain words</p>",
    "<style>@media print { .x9 { display: none } }</style><p class='x9'>plain words</p>",
    "<style>.tab{display:none} .tab.on{display:block}</style><p class='tab on'>plain words</p>",
    "<style>.js .x9 {display:none}</style><p class='x9'>plain words</p>",
    "<!-- a short remark on the markup --><p>plain words</p>",
    "<!--[if lt IE 9]> You use a very old browser and should change it for a new one as soon as you can, please do it. <![endif]--><p>plain words</p>",
    "<script>var a = 'more words that are code';</script><p>plain words</p>",
]


@pytest.mark.parametrize("html", SHOWN)
def test_what_only_looks_hidden_is_read_without_a_note(html: str) -> None:
    article = read(f"<div>{SEEN}{html}</div>")
    assert "plain words" in article.text
    assert article.notes == ()


def test_a_page_that_a_script_would_show_is_read() -> None:
    assert read_text(f"<html style='display:none'><body style='opacity:0'>{SEEN}").blocks


def test_the_report_says_what_was_not_read() -> None:
    html = f"<!doctype html><h1>Shingles</h1>{SEEN * 8}<p hidden>cures everything</p>"
    assert "reading: hidden text was not read: 2 words" in as_text(score(html))
