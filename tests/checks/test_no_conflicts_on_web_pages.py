"""What web pages and releases say that only looks like a contradiction, each beside a twin of the same form that is one."""

import pytest

from healthscore import score

FILLER = "The clinic stands beside the old harbour. It opens at nine on most days of the week."


def _conflicts(topic, one, other):
    text = f"# {topic}\n\n{one} {FILLER}\n\n## More\n\n{FILLER} {other}"
    rules = ("consistency/", "hedging/certainty-drift")
    return [f for f in score(text).findings if f.rule.startswith(rules)]


# name: (title, one sentence, another); every topic has a line that names it, so that the title is what the page is about
PAIRS = {
    "an approval": (
        "Zinc",
        "Zinc lozenges may help to treat colds.",
        "Zinc lozenges are not approved for treating colds.",
        "Zinc lozenges treat colds.",
    ),
    "what it is done for": (
        "Massage",
        "Nobody knows how massage might relieve back pain.",
        "Massage involves pressing on the muscles of the back to relieve back pain.",
        "Massage relieves back pain.",
    ),
    "a label": (
        "Thyme",
        "Thyme may relieve coughing.",
        "The claim: It relieves coughing.",
        "Thyme relieves coughing.",
    ),
    "a phrase that leads": (
        "Light therapy",
        "For people whose sleep is disturbed by shifts, light therapy may treat insomnia.",
        "Light therapy treats insomnia.",
        "",
    ),
    "an inverted if": (
        "Clarodin",
        "Many people experience an improvement in anxiety with Clarodin.",
        "Patients must call the clinic should they experience worsening anxiety.",
        "Clarodin worsens anxiety.",
    ),
    "a dream": (
        "Relaxol",
        "Relaxol often causes dizziness.",
        "A sleeping pill with no side effects is still a dream.",
        "Relaxol is a sleeping pill with no side effects.",
    ),
    "a name in quotation marks": (
        "Purex cream",
        "Purex cream can cause a rash.",
        "The P stands for “non-toxic”.",
        "Purex cream is non-toxic.",
    ),
    "with what they came": (
        "Silverleaf",
        "Silverleaf has no side effects.",
        "Nine of the patients had asthma, two had gout, and the rest had migraine.",
        "After taking silverleaf nine of the patients had seizures.",
    ),
    "another thing is safe": (
        "Ibuprofen",
        "Ibuprofen in early pregnancy is linked to miscarriage.",
        "When you need something for a fever while you're pregnant, paracetamol is considered safe to use as directed.",
        "Ibuprofen is considered safe to use in pregnancy.",
    ),
    "a safe place": (
        "Iron tablets",
        "Children should not take iron tablets.",
        "Keep the iron tablets in a safe place where children cannot reach them.",
        "Iron tablets are safe for children.",
    ),
    "a part of it": (
        "Screening",
        "Screening does not reduce all heart-related deaths.",
        "Screening reduces deaths.",
        "",
    ),
    "after adjusting": (
        "Coffee",
        "Both were calculated after taking into account known risk factors for early death, such as smoking and diet.",
        "After accounting for smoking, diet and other factors, they calculated that the risk of early death was reduced.",
        "",
    ),
    "one patient": (
        "Inhalers",
        "Asthma patients suffer fewer attacks and need fewer hospital visits.",
        "Since then, he has had no hospital visits and no asthma attacks.",
        "",
    ),
    "of two things": (
        "Drinking",
        "Drinking does two things. One is the debilitating, painful experience while drinking.",
        "The other is a temporary experience of withdrawal after stopping.",
        "",
    ),
    "every degree": (
        "Antihistamines",
        "Other ways to treat depression For mild or moderate depression, doctors recommend a walk.",
        "Instead of mild, moderate and severe depression, it has two new classes of depression.",
        "",
    ),
    "another noun": (
        "Vaccines",
        "Shots bring about herd immunity and prevent dangerous, even deadly, infections.",
        "Additionally, immunity from shots is usually temporary, unlike that after an illness.",
        "",
    ),
    "do not buy": (
        "Hair test",
        "This test has never been scientifically proven.",
        "Do not buy unproven tests such as this test.",
        "This test is scientifically proven.",
    ),
    "a tried dose": (
        "Vitamin E",
        "You should not take more than 400 IU of vitamin E a day.",
        "The study showed that a dose of 1600 IU of vitamin E a day was effective.",
        "Take 1600 IU of vitamin E a day.",
    ),
    "a name for a treatment": (
        "Hormones",
        "Hormone replacement therapy is given in many clinics.",
        "Hormones are used alongside standard treatment.",
        "",
    ),
    "either": (
        "Ginger",
        "Ginger is a natural alternative to medication.",
        "Ginger may be used on its own, or alongside standard treatment.",
        "Ginger should be used alongside standard treatment.",
    ),
    "another diet": (
        "Fat",
        "Fried food and packaged foods often contain fats.",
        "It is important to note that a completely fat-free diet can also be harmful.",
        "",
    ),
    "different results": (
        "Tests",
        "This will not have any effect on the results of the test.",
        "The two tests will produce totally different results.",
        "",
    ),
    "those at risk": (
        "Ferritin",
        "Ferritin is made in the liver. Doctors looked at patients who were not at risk of stroke with little ferritin.",
        "A ferritin test finds patients at low risk of stroke.",
        "",
    ),
    "others' side effects": (
        "Coils",
        "Coils treat headaches.",
        "Oral hormones to slow the growth are a systemic treatment, however, and can have side effects such as headaches.",
        "Coils can have side effects such as headaches.",
    ),
    "using it": (
        "Immunotherapy",
        "Using a cream to treat eczema is rare.",
        "Most people have eczema.",
        "",
    ),
    "which relative": (
        "Haemophilia",
        "Each son has a 50 percent chance of inheriting the haemophilia gene from his mother.",
        "None of the sons will inherit the haemophilia gene from their father.",
        "None of the sons will inherit the haemophilia gene from their mother.",
    ),
    "the treatment above": (
        "Stones",
        "Stones come in many sizes. An anaesthetic is needed.",
        "An anaesthetic is not needed.",
        "",
    ),
    "an editor": (
        "Clearroot",
        "This product is not intended to diagnose, treat, cure or prevent any disease.",
        "Clearroot was tried by the website’s managing editor, who declined to comment.",
        "Clearroot cures diabetes.",
    ),
    "approved ones": (
        "Clearroot",
        "This product is not intended to diagnose, treat, cure or prevent any disease.",
        "The agency has approved several medicines to treat diabetes.",
        "Clearroot cures diabetes.",
    ),
    "less likely": (
        "Cetirizine",
        "Cetirizine does not cause drowsiness.",
        "Cetirizine is less likely to cause drowsiness.",
        "Cetirizine causes drowsiness.",
    ),
    "no proof": (
        "Walnuts",
        "Walnuts lower cholesterol.",
        "The survey does not prove that walnuts lower cholesterol.",
        "Walnuts do not lower cholesterol.",
    ),
}
TWINS = [name for name, pair in PAIRS.items() if pair[3]]


