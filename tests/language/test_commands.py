"""Which sentences tell somebody to do a thing."""

import pytest

from healthscore.language import analyse
from healthscore.language.claims.commands import is_command
from healthscore.reading import read_text


def _commands(text):
    analysis = analyse(read_text(text))
    return [is_command(analysis, s.first, s.last) for s in analysis.sentences]


@pytest.mark.parametrize(
    "sentence",
    [
        "Take it early in the day.",
        "Reduce salt if your blood pressure is high.",
        "Lean your head forward.",
        "Rinse with the mouthwash after it has cooled.",
        "Discuss it with your midwife.",
    ],
)
def test_a_plain_form_that_opens_a_sentence_is_a_command(sentence):
    assert _commands(sentence) == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brushes are replaced every three months.",
        "Taking it early is best.",
        "Pain in the shoulder is common after a fall.",
        "Pneumonia after the flu is caused by bacteria.",
        "Data from three trials showed no benefit.",
        "Ranitol, a new remedy for gout, was tested in adults.",
        "Control groups were given a dummy pill.",
        "With food it works less well.",
    ],
)
def test_a_noun_that_leads_a_verb_is_no_command(sentence):
    assert _commands(sentence) == [False]
