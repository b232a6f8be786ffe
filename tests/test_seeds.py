"""The articles that healthscore was made for, where they lie beside the checkout; none of their text is here."""

import gzip
import json
import re
from pathlib import Path
from statistics import median

import pytest

from healthscore import score, score_file

SHARED = Path(__file__).parents[2] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
PAGES = SHARED / "corpora" / "patient_information.jsonl.gz"

pytestmark = pytest.mark.skipif(
    not (SEEDS and PAGES.exists()), reason="the seed articles and corpora are not beside this checkout"
)


@pytest.fixture(scope="module")
def seeds():
    return {path.name: score_file(path) for path in SEEDS}


@pytest.fixture(scope="module")
def pages():
    with gzip.open(PAGES, "rt", encoding="utf-8") as lines:
        return [score(json.loads(line)["text"], format="plain") for line in lines]


def test_every_seed_rates_at_most_two_and_a_half(seeds):
    assert {name: report.rating.value for name, report in seeds.items() if report.rating.value > 2.5} == {}


def test_trusted_pages_rate_a_whole_point_above_the_seeds(seeds, pages):
    rated = [report.rating.value for report in pages if report.rating.value is not None]
    assert len(rated) >= 55
    assert median(rated) >= median(report.rating.value for report in seeds.values()) + 1.0


def test_few_trusted_pages_are_accused_of_contradicting_themselves(pages):
    accused = [
        report
        for report in pages
        if any(f.dimension == "consistency" and f.severity == "error" for f in report.findings)
    ]
    assert len(accused) <= 5


@pytest.mark.parametrize(
    ("known", "rule"),
    [
        ("002-01", "consistency/direction-conflict"),
        ("001-01", "consistency/quantity-conflict"),
        ("003-01", "consistency/negation-conflict"),
    ],
)
def test_known_contradictions_are_found_by_the_right_rule(seeds, known, rule):
    gold = json.loads((SHARED / "seeds" / "findings.json").read_text(encoding="utf-8"))["seeds"]
    name, pair = next((n, f) for n, entry in gold.items() for f in entry["findings"] if f["id"] == known)
    found = [f for f in seeds[name].findings if f.rule == rule and f.severity == "error"]
    assert any(_quotes(pair["quote_a"], f) and _quotes(pair["quote_b"], f) for f in found)


def _quotes(gold, finding):
    """Whether a piece of evidence holds the quote or lies within it."""
    wanted = _plain(gold)
    return any(wanted in _plain(e.quote) or _plain(e.quote) in wanted for e in finding.evidence)


def _plain(text):
    return re.sub(r"\W+", " ", text).strip().lower()
