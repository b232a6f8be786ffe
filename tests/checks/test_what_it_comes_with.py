"""Effects that are told by what they come with, and causes in many frames, beside what only looks like their opposite."""

import pytest

NOT_BOTH = [
    ("prednisolone", "Prednisolone lowers blood sugar.", "When people take prednisolone, their blood sugar rises."),
    ("metoprolol", "Metoprolol slows the pulse.", "In people on metoprolol, the pulse is faster."),
    ("sage", "Sage tea reduces hot flushes.", "Hot flushes get worse after drinking sage tea."),
    ("oats", "Oats raise cholesterol.", "To lower cholesterol, eat oats every morning."),
    ("naps", "Long naps are linked with lower blood pressure.", "Blood pressure is higher in people who take long naps."),
    ("alendronate", "Alendronate weakens bones.", "Bones become stronger while you take alendronate."),
    ("caffeine", "Caffeine makes it hard to sleep.", "Caffeine helps you sleep."),
    ("ibuprofen", "Ibuprofen eases back pain.", "Back pain is made worse by ibuprofen."),
    ("iron", "Iron tablets raise the level of haemoglobin.", "A fall in haemoglobin is often seen with iron tablets."),
    ("rosacea", "Rosacea has nothing to do with alcohol.", "Alcohol is the main cause of rosacea."),
    ("bunions", "Tight shoes lie at the root of bunions.", "Tight shoes play no part in bunions."),
    ("gout", "Gout is seldom due to beer.", "Beer is the main cause of gout."),
    ("cystitis", "Few cases of cystitis are caused by sex.", "Most cases of cystitis are caused by sex."),
    ("lupus", "Lupus is an autoimmune disease.", "Viruses are behind lupus, and the immune system is not to blame."),
    ("stomach ulcers", "Stomach ulcers are caused by infection with a bacterium.", "Stomach ulcers come of stress, and bacteria have nothing to do with them."),
    ("zinc", "Zinc lowers blood sugar.", "People who use zinc find their blood sugar going up."),
    ("cocoa", "Cocoa before bed keeps people awake.", "You will sleep better with cocoa."),
    ("croup", "Croup is due to a shortage of zinc in the blood.", "Croup is due to an excess of zinc in the blood."),
]  # fmt: skip

BOTH_HOLD = [
    ("prednisolone", "Prednisolone raises blood sugar.", "When people stop taking prednisolone, their blood sugar falls."),
    ("metoprolol", "Metoprolol slows the pulse.", "In people who do not take metoprolol the pulse is faster."),
    ("coils", "The copper coil makes periods heavier.", "Periods become lighter with the hormonal coil."),
    ("salt", "Salt raises blood pressure.", "To lower blood pressure, eat less salt."),
    ("jet lag", "Melatonin helps you sleep.", "Jet lag comes from crossing time zones. This can make it hard to sleep."),
    ("gout", "Beer is the main cause of gout.", "Gout in children is seldom due to beer."),
    ("goitre", "Too little iodine causes goitre.", "In rare cases goitre is due to too much iodine."),
    ("seizures", "The cause of the seizures is not known.", "A seizure occurs when many nerve cells fire at once."),
    ("heart disease", "Smoking is the main cause of heart disease.", "The true cause of heart disease is still largely ignored."),
    ("cocoa", "Cocoa keeps you awake.", "People who want to sleep better go for a walk."),
    ("ulcers", "Most ulcers are caused by bacteria.", "Stress is not the cause of ulcers."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), NOT_BOTH)
def test_an_effect_or_a_cause_at_odds_with_another_is_a_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_what_both_hold_is_no_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
