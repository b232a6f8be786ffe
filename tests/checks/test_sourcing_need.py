"""How much a sentence needs a source, and that the neediest are shown first."""

import pytest

from healthscore.checks import rules
from healthscore.checks.sourcing.need import WEIGHTS, grade, neediest
from healthscore.language import analyse
from healthscore.reading import read_text

FILLER = "Oats are a cereal. They grow in cool places. Porridge is a warm meal. " * 8


def reason(text):
    analysis = analyse(read_text(text))
    return grade(analysis, analysis.prose_sentences[0]).reason


def unsourced(text):
    analysis = analyse(read_text(text))
    return [
        (analysis.quote(*hit.evidence[0]), hit.message)
        for hit in rules()["sourcing/unsourced-claim"].find(analysis)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studies show that yoga eases back pain.", "unnamed"),
        ("It is known that smoking damages the lungs.", "unnamed"),
        ("Critics fear that screening for lung cancer does harm.", "unnamed"),
        ("Insulin pumps were previously used in hospitals only.", "earlier"),
        ("Garlic has been used against worms in cattle.", "lasting"),
        ("Adults should take 400 mg of magnesium daily.", "dose"),
        ("Adults take tablets that hold 400 mg of magnesium each day.", "dose"),
        ("One in five adults has eczema at some time.", "figure"),
        ("Smoking damages the lungs.", "claim"),
        ("The liver is the largest gland.", "general"),
        ("Anna slept badly and had a headache.", "past"),
        ("The jars were kept in a dry room.", "done"),
        ("We gave the children zinc.", "own"),
        ("This study compares two asthma inhalers.", "own"),
        ("Table 2 lists the side effects of statins.", "own"),
        ("Hypertension means high blood pressure.", "meaning"),
        ("Call the clinic when the fever lasts.", "advice"),
        ("You should rest after the operation.", "advice"),
        ("Does smoking damage the lungs?", "question"),
    ],
)
def test_reasons(text, expected):
    assert reason(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The lozenges deliver 50 mg of zinc in every tablet.",
        "Each capsule contains 400 mg of magnesium.",
        "The syrup holds 5 mg of iron per spoonful.",
    ],
)
def test_the_strength_of_a_preparation_is_no_dose(text):
    assert reason(text) != "dose"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The table salt on sale raises blood pressure.", "own"),  # a table that is no part of the page
        ("This treatment damages the liver.", "own"),
        ("Ask whether studies show that yoga eases back pain.", "unnamed"),
        ("A known allergy to eggs is a reason to wait.", "unnamed"),
        ("Zinc tablets do not cure colds.", "advice"),
    ],
)
def test_near_misses(text, wrong):
    assert reason(text) != wrong


def test_weights_are_whole_tenths():
    assert all(0 <= weight <= 1 and round(weight * 10, 9).is_integer() for weight in WEIGHTS.values())


def test_what_a_seller_says_of_its_own_is_no_work():
    text = (
        "Our blend lowers cholesterol by 40% in a week. Buy now and save. It is 20% off. Members save more."
    )
    assert reason(text) == "figure"
    assert reason("Our trial found that the blend lowers cholesterol.") == "own"


def test_neediest_come_first_and_equals_keep_their_place():
    analysis = analyse(
        read_text(
            "The jars were kept dry. Salt harms the kidneys. Sugar harms the teeth. Studies show that tea helps."
        )
    )
    assert [sentence.index for sentence in neediest(analysis, analysis.sentences)] == [3, 1, 2, 0]


def test_the_neediest_figures_are_shown():
    own = "We treated 4,000 patients with eczema in one year. "
    more = "We saw that 40% of patients with asthma had relief. In psoriasis we saw that 30% of patients had relief. "
    text = (
        own
        + more
        + FILLER
        + "The minister says that one in five children has eczema. Migraine affects one in seven adults."
    )
    [(quote, message)] = unsourced(text)
    assert quote == "The minister says that one in five children has eczema."
    assert "on somebody's word (“minister says”), without a source" in message
    of_seller = unsourced(f"{text} Order now and save. Add to cart today.")
    assert quote in [quote for quote, _ in of_seller]
    assert len(of_seller) > 1


def test_results_of_a_trial_that_has_been_named_need_no_source_of_their_own():
    told = "Of the children in the other group, one in three fell ill. "
    named = "The trial was published in the Lancet in 2021. It ran for two years in Ghent. "
    assert unsourced(f"{named}{FILLER}\n\n{told}{FILLER}") == []
    assert unsourced(f"It ran for two years in Ghent. {FILLER}\n\n{told}{FILLER}") != []