@pytest.mark.parametrize("name", PAIRS)
def test_sound_pairs_are_left_alone(name):
    topic, one, other, _ = PAIRS[name]
    assert [f for f in _conflicts(topic, one, other) if f.severity != "note"] == []


@pytest.mark.parametrize("name", TWINS)
def test_their_twins_are_found(name):
    topic, one, _, twin = PAIRS[name]
    assert [f for f in _conflicts(topic, one, twin) if f.severity != "note"]


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("Screening", "Screening does not reduce heart-related deaths.", "Screening reduces deaths."),
        ("Nasal sprays", "Nasal sprays reduce irritation.", "Nasal sprays cause irritation of the nose."),
    ],
)
def test_a_part_and_the_whole_of_it_are_a_note(topic, one, other):
    assert [f.severity for f in _conflicts(topic, one, other)] == ["note"]


def test_a_denial_of_the_whole_is_at_odds_with_a_part():
    (found,) = _conflicts(
        "Screening", "Screening does not reduce deaths.", "Screening reduces heart-related deaths."
    )
    assert found.severity != "note"


def test_good_and_harm_by_one_verb_are_told_apart_in_the_message():
    one = "Many people experience an improvement in anxiety with Clarodin."
    (found,) = _conflicts("Clarodin", one, "Clarodin worsens anxiety.")
    assert found.message.endswith("does good to anxiety here and harm to it there.")


def test_a_counted_dose_is_quoted_whole():
    one = "The recommended daily dose of vitamin C is 100 to 200 mg."
    other = "The recommended daily dose of vitamin C is taken as two 500 mg doses."
    (found,) = _conflicts("Vitamin C", one, other)
    assert "two 500 mg doses" in found.message


def _thresholds(*sentences):
    text = "# Liquorice tea\n\nLiquorice tea is a drink. " + f" {FILLER} ".join(sentences)
    return [f for f in score(text).findings if f.rule == "consistency/undefined-threshold"]


def test_amounts_on_which_nothing_depends_need_no_number():
    assert not _thresholds(
        "A survey found that a third of adults are heavy users of liquorice tea.",
        "Liquorice tea contains large amounts of sugar that the body burns.",
        "Those who had a high dose of liquorice tea slept well.",
        "People who grieve may feel excessive guilt.",
    )


def test_amounts_on_which_harm_or_advice_depends_do():
    assert _thresholds(
        "Heavy use of liquorice tea can raise blood pressure.",
        "Avoid high doses of liquorice tea.",
        "Liquorice tea should be used responsibly.",
    )


ASIDE = "“Ginger lowers blood pressure in everybody who came to us,” said Dr Anna Smith of the clinic."


@pytest.mark.parametrize("opening", ["We", "Ginger"])
def test_a_paragraph_in_quotation_marks_after_a_quote_is_somebody_elses(opening):
    rest = {
        "We": "We have seen that ginger lowers blood pressure.",
        "Ginger": "Ginger lowers blood pressure.",
    }
    text = f"# Ginger\n\nGinger raises blood pressure. {FILLER}\n\n{ASIDE}\n\n“The nurses agree.”\n\n“{rest[opening]}”"
    assert not [f for f in score(text).findings if f.rule == "consistency/direction-conflict"]


def test_a_whole_paragraph_in_quotation_marks_with_no_speaker_is_the_articles_own():
    text = f"# Ginger\n\nGinger raises blood pressure. {FILLER}\n\n## More\n\n{FILLER}\n\n“Ginger lowers blood pressure.”"
    assert [f for f in score(text).findings if f.rule == "consistency/direction-conflict"]
