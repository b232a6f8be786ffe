"""How a thing turns out, how common it is and for whom it is fit, whatever frame either sentence has."""

import pytest

from healthscore.checks.consistency.ages import Age, ages_of
from healthscore.language import analyse
from healthscore.reading import read_text


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "mumps",
            "Mumps is nearly always a mild illness that is over in a week.",
            "Four out of five children with mumps become dangerously ill.",
        ),
        (
            "shingles",
            "In the great majority of patients shingles heals without a trace.",
            "Nearly all who have had shingles are left with nerve damage for life.",
        ),
        (
            "sciatica",
            "Most people with sciatica get over it completely within three months.",
            "Hardly anyone with sciatica ever makes a full recovery.",
        ),
        (
            "optic neuritis",
            "Sight comes back fully in nearly everyone with optic neuritis.",
            "Most patients with optic neuritis go blind in the affected eye for good.",
        ),
        (
            "gallbladder removal",
            "Gallbladder removal is a minor procedure.",
            "Taking out the gallbladder is one of the most dangerous operations that surgeons perform.",
        ),
        (
            "lumbar puncture",
            "The pain of a lumbar puncture is slight.",
            "Most people find the pain of a lumbar puncture unbearable.",
        ),
        (
            "whiplash",
            "After whiplash, nine in ten people are fine again.",
            "The injury leaves the majority of its victims disabled.",
        ),
        (
            "pityriasis rosea",
            "The rash of pityriasis rosea heals by itself and leaves no marks.",
            "Pityriasis rosea scars the skin for life.",
        ),
        (
            "migraine",
            "A migraine attack does no harm to the brain.",
            "Every migraine destroys part of the brain.",
        ),
    ],
)
def test_a_trifle_here_and_a_danger_there(conflicts, topic, one, other):
    assert conflicts(topic, one, other)


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "polio",
            "Most people infected with polio have no symptoms.",
            "Polio leaves one in two hundred paralysed for life.",
        ),
        (
            "Bell's palsy",
            "Most patients with Bell's palsy recover completely.",
            "Some are left with a droop for life.",
        ),
        ("burns", "Small burns heal without a trace.", "Large burns leave scars for life."),
        ("moles", "Nearly all moles are harmless.", "Melanoma is deadly if it is found too late."),
        ("gout", "Gout is usually harmless at first.", "In the end gout can destroy the joints."),
        (
            "toxoplasmosis",
            "Toxoplasmosis is harmless for healthy adults.",
            "The infection is dangerous for the unborn child.",
        ),
        (
            "wisdom teeth",
            "Pulling a wisdom tooth is a minor procedure.",
            "An infection of the jaw is a life-threatening complication.",
        ),
        (
            "minoxidil",
            "The lotion is well tolerated.",
            "For good results, minoxidil has to be used every day.",
        ),
        ("croup", "Most attacks of croup are mild.", "Croup with blue lips is an emergency."),
    ],
)
def test_other_cases_other_shares_and_other_things_turn_out_otherwise(conflicts, topic, one, other):
    assert not conflicts(topic, one, other)


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "bunions",
            "Bunions are widespread: one woman in four has them.",
            "Only a handful of women have bunions.",
        ),
        (
            "cellulitis",
            "Cellulitis comes back in about a third of patients.",
            "A relapse is extremely rare.",
        ),
        (
            "nausea after an anaesthetic",
            "Nausea after an anaesthetic is very common.",
            "Hardly a patient feels sick after an anaesthetic.",
        ),
        ("snoring", "Almost half of all adults snore.", "Snoring is a rarity among adults."),
        (
            "slipped disc",
            "After surgery for a slipped disc, a relapse is common.",
            "After the operation a slipped disc practically never comes back.",
        ),
        (
            "postnatal depression",
            "About one mother in eight has postnatal depression.",
            "Postnatal depression hardly ever strikes a new mother.",
        ),
    ],
)
def test_common_here_and_hardly_ever_there(conflicts, topic, one, other):
    assert conflicts(topic, one, other)


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "moles",
            "Moles are very common: nearly everyone has some.",
            "Only rarely does a mole turn into melanoma.",
        ),
        ("migraine", "Migraine is common.", "Migraine with paralysis is very rare."),
        ("tinnitus", "Tinnitus is common.", "Tinnitus that beats with the pulse is rare."),
        ("lisinopril", "A dry cough is common with lisinopril.", "A dry cough is rare with losartan."),
        (
            "sertraline",
            "Nausea is very common in the first week on sertraline.",
            "Nausea is rare after the first month on sertraline.",
        ),
        (
            "biliary atresia",
            "Biliary atresia is rare.",
            "Other common symptoms of biliary atresia are itching and pale stools.",
        ),
        ("dizziness", "Dizziness is common.", "Dizziness is a rare cause of accidents."),
        ("twins", "Most twins are born early.", "Twins are rare."),
    ],
)
def test_what_is_rare_of_a_kind_or_from_another_cause_may_be_common(conflicts, topic, one, other):
    assert not conflicts(topic, one, other)


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "naproxen",
            "Naproxen is dangerous for people with kidney failure.",
            "Patients with failing kidneys can take naproxen without any danger.",
        ),
        (
            "decongestants",
            "Decongestants are unsuitable for anyone with heart disease.",
            "Heart patients can take the tablets safely.",
        ),
        (
            "honey",
            "Babies must not be given honey before their first birthday.",
            "From six months on, honey is perfectly safe for your baby.",
        ),
        (
            "feverfew",
            "Pregnant women should not take feverfew.",
            "Expectant mothers can use feverfew without a second thought.",
        ),
        (
            "codeine",
            "Mothers who breastfeed must not take codeine.",
            "Codeine is safe while you are breastfeeding.",
        ),
        (
            "diving",
            "People with epilepsy must not dive.",
            "Diving is perfectly safe for people with epilepsy.",
        ),
        ("ear candles", "Ear candles can burn the eardrum.", "Ear candles are completely harmless."),
        (
            "warfarin",
            "Cranberry juice must not be combined with warfarin.",
            "Warfarin and cranberry juice go together without any risk.",
        ),
    ],
)
def test_unfit_here_and_fit_there(conflicts, topic, one, other):
    assert conflicts(topic, one, other)


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        (
            "naproxen",
            "Patients with failing kidneys must not take naproxen.",
            "Patients with liver disease can take naproxen safely.",
        ),
        (
            "metformin",
            "People with severe kidney disease must not take metformin.",
            "With mild kidney disease metformin is safe.",
        ),
        (
            "ibuprofen",
            "Ibuprofen is not suitable for people with asthma who react to it.",
            "Most people with asthma can take ibuprofen without harm.",
        ),
        (
            "flu spray",
            "The spray is safe for healthy children.",
            "Children whose immune system is weak must not be given the spray.",
        ),
        ("sport", "Pregnant women can swim safely.", "Pregnant women should not dive."),
        (
            "cough syrup",
            "Cough syrup must not be given to babies before their first birthday.",
            "From two years on, cough syrup is safe for children.",
        ),
        ("cleaning ears", "Cotton buds can injure the eardrum.", "Ear drops are completely harmless."),
        ("x-rays", "X-rays can harm the unborn child.", "A dental X-ray is completely harmless."),
        (
            "beta blockers",
            "Asthmatics must not take propranolol.",
            "Diabetics can take propranolol without worry.",
        ),
    ],
)
def test_others_and_other_things_are_fit(conflicts, topic, one, other):
    assert not conflicts(topic, one, other)


def test_a_birthday_and_an_age_from_which_on_are_ages():
    analysis = analyse(read_text("Not before the first birthday. From six months on, it is safe for babies."))
    assert [ages_of(analysis, sentence) for sentence in analysis.sentences] == [
        (Age(0, 1),),
        (Age(0.5, 120),),
    ]
