"""Two sentences that say the same but for a word and its opposite, beside twins in which both hold."""

import pytest

OPPOSED = [
    ("Scarlet fever", "The rash of scarlet fever appears before the sore throat.", "The rash of scarlet fever appears after the sore throat."),
    ("Appendicitis", "The pain of appendicitis settles on the right side of the belly.", "The pain of appendicitis settles on the left side of the belly."),
    ("Retinal detachment", "Retinal detachment comes on suddenly.", "Retinal detachment comes on gradually."),
    ("Eye drops", "Opened eye drops are kept inside the fridge, since germs grow fast.", "Because of the cold, opened eye drops are kept outside the fridge."),
    ("Puberty", "The growth plates of the bones close after puberty.", "As we have seen, the growth plates of the bones close before puberty."),
    ("Chemotherapy", "Hair loss from chemotherapy is temporary.", "Hair loss from chemotherapy is permanent, so plan for it."),
    ("Metformin", "Metformin is the first choice for type 2 diabetes.", "Metformin is the last resort for type 2 diabetes."),
    ("Goitre", "A goitre grows on the front of the neck.", "A goitre grows at the back of the neck."),
    ("Burns", "A fresh burn should be held under cold water.", "A fresh burn should be held under hot water."),
    ("Endoscopy", "An endoscopy of the stomach is painful.", "An endoscopy of the stomach is painless."),
    ("Statins", "Patients should stop taking statins before surgery.", "Patients should keep taking statins before surgery."),
    ("Iron", "The iron tablets are taken in addition to the injections.", "The iron tablets are taken instead of the injections."),
    ("Saline rinse", "Rinsing the nose with salt water thins the mucus.", "The mucus gets thicker when the nose is rinsed with salt water."),
    ("Showers", "Long showers dry out the skin.", "Long showers moisten the skin."),
    ("Rifampicin", "Rifampicin weakens the contraceptive pill.", "When you take rifampicin, the contraceptive pill works more strongly."),
    ("Atropine", "Atropine drops dilate the pupil for days.", "The pupil stays small for days after atropine drops."),
    ("Endometriosis", "Endometriosis makes it harder for a woman to conceive.", "Women conceive more easily when they have endometriosis."),
    ("Wounds", "Keeping a wound moist speeds healing.", "Wounds that are kept moist take longer to heal."),
    ("Echinacea", "Echinacea is effective against colds.", "For colds, echinacea is ineffective."),
    ("Osteoporosis", "After the menopause, bone loss stems from the fall in oestrogen.", "After the menopause, bone loss stems from the rise in oestrogen."),
    ("Lavender", "The effect of lavender oil on sleep is unproven.", "The effect of lavender oil on sleep is proven."),
]  # fmt: skip
BOTH_HOLD = [
    ("Salmonella", "At 75 °C, salmonella in chicken dies within a minute.", "Salmonella in chicken multiplies quickly at 30 °C."),
    ("Thyroid", "An underactive thyroid slows the metabolism.", "Levothyroxine speeds up the metabolism in people with an underactive thyroid."),
    ("Altitude", "Climbing too fast brings on mountain sickness.", "Coming down again relieves mountain sickness."),
    ("Fibre", "Soluble fibre helps when the bowel is too slow.", "Soluble fibre helps when the bowel is too fast."),
    ("Pneumonia", "Bacterial pneumonia responds to antibiotics.", "Viral pneumonia does not respond to antibiotics."),
    ("Potassium", "A low level of potassium upsets the heart.", "A high level of potassium upsets the heart as well."),
    ("Down syndrome", "An extra chromosome gives rise to Down syndrome.", "Blood pressure falls in people with Down syndrome."),
    ("Kidneys", "The left kidney sits higher in the body.", "The right kidney sits lower in the body."),
    ("Rivaroxaban", "The larger tablets of rivaroxaban should be taken with food.", "The small tablets of rivaroxaban may be taken with or without food."),
    ("Cataract", "At the start of the trial, sight in both groups was poor.", "At the end of the trial, sight in both groups was good."),
    ("Hepatitis", "Acute hepatitis A begins suddenly.", "Acute hepatitis B begins slowly."),
    ("Thyroid", "Take thyroxine in the morning.", "Take calcium in the evening."),
    ("Stroke", "If the artery is blocked, the weakness comes on suddenly.", "In a slow bleed the weakness comes on gradually."),
    ("Insulin", "Unopened insulin is kept inside the fridge.", "Opened insulin is kept outside the fridge."),
    ("Labour", "Early labour is often slow.", "Late labour is often quick."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), OPPOSED)
def test_a_word_and_its_opposite_are_held_against_each_other(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_opposite_words_of_different_things_are_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
