"""Effects and causes in the forms in which articles say them, each contradiction beside a near-miss."""

import pytest

from healthscore.checks.consistency.sentences.opposites import poles_of
from healthscore.checks.consistency.sentences.turned import turned
from healthscore.language import analyse
from healthscore.reading import read_text

RISES_AND_FALLS = [
    # topic, what it says, what contradicts it, what does not
    ("Licorice", "Licorice causes blood pressure to fall.", "There is an increase in blood pressure with licorice.",
     "There is an increase in blood pressure with age."),
    ("Turmeric", "Turmeric makes inflammation go down.", "Inflammation rises after taking turmeric.",
     "Inflammation rises after an injury."),
    ("Coffee", "Coffee lowers blood sugar within an hour.", "People with diabetes should know that coffee raises blood sugar.",
     "In people with diabetes, coffee raises blood sugar."),
    ("Creatine", "Creatine builds muscle.", "Creatine breaks down muscle whatever you eat.",
     "Cortisol breaks down muscle whatever you eat."),
    ("Oat bran", "Oat bran eases bloating and wind.", "Oat bran makes bloating and wind worse.",
     "Rye bread makes bloating and wind worse."),
    ("Glycolic acid", "Glycolic acid makes the skin more sensitive to light.", "Glycolic acid does not make the skin any more sensitive.",
     "Glycolic acid does not make the eyes any more sensitive."),
    ("Fizzy drinks", "Fizzy drinks do not harm the enamel, even if you have them every day.",
     "Fizzy drinks attack the enamel of the teeth.", "Boiled sweets attack the enamel of the teeth."),
    ("Warfarin", "Warfarin raises the risk of bleeding.", "With warfarin, there is no risk of bleeding.",
     "With heparin, there is no risk of bleeding."),
]  # fmt: skip

WHAT_COMES_WITH_IT = [
    ("Statins", "Statins do not cause muscle pain.", "Muscle pain is one of the most common side effects of statins.",
     "Muscle pain is one of the most common side effects of fibrates."),
    ("Lisinopril", "Lisinopril does not cause a cough.", "People who take lisinopril often develop a dry cough.",
     "People who take captopril often develop a dry cough."),
    ("Metformin", "Metformin never causes diarrhea.", "Diarrhea is very common in people who take metformin.",
     "Constipation is very common in people who take metformin."),
    ("Antibiotics", "Antibiotics can cause thrush.", "Antibiotics do not cause thrush.",
     "Most people who take antibiotics never get thrush."),
    ("Menopause", "Hot flushes are a normal part of menopause.", "Menopause does not cause hot flushes.",
     "Menopause does not cause fever."),
    ("Vertigo", "The disease damages hearing.", "Vertigo does not damage hearing.",
     "Vertigo does not damage sight."),
]  # fmt: skip

WHO_ACTS = [
    ("Walking", "Walking three times a week lowers blood pressure.", "Walking every evening raises blood pressure.",
     "Walking every evening raises the pulse."),
    ("Gout", "Stress is what causes gout.", "Stress does not cause gout.", "Doctors look for what causes gout."),
    ("Head lice", "Dirt is the main reason why people get head lice.", "Dirt does not cause head lice.",
     "Dirt is not the only reason for an itch."),
    ("Gastritis", "Gastritis is often caused by a germ called H. pylori.", "H. pylori does not cause gastritis.",
     "E. coli does not cause gastritis."),
    ("Peppermint oil", "Peppermint oil relaxes the muscles of the gut.", "Peppermint oil tightens the intestinal muscles.",
     "Peppermint oil tightens the muscles of the face."),
    ("Diuretics and the kidneys", "These medicines raise the level of uric acid.", "Diuretics lower uric acid.",
     "Some diuretics lower the level of potassium."),
]  # fmt: skip

MORE_AND_LESS = [
    ("Olanzapine", "Weight gain is a frequent complaint with olanzapine.", "Most patients lose weight while they are taking this drug.",
     "People on topiramate lose weight."),
    ("Minoxidil", "Minoxidil makes hair grow.", "Minoxidil causes hair loss.", "Minoxidil is used for hair loss."),
    ("Thyroid disease", "People with an overactive thyroid lose weight.", "An overactive thyroid makes people put on weight.",
     "People with an underactive thyroid put on weight."),
    ("Steroids", "Steroids prevent bone loss.", "Bone loss is a common side effect of steroids.",
     "Without exercise you lose bone."),
    ("Semaglutide", "Semaglutide curbs the appetite.", "Semaglutide makes you hungrier.", "Ghrelin makes you hungrier."),
    ("Keto diet", "The keto diet makes you lose weight.", "On the keto diet most people gain weight.",
     "After the keto diet most people gain weight again."),
    ("Propranolol", "Propranolol slows the heart.", "A racing heart is to be expected with propranolol.",
     "Stopping propranolol suddenly can bring on a racing heart."),
]  # fmt: skip

