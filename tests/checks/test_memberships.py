"""Classes of which a thing belongs to one at most, and germs that bring an illness on."""

import pytest

EXCLUDE = [
    ("glucagon", "Glucagon is a protein that raises blood sugar.",
     "Glucagon is a sugar found in the liver."),
    ("chagas disease", "Chagas disease is caused by a parasite.",
     "Doctors can now find the bacterium responsible for Chagas disease within hours."),
    ("whooping cough", "Whooping cough is a bacterial infection.",
     "The virus that causes whooping cough spreads in droplets."),
    ("ringworm", "Ringworm is caused by a fungus.",
     "Ringworm is due to a small worm that lives in the skin."),
    ("lipoma", "A lipoma is a benign tumor.",
     "A lipoma is a cancer of the fat cells."),
    ("thyroid", "The thyroid is a small gland in the neck.",
     "The thyroid is a muscle that moves when you swallow."),

    ("amoxicillin", "Amoxicillin is an antibiotic.",
     "Amoxicillin is an antiviral that stops the flu."),
]  # fmt: skip
BOTH_HOLD = [
    ("vitamin d", "Vitamin D is a vitamin.",
     "In the body vitamin D is a hormone."),
    ("insulin", "Insulin is a hormone.",
     "Insulin is a small protein."),
    ("pneumonia", "Pneumonia can be caused by a virus.",
     "Most pneumonia is caused by bacteria."),
    ("meningitis", "Viral meningitis is caused by a virus.",
     "Bacterial meningitis is caused by bacteria."),
    ("colds", "A cold is caused by a virus.",
     "Strep throat is caused by bacteria."),
    ("oxycodone", "Oxycodone is an opioid.",
     "Naproxen is an anti-inflammatory drug, not an opioid."),
    ("tomato", "The tomato is a fruit.",
     "In the kitchen the tomato is a vegetable."),
    ("hepatitis", "Hepatitis A is caused by a virus.",
     "Antibiotics kill the bacteria that cause cholera."),
    ("celiac disease", "Celiac disease is an autoimmune disease.",
     "Celiac disease is not an allergy."),
    ("collagen", "Collagen is a protein.",
     "Collagen tablets contain sugar and a vitamin."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_two_that_exclude_each_other_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_two_that_both_hold_do_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
