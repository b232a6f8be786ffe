"""The pairs that were weighed, and what decided on a finding."""

import pickle
from pathlib import Path

import pytest
from made import HITS, PARAGRAPHS, TEXT, article, pair, report
from msgspec.structs import replace
from rich.cells import cell_len
from test_terminal import _printed

from healthscore import score
from healthscore.report.terminal import as_text, render

GOLDEN = Path(__file__).parent / "golden" / "explained-100.txt"
LOWERS = PARAGRAPHS[1].split(". ")[0] + "."
HELPS = "Valerian may potentially help with worry, too."
LENGTHENS = PARAGRAPHS[3].split(". ")[0] + "."
DECIDED = ("same subject: valerian", "same matter: sleep time", "opposition 1.00, certainty 0.60 and 0.85")
PAIRS = (
    pair(0.8529, LOWERS, LENGTHENS, decided=DECIDED, message="Opposite: “lowers” here, “lengthens” there."),
    pair(0.6, HELPS, LENGTHENS, message="Opposite: “helps” here, “lengthens” there."),
    pair(0.0, HELPS, LENGTHENS, decided=("only one is limited to late",), message="Both ways."),
)
_CONFLICT = HITS["consistency/direction-conflict"][0]
EXPLAINED = {**HITS, "consistency/direction-conflict": (replace(_CONFLICT, decided=DECIDED),)}


def _explained(width=100, considered=PAIRS, **options):
    return as_text(report(hits=EXPLAINED, considered=considered), width=width, explain=True, **options)


def _weighed(text):
    return text.partition("pairs weighed")[2].partition("how the number came about")[0]


def test_the_whole_report_explained():
    assert _explained() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(map(cell_len, _explained(width).splitlines())) <= min(width, 120)


def test_what_decided_stands_under_the_finding_where_it_is_asked_for():
    findings = _explained(considered=()).partition("warnings (")[0]
    assert findings.count("because    same subject: valerian") == 1
    assert findings.index("because") < findings.index("instead")
    assert "because    same subject" not in as_text(report(hits=EXPLAINED, considered=PAIRS))


def test_a_pair_says_what_became_of_it():
    told = [line for line in _weighed(_explained()).splitlines() if "confidence" in line]
    assert [line.partition("confidence ")[2] for line in told] == [
        "0.85, reported as an error",
        "0.60, left to a surer pair on the same matter",
        "0.00, not reported",
    ]


def test_a_pair_in_a_warning_is_reported_as_one():
    milder = {"consistency/direction-conflict": (replace(_CONFLICT, severity="warning"),)}
    text = as_text(report(hits=milder, considered=PAIRS[:1]), explain=True)
    assert "confidence 0.85, reported as a warning" in text


def test_both_sentences_stand_in_one_row():
    row = next(line for line in _weighed(_explained()).splitlines() if "“Research suggests that" in line)
    assert "“Valerian lengthens" in row


def test_twenty_pairs_are_shown_and_the_others_counted():
    many = [pair(0.4, LOWERS, LENGTHENS, message=f"number {rank}.") for rank in range(23)]
    text = _explained(considered=many)
    assert "pairs weighed (23)" in text
    assert "number 19." in text
    assert "number 20." not in text
    assert "and 3 more, none surer than these: --all shows them" in text
    full = _explained(considered=many, full=True)
    assert "number 22." in full
    assert "--all" not in full
    assert "--all" not in _explained(considered=many[:20])


def test_no_pair_is_one_line():
    told = [line for line in _explained(considered=()).splitlines() if "pairs weighed" in line]
    assert told == [
        "pairs weighed: none, for no two statements were near enough to be held against each other"
    ]


def test_pairs_stand_below_the_ledger_too():
    text = _explained(claims=True)
    assert text.index("claims (4)") < text.index("pairs weighed (3)")
    assert "how the number came about" not in text


def test_nothing_of_the_article_is_markup_or_reaches_the_terminal_as_a_command():
    evil = TEXT.replace("worry", "[bold]wo\x1b[31mrry[/]\x9b")
    helps = HELPS.replace("worry", "[bold]wo\x1b[31mrry[/]\x9b")
    made = report(
        article(evil),
        hits={},
        claims=(),
        considered=[pair(0.9, helps, LENGTHENS, decided=("\x1b[2J[i]",), message="\x07[u]", text=evil)],
    )
    out = _printed(render(made, explain=True), force_terminal=False)
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    for kept in ("[bold]worry[/]", "[i]", "[u]"):
        assert kept in out


def test_a_terminal_without_unicode_gets_ascii():
    assert "?" not in _printed(
        render(report(hits=EXPLAINED, considered=PAIRS), explain=True), encoding="ascii"
    )


def test_the_contract_knows_nothing_of_pairs():
    assert report(hits=EXPLAINED, considered=PAIRS).to_json() == report().to_json()


def test_a_scored_article_has_its_pairs_quoted_only_when_asked_for():
    made = score(TEXT.replace("lengthens", "raises"))
    assert "weighed" not in vars(made)
    surest = made.weighed[0]
    assert surest.severity == "error"
    told = next(f for f in made.findings if f.evidence[:2] == surest.quotes)
    assert surest.decided == told.decided != ()
    assert list(made.weighed) == sorted(made.weighed, key=lambda each: -each.confidence)
    assert pickle.loads(pickle.dumps(made)) == made