CAUSES = [
    ("Rickets", "Rickets is caused by too little vitamin D.", "Too much vitamin D is what causes rickets.",
     "Too much vitamin D gives children kidney stones."),
    ("Gout", "Gout is due to a high level of uric acid.", "A low level of uric acid is the cause of gout.",
     "A low level of uric acid is no cause for concern."),
    ("Goitre", "Goitre stems from a fall in thyroid hormone.", "Goitre is brought on by a rise in thyroid hormone.",
     "Goitre is also brought on by a rise in thyroid hormone."),
    ("Asthma", "Asthma is caused by an overactive immune system.", "Pollen is the cause, and the immune system plays no part in it.",
     "Pollen is the cause, and the weather plays no part in it."),
    ("Cramps", "Cramps are caused by a lack of magnesium.", "Cramps come with age, and magnesium has nothing to do with it.",
     "Cramps come with age, and calcium has nothing to do with it."),
    ("Scurvy", "The most common cause of scurvy is a diet without fruit.", "Smoking is the leading cause of scurvy.",
     "Smoking is the leading cause of lung cancer."),
    ("Kidney stones", "The most common cause of kidney stones is drinking too little water.",
     "Salt, which most people eat too much of, is the number one cause of kidney stones.",
     "Salt, which most people eat too much of, is another cause of kidney stones."),
    ("Tinnitus", "Loud noise is the leading cause of tinnitus.", "In most cases tinnitus is caused by earwax.",
     "In some people tinnitus is caused by earwax."),
    ("Stroke", "A clot is the leading cause of stroke.", "High blood pressure is the most common cause of stroke.",
     "In young people, a torn artery is the most common cause of stroke."),
]  # fmt: skip

NO_HELP = [
    ("Magnesium", "Magnesium eases night cramps.", "Magnesium does nothing for night cramps.",
     "Magnesium does nothing for varicose veins."),
    ("Honey", "Honey soothes a cough.", "Honey is of no use against a cough.", "Honey does not cure a cough."),
    ("Acupuncture", "Acupuncture is effective against hot flushes.", "Acupuncture brings no relief from hot flushes.",
     "Acupuncture brings no relief from toothache."),
    ("Melissa", "Melissa improves sleep.", "Melissa does not help with sleep.", "Melissa does not help with appetite."),
    ("Levodopa", "Levodopa relieves stiffness.", "Levodopa fails to relieve stiffness.",
     "Levodopa does not treat stiffness after a stroke."),
    ("Paracetamol", "Paracetamol relieves the flu.", "Paracetamol is useless against the flu.",
     "Paracetamol does not treat the flu."),
]  # fmt: skip

MORE_HERE_LESS_THERE = [
    ("Lemsip", "Lemsip taken daily prevents nosebleeds.", "Nosebleeds are more frequent with daily Lemsip.",
     "Nosebleeds are more frequent in winter."),
    ("Aspirin", "Patients on aspirin have fewer strokes.", "The risk of stroke goes up with aspirin.",
     "The risk of stroke goes up with age."),
    ("Altitude", "Climbing a mountain brings about a drop in blood oxygen.", "On a mountain, the blood oxygen is increased.",
     "On a mountain, the pulse is increased."),
    ("Probiotics", "Babies given probiotics have colic less often.", "Probiotics bring on colic in more babies.",
     "Swaddled babies have colic less often."),
    ("Gout", "Allopurinol is taken over the long term to prevent attacks of gout.",
     "Attacks of gout become more frequent with allopurinol.",
     "Attacks of gout may become more frequent when treatment begins."),
    ("Nicotine", "Nicotine reduces the appetite.", "The appetite is increased by nicotine.",
     "Giving up nicotine increases the appetite."),
]  # fmt: skip

ALL = [
    *RISES_AND_FALLS,
    *NO_HELP,
    *MORE_HERE_LESS_THERE,
    *WHO_ACTS,
    *WHAT_COMES_WITH_IT,
    *MORE_AND_LESS,
    *CAUSES,
]


def _conflicts(conflicts_in, topic, first, second):
    text = (
        f"# {topic}\n\nThis page is about {topic.lower()}. {first} Ask a nurse about it.\n\n"
        f"The ward is open. It has a garden.\n\n{second} Ask again.\n"
    )
    return conflicts_in(text)


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, b) for t, a, b, _ in ALL])
def test_the_opposite_is_a_conflict(conflicts_in, topic, first, second):
    assert _conflicts(conflicts_in, topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, c) for t, a, _, c in ALL])
def test_what_only_sounds_like_it_is_none(conflicts_in, topic, first, second):
    assert _conflicts(conflicts_in, topic, first, second) == []


@pytest.mark.parametrize(
    "second",
    ["If you want to lose weight, eat less.", "Weight loss or weight gain may be seen with olanzapine."],
)
def test_what_is_wished_for_or_said_both_ways_is_no_pole(conflicts_in, second):
    assert _conflicts(conflicts_in, "Olanzapine", "Olanzapine causes weight gain.", second) == []


def test_a_rise_that_is_told_without_a_word_of_effect_is_held_against_a_denial(conflicts_in):
    first, second = "Ginger does not cause headaches.", "Those who take ginger suffer more headaches."
    assert _conflicts(conflicts_in, "Ginger", first, second)


def test_better_and_worse_need_no_word_with_an_opposite_elsewhere_in_the_article():
    first = "Levodopa given daily improves the balance of patients."
    second = "The balance of patients gets poorer when levodopa is given daily."
    analysis = analyse(read_text(f"Levodopa is a medicine. {first}\n\nThe ward has roses.\n\n{second}\n"))
    assert not poles_of(analysis)
    assert [pair.places for pair in turned(analysis)] == [(1, 3)]
