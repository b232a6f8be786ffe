"""Articles that break off in the middle of a sentence are read up to there."""

import json
from pathlib import Path

import pytest

from healthscore import score

TUNED = Path(__file__).parents[1] / "claims" / "tuned"
SENTENCES = [
    json.loads(line)["text"] for file in sorted(TUNED.glob("*.jsonl")) for line in file.open(encoding="utf-8")
]
KNOWN = [
    "There is no worm in",
    "Daily lenses are safe to use",
    "We looked at the effects of",
    "Take no more than 1 gram at",
    "The first",
]


@pytest.mark.parametrize("words", KNOWN)
def test_what_breaks_off_is_scored(words):
    assert score(
        f"# Lenses\n\nLenses are worn by day. Lenses help people to see.\n\n{words}"
    ).article.text.endswith(words)


@pytest.mark.parametrize("part", range(8))
def test_any_sentence_may_break_off_anywhere(part):
    for number, sentence in enumerate(SENTENCES[part::8]):
        words = sentence.split()
        cut = " ".join(words[: 1 + number % len(words)])
        assert score(f"# A page\n\n{sentence}\n\n## {' '.join(words[:2])}\n\n{cut}").article.text.endswith(
            cut
        )
