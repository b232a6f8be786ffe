"""Short articles that a hasty reader would call contradictory and that are sound: nothing is reported in them."""

import tomllib
from pathlib import Path

import pytest

from healthscore.checks import rules
from healthscore.language import analyse
from healthscore.reading import read_text

ARTICLES = tomllib.loads(Path(__file__).with_name("sound_articles.toml").read_text(encoding="utf-8"))[
    "article"
]
CONFLICTS = [
    name
    for name in rules()
    if name.startswith("consistency/") and not name.endswith(("heading-unfulfilled", "summary-mismatch"))
]


@pytest.mark.parametrize("text", [article["text"] for article in ARTICLES], ids=lambda text: text[2:60])
def test_reports_no_conflict(text):
    analysis = analyse(read_text(text))
    found = [hit.message for name in CONFLICTS for hit in rules()[name].find(analysis)]
    assert found == []
