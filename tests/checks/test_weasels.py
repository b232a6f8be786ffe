"""Weasel words are told from counted ones, and their share is that of the sentences that make a claim."""

import pytest

from healthscore.checks.base import Evidence
from healthscore.checks.hedging.statements import read
from healthscore.checks.hedging.weasels import vague_quantity_share, weasels
from healthscore.language import analyse
from healthscore.reading import read_text


def _words(text):
    analysis = analyse(read_text(text))
    return [analysis.quote(c.start, c.end) for s in read(analysis).statements for c in weasels(s)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Many runners take magnesium for cramps.", ["Many"]),
        ("Numerous users say that the gel often eases back pain.", ["Numerous", "often"]),
        ("Acupuncture is widely regarded as safe.", ["is widely regarded"]),
        ("A number of herbs have been said to calm the stomach.", ["A number of", "been said"]),
    ],
)
def test_finds_vague_numbers_holders_and_frequencies(text, words):
    assert _words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Of 400 runners, 120 took magnesium.",
        "How many tablets should I take?",
        "Be certain that the cap is closed.",
        "It has had as many as nine names.",
        "Some 40 people fell ill.",
    ],
)
def test_leaves_counted_things_alone(text):
    assert _words(text) == []


def test_share_is_of_the_sentences_that_claim_something_without_a_figure():
    text = (
        "Zinc often shortens colds. Zinc shortened colds by a day in 40 adults. Many people have colds in winter. "
        "Zinc lowers the risk of ear infections."
    )
    measured = vague_quantity_share.compute(Evidence(analyse(read_text(text)), {}))
    assert measured.value == pytest.approx(1 / 3, abs=0.01)
