"""Where a noun phrase ends."""

import pytest

from healthscore.language import analyse
from healthscore.language.claims.phrases import name_end
from healthscore.reading import read_text


def _name(text, **options):
    analysis = analyse(read_text(text))
    sentence = analysis.sentences[0]
    return " ".join(
        analysis.norms[sentence.first : name_end(analysis, sentence.first, sentence.last, **options)]
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The sore knee is bandaged.", "the sore knee"),
        ("Green tea, taken late, keeps people awake.", "green tea"),
        ("A harmless lump under the skin.", "a harmless lump"),
        ("Gout and asthma.", "gout"),
        ("A very old and often mended wooden crutch.", "a very old"),
        ("With milk.", ""),
    ],
)
def test_a_name_ends_before_what_is_no_part_of_it(text, name):
    assert _name(text) == name


def test_a_name_may_go_on_with_one_word_that_is_asked_for():
    assert _name("A spoon of honey at night.") == "a spoon"
    assert _name("A spoon of honey at night.", beside="of") == "a spoon of honey"
