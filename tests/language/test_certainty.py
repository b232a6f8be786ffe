"""How sure a sentence sounds: worked by hand from the certainty of its cues."""

import pytest

from healthscore.language import analyse
from healthscore.language.certainty import PLAIN, certainty_of, doubts_among, is_doubt
from healthscore.language.lexicon import entries
from healthscore.reading import read_text


def _certainty(text):
    analysis = analyse(read_text(text))
    return certainty_of(analysis.cues)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ginger eases nausea.", PLAIN),
        ("Ginger may ease nausea.", 0.45),
        ("Ginger can ease nausea.", 0.8),
        ("Ginger could ease nausea.", 0.5),
        ("The review suggests that ginger eases nausea.", 0.65),
        ("Ginger may possibly ease nausea.", 0.4),  # modal and adverb: 0.05 off
        ("Ginger definitely eases nausea.", 0.95),
        ("Ginger may definitely ease nausea.", 0.5),  # a booster gives 0.05 back
        ("Ginger does not ease nausea.", 0.95),  # a denial
        ("Ginger may not ease nausea.", 0.45),  # a denial beside a hedge changes nothing
        ("Ginger is extremely bitter and does not ease nausea.", 0.95),  # the surer of booster and denial
        ("It is unknown whether ginger eases nausea.", 0.3),
        ("There is no evidence of harm.", 0.8),  # firmly said
        ("There is no good evidence of harm.", 0.3),
    ],
)
def test_certainty_follows_the_formula(text, expected):
    assert _certainty(text) == pytest.approx(expected)


def test_a_weaker_hedge_never_sounds_surer_than_a_stronger_one():
    texts = [
        "It is unclear whether rest helps.",
        "Rest might help.",
        "Rest seems to help.",
        "Rest can help.",
        "Rest helps.",
        "Rest definitely helps.",
    ]
    values = [_certainty(text) for text in texts]
    assert values == sorted(values)
    assert len(set(values)) == len(values)


def test_no_hedge_reaches_a_plain_statement_and_no_booster_falls_short_of_it():
    for category, sure in (("hedge", False), ("booster", True)):
        for phrase, entry in entries(category):
            if entry.kind != "none":
                assert (entry.attributes["certainty"] > PLAIN) is sure, phrase


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("The clinic may close.", True),
        ("The clinic opened in May 2021.", False),
        ("She was born on the third of May and had a fever.", False),
        ("On 12 May the ward reopened.", False),
        ("May the patient drink?", True),
        ("Women are more likely to have migraine.", False),
        ("Take the tablet as soon as possible.", False),
        ("About half of the children had a rash.", False),
        ("The cause is not fully understood.", True),
        ("The injection can hurt.", False),
    ],
)
def test_looking_like_a_hedge_is_not_enough(text, hedged):
    analysis = analyse(read_text(text))
    assert bool(doubts_among(analysis, analysis.cues_in(analysis.sentences[0], "hedge"))) is hedged


def test_cues_of_other_categories_do_not_count():
    analysis = analyse(read_text("Ginger eases nausea after surgery in 12 children."))
    assert not any(is_doubt(cue) for cue in analysis.cues)
    assert certainty_of(analysis.cues) == PLAIN
