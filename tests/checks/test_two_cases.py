"""What stands under two headings, each of which tells a case of its own, may both hold."""

import pytest

APART = [
    # headings, and what stands under them
    ("For most of us", "For the few with an allergy", "A sting is harmless.", "A sting is dangerous."),
    ("Before the seventh birthday", "In grown-ups", "Patching improves sight.", "Patching does not improve sight."),
    ("The 1% cream", "The 2.5% cream", "You need a prescription for this ointment.",
     "You do not need a prescription for this ointment."),
    ("The capsules", "The liquid", "Nightoil contains gelatine.", "Nightoil does not contain gelatine."),
    ("The usual kind", "The thumping kind", "The noise comes from the blood vessels.",
     "The noise does not come from the blood vessels."),
    ("Patient one", "Patient two", "The rash was due to a fungus.", "The rash was not due to a fungus."),
    ("White: vitiligo", "Brown: freckles", "The cause of the spots is not known.", "The cause of the spots is known."),
]  # fmt: skip
TOGETHER = [
    ("How it works", "Side effects", "Patching improves sight.", "Patching does not improve sight."),
    ("In summary", "In the clinic", "Patching improves sight.", "Patching does not improve sight."),
    ("About the sting", "On the way home", "A sting is harmless.", "A sting is dangerous."),
    ("Risks of the cream", "Risks for the skin", "You need a prescription for this ointment.",
     "You do not need a prescription for this ointment."),
]  # fmt: skip
PAGE = "# A page on {topic}\n\nIt has two parts.\n\n## {0}\n\n{2} That much can be said.\n\n## {1}\n\n{3} Ask us.\n"


def _conflicts(conflicts_in, case):
    return conflicts_in(PAGE.format(*case, topic="what we are asked"))


@pytest.mark.parametrize("case", APART, ids=[case[0] for case in APART])
def test_cases_of_their_own_are_held_apart(conflicts_in, case):
    assert _conflicts(conflicts_in, case) == []


@pytest.mark.parametrize("case", APART, ids=[case[0] for case in APART])
def test_the_same_without_such_headings_is_a_conflict(conflicts_in, case):
    assert _conflicts(conflicts_in, ("What to know", "What we offer", *case[2:])) != []


@pytest.mark.parametrize("case", TOGETHER, ids=[case[0] for case in TOGETHER])
def test_other_headings_part_nothing(conflicts_in, case):
    assert _conflicts(conflicts_in, case) != []


SETTINGS = [
    # topic, two that both hold, and what the second would have to be to exclude the first
    ("Altitude sickness", "Altitude sickness is rare below 2,500 metres.", "Altitude sickness is common among walkers above 3,000 metres.",
     "Altitude sickness is common among walkers."),
    ("Trimethoprim", "Trimethoprim should be avoided in the first 12 weeks of pregnancy.", "Trimethoprim may be used later in pregnancy.",
     None),
    ("Scans", "You need a full bladder for the scan at 12 weeks.", "You do not need a full bladder for the scan at 20 weeks.",
     "You do not need a full bladder for the scan."),
    ("Aspirin", "To prevent another heart attack, the usual dose of aspirin is 75 mg.", "To treat a headache, the usual dose of aspirin is 300 to 900 mg.",
     "The usual dose of aspirin is 300 to 900 mg."),
    ("Tetanus", "One dose of tetanus vaccine does not protect you for life.", "Five doses of tetanus vaccine protect you for life.",
     "Tetanus vaccine protects you for life."),
    ("Chloramphenicol", "You can buy chloramphenicol eye drops without a prescription.",
     "You cannot buy chloramphenicol ear drops without a prescription.", "You cannot buy chloramphenicol drops without a prescription."),
    ("Pancreatitis", "In four out of five people acute pancreatitis is mild.", "In one in five people acute pancreatitis is severe.",
     "Acute pancreatitis is severe."),
    ("Exercise", "People often think that exercise wears out a joint.", "Exercise does not wear out a joint.", None),
    ("Simvastatin", "Do not drink grapefruit juice while you are taking simvastatin.",
     "You may drink orange juice while you are taking simvastatin.", "You may drink grapefruit juice while you are taking simvastatin."),
    ("Gallstones", "Gallstones are uncommon in children.", "Gallstones are common in children with sickle cell disease.",
     "Gallstones are common in children."),
    ("Parathyroid", "Too much parathyroid hormone raises the calcium in the blood.",
     "Too much parathyroid hormone lowers the phosphate in the blood.", "Too much parathyroid hormone lowers the calcium in the blood."),
    ("Giving blood", "Do not do any heavy exercise for the rest of the day on which you give blood.",
     "From the day after you give blood, most people can do heavy exercise again.", None),
    ("Tuberculosis", "Tuberculosis in the lungs can spread through the air.", "Tuberculosis in the bones cannot spread through the air.",
     "Tuberculosis cannot spread through the air."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), [case[:3] for case in SETTINGS])
def test_words_tell_two_cases_apart(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []


@pytest.mark.parametrize(("topic", "first", "second"), [(t, a, c) for t, a, _, c in SETTINGS if c])
def test_without_those_words_the_same_is_a_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second) != []
