"""Plain statements of which only one can hold, on many axes, each beside a twin that both hold."""

import pytest

PLAIN = [
    # the thing, two sentences that exclude each other, and a second sentence that leaves room for both
    # side effects and interactions
    ("turmeric", "Turmeric is free of side effects, so anyone can take it.",
     "If you take turmeric, stomach upsets are a frequent side effect.",
     "If you take iron, stomach upsets are a frequent side effect."),
    ("migraine", "Feverfew has no side effects at all.",
     "People who use feverfew often get side effects such as mouth ulcers.",
     "People who use triptans often get side effects such as tiredness."),
    ("ginger", "Ginger has no known interactions with any medicine.",
     "Ginger interacts with blood thinners, so ask a doctor first.",
     "Garlic interacts with blood thinners, so ask a doctor first."),
    ("ginkgo", "There are no interactions between ginkgo and other drugs.", "Ginkgo can interact with heparin.",
     "Ginkgo does not interact with heparin."),
    # safe, and for whom
    ("fluoride", "Fluoride is perfectly safe.", "Fluoride is harmful.", "Fluorine gas is harmful."),
    ("saunas", "The good news is that the sauna is safe for everybody.",
     "People with heart disease should stay out of the sauna.",
     "People with heart disease should stay out of the steam bath."),
    ("teething", "Numbing gels with lidocaine are safe for babies of any age.",
     "Lidocaine gels are dangerous for children under two.", "Clove gels are dangerous for children under two."),
    ("fasting", "Fasting is suitable for people with diabetes.", "Diabetics must not fast.",
     "Pregnant women must not fast."),
    ("keto diet", "The keto diet is safe for people with kidney disease.",
     "People with kidney disease must never follow the keto diet.",
     "People with liver disease must never follow the keto diet."),
    # to combine and to replace
    ("valerian", "It is dangerous to combine valerian with alcohol.", "Valerian and alcohol can be combined safely.",
     "Valerian and hops can be combined safely."),
    ("statins", "Grapefruit juice goes well with statins.", "Statins must not be taken with grapefruit juice.",
     "Statins must not be taken with clarithromycin."),
    ("sleep apnoea", "A splint can replace the mask.", "A splint is no substitute for the mask.",
     "A splint is no substitute for losing weight."),
    ("diabetes tablets", "The tablets are taken in addition to insulin.", "The tablets are taken instead of insulin.",
     "The tablets are taken instead of metformin."),
    # tested, approved, on prescription, first choice
    ("bruises", "Trials have shown that arnica heals bruises.", "Arnica has never been tested in a trial.",
     "Witch hazel has never been tested in a trial."),
    ("vinegar", "Studies have proven that vinegar helps people lose weight.",
     "Whether vinegar has any effect on weight has never been studied.",
     "Whether vinegar has any effect on blood pressure has never been studied."),
    ("esketamine", "The FDA approved esketamine for depression.", "Esketamine has not yet been approved by the FDA.",
     "Esketamine has not yet been approved for anxiety."),
    ("naloxone", "You do not need a prescription for naloxone.", "Naloxone is a prescription drug.",
     "Naltrexone is a prescription drug."),
    ("hydrocortisone", "The cream can be bought freely in any pharmacy.", "A prescription is needed for the cream.",
     "A prescription is needed for the tablets."),
    ("strep throat", "Penicillin is the treatment of choice for strep throat.",
     "For strep throat, penicillin is used only if all else fails.",
     "For strep throat, clindamycin is used only if all else fails."),
    ("methotrexate", "Methotrexate is the first choice in arthritis.", "Methotrexate is a last resort in arthritis.",
     "Methotrexate is a last resort in psoriasis."),
    # cured, treated, tested for, vaccinated against
    ("hepatitis C", "Hepatitis C cannot be cured.", "New tablets cure hepatitis C in twelve weeks.",
     "New tablets cure hepatitis B in twelve weeks."),
    ("breast cancer", "Advanced breast cancer cannot be cured.", "Advanced breast cancer can be cured.",
     "Early breast cancer can be cured."),
    ("vitiligo", "There is no treatment for vitiligo.", "Vitiligo responds well to treatment with light.",
     "Psoriasis responds well to treatment with light."),
    ("HIV", "There is no effective treatment for HIV.", "HIV can be treated today.",
     "In the 1980s there was no effective treatment for HIV."),
    ("endometriosis", "A simple blood test shows whether you have endometriosis.",
     "There is no blood test for endometriosis.", "There is no blood test for migraine."),
    ("dengue", "You can be vaccinated against dengue.", "So far there is no vaccine against dengue.",
     "So far there is no vaccine against norovirus."),
    # known and unknown causes
    ("vitiligo", "Scientists know what causes vitiligo.", "Scientists do not know what causes vitiligo.",
     "Scientists do not know what causes lupus."),
    ("fibromyalgia", "What causes fibromyalgia is a mystery.", "The cause of fibromyalgia has been clearly identified.",
     "The cause of shingles has been clearly identified."),
    ("narcolepsy", "It is not known what causes narcolepsy.", "Narcolepsy results from the lack of a brain chemical.",
     "Scurvy results from the lack of a vitamin."),
    ("cot death", "Doctors do not know why cot death happens.", "Doctors know why cot death happens.",
     "Doctors know how to lower the risk of cot death."),
    # to stop it, to drive, with a meal
    ("prednisone", "You can stop taking prednisone at any time.", "Prednisone must not be stopped suddenly.",
     "Propranolol must not be stopped suddenly."),
    ("paroxetine", "You can stop paroxetine whenever you like.",
     "Stopping paroxetine suddenly causes dizziness and nausea.",
     "Stopping lorazepam suddenly causes dizziness and nausea."),
    ("insomnia", "Zopiclone is not addictive.", "Stopping zopiclone suddenly brings withdrawal symptoms.",
     "Stopping lorazepam suddenly brings withdrawal symptoms."),
    ("pregabalin", "Pregabalin is not addictive.", "Withdrawal from pregabalin brings sweating and sleepless nights.",
     "Withdrawal from nicotine brings sweating and sleepless nights."),
    ("colonoscopy", "Because of the sedation you must not drive.",
     "You can drive yourself home as soon as the exam is over.", "You can drive again after a day."),
    ("naproxen", "Naproxen should be taken with food.", "It is best to take naproxen on an empty stomach.",
     "It is best to take omeprazole on an empty stomach."),
]  # fmt: skip


