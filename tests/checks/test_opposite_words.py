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
]  # fmt: skip
BOTH_HOLD = [
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
