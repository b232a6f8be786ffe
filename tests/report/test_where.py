"""Where a finding stands, in formats of which the text is read from the file: nothing that a reader cannot find."""

import re
from pathlib import Path

import pytest
from made import TEXT, article, report
from msgspec.structs import replace

from healthscore import score, score_file
from healthscore.article import Pages
from healthscore.report import markdown
from healthscore.report.html import render
from healthscore.report.lines import as_lines
from healthscore.report.sarif import as_sarif, part_of
from healthscore.report.terminal import as_text
from healthscore.report.where import CAVEAT, wheres

PDF = Path(__file__).parents[1] / "reading" / "pdf" / "chromium.pdf"
PAGES = (
    Pages(0, 1, 1),
    Pages(TEXT.index("Valerian has"), 1, 2),
    Pages(TEXT.index("Valerian lengthens"), 12, 12),
)


def _read_from(format_name, pages=()):
    return replace(report(), article=replace(article(), format=format_name, pages=pages))


def _markdown(made):
    return markdown.as_markdown([markdown.part_of(made)], one=True).text


@pytest.mark.parametrize("format_name", ["html", "docx"])
def test_lines_of_a_text_that_was_read_are_said_to_be_no_lines_of_the_file(format_name):
    made = _read_from(format_name)
    for shown in (as_text(made, width=120), render(made), _markdown(made)):
        assert CAVEAT in shown
    for shown in (as_text(report()), render(report()), _markdown(report())):
        assert CAVEAT not in shown


@pytest.mark.parametrize("format_name", ["html", "docx", "pdf"])
def test_an_editors_line_names_no_line_of_a_text_that_was_read_and_quotes_it(format_name):
    lines = as_lines(_read_from(format_name)).splitlines()
    assert all(line.startswith("articles/valerian.txt:1:1: ") for line in lines)
    vague = next(line for line in lines if "vague-attribution" in line)
    assert vague.endswith("could look up. (“Research suggests”)")
    assert "also line" not in "".join(lines)
    absent = next(line for line in lines if "no-references" in line)
    assert absent.endswith("for any of them.")


def test_a_text_of_the_file_keeps_its_lines():
    assert "articles/valerian.txt:3:1: warning sourcing/vague-attribution: " in as_lines(report())


def test_of_a_pdf_the_page_is_told():
    made = _read_from("pdf", PAGES)
    text = as_text(made)
    assert re.search(r"│ page 1 +│ page 12 +│", text)
    assert re.search(r"│ pages 1-2 +│ page 12 +│", text)
    assert not re.search(r"\bline \d", text)
    assert CAVEAT not in text
    page = render(made)
    assert ">page 12</a>" in page
    assert not re.search(r"\bline \d", page)
    assert "(page 1: “Research suggests”)" in as_lines(made)
    assert "[page 12](1)" in as_sarif([part_of(made)]).text
    assert "**consistency/safety-conflict**, pages 1-2 and 12: " in _markdown(made)


def test_of_a_long_page_number_nothing_is_cut():
    pages = (Pages(0, 199, 200),)
    assert "pages 199-200  " in as_text(_read_from("pdf", pages))


def test_several_places_are_named_each_once():
    quotes = report().findings[0].evidence
    assert wheres(article(), [*quotes, *quotes]) == "lines 3 and 7"
    assert wheres(article(), quotes[:1]) == "line 3"


def test_the_ledger_of_a_pdf_names_pages():
    head = as_text(_read_from("pdf", PAGES), claims=True).splitlines()
    assert any("page" in line.split() and "line" not in line.split() for line in head)


def test_messages_that_name_places_name_them_alike():
    again = "Chamomile lotion lowers the redness of irritated skin within a week of use. "
    said = f"<h1>Skin</h1><p>{again}It is cold.</p><p>{again}It is old.</p><p>{again}It is cheap.</p>"
    (finding,) = (f for f in score(f"<html><body><article>{said}</article></body></html>").findings
                  if f.rule == "repetition/repeated-opening")  # fmt: skip
    assert "(lines 3, 5 and 7 of the text)" in finding.message


def test_a_pdf_is_reported_by_its_pages():
    pytest.importorskip("pypdfium2")
    made = score_file(PDF)
    (conflict,) = (f for f in made.findings if f.rule == "consistency/safety-conflict")
    assert [made.article.pages_at(quote.start)[1:] for quote in conflict.evidence] == [(1, 1), (2, 2)]
    assert [pages.start for pages in made.article.pages] == sorted(p.start for p in made.article.pages)
