"""What healthscore wrote itself is told from articles, by what stands in it."""

import json

import pytest

from healthscore import score
from healthscore.across import Folder
from healthscore.batch.corpora import Fields, records
from healthscore.batch.item import Item, LeftOut, Refused
from healthscore.batch.outputs import ALWAYS, FORMATS
from healthscore.batch.own import RESULTS, is_page, is_page_file, told
from healthscore.reading.limits import Limits
from healthscore.report.html import Entry, index, render

REPORT = score("Sage tea soothes a sore throat. Ask a pharmacist about it.", source="sage.txt")


@pytest.mark.parametrize(
    "page",
    [
        render(REPORT),
        render(REPORT, home="../index.html"),
        index([Entry.of(REPORT, None)], folder=Folder("herbs", [])),
    ],
    ids=["report", "report of a site", "index"],
)
def test_a_page_of_ours_is_known(page, tmp_path):
    assert is_page(page.encode())
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    assert is_page_file(file)


@pytest.mark.parametrize(
    "page",
    [
        '<html><head><meta name="generator" content="WordPress 6.4"></head><body>healthscore 0.1.0</body></html>',
        "<html><head><title>How healthscore rates pages</title></head><body><p>healthscore 0.1.0</p></body></html>",
        f'<html><body>{"<p>Sage.</p>" * 500}<meta name="generator" content="healthscore 0.1.0"></body></html>',
    ],
    ids=["another generator", "about us", "far down"],
)
def test_a_page_of_somebody_else_is_an_article(page, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    assert not is_page(page.encode())
    assert not is_page_file(file)


def test_a_file_that_is_not_there_is_no_page_of_ours(tmp_path):
    assert not is_page_file(tmp_path / "none.html")


def test_a_line_that_is_a_report_is_left_out_and_a_text_with_a_schema_is_not(tmp_path):
    corpus = tmp_path / "mixed.jsonl"
    rows = [{"text": "Sage.", "schema": "healthscore-report/1"}, REPORT.to_dict(), {"schema": "other"}]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    article, report, other = records(corpus, Fields(), Limits())
    assert isinstance(article, Item)
    assert report == LeftOut(f"{corpus}:2")
    assert isinstance(other, Refused)


def test_every_result_of_a_batch_is_known_by_its_name():
    assert {form.name for form in (*ALWAYS, *FORMATS.values())} == RESULTS


def test_it_is_said_how_many_were_left_out():
    assert told(1, "a.html") == "a.html left out: written by healthscore, no article"
    assert told(7, "a.html") == "a.html and 6 more left out: written by healthscore, no articles"
