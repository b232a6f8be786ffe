"""Many reports as one page."""

import re

from evil import WRITTEN, evil_report
from made import SCALE, article, report, withheld
from pages import Page

from healthscore.reading import read_text
from healthscore.report.html import Entry, index
from healthscore.rubric.rating import Rating
from healthscore.scoring import folder_of, sketch

SPUN = """{Name} for a Dry Cough

{Name} has been a kitchen remedy for generations, and it loosens the phlegm that keeps people awake at night.
Most people take a spoonful of {name} syrup before bed and feel relief within two days. Side effects of {name}
are usually mild and pass within a few hours. Weighing the benefits of {name} against its risks helps families
to decide.
"""


def _entry(source, value=2.44, page="articles/p.html"):
    rating = Rating(value, SCALE, "poor", 0.8, None)
    return Entry.of(report(article(source=source, title=f"About {source}"), rating=rating), page)


ENTRIES = [_entry("b.txt", 3.0), _entry("a.txt", 3.0), _entry("worst.txt", 1.2), Entry.of(withheld(), None)]


def _folder(names, name="shelf"):
    texts = [SPUN.format(name=word, Name=word.capitalize()) for word in ("thyme", "ivy", "onion")]
    return folder_of((sketch(read_text(t, source=n)) for t, n in zip(texts, names, strict=True)), name)


def test_the_page_is_well_formed_and_its_links_lead_somewhere():
    for html in (index(ENTRIES), index([]), index([Entry.of(withheld(), None)])):
        page = Page(html)
        page.check_links()
        assert len(page.all("h1")) == 1


def test_worst_first_then_by_name_what_is_not_rated_last_with_the_reason_and_the_rubric():
    text = Page(index(ENTRIES, failed=2)).text
    places = [
        text.index(source) for source in ("worst.txt 1.2", "a.txt 3.0", "b.txt 3.0", "not rated: too short")
    ]
    assert places == sorted(places)
    assert f"five-dimensions 1.0.0 Rubric, SHA-256 {'ab' * 32}" in text
    assert "4 articles · median rating 3.0 · 1 not rated · 2 could not be read" in text


def test_each_article_links_to_its_page_where_it_has_one():
    entries = [_entry("a.txt", page="articles/a%20b.html"), _entry("b.txt", page=None)]
    assert [link for link in Page(index(entries)).links if not link.startswith("#")] == ["articles/a b.html"]


def test_the_spread_of_each_dimension_is_drawn_and_said():
    page = Page(index([_entry(f"{i}.txt", value) for i, value in enumerate((1.0, 1.1, 3.3, 5.0))]))
    said = [a["aria-label"] for a in page.all("svg")]
    assert said[0] == "overall: median 2.2 of 4 rated. 2 from 1 to 1.5; 1 from 3 to 3.5; 1 from 4.5 to 5"
    assert [words.partition(":")[0] for words in said[1:]] == [d.id for d in report().dimensions]
    heights = [float(a["height"]) for a in page.all("rect")][:8]
    assert heights == [56, 0, 0, 0, 28, 0, 0, 28]


def test_nothing_rated_draws_nothing():
    assert Page(index([Entry.of(withheld(), None)])).all("svg") == []
    assert "No article could be scored." in Page(index([], failed=3)).text


def test_templates_and_common_sentences_link_to_the_articles():
    names = ("a.txt", "b.txt", "c.txt")
    page = Page(index([_entry(n, page=f"p/{n}.html") for n in names], folder=_folder(names)))
    assert "Made from one template" in page.text
    assert "3 articles: a.txt, b.txt, c.txt" in page.text
    assert "Thyme has been a kitchen remedy for generations" in page.text
    assert page.links.count("p/b.txt.html") > 2
    page.check_links()


def test_nothing_of_an_article_or_a_folder_is_markup_or_a_command():
    made = evil_report()
    evil = made.article.authors[0]
    names = [f"{evil}{i}" for i in range(3)]
    folder = _folder([name.replace("\ud800", "") for name in names], name=evil)
    html = index([Entry.of(made, "p.html")], folder=folder)
    page = Page(html)
    for said in WRITTEN:
        assert said in page.text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    html.encode()
