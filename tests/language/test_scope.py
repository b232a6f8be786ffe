"""What claims are limited to, how often things are said to happen, and whose words a sentence is."""

import pytest

from healthscore.language import analyse
from healthscore.language.claims.rates import rates_in
from healthscore.reading import read_text


def _analysis(text):
    return analyse(read_text(text))


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("In children, zinc lowers fever.", "population:children"),
        ("Zinc lowers fever in pregnant women.", "population:pregnant"),
        ("In mice, zinc lowers fever.", "population:animal"),
        ("High doses of zinc lower fever.", "dose:high"),
        ("At first, zinc lowers fever.", "time:short"),
        ("Over time, zinc lowers fever.", "time:long"),
    ],
)
def test_a_claim_is_limited_to_what_its_clause_names(sentence, limit):
    (claim,) = _analysis(sentence).claims
    assert limit in claim.scope


def test_a_claim_without_limits_has_none():
    (claim,) = _analysis("Zinc lowers fever.").claims
    assert claim.scope == ()


@pytest.mark.parametrize(
    ("sentence", "share", "below"),
    [
        ("Headache comes to 1 in 10 users.", 0.1, False),
        ("Headache comes to one in ten users.", 0.1, False),
        ("Headache comes to seven out of every ten users.", 0.7, False),
        ("Headache comes to 30% of users.", 0.3, False),
        ("Headache comes to 30 percent of users.", 0.3, False),
        ("Headache comes to fewer than 1 in 1,000 users.", 0.001, True),
        ("Headache comes to a third of users.", 0.3333, False),
    ],
)
def test_rates_are_read_as_shares(sentence, share, below):
    analysis = _analysis(sentence)
    (rate,) = rates_in(analysis, analysis.sentences[0])
    assert rate.share == pytest.approx(share, abs=0.001)
    assert rate.below is below


@pytest.mark.parametrize(
    "sentence", ["Take 2 tablets in 4 hours.", "Ten of them came.", "It is one in a row."]
)
def test_other_numbers_are_no_rates(sentence):
    analysis = _analysis(sentence)
    assert rates_in(analysis, analysis.sentences[0]) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“Zinc cured my cold in a day.” Zinc is a metal.", {0}),
        ("Zinc is a metal. “It cured me. I swear by it.” It is sold in shops.", {1, 2}),
        ("Zinc works, says Jane Miller. Zinc is a metal.", {0}),
        ("Zinc is a metal. The word “zinc” is German.", set()),
        ("Studies say that zinc works. Zinc is a metal.", set()),
        ("> Zinc cured me.\n\nZinc is a metal.", {0}),
    ],
    ids=["marks", "over sentences", "a name", "one word", "studies", "block"],
)
def test_whose_words_a_sentence_is(text, quoted):
    assert analyse(read_text(text, format="markdown")).quoted == quoted
