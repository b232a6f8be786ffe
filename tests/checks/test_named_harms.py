"""What is said to have no side effects, beside a harm that the same article names in one of many ways."""

import pytest

from healthscore import score

GINGER = """# Ginger tea

{calm}

Ginger tea is made by pouring hot water on a few slices of the fresh root. Many people drink it in winter.

The root keeps for weeks in a cool place.

{harm}"""
PATCH = """# The heat patch

{calm}

A heat patch is stuck to the shirt above the sore muscle and warms it for eight hours. Most chemists have it.

Patches are thrown away after one use.

{harm}"""
IRON = """# Iron tablets

{calm}

Iron tablets are given to people whose blood is short of iron. A course lasts for about three months.

Red meat and lentils hold iron too.

{harm}"""


def _conflicts(frame, calm, harm):
    report = score(frame.format(calm=calm, harm=harm))
    return [f.message for f in report.findings if f.rule == "consistency/safety-conflict"]


@pytest.mark.parametrize(
    ("frame", "calm", "harm"),
    [
        (GINGER, "Ginger tea has no side effects.", "Heartburn is a known side effect."),
        (GINGER, "Ginger tea has no side effects.", "One unwanted effect is heartburn."),
        (
            GINGER,
            "Ginger tea has never caused side effects.",
            "Dizziness has been reported by some drinkers.",
        ),
        (
            GINGER,
            "Unlike tablets, ginger tea has no side effects.",
            "Ginger tea gives some people heartburn.",
        ),
        (GINGER, "Ginger tea is free of side effects.", "Ginger tea makes some people feel dizzy."),
        (PATCH, "The heat patch does not cause side effects.", "A rash is possible with the heat patch."),
        (PATCH, "The heat patch has no side effects.", "Rashes have been seen after the heat patch."),
        (IRON, "Iron tablets do not cause any side effects.", "Constipation is a frequent side effect."),
        (
            IRON,
            "Iron tablets have no side effects.",
            "Some users report nausea, and iron can block zinc, which leads to hair loss.",
        ),
    ],
)
def test_a_harm_that_is_named_speaks_against_it(frame, calm, harm):
    assert _conflicts(frame, calm, harm)


@pytest.mark.parametrize(
    ("frame", "calm", "harm"),
    [
        (GINGER, "Ginger tea has no side effects.", "People who get nausea often try ginger."),
        (
            GINGER,
            "Ginger tea has no side effects.",
            "Ibuprofen irritates the gut. Heartburn is a known side effect.",
        ),
        (GINGER, "Ginger tea has no side effects.", "Coffee gives some people palpitations."),
        (GINGER, "Ginger tea has no side effects.", "Chemotherapy makes many people feel sick."),
        (GINGER, "Ginger tea does not usually cause side effects.", "A rash is possible with ginger tea."),
        (
            GINGER,
            "Ginger tea does not cause serious side effects.",
            "Ginger tea gives some people heartburn.",
        ),
        (PATCH, "The heat patch has no side effects.", "A rash is possible after a day in the sun."),
        (PATCH, "The heat patch may not cause side effects.", "A rash is possible with the heat patch."),
        (
            IRON,
            "Iron tablets have no side effects.",
            "Dizziness has been reported by users of blood thinners.",
        ),
        (
            IRON,
            "Iron tablets do not cause side effects.",
            "Some people report dizziness, and blood loss leads to fainting.",
        ),
    ],
)
def test_harms_of_other_things_and_lesser_promises_do_not(frame, calm, harm):
    assert not _conflicts(frame, calm, harm)


def test_the_message_says_what_was_denied():
    (message,) = _conflicts(
        PATCH, "The heat patch does not cause side effects.", "A rash is possible with the heat patch."
    )
    assert message == "“does not cause side effects” in one place; another names a rash as a harm."
