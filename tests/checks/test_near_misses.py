"""What sets two like statements apart, each beside a twin in which nothing does."""

import pytest

BOTH_HOLD = [
    # two that both hold, and their twins, which cannot
    ("Propranolol lowers the pulse at rest.", "Propranolol raises the pulse during exercise.",
     "Propranolol lowers the pulse.", "Propranolol raises the pulse."),
    ("Coughing raises eye pressure while you are bent over.", "Coughing lowers eye pressure at rest.",
     "Coughing raises eye pressure.", "Coughing lowers eye pressure at rest."),
    ("Spinal anaesthesia lowers blood pressure in the first hour.", "After two days spinal anaesthesia raises blood pressure.",
     "Spinal anaesthesia lowers blood pressure in the first hour.", "Spinal anaesthesia raises blood pressure."),
    ("Nicotine gum raises stomach acid.", "Nicotine patches lower stomach acid.",
     "Nicotine gum raises stomach acid.", "Nicotine gum lowers stomach acid."),
    ("Chlorhexidine damages contact lenses made of silicone.", "Chlorhexidine does not damage contact lenses made of acrylic.",
     "Chlorhexidine damages contact lenses made of silicone.", "Chlorhexidine does not damage contact lenses made of silicone."),
    ("You cannot catch ringworm from a cat that has fleas.", "You can catch typhus from a cat that has fleas.",
     "You cannot catch ringworm from a cat that has fleas.", "You can catch ringworm from a cat that has fleas."),
    ("The usual dose of sertraline is 50 mg a day for the first week.", "The usual dose of sertraline is 150 mg a day after some weeks.",
     "The usual dose of sertraline is 50 mg a day.", "The usual dose of sertraline is 150 mg a day."),
    ("Serious infection is rare after a filling.", "Minor infection is common after a filling.",
     "Serious infection is rare after a filling.", "Serious infection is common after a filling."),
    ("The label says that arnica heals bruises.", "It has never been shown that arnica heals bruises.",
     "Arnica heals bruises.", "It has never been shown that arnica heals bruises."),
    ("In the first trial, rosuvastatin raised kidney damage.", "Rosuvastatin does not raise kidney damage.",
     "Rosuvastatin raises kidney damage.", "Rosuvastatin does not raise kidney damage."),
    ("'Cracking your knuckles gives you arthritis,' he said.", "Cracking your knuckles does not give you arthritis.",
     "Cracking your knuckles gives you arthritis.", "Cracking your knuckles does not give you arthritis."),
    ("Cold air eases asthma in most patients.", "In these patients, cold air worsens asthma.",
     "Cold air eases asthma.", "Cold air worsens asthma."),
    ("In most women, cramps are mild.", "In women with fibroids, cramps can be severe.",
     "In most women, cramps are mild.", "In most women, cramps are severe."),
]  # fmt: skip


def _conflicts(conflicts_in, first, second):
    text = f"# {first.split()[0]}\n\n{first} Ask a nurse about it.\n\nThe ward is open. It has a garden.\n\n{second} Ask again.\n"
    return conflicts_in(text)


@pytest.mark.parametrize(("first", "second"), [(a, b) for a, b, _, _ in BOTH_HOLD])
def test_what_lets_both_hold_is_seen(conflicts_in, first, second):
    assert _conflicts(conflicts_in, first, second) == []


@pytest.mark.parametrize(("first", "second"), [(c, d) for _, _, c, d in BOTH_HOLD])
def test_where_nothing_does_they_conflict(conflicts_in, first, second):
    assert _conflicts(conflicts_in, first, second)
