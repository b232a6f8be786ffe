"""The measures of balance, counted by hand, and how whole articles move them."""

import pytest

from healthscore.checks import Evidence
from healthscore.checks.balance import (
    alternatives_named,
    caution_share,
    decision_support,
    harm_share,
    harms_named,
    no_alternatives,
    no_treatment,
    one_sidedness,
    praise_share,
    promotion_density,
    quality_of_life,
    recommending,
    sides_told,
)
from healthscore.language import analyse
from healthscore.reading import read_text

LEAFLET = """Gallstones are small lumps that form in the gallbladder. Many people never notice them.

Small stones often need no treatment. Surgery is effective against the pain. Surgery can cause bleeding and infection.
Talk with your doctor about which option suits you. Call a doctor right away if you have a fever or yellow skin."""
SHOP = """Glow tea is a miracle for tired skin. It improves sleep and boosts energy. It has no side effects at all.

Order today and unlock your natural glow. Unlike prescription drugs, it is gentle on the body."""


def _measure(measure, text):
    return measure.compute(Evidence(analyse(read_text(text)), {})).value


def test_an_illness_that_is_harmless_is_not_what_is_recommended():
    text = (
        "Varicose veins are harmless. Horse chestnut cream relieves heavy legs. It improves blood flow. "
        "It is effective and soothes the skin. It boosts the veins."
    )
    (hit,) = no_alternatives.find(analyse(read_text(text)))
    assert "Varicose veins are harmless." not in {text[e.start : e.end] for e in hit.evidence}


def test_harm_share_counts_statements_of_harm_among_those_of_effect():
    # one sentence of benefit, two of harm; the last says nothing of either
    text = "The tablets relieve pain. The tablets can cause nausea. Side effects are common. They are white."
    assert _measure(harm_share, text) == pytest.approx(2 / 3, abs=1e-4)


def test_a_symptom_that_is_relieved_is_no_harm():
    assert _measure(harm_share, "The tablets relieve nausea. They ease headaches.") == 0


def test_a_harm_that_is_denied_is_no_harm():
    assert _measure(harms_named, "The tablets do not cause drowsiness or seizures.") == 0


def test_what_a_lack_does_is_no_harm_of_the_thing():
    text = "Iodine is a mineral. Iodine is found in fish. A lack of iodine can cause goitre and brain damage."
    assert _measure(harms_named, text) == 0


def test_harm_share_of_a_text_without_effects_is_nothing():
    assert _measure(harm_share, "The gallbladder stores bile.") is None


def test_only_moderate_and_serious_harms_have_to_be_named():
    text = "The injection can cause stroke, headaches and redness. The injection may also cause a stroke in children."
    assert _measure(harms_named, text) == 2


def test_praise_share_counts_sentences():
    assert (
        _measure(praise_share, "The gel relieves pain. It is blue. Does it improve sleep? Nobody knows.")
        == 0.25
    )


def test_the_topic_is_not_its_own_alternative():
    text = "Metformin lowers blood sugar. Metformin is a tablet. Insulin and a healthy diet lower it too."
    assert _measure(alternatives_named, text) == 2


def test_treatments_that_are_only_waved_at_do_not_count():
    assert (
        _measure(
            alternatives_named, "The patch relieves pain. There are other treatments and prescription drugs."
        )
        == 0
    )


def test_promotion_weighs_plain_cues_twice():
    # "game-changer" 2, "order today" 2, over four sentences
    text = "The belt is a game-changer. It is made of rubber. Order today. It comes in two sizes."
    assert _measure(promotion_density, text) == 1.0


def test_cautions_are_counted_by_sentence():
    assert _measure(caution_share, "Do not take it if you are pregnant. It is sold in boxes.") == 0.5


def test_decision_support_is_counted_by_sentence():
    assert _measure(decision_support, "Weigh the benefits and risks. It is sold in boxes.") == 0.5


def test_going_without_is_counted_by_sentence():
    assert _measure(no_treatment, "A cold goes away on its own. Warts are small.") == 0.5


def test_daily_life_is_counted_by_sentence():
    assert _measure(quality_of_life, "Most people are back at work in a week. The scar is small.") == 0.5


def test_a_leaflet_tells_all_sides_and_recommends_nothing():
    assert _measure(sides_told, LEAFLET) == 5
    assert _measure(recommending, LEAFLET) == 0
    assert _measure(one_sidedness, LEAFLET) == 0


def test_a_shop_tells_one_side():
    assert _measure(sides_told, SHOP) == 0
    assert _measure(recommending, SHOP) == 1
    assert _measure(one_sidedness, SHOP) == 1


def test_a_warning_raises_the_harm_share():
    warned = SHOP + " The tea can cause liver damage and bleeding."
    assert _measure(harm_share, warned) > _measure(harm_share, SHOP)


def test_length_alone_changes_no_density():
    twice = SHOP + "\n\n" + SHOP
    for measure in (promotion_density, praise_share, harm_share, one_sidedness):
        assert _measure(measure, twice) == _measure(measure, SHOP)
