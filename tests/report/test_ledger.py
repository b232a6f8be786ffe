"""The claim ledger as a table."""

from pathlib import Path

import pytest
from made import CLAIMS, TEXT, article, report
from msgspec.structs import replace
from rich.cells import cell_len
from test_terminal import _printed

from healthscore.report.terminal import as_text, render

GOLDEN = Path(__file__).parent / "golden"
WIDTHS = (60, 80, 100, 120, 200)
LEDGER = (
    CLAIMS[0],
    replace(CLAIMS[1], certainty=0.4, strength="conditional", attribution="none", scope=()),
    replace(CLAIMS[2], object="side effects", negated=True, strength="none", voice="quoted"),
    CLAIMS[3],
)


def _ledger(width=100, claims=LEDGER):
    return as_text(report(claims=claims), width=width, claims=True)


@pytest.mark.parametrize("width", [60, 100])
def test_the_whole_ledger(width):
    assert _ledger(width) == (GOLDEN / f"claims-{width}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_and_leaves_nothing_out(width):
    text = _ledger(width)
    assert max(map(cell_len, text.splitlines())) <= min(width, 120)
    words = {word.strip(",;") for word in text.split()}
    assert {"0.40", "conditional", "vague", "quoted", "population:", "adult", "400", "not", "has"} <= words
    assert text.count("c1") == text.count("c4") == 2, "a claim's id, and the conflict of another with it"


@pytest.mark.parametrize(("width", "least"), [(60, 5), (80, 6), (120, 8)])
def test_the_wider_the_page_the_more_has_a_column_of_its_own(width, least):
    heads = next(line for line in _ledger(width).splitlines() if line.startswith("  id")).split()
    assert heads[:5] == ["id", "line", "subject", "relation", "object"]
    assert len(heads) >= least


def test_a_column_in_which_nothing_stands_is_left_out():
    plain = replace(CLAIMS[1], strength="none", attribution="none", scope=())
    heads = _ledger(120, (plain,)).partition("  id ")[2].splitlines()[0].split()
    assert heads == ["line", "subject", "relation", "object", "certainty"]


def test_claims_that_conflict_name_each_other():
    rows = {line.split()[0]: line for line in _ledger(100).splitlines() if line.startswith("  c")}
    assert rows["c1"].split()[-1] == "c4"
    assert rows["c4"].split()[-1] == "c1"


def test_ratings_findings_and_sums_are_not_shown():
    assert not {"overall", "errors", "criterion", "consistency/direction-conflict"} & set(_ledger().split())


def test_an_empty_ledger_is_a_sentence():
    assert "The ledger is empty: no sentence" in _ledger(claims=())
    assert "subject" not in _ledger(claims=())


def test_nothing_of_the_article_is_markup_or_reaches_the_terminal_as_a_command():
    evil = replace(
        CLAIMS[0],
        subject="\x1b[2J[bold red]tea[/]",
        object="a\nb \x9b1m\u202e:smile:",
        scope=("people:\x1b]0;x\x07[link=y]",),
    )
    made = render(report(article(TEXT), claims=(evil,)), claims=True)
    out = _printed(made, force_terminal=False)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    for kept in ("[bold red]tea[/]", "a b 1m:smile:", "[link=y]"):
        assert kept in out
    assert "\x1b[2J" not in _printed(made, force_terminal=True, color_system="truecolor")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_word_is_parted_and_not_cut(width):
    word = "7-hydroxyquinoline-and-with-a-long-tail-to-it"
    text = _ledger(width, (replace(CLAIMS[0], subject=word), *LEDGER[1:]))
    column = text.partition("  id ")[2].splitlines()
    at = column[0].index("subject") + len("  id ")
    end = column[0].index("relation") + len("  id ")
    assert "".join(line[at:end].strip() for line in column[2:]).startswith(word)


def test_a_very_long_object_loses_its_middle():
    text = _ledger(claims=(replace(CLAIMS[0], object="begins " + "and goes on " * 100 + "ends"),))
    assert "begins" in text
    assert "ends" in text
    assert len(text.splitlines()) < 25


@pytest.mark.parametrize("width", WIDTHS)
def test_a_terminal_without_unicode_gets_ascii(width):
    out = _printed(render(report(claims=LEDGER), claims=True), encoding="ascii", width=width)
    assert "?" not in out
    assert max(map(len, out.splitlines())) <= min(width, 120)


def test_no_colour_where_it_is_not_wanted(monkeypatch):
    made = render(report(claims=LEDGER), claims=True)
    coloured = _printed(made, force_terminal=True, color_system="truecolor")
    assert "\x1b[1;31m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "31m" not in _printed(made, force_terminal=True, color_system="truecolor")
