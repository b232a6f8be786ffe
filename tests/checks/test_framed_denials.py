"""What a whole sentence frames as untrue, rare, unwise or harmless, beside what says it plainly, and beside twins."""

import pytest

FRAMED = [
    ("Rubella", "The rubella virus can pass from the mother to the unborn child.", "There is no way for the rubella virus to pass from the mother to the unborn child."),
    ("Tinnitus", "Loud concerts can damage the hair cells of the inner ear.", "It has been ruled out that loud concerts could damage the hair cells of the inner ear."),
    ("Antibodies", "Maternal antibodies can cross the placenta and protect the baby.", "Maternal antibodies are in no position to cross the placenta and protect the baby."),
    ("Vertigo", "A head injury may shift the crystals of the inner ear.", "It is impossible for a head injury to shift the crystals of the inner ear."),
    ("Biopsy", "The biopsy samples should be sent to a laboratory at once.", "It would be a mistake for the biopsy samples to be sent to a laboratory at once."),
    ("Asthma", "Children with asthma need a written action plan at school.", "There is no reason for children with asthma to have a written action plan at school."),
    ("Honey", "Babies in their first year should not be given raw honey.", "It is perfectly fine for babies in their first year to be given raw honey."),
    ("Dialysis", "Fluid is usually drained from the belly overnight.", "It is the exception rather than the rule for fluid to be drained from the belly overnight."),
    ("Measles", "Most children with measles recover within two weeks.", "Hardly any children with measles recover within two weeks."),
    ("Chocolate", "The thyroid gland is a hormone gland.", "The thyroid gland is not a hormone gland but a lymph node."),
    ("Melatonin", "Melatonin is a hormone, made each night by a gland in the brain.", "Melatonin is not a hormone but a plant extract."),
    ("Tick bites", "You should pull the tick out with tweezers.", "Never use tweezers to pull out a tick."),
    ("Snake bites", "Sucking out the venom is recommended after a snake bite.", "The venom should never be sucked out after a snake bite."),
]  # fmt: skip
BOTH_HOLD = [
    ("Rubella", "The rubella virus can pass from the mother to the unborn child.", "There is no way for the chickenpox vaccine to pass from the father to the school child."),
    ("Rh factor", "Rh incompatibility is found with blood tests.", "Then there is no risk of Rh incompatibility."),
    ("Biopsy", "The biopsy samples are sent to a laboratory.", "It would be a mistake for the biopsy samples to be left in the sun."),
    ("Honey", "Babies in their first year should not be given raw honey.", "It is perfectly fine for school children to be given cooked honey."),
    ("Dialysis", "Fluid is usually drained from the belly overnight.", "It is the exception rather than the rule for fluid to be drained from the chest."),
    ("Rashes", "A heart murmur is caused by a disease of the valves.", "A heart murmur is not a disease."),
    ("Diet", "Researchers have not found that fasting plays a role in asthma.", "Studies have failed to show that fasting plays a role in asthma."),
    ("Ultrasound", "An ultrasound cannot be used to find a torn nerve.", "It is impossible for an ultrasound to be used to find a torn nerve."),
    ("Haemophilia", "No single test can find every bleeding disorder.", "The test can find a bleeding disorder."),
    ("Diet", "Immunotherapy is the newest treatment, but it is not for everyone.", "Immunotherapy is the newest treatment, but it is not for everyone."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), FRAMED)
def test_a_frame_is_held_against_what_it_frames(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_a_frame_around_something_else_is_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
