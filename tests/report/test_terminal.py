"""The report for people."""

import io
import re
from pathlib import Path

import pytest
from made import HITS, TEXT, article, report, span, withheld
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console

from healthscore.checks.base import Hit
from healthscore.report.html import render as render_page
from healthscore.report.terminal import as_text, render
from healthscore.report.words import clean, shorten

GOLDEN = Path(__file__).parent / "golden" / "report-100.txt"


def _printed(what, *, width=100, encoding="utf-8", **options):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="replace")
    Console(file=stream, width=width, **options).print(what)
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_the_whole_report():
    assert as_text(report()) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 50, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(cell_len, as_text(report(), width=width).splitlines())) <= min(width, 120)


@pytest.mark.parametrize("width", [30, 40, 50, 60, 80])
def test_a_narrow_terminal_cuts_no_rating_and_no_name(width):
    text = as_text(report(), width=width)
    ratings, sums = text.partition("errors (")[0], text.partition("the number came about")[2]
    assert "…" not in ratings + sums
    for dimension in report().dimensions:
        row = next(line for line in ratings.splitlines() if line.strip().startswith(dimension.id))
        assert f"{dimension.rating.value:.1f}  {dimension.rating.band}" in row
        assert all(criterion.id in _joined(sums) for criterion in dimension.criteria)


def _joined(sums):
    """The names of the arithmetic, those in several lines too: what begins each line."""
    return "".join(line.strip().split("  ")[0] for line in sums.splitlines())


@pytest.mark.parametrize(("width", "drawn"), [(40, False), (60, False), (80, True)])
def test_the_bars_go_first(width, drawn):
    assert ("█" in as_text(report(), width=width)) is drawn


@pytest.mark.parametrize("width", [40, 50, 60, 80])
def test_the_reasons_stay_legible(width):
    """In lines of their own where a column of them would hold a word or less."""
    sums = as_text(report(), width=width).partition("the number came about")[2]
    assert re.search(r"0 of 4 claims name\b.*", sums)


def test_a_conflict_shows_both_sentences_in_one_row():
    row = next(line for line in as_text(report()).splitlines() if "“Research suggests that valerian" in line)
    assert "“Valerian lengthens" in row


def _columns(text):
    """The words of a table's left and right column, and of what stands in the gutter below it."""
    rows = [line.split("│") for line in text.splitlines() if line.count("│") == 3]
    left, right = (" ".join(row[place].strip() for row in rows) for place in (1, 2))
    return left, right, text.rpartition("╯")[2]


def test_the_heads_counts_are_words_that_fit_them():
    many = replace(report(), words=28_320, sentences=1, claims=report().claims[:1])
    for shown in (as_text(many), re.sub(r"<[^>]+>", " ", render_page(many))):
        assert "28,320 words" in shown
        assert re.search(r"\b1 sentence\b", shown)
        assert re.search(r"\b1 claim\b", shown)


def test_each_further_sentence_of_a_conflict_stands_on_its_side():
    hit = replace(HITS["consistency/safety-conflict"][0], sides=(1, 2, 1))
    left, right, _ = _columns(as_text(report(hits={"consistency/safety-conflict": (hit,)})))
    assert "has no side effects" in left
    assert "should not use it" in left
    assert "Drowsiness" in right
    assert "line 7" not in right.partition("Drowsiness")[2]


def test_a_sentence_of_which_the_side_is_not_known_stands_below_both():
    hit = replace(HITS["consistency/safety-conflict"][0], sides=(1, 2, None))
    left, right, below = _columns(as_text(report(hits={"consistency/safety-conflict": (hit,)})))
    assert "should not use it" not in left + right
    assert re.search(r"line 7 +“people who take other sedatives should not use it”", below)


def test_what_only_lacks_something_is_no_conflict():
    lacking = Hit("warning", "m", "s", (span("Valerian"), span("Research")), searched="an amount")
    assert "╭" not in as_text(report(hits={"consistency/undefined-threshold": (lacking,)}))


