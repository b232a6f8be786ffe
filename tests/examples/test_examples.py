"""The example articles get exactly the reports that are kept beside them, and those say what they should."""

import json

import pytest
from golden import ARTICLES, EXPECTED, README, expected_file, readme_with_report, report_on
from jsonschema import Draft202012Validator

from healthscore.report.json import json_schema

NAMES = [path.name for path in ARTICLES]


def _expected(name):
    return json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))


def _errors(name):
    return {f["rule"] for f in _expected(name)["findings"] if f["severity"] == "error"}


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_report_is_the_expected_one_to_the_byte(article):
    assert report_on(article) == expected_file(article).read_bytes()


def test_every_example_has_an_expected_report_and_no_other_is_there():
    assert {p.stem for p in EXPECTED.iterdir()} == {p.stem for p in ARTICLES}
    assert len(ARTICLES) == 6


@pytest.mark.parametrize("article", ARTICLES, ids=NAMES)
def test_printed_report_keeps_the_contract(article):
    Draft202012Validator(json_schema()).validate(_expected(article.stem))


def test_report_in_the_readme_is_the_real_one():
    assert readme_with_report() == README.read_text(encoding="utf-8")


def test_nothing_in_the_readme_is_left_to_fill_in():
    assert "@@" not in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("good", ["balanced-and-sourced", "leaflet"])
@pytest.mark.parametrize("bad", ["one-sided", "self-contradicting", "spun"])
def test_sound_examples_rate_clearly_above_bad_ones(good, bad):
    assert _expected(good)["rating"]["value"] >= _expected(bad)["rating"]["value"] + 0.4


@pytest.mark.parametrize("good", ["balanced-and-sourced", "leaflet"])
def test_sound_examples_have_no_errors(good):
    assert _errors(good) == set()


@pytest.mark.parametrize(
    ("bad", "dimension"),
    [("one-sided", "balance"), ("self-contradicting", "consistency"), ("spun", "repetition")],
)
def test_bad_examples_rate_worst_of_all_in_what_is_wrong_with_them(bad, dimension):
    def rating(name):
        return next(d for d in _expected(name)["dimensions"] if d["id"] == dimension)["rating"]["value"]

    rated = [name for name in (p.stem for p in ARTICLES) if name != "too-short"]
    assert min(rated, key=rating) == bad


def test_contradictions_are_found():
    assert _errors("self-contradicting") >= {
        "consistency/direction-conflict",
        "consistency/quantity-conflict",
        "consistency/negation-conflict",
    }
    found = {f["rule"] for f in _expected("self-contradicting")["findings"]}
    assert found >= {
        "consistency/frequency-conflict",
        "consistency/knowledge-conflict",
        "consistency/name-variant",
    }


def test_too_short_is_withheld_with_the_reason():
    rating = _expected("too-short")["rating"]
    assert rating["value"] is None
    assert "at least 100" in rating["withheld"]