def _conflicts(conflicts_in, topic, first, second):
    text = (
        f"# {topic[0].upper()}{topic[1:]}\n\nThis page is about {topic}. {first} There is a lot to say.\n\n"
        f"## What else to know\n\nThe ward is open. It has a garden.\n\n{second} Our team looked at it last spring.\n"
    )
    return conflicts_in(text)


@pytest.mark.parametrize(("topic", "first", "second"), [case[:3] for case in PLAIN])
def test_two_sides_of_one_thing_conflict(conflicts_in, topic, first, second):
    assert _conflicts(conflicts_in, topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [(a, b, d) for a, b, _, d in PLAIN])
def test_another_thing_use_stage_or_time_lets_both_hold(conflicts_in, topic, first, second):
    assert _conflicts(conflicts_in, topic, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Echinacea has no side effects in most people.", "Some users of echinacea get a rash."),
        ("It is a myth that echinacea has been proven to work.", "Echinacea has never been tested in a trial."),
        ("Is echinacea available without a prescription?", "Echinacea needs a prescription."),
        ("Sellers will tell you that echinacea is safe for everyone.", "Pregnant women must not take echinacea."),
        ("Take echinacea with food or on an empty stomach.", "Take echinacea on an empty stomach."),
        ("Echinacea cannot be bought until it is approved.", "Echinacea was approved in May."),
    ],
)  # fmt: skip
def test_what_is_told_asked_or_said_of_some_is_no_side(conflicts_in, first, second):
    assert _conflicts(conflicts_in, "echinacea", first, second) == []


def test_names_the_thing_and_both_sides(conflicts_in):
    found = _conflicts(
        conflicts_in,
        "tinnitus",
        "Lithium is a last resort in mania.",
        "Lithium is the first choice in mania.",
    )
    assert len(found) == 1
    assert "lithium" in found[0] and "last resort" in found[0] and "first choice" in found[0]
