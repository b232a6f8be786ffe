"""Every rule finds its examples and leaves its near-misses alone; the cases are the TOML files beside this."""

import tomllib
from pathlib import Path

import pytest

from healthscore.checks import rules
from healthscore.checks.base import HEADINGS
from healthscore.language import analyse
from healthscore.reading import read_text

CASES = {
    f"{file.stem}/{name}": cases
    for file in sorted(Path(__file__).parent.glob("*.toml"))
    for name, cases in tomllib.loads(file.read_text(encoding="utf-8")).items()
}


def _quotes(rule_id, text):
    analysis = analyse(read_text(text))
    return [
        [analysis.quote(*span) for span in hit.evidence] or [hit.searched]
        for hit in rules()[rule_id].find(analysis)
    ]


@pytest.mark.parametrize(
    ("rule_id", "example"), [(id_, ex) for id_, cases in CASES.items() for ex in cases["found"]], ids=str
)
def test_finds_its_examples(rule_id, example):
    found = _quotes(rule_id, example["text"])
    assert found, "nothing found"
    for quote in example.get("quotes", []):
        assert any(quote in place for places in found for place in places), found


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [(id_, text) for id_, cases in CASES.items() for text in cases["near_misses"]],
    ids=str,
)
def test_leaves_near_misses_alone(rule_id, text):
    assert _quotes(rule_id, text) == []


def test_every_rule_has_examples_and_near_misses():
    assert set(CASES) == set(rules())
    assert all(cases["found"] and cases["near_misses"] for cases in CASES.values())


@pytest.mark.parametrize("rule_id", list(rules()))
def test_every_rule_has_a_whole_manual(rule_id):
    assert tuple(rules()[rule_id].manual) == HEADINGS
    assert all(rules()[rule_id].manual.values())
    assert rules()[rule_id].summary.endswith(".")
