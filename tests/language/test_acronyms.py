"""Short names that an article defines are the things that they are short for."""

import pytest

from healthscore import score
from healthscore.language import analyse
from healthscore.reading import read_text


def _terms(text):
    analysis = analyse(read_text(text))
    tokens = analysis.tokens
    return {
        analysis.quote(tokens[first].start, tokens[end - 1].end): term
        for first, (end, term) in analysis.concepts.items()
    }


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Acute flaccid myelitis", "AFM"),
        ("Metachromatic leukodystrophy", "MLD"),
        ("Carcinoma of unknown primary", "CUP"),
        ("Juvenile idiopathic arthritis", "JIA"),
    ],
)
def test_a_short_name_in_brackets_and_the_long_one_are_one_thing(long, short):
    terms = _terms(f"{long} ({short}) is rare. Few doctors know {short}.")
    assert terms[long] == terms[short]


@pytest.mark.parametrize(
    "text", ["The clinic in Leeds (UK) is open.", "Rest and water (OK) will do.", "Fever (AFM) is bad."]
)
def test_what_no_words_before_it_spell_is_no_short_name(text):
    assert _terms(text).keys().isdisjoint({"UK", "OK", "AFM"})


def _conflicts(one, other):
    text = (
        f"# Carcinoma of unknown primary\n\nCarcinoma of unknown primary (CUP) is a rare illness. {one}\n\n## More\n\n"
        f"The ward is open. It has a garden. {other}\n"
    )
    return [f for f in score(text).findings if f.dimension == "consistency" and f.severity != "note"]


def test_a_contradiction_is_seen_through_a_short_name():
    one = "There is no cure for CUP."
    assert _conflicts(one, "Carcinoma of unknown primary can be completely cured.")
    assert _conflicts(one, "Melanoma can be completely cured.") == []
