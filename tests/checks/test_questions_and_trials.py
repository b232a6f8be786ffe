"""What is asked of a thing, open here and answered there; and what was put to the test, and never was."""

import pytest

SAID = [
    # the thing, two sentences that exclude each other, and a second sentence that leaves room for both
    # what it is for
    ("yawning", "Nobody knows what yawning is for.",
     "For more than a century it has been clear what purpose yawning serves.",
     "Do we know what yawning is for?"),
    ("sleep", "The purpose of sleep is no longer a mystery.", "Scientists still do not know what sleep is for.",
     "Scientists still do not know why some people need so little sleep."),
    ("the spleen", "The function of the spleen is well known.", "It remains a mystery what the spleen is good for.",
     "What the small extra spleens of some people are for is unknown."),
    # how it works
    ("paracetamol", "Exactly how paracetamol relieves pain is not known.",
     "Scientists explained decades ago precisely how the drug relieves pain.",
     "It is known that paracetamol relieves pain within an hour."),
    ("metformin", "Researchers are still trying to work out how metformin lowers blood sugar.",
     "The way metformin brings down blood sugar is fully understood.",
     "How metformin upsets the stomach is fully understood."),
    ("anaesthetics", "How these drugs switch off the mind has been completely worked out.",
     "Nobody can yet say how anaesthetics switch off the mind.",
     "For decades nobody could say how anaesthetics switch off the mind, which was a worry."),
    ("botox", "The mechanism by which botox relaxes muscles is known.",
     "The mechanism by which botox relaxes muscles is unknown.",
     "The mechanism by which botox relaxes muscles is not fully understood."),
    # where it comes from, and what sets it off
    ("tinnitus", "Doctors have found out what causes tinnitus.", "What causes tinnitus has yet to be discovered.",
     "What makes tinnitus worse has yet to be discovered."),
    ("stuttering", "Scientists are still guessing about the cause of stuttering.",
     "The cause of stuttering is well known.", "The course of stuttering is well known."),
    ("asthma", "The triggers of asthma are well known.", "Nobody knows what triggers asthma.",
     "Why asthma develops in the first place is not known."),
    ("diabetes", "The cause of type 1 diabetes is well understood.", "The cause of type 1 diabetes is still unknown.",
     "The cause of type 2 diabetes is still unknown."),
    ("hypertension", "In most people the cause of hypertension is not known.",
     "The cause of hypertension in most people has been identified.",
     "In a few people the cause of hypertension is known."),
    # shown, or not known
    ("valerian", "Studies have proven that valerian improves sleep.",
     "It is not known whether valerian improves sleep.",
     "It is not known whether lavender improves sleep."),
    ("ginkgo", "It is proven that ginkgo improves memory.",
     "Nobody knows whether ginkgo improves memory.",
     "Nobody knows whether ginseng improves memory."),
    # put to the test, or never
    ("kefir", "Nobody has ever checked in people whether kefir lowers cholesterol.",
     "In four trials kefir lowered cholesterol in volunteers.", "In four trials kefir lowered cholesterol in mice."),
    ("garlic", "More than twenty trials have tested garlic in patients with high blood pressure.",
     "Garlic has never been tested against high blood pressure in people.",
     "Garlic has never been tested against cancer in people."),
    ("valerian", "Two large trials gave valerian to children with sleep problems.",
     "Valerian has not been studied in children.", "Valerian has not been studied in pregnancy."),
    ("cupping", "Cupping has been the subject of many trials.", "Cupping is completely unresearched.",
     "No trial has compared cupping with massage."),
    ("rhodiola", "Large trials have followed people on rhodiola for five years.",
     "Nobody has studied rhodiola over several years.", "Nobody has studied rhodiola in children."),
    ("kava", "Several small studies have tested kava against anxiety.", "No study has tested kava against anxiety.",
     "No large study has tested kava against anxiety."),
    ("psyllium", "Psyllium husk has been studied in hundreds of volunteers.", "There are no human studies of psyllium.",
     "Women who have not been tested for coeliac disease should not start psyllium."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), [case[:3] for case in SAID])
def test_an_open_question_that_is_answered_elsewhere_conflicts(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), [(a, b, d) for a, b, _, d in SAID])
def test_another_question_aim_group_or_degree_lets_both_hold(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
