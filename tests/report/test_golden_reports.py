"""One report in every format, to the byte, and what all renderers have in common."""

import copy

import pytest
from made import report, withheld
from rendered import GOLDEN, rendered

NAMES = list(rendered())


@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_the_expected_one_to_the_byte(name):
    assert rendered()[name] == (GOLDEN / name).read_text(encoding="utf-8")


def test_renderers_are_pure():
    made = report()
    before = copy.deepcopy(made)
    assert rendered(made) == rendered(made)
    assert made == before


@pytest.mark.parametrize("name", NAMES)
def test_a_withheld_report_and_one_without_findings_are_rendered(name):
    for made in (withheld(), report(hits={}, claims=())):
        text = rendered(made)[name]
        assert "None" not in text
        assert text == "" or text.endswith("\n")


def test_a_withheld_rating_is_told_with_its_reason():
    made = rendered(withheld())
    for name in ("report.md", "report.csv", "report.junit.xml"):
        assert "too short to rate" in made[name]
