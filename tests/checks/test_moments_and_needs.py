"""When a thing is taken, sets in or comes off, and how much is needed, allowed or held, each said twice."""

import pytest

EXCLUDE = [
    ("bendroflumethiazide", "Take bendroflumethiazide in the morning.",
     "The best time for the tablet is just before going to bed."),
    ("simvastatin", "Simvastatin is taken in the evening.",
     "The right time to take the tablet is after breakfast."),
    ("thyroxine", "Thyroxine is taken half an hour before breakfast.",
     "The tablet belongs right after the evening meal."),
    ("iron tablets", "Iron is best taken on an empty stomach.", "The tablets belong with a full meal."),
    ("stroke", "The signs of a stroke appear all of a sudden.",
     "The weakness builds up gradually over several weeks in a stroke."),
    ("glaucoma", "Glaucoma creeps up over many years.", "Glaucoma strikes from one second to the next."),
    ("the flu jab", "Protection sets in about two weeks after the jab.",
     "The vaccine works from the very minute it is given."),
    ("finasteride", "Finasteride takes several months to show its effect.",
     "Users notice the effect of finasteride the very same day."),
    ("broken wrist", "The plaster stays on for six weeks.", "The cast comes off after ten days."),
    ("cut finger", "The stitches are removed after ten days.", "The stitches stay in for six weeks."),
    ("paracetamol", "Adults should take no more than 4 grams of paracetamol in 24 hours.",
     "The daily limit for an adult is 6 grams."),
    ("cetirizine", "Two 10 mg tablets a day are the usual dose.", "Take at most 10 mg a day."),
    ("caffeine", "Healthy adults can have up to 400 milligrams of caffeine a day.",
     "The daily limit for healthy adults is 200 milligrams of caffeine."),
    ("sleep in teenagers", "Teenagers need eight to ten hours of sleep a night.",
     "Six hours a night is all the sleep that a body of fifteen requires."),
    ("water", "Adults should drink about two litres of water a day.",
     "Half a litre of water a day is all that an adult needs."),
    ("exercise", "Adults should get at least 150 minutes of moderate exercise a week.",
     "For adults, 30 minutes of moderate exercise a week are enough."),
    ("the bladder", "The bladder of a healthy adult holds about half a litre.",
     "It takes a good three litres to fill a normal adult bladder."),
    ("teeth", "A full set of adult teeth numbers 32.",
     "Every adult has the full 36 teeth that nature gives."),
]  # fmt: skip
BOTH_HOLD = [
    ("diuretics", "Take furosemide in the morning.", "Do not take furosemide just before going to bed."),
    ("bendroflumethiazide", "Take the water tablet in the morning.", "Your statin is best taken in the evening."),
    ("ramipril", "Take ramipril in the morning.", "Measure your blood pressure in the evening."),
    ("your thyroid tablets", "Take your thyroid tablets with water. Calcium tablets are taken in the evening.",
     "The tablet is best taken in the morning, before breakfast."),
    ("rivaroxaban", "Take rivaroxaban with your evening meal.", "Take rivaroxaban with or without food."),
    ("stroke", "A stroke starts suddenly.", "Recovery builds up slowly over months."),
    ("fluoxetine", "Fluoxetine takes several weeks to work.", "Side effects may begin within hours."),
    ("broken wrist", "In adults the plaster stays on for six weeks.",
     "In children the cast comes off after three weeks."),
    ("grazes", "A plaster stays on for two days.", "The cast comes off after six weeks."),
    ("paracetamol", "Adults should take no more than 4 grams in 24 hours.", "Take no more than 1 gram at a time."),
    ("paracetamol", "Adults can take up to 1 g of paracetamol at a time.",
     "Adults can take up to 4 g of paracetamol in 24 hours if they weigh more than 50 kg."),
    ("sleep", "Adults need seven to nine hours of sleep a night.",
     "Five hours of sleep a night is not enough for an adult."),
    ("sleep", "Adults need seven to nine hours of sleep a night.",
     "Newborns need fourteen to seventeen hours of sleep a day."),
    ("water", "Adults need about two litres of water a day.",
     "In hot weather, adults need three to four litres of water a day."),
    ("water", "Adults should drink six to eight glasses of water a day.",
     "Half a litre of water before breakfast is enough to help the bowels."),
    ("exercise", "Adults should get at least 150 minutes of moderate exercise a week.",
     "75 minutes of vigorous exercise a week are enough for adults."),
    ("the bladder", "The bladder of an adult holds about half a litre.",
     "The bladder of a baby holds about 30 ml."),
    ("the lungs", "The lungs hold about six litres of air.",
     "At rest a breath fills the lungs with half a litre of air."),
    ("teeth", "A child has 20 milk teeth.", "A full set of adult teeth numbers 32."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_two_moments_or_amounts_for_one_thing_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_those_of_others_or_that_leave_room_do_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []


def test_the_tablet_is_the_one_drug_of_an_article_on_tablets(conflicts):
    first, second = (
        "Take furosemide in the morning.",
        "The right moment for the drug is just before going to bed.",
    )
    assert conflicts("water tablets for swollen legs", first, second)
