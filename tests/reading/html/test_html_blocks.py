"""What the blocks of a page become: headings, lists, tables, quotes, links on their sentences, references."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from healthscore.article import Article
from healthscore.reading import read_text

sys.path.insert(0, str(Path(__file__).parents[1]))
from pieces import blocks, obeys_the_laws, of_kind

PROSE = "<p>Sleep apnoea makes breathing stop at night, and people wake up tired and with a dry mouth.</p>"


def read(html: str) -> Article:
    article = read_text(html, format="html")
    assert obeys_the_laws(article)
    return article


def linked(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.target) for link in article.links]


def test_headings_lists_quotes_and_code_keep_their_kind() -> None:
    article = read(
        f"<h1>Sleep apnoea</h1>{PROSE}<h2>Signs</h2><ul><li>snoring</li><li>headaches<ul><li>at dawn</li></ul></li></ul>"
        "<h3>First aid</h3><ol start=4><li>Call somebody who can help you lift.</li></ol><blockquote><p>I slept again.</p></blockquote>"
        "<pre>ahi = 15</pre>"
    )
    assert blocks(article)[0] == ("heading1", "Sleep apnoea")
    assert blocks(article)[2:] == [
        ("heading2", "Signs"),
        ("list_item", "snoring"),
        ("list_item", "headaches"),
        ("list_item", "at dawn"),
        ("heading3", "First aid"),
        ("list_item", "Call somebody who can help you lift."),
        ("quote", "I slept again."),
        ("code", ""),
    ]
    assert "\n4. Call somebody" in article.text


def test_a_table_is_read_row_by_row_with_its_bars_out_of_the_prose() -> None:
    article = read(
        f"{PROSE}<table><tr><th>Mask</th><th>Fits</th></tr><tr><td>Nose <p>only</p></td><td>most<br>people</td></tr></table>"
    )
    assert "Mask | Fits\nNose only | most people" in article.text
    assert of_kind(article, "table") == ["Mask Fits", "Nose only most people"]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    article = read(
        f"<table><tr><td>{PROSE}<p>More on this below.</p><p>And more.</p></td><td></td></tr></table>"
    )
    assert of_kind(article, "table") == []
    assert len(of_kind(article, "paragraph")) == 3


def test_links_lie_on_the_words_that_they_are_on() -> None:
    article = read(
        '<p>A <a href="https://doi.org/10.1/x">trial of <b>90</b> people</a> found that masks help, see www.example.org for it.</p>'
    )
    assert linked(article) == [
        ("trial of 90 people", "https://doi.org/10.1/x"),
        ("www.example.org", "www.example.org"),
    ]
    assert "www.example.org" not in article.prose


def test_an_address_that_is_a_link_already_is_no_second_one() -> None:
    article = read(
        '<p>The whole leaflet is found at <a href="https://a.example/b">https://a.example/b</a> and in the clinic.</p>'
    )
    assert linked(article) == [("https://a.example/b", "https://a.example/b")]


def test_a_script_is_no_address() -> None:
    assert (
        linked(read(f'<p>Turn <a href="javascript:alert(1)">the page</a> over and read on there.</p>{PROSE}'))
        == []
    )


def test_a_link_around_blocks_is_a_link_on_each() -> None:
    article = read(
        f'{PROSE}<p>Here is what the clinic says of it:</p><a href="/x"><ul><li>Masks help</li><li>Loss of weight</li></ul></a>'
    )
    assert linked(article) == [("Masks help", "/x"), ("Loss of weight", "/x")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("night.<sup>1</sup> They", "night.[1] They"),
        ("night<sup><a href='#r'>2,3</a></sup>. They", "night[2,3]. They"),
        ("night<sup>[4]</sup>. They", "night[4]. They"),
        ("10<sup>9</sup> cells", "10^9 cells"),
        ("27 kg/m<sup>2</sup> or", "27 kg/m^2 or"),
        ("in 2019<sup><a href='#r'>1</a></sup> and", "in 2019[1] and"),
        ("H<sub>2</sub>O", "H2O"),
        ("a&nbsp;dose of 5&nbsp;mg", "a dose of 5 mg"),
        ("hyper&shy;ten&shy;sion", "hypertension"),
        ("the <q>cure</q>", "the “cure”"),
        ("one<br>two", "one\ntwo"),
        ("caf&eacute; &lt; 5 &amp; more", "café < 5 & more"),
    ],
)
def test_inline_elements_become_the_text_that_is_seen(html: str, text: str) -> None:
    assert text in read(f"<p>The mask is worn at {html} and sleep is sound again for most.</p>").text


def test_two_line_breaks_part_paragraphs() -> None:
    article = read(
        "<div>Masks help most people who wear them.<br><br>They dry the nose, which a heater for the air prevents.</div>"
    )
    assert len(of_kind(article, "paragraph")) == 2


def test_a_bold_line_is_a_heading_as_in_markdown() -> None:
    article = read(f"<h1>Apnoea</h1>{PROSE}<p><strong>What helps</strong></p>{PROSE}")
    assert ("heading2", "What helps") in blocks(article)


REFERENCES = [
    "<h2>References</h2><ol><li>Low A. Masks. Sleep J. 2011;8:14-9.</li><li>Rao B. Weight. Chest J. 2013;2:1-7.</li></ol>",
    "<section class='references'><ol><li>Low A. Masks.</li><li>Rao B. Weight.</li></ol></section>",
    "<div role='doc-endnotes'><ol><li>Low A. Masks. <a href='#1'>↩</a></li><li>Rao B. Weight.</li></ol></div>",
    "<footer><h3>References</h3><ol><li>Low A. Masks. Sleep J. 2011;8:14-9.</li><li>Rao B. Weight. Chest J. 2013;2:1-7.</li></ol></footer>",
]


@pytest.mark.parametrize("html", REFERENCES)
def test_reference_lists_are_kept_with_their_numbers(html: str) -> None:
    article = read(f"<article><h1>Apnoea</h1>{PROSE * 3}{html}</article>")
    entries = [article.text[b.start : b.end] for b in article.blocks if b.kind == "reference"]
    assert [entry[:8] for entry in entries] == ["1. Low A", "2. Rao B"]
    assert "↩" not in article.text
