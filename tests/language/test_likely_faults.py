"""Sentences that read like a fault: what is known of them, and what the article around them means."""

import pytest
from msgspec import json
from msgspec.structs import replace

from healthscore.language import analyse
from healthscore.language.lexicon import entries
from healthscore.language.likely_faults import FILE, Around, KindWeights, Weights, features_of
from healthscore.language.stems import stem
from healthscore.reading import read_text

FAULT = "Follow these steps and your eczema will be gone by summer, never to return."
LEAFLET = (
    "Eczema is a condition that makes the skin dry and itchy. {} Use an emollient at least twice a day. "
    "See your doctor if the skin is hot, painful or weeping. Steroid creams are used for flare-ups, for as short a time as "
    "possible. Some children grow out of it, and others have it all their lives."
)


def likely(text):
    return analyse(read_text(text, format="plain")).wording.faults


def features(text, format="plain"):
    analysis = analyse(read_text(text, format=format))
    return set().union(*features_of(analysis))


def test_a_promise_of_cure_is_told_with_its_kind_and_the_words_that_weigh_most():
    [fault] = likely(FAULT)
    assert fault.kind == "cure-claim"
    assert fault.chance > 0.5
    assert 1 <= len(fault.words) <= 3
    assert all(words in FAULT.lower() for words in fault.words)


def test_a_sound_leaflet_has_none():
    assert likely(LEAFLET.format("It tends to come and go.")) == ()


def test_what_the_article_says_and_disowns_is_not_told():
    assert likely(FAULT)
    assert likely(f"“{FAULT}” is a lie that the shop has told for years, and it is false.") == ()


def test_what_is_spoken_of_is_no_sign():
    one, other = (
        features("Within a week the eczema will be gone."),
        features("Within a week the asthma will be gone."),
    )
    assert {feature for feature in one if feature[0] != "="} == {
        feature for feature in other if feature[0] != "="
    }
    assert {"gone", "be gone", "the *", "^ within"} <= one


def test_the_thing_in_the_title_is_no_sign():
    text = "# {0} for your nerves\n\nNobody has ever been harmed by {0}."
    assert features(text.format("Valerian"), "markdown") == features(text.format("Bryony"), "markdown")


def test_numbers_are_all_one():
    assert features("It took 14 days.") == features("It took 30 days.")


def test_no_feature_is_a_thing_that_the_lexicon_knows_by_name():
    known = json.decode(FILE.read_bytes(), type=Weights).features
    names = {stem(phrase) for phrase, _ in entries("health-synonym") if phrase.isalpha() and len(phrase) > 3}
    assert len(names & known.keys()) <= len(names) / 10  # other words may have the stem of a name: "forget"


AROUND = Around(usual=-3, usual_spread=2, share=0.5, even=1, middle=0, slope=1, least=0.5)


def test_one_sentence_is_judged_by_the_usual_article():
    average, spread = AROUND.average_and_spread([3.0])
    assert average == pytest.approx(-2)
    assert spread > 2


def test_the_same_score_is_likelier_a_fault_where_the_others_are_high_too():
    alike = replace(AROUND, even=0, share=1.5)
    assert alike.chances([2.0, 1.0, 1.0, 1.0])[0] > alike.chances([2.0, -5.0, -5.0, -5.0])[0]


def test_where_all_sentences_are_alike_none_stands_out():
    even = replace(AROUND, even=100)
    low, high = even.chances([-4.0, 6.0])
    assert low == high


def test_a_text_without_a_known_word_has_the_chance_of_the_intercept():
    weights = Weights(-200, AROUND, {"promise": 300})
    assert weights.score(set()) == -2
    assert weights.score({"promise", "of", "a", "cure"}) == -0.5


def test_the_likeliest_kind_is_the_one_with_the_highest_sum():
    kinds = KindWeights(("fear", "selling"), (10, 0), {"order": (0, 100), "deadly": (100, 0)})
    kind, chance = kinds.likeliest({"order", "now"})
    assert kind == "selling"
    assert 0.5 < chance < 1
    assert kinds.likeliest({"nothing", "known"})[0] == "fear"
