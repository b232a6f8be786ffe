"""Whatever characters an article holds, each format gives them back as text."""

import csv
import io
import math
import re
from contextlib import suppress
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made import article, report
from markdown_it import MarkdownIt

from healthscore.report.csv import as_csv
from healthscore.report.github import annotations_of
from healthscore.report.junit import as_junit, suite_of
from healthscore.report.limits import Limits
from healthscore.report.markdown import inert
from healthscore.report.words import clean

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TEXT = st.text(
    st.sampled_from("ab1 \t\n.:)-+=#@|`*_~<>[]()!&;\\\"'/%,\x1b\x85\u202e\ud800€") | st.characters(),
    max_size=30,
)


@given(TEXT)
@example("10) a")
@example("a\\")
@example("&amp; &#35;")
@example("    code")
@example("***")
@example("| a |\n|---|")
def test_markdown_shows_every_character_and_makes_no_markup(text):
    for prefix, around in (("", r"<p>(.*)</p>\n"), ("> ", r"<blockquote>\n<p>(.*)</p>\n</blockquote>\n")):
        if clean(text):
            html = MARKDOWN.render(prefix + inert(text))
            shown = re.fullmatch(around, html, re.DOTALL)
            assert shown, html
            assert unescape(shown[1]).replace("\u200b", "") == clean(text).replace("\u200b", "")


@given(TEXT)
@example("||")
def test_a_cell_of_a_table_stays_one_cell(text):
    html = MARKDOWN.render(f"| a | b |\n|---|---|\n| {inert(text)} | end |\n")
    cells = re.findall(r"<td>(.*?)</td>", html, re.DOTALL)
    assert len(cells) == 2
    assert unescape(cells[0]).replace("\u200b", "").strip() == clean(text).replace("\u200b", "").strip()


@given(TEXT)
def test_a_cell_of_csv_is_the_text_or_led_by_an_apostrophe(text):
    (row,) = csv.DictReader(io.StringIO(as_csv([report(article(title=text)).to_row()])))
    assert row["title"] in (clean(text), f"'{clean(text)}")
    assert not row["title"].startswith(("=", "+", "-", "@")) or _is_number(row["title"])


def _is_number(text):
    with suppress(ValueError):
        return math.isfinite(float(text))
    return False


def _source(text):
    (row,) = csv.DictReader(io.StringIO(as_csv([report(article(source=text)).to_row()])))
    return row["source"]


@given(TEXT)
@example("\\x07")
@example("\\\x07")
@example("\\\\x07")
@example("'=A1")
@example("::error::")
def test_a_source_in_csv_can_be_read_back(text):
    shown = _source(text)
    assert clean(shown) == " ".join(shown.split()), "nothing in it commands a terminal or a runner"
    guarded = shown[1:] if re.match("'+ *[=+@-]", shown) else shown
    spelling = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4}))")
    assert spelling.sub(lambda found: chr(int(found[1] or found[2], 16)), guarded) == text


@pytest.mark.parametrize("text", ["-5", "+5", "-0.5", "-1e9", "a  b", "C:\\x.txt", "'Tis"])
def test_a_source_that_harms_nobody_stays_as_it_is(text):
    assert _source(text) == text


@pytest.mark.parametrize("text", ["=A1", "-5-3", "+A1", "@SUM(A1)", "'=A1", " =A1", "-"])
def test_a_source_that_is_a_formula_is_led_by_an_apostrophe(text):
    assert _source(text) == f"'{text}"


@given(TEXT.filter(lambda text: "\x00" not in text))
def test_an_annotation_is_one_command_with_the_path_in_it(text):
    (first, *_) = annotations_of(report(article(source=f"a{text}")))
    command, properties, message = re.fullmatch(r"::(\w+) ((?:[^:])*)::(.*)", first.line).groups()
    assert command == "error"
    assert properties.count("title=consistency/direction-conflict") >= 1
    assert "\n" not in first.line and "\r" not in first.line
    assert message.startswith("Valerian is said")


@given(TEXT.filter(lambda text: "\x00" not in text))
def test_xml_stays_xml(text):
    root = ElementTree.fromstring(as_junit([suite_of(report(article(source=f"a{text}")), Limits())]))
    assert root.find("testsuite").get("tests") == "6"