def test_more_than_five_findings_of_a_dimension_are_counted_and_shown_on_demand():
    many = {
        "hedging/overclaim": tuple(Hit("note", f"number {i}", "s", (span("Valerian"),)) for i in range(8))
    }
    text = as_text(report(hits={**HITS, **many}))
    assert "number 4" in text
    assert "number 5" not in text
    assert "and 4 more (4 hedging): --all shows them" in text
    full = as_text(report(hits={**HITS, **many}), full=True)
    assert "number 7" in full
    assert "--all" not in full


def test_a_suggestion_shared_by_all_of_a_rule_stands_once():
    same = {"hedging/overclaim": tuple(Hit("note", f"number {i}", "write less", ()) for i in range(3))}
    assert as_text(report(hits=same)).count("write less") == 1
    own = {"hedging/overclaim": tuple(Hit("note", "m", f"write {i}", ()) for i in range(3))}
    assert all(f"write {i}" in as_text(report(hits=own)) for i in range(3))


def test_what_was_searched_and_not_found_is_said():
    assert "searched: no reference list, DOI, PMID, journal or link in 7 sentences" in as_text(report())


def test_a_withheld_report_says_why_and_shows_no_rating():
    text = as_text(withheld())
    assert "This article is not rated: too short to rate: 40 words, and 100 are needed." in text
    assert "overall" not in text


def test_a_report_without_findings_says_so():
    assert "no findings" in as_text(report(hits={}))


def test_nothing_of_the_article_is_markup_or_reaches_the_terminal_as_a_command():
    evil = TEXT.replace("worry", "[bold red]wo\x1b[31mrry[/]\x1b]0;title\x07\u202e:smile:")
    made = report(article(evil, title="\x1b[2J[link=x]T", source="a\x1b[1mb"), hits={
        "a/b": (Hit("note", "m \x1b[5m[blink]", "s\x9b1m", (span("wo\x1b[31mrry", evil),)),)
    }, claims=())  # fmt: skip
    out = _printed(render(made), force_terminal=False)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    for kept in ("[bold red]", "[/]", "[link=x]T", "[blink]", ":smile:"):
        assert kept in out
    coloured = _printed(render(made), force_terminal=True, color_system="truecolor")
    assert "\x1b[2J" not in coloured
    assert "\x1b[5m" not in coloured


def test_a_terminal_without_unicode_gets_ascii():
    out = _printed(render(report()), encoding="ascii")
    assert "####" in out
    assert "+---" in out
    assert "?" not in out


def test_no_colour_where_it_is_not_wanted(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    out = _printed(render(report()), force_terminal=True, color_system="truecolor")
    assert not re.search(r"\x1b\[(?:\d+;)*[34]\d", out)


def test_the_sums_can_be_done_again():
    text = as_text(report(), width=120)
    assert "(1×3 + 2.6×1) / 4 = 1.4" in text
    assert "(1.4 + 2 + 3.2 + 4.6 + 1) / 5 = 2.44" in text


def test_weights_of_dimensions_are_in_the_sum():
    sourcing, *others = report().dimensions
    heavy = (replace(sourcing, weight=2.0), *others)
    assert "1.4×2 + 2×1" in as_text(report(dimensions=heavy), width=120)


@pytest.mark.parametrize("width", range(20, 60, 7))
def test_a_long_quote_loses_its_middle(width):
    text = "Eating well and sleeping enough are what most people can do for their hearts at any age."
    short = shorten(text, width)
    assert len(short) <= width
    assert short.startswith("Eating")
    assert short.endswith("age.")
    assert " … " in short


def test_accents_and_joined_emoji_are_not_parted():
    assert not shorten("e\u0301" * 100, 40).partition(" … ")[2].startswith("\u0301")


def test_cleaning_makes_one_safe_line():
    assert clean("a\tb\n c\x1b[1;31md\x00e\ud800\ufeff") == "a b cde\ufffd"
