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
