"""Attribution: whose content a sentence hands on, and what looks like it and hands on nothing."""

import pytest

from healthscore.language import analyse
from healthscore.language.sources import attributed
from healthscore.reading import read_text


def attribution(text):
    analysis = analyse(read_text(text))
    found = attributed(analysis, analysis.prose_sentences[0])
    return (found.form, analysis.quote(found.start, found.end)) if found else None


@pytest.mark.parametrize(
    ("text", "form", "quote"),
    [
        ("She says that the cream stopped her itching.", "saying", "She says"),
        ("The minister, who resigned in May, denied any link to vaccines.", "saying", "minister, who"),
        ("“The inhaler gave me my life back,” said the swimmer’s mother.", "saying", "said the swimmer"),
        ("The agency declined to comment on the recall of the insulin pumps.", "stance", "agency declined"),
        (
            "Officials warned of a measles outbreak, adding that schools might close.",
            "saying",
            "Officials warned",
        ),
        ("Health officials are calling for a ban on vaping.", "saying", "officials are calling"),
        ("Migraine is overlooked, argues Low.", "saying", "argues Low"),
        ("The guideline recommends statins for adults over 50.", "saying", "guideline recommends"),
        ("Researchers did not find that eczema creams thin the skin.", "saying", "Researchers did not find"),
        ("She was told that the mole was harmless.", "saying", "She was told"),
        ("Critics fear that screening for lung cancer does more harm than good.", "stance", "Critics fear"),
        ("They believe that sugar causes acne.", "stance", "They believe"),
        ("Doctors hope to cut the number of strokes.", "stance", "Doctors hope"),
        ("The company promised to lower the price of insulin.", "stance", "company promised"),
        ("Nurses praised the new asthma plan.", "judgement", "Nurses praised"),
        ("Low called the detox diet a fraud.", "judgement", "Low called"),
        ("The vaccine campaign was criticised by doctors.", "judgement", "criticised by doctors"),
        ("His claim that turmeric cures cancer was shared widely.", "noun", "His claim"),
        ("The belief that sugar makes children hyperactive is old.", "noun", "belief"),
        ("According to the agency, naps lower blood pressure.", "source", "According to the agency"),
        ("It is widely believed that yoga eases back pain.", "source", "widely believed"),
        ("― Ann Low", "quotation", "Ann Low"),
        ("Ann Low: We saw fewer colds that winter.", "quotation", "Ann Low:"),
    ],
)
def test_what_is_handed_on(text, form, quote):
    found = attribution(text)
    assert found is not None
    assert found[0] == form
    assert quote in found[1]


@pytest.mark.parametrize(
    "text",
    [
        # advice and commands
        "Your doctor may ask you about side effects.",
        "Call your doctor if the rash spreads.",
        "Ask about side effects before the hip operation.",
        "The label says to take two tablets a day.",
        "Tell the nurse what you have eaten.",
        "Talk to your pharmacist and ask for advice.",
        "The nurse will tell you when to stop fasting.",
        "Patients should report any chest pain.",
        "Take the tablets according to the label.",
        "Adjust the insulin according to your weight.",
        # conditions, and classes of people
        "If your doctor says you need insulin, learn how to inject it.",
        "If she says that the vaccine hurts, stop.",
        "People who want to lose weight should eat less.",
        "Women who plan to become pregnant need folic acid.",
        # nouns read as verbs
        "The report runs to forty pages.",
        "Insurance claims data cover ten million adults with asthma.",
        "The trial gives doctors hope.",
        "Asthma attacks can be prevented.",
        "Questions about eczema are common.",
        "Company-reported doses of zinc vary.",
        "In the United States measles is rare.",
        # things that are named, shown or promised by no one
        "Metformin is recommended for type 2 diabetes.",
        "Migraine is often called a vascular headache.",
        "A condition called ketoacidosis can follow.",
        "The pain may suggest gallstones.",
        "Vitamin D supports the immune system.",
        "Regular exercise promises better sleep.",
        "Doctors use scans to find tumours.",
        "Warning: we all need sleep.",
        "Side Effects: nausea and headache.",
        # the writer's own work
        "We found that zinc shortens a cold.",
    ],
)
def test_what_hands_on_nothing(text):
    assert attribution(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She says that turmeric lowers blood pressure.", "vague"),
        ("Critics fear that statins cause muscle pain.", "vague"),
        ("Your doctor may say that statins cause muscle pain.", "none"),
        ("Dr Ann Low says that zinc shortens colds.", "named"),
        ("Zinc shortens colds.", "none"),
    ],
)
def test_who_is_told_of_makes_a_claim_vague_and_never_named(text, expected):
    assert {claim.attribution for claim in analyse(read_text(text)).claims} == {expected}
