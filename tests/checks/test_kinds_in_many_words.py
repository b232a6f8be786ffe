"""Which kind of thing it is, whether it is caught, inherited or had on prescription, in the words of articles."""

import pytest

SAID = [
    # the thing, two sentences that exclude each other, and a second sentence that leaves room for both
    # the germ
    ("impetigo", "Impetigo is bacterial.", "A virus lies behind the infection.",
     "A virus lies behind cold sores."),
    ("thrush", "Thrush is caused by a yeast.", "The infection is bacterial in nature.",
     "In babies a second infection may be bacterial."),
    ("scabies", "The culprit in scabies is a mite.", "Scabies is of fungal origin.",
     "Athlete's foot is of fungal origin."),
    ("pertussis", "Pertussis comes from bacteria.", "Since the disease is viral, antibiotics are useless.",
     "Since a cold is viral, antibiotics are useless."),
    ("tinea", "Tinea is the work of a fungus.", "The culprit is a small worm.",
     "Despite its name, it is not caused by a worm."),
    # the class
    ("biotin", "Biotin counts among the B vitamins and helps turn food into energy.", "The supplement is a mineral.",
     "The supplement also contains zinc, a mineral."),
    ("folic acid", "Folic acid is one of the B vitamins.", "As a mineral, folic acid is not destroyed by heat.",
     "As a vitamin, folic acid is destroyed by heat."),
    ("amlodipine", "Amlodipine is a calcium channel blocker.", "The tablets count among the beta blockers.",
     "Unlike propranolol, a beta blocker, amlodipine does not slow the heart."),
    ("coeliac disease", "Coeliac disease is autoimmune.", "Coeliac disease is an allergy.",
     "Coeliac disease is hereditary."),
    # caught or not
    ("ringworm", "You can catch ringworm from other people.", "You cannot pass ringworm on to anybody.",
     "You cannot pass psoriasis on to anybody."),
    ("measles", "Measles is highly contagious until the fourth day.", "Nobody can catch it from you.",
     "Once you have had the rash for four days, nobody can catch it from you."),
    ("scarlet fever", "Scarlet fever spreads by coughing and sneezing.", "Scarlet fever is not catching.",
     "You cannot catch scarlet fever from a dog."),
    ("malaria", "Malaria is not contagious.", "Malaria spreads easily from one person to another.",
     "Malaria is passed on by mosquitoes."),
    # inherited or not
    ("colour blindness", "Colour blindness runs in families.", "Genes have nothing to do with colour blindness.",
     "Genes have nothing to do with snow blindness."),
    ("Down syndrome", "Down syndrome is inherited.", "Down syndrome is not inherited.",
     "Down syndrome is genetic."),
    ("Alzheimer's disease", "Early-onset Alzheimer's is inherited.", "Early-onset Alzheimer's is not inherited.",
     "Late-onset Alzheimer's is not inherited."),
    # with a prescription or without
    ("ivermectin", "You do not need a prescription for ivermectin.",
     "No pharmacist may sell ivermectin without a prescription.",
     "In Norway, no pharmacist may sell ivermectin without a prescription."),
    ("sildenafil", "Sildenafil is sold freely.",
     "A pharmacist will hand over sildenafil only if you have a prescription.",
     "A pharmacist will hand over tadalafil only if you have a prescription."),
    ("naloxone", "No prescription is needed for naloxone.", "Naloxone has to be prescribed by a doctor.",
     "Methadone has to be prescribed by a doctor."),
    # natural or made by people
    ("heparin", "Heparin is made in the laboratory.", "Heparin is a purely natural substance.",
     "Honey is a purely natural substance."),
    ("lip balm", "The original balm contains beeswax.", "The original balm is vegan.", "The new balm is vegan."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), [case[:3] for case in SAID])
def test_two_kinds_of_which_one_can_be_true_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [(a, b, d) for a, b, _, d in SAID])
def test_another_thing_way_time_or_place_lets_both_hold(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
