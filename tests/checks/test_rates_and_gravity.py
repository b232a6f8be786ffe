"""How often a thing befalls people and how bad it is, in words and in numbers."""

import pytest

EXCLUDE = [
    ("red yeast rice", "Muscle pain is almost unheard of with red yeast rice.",
     "Muscle pain is one of the most common complaints of people who take red yeast rice."),
    ("morning sickness", "Only about one pregnant woman in ten is troubled by nausea.",
     "Nausea visits around eight in ten mothers-to-be."),
    ("hemorrhoids", "Internal hemorrhoids are usually not painful.",
     "Internal hemorrhoids nearly always hurt."),
    ("isotretinoin", "Dry lips are an unusual side effect of isotretinoin.",
     "Nearly every patient on isotretinoin gets dry lips."),
    ("tinnitus", "Tinnitus is a rare complaint that few people ever notice.",
     "About half of all people have tinnitus at some time."),
    ("appendicitis", "Appendicitis is very rare in young people, and few surgeons ever see it.",
     "Appendicitis is one of the most frequent illnesses in young people."),
    ("metformin", "Diarrhea hardly ever happens with metformin.",
     "Diarrhea is a frequent side effect of metformin."),
    ("bunions", "Bunions affect one person in a thousand.",
     "About a third of all adults have bunions."),
    ("statins", "Hardly anyone who takes a statin gets muscle pain.",
     "Muscle pain troubles most people who take a statin."),
    ("root canal", "A root canal hurts a great deal.",
     "Patients feel no pain during a root canal."),
    ("smear test", "The smear test does not hurt.",
     "Expect the smear test to be very painful."),
    ("guarana", "Guarana causes only mild side effects.",
     "Guarana can cause severe side effects."),
    ("finasteride", "The side effects of finasteride are slight.",
     "Serious side effects of finasteride have been reported."),
    ("cupping", "The side effects of cupping are never serious.",
     "The side effects of cupping can be fatal."),
]  # fmt: skip
BOTH_HOLD = [
    ("finasteride", "The side effects of finasteride are usually mild.",
     "The side effects of finasteride can be severe."),
    ("guarana", "Guarana causes mild side effects.",
     "Guarana can cause severe side effects."),
    ("cupping", "The side effects of cupping are mild.",
     "Serious side effects are rare."),
    ("allergies", "A food allergy can be life-threatening.",
     "In an intolerance there is no allergic reaction, and it is never life-threatening."),
    ("statins", "Muscle pain is common with statins.",
     "Serious muscle damage is very rare with statins."),
    ("lung cancer", "Lung cancer is rare in people who never smoked.",
     "Lung cancer is one of the most common cancers."),
    ("flu shot", "Serious side effects of the flu shot are extremely rare.",
     "Side effects such as a sore arm are common."),
    ("prednisone", "Side effects are rare at low doses.",
     "At high doses, most people get side effects."),
    ("thyroid", "Thyroid cancer is rare.",
     "Thyroid nodules are very common."),
    ("chickenpox", "Chickenpox is a mild illness in children.",
     "In adults chickenpox can be severe."),
    ("flu", "Flu is usually mild.",
     "Flu can kill people with a weak heart."),
    ("root canal", "The root canal does not hurt.",
     "An abscess is very painful."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_two_that_exclude_each_other_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_two_that_both_hold_do_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
