"""In whom a thing is said to be found more often."""

import pytest

EXCLUDE = [
    ("lupus", "Nine out of ten people with lupus are women, and men make up only a small part. Lupus is mostly a disease of women.",
     "Lupus is more common in men than in women."),
    ("hemophilia", "Hemophilia strikes boys alone.",
     "Hemophilia affects both boys and girls."),
    ("autism", "Autism is diagnosed in boys more often than in girls.",
     "Autism is equally common in boys and girls."),
    ("osteoporosis", "Osteoporosis mainly affects women.",
     "Osteoporosis is less common in women than in men."),
    ("croup", "Croup is most common in children.",
     "Croup mostly affects adults."),
    ("pubic lice", "Pubic lice are most common in adults.",
     "Schoolchildren make up the bulk of the cases of pubic lice that are diagnosed."),
    ("colon cancer", "Most cases of colon cancer are diagnosed after age 50.",
     "Most patients are still in their thirties or forties when colon cancer is found."),
    ("ADHD", "ADHD is rare in adults.",
     "ADHD affects mostly adults."),
    ("thyroid disease", "Women get an underactive thyroid five times as often as men.",
     "An underactive thyroid is just as common in men as in women."),
    ("fibromyalgia", "Most people with fibromyalgia are women.",
     "Men make up the bulk of people with fibromyalgia."),
    ("kidney stones", "Kidney stones occur in men twice as often as in women.",
     "Women get kidney stones far more often than men."),
    ("pyloric stenosis", "Pyloric stenosis affects boys four times as often as girls.",
     "Girls are more likely than boys to have pyloric stenosis."),
    ("alopecia areata", "Alopecia areata affects both sexes equally.",
     "Women are twice as likely as men to get alopecia areata."),
    ("shingles", "Shingles mainly strikes people over the age of 60.",
     "Shingles is mostly seen in children."),
    ("RSV", "Severe RSV is seen mostly in infants.",
     "Severe RSV is seen mainly in adults over the age of 40."),
]  # fmt: skip
BOTH_HOLD = [
    ("asthma", "In children, asthma is more common in boys than in girls.",
     "In adults, asthma is more common in women than in men."),
    ("depression", "Depression is more common in women than in men.",
     "Men die of suicide more often than women."),
    ("migraine", "Migraine affects both men and women.",
     "Migraine is more common in women than in men."),
    ("heart disease", "Heart attacks are more common in men than in women.",
     "Women with diabetes are more likely than men to die of a heart attack."),
    ("eczema", "Eczema is most common in children.",
     "Eczema can also affect adults."),
    ("lupus", "Lupus is more common in women than in men.",
     "Men are less likely than women to have lupus."),
    ("lupus", "Kidney damage is more common in men with lupus than in women.",
     "Lupus is more common in women than in men."),
    ("flu", "The trial included mostly women.",
     "Flu affects men and women equally."),
    ("shingles", "Shingles is most common in adults over the age of 60.",
     "Shingles mostly affects older adults."),
    ("breast cancer", "Breast cancer mostly affects women.",
     "Breast cancer is rare in men."),
    ("type 1 diabetes", "Type 1 diabetes is usually found in children.",
     "Type 2 diabetes is usually found in adults."),
    ("hair loss", "Pattern hair loss is more common in men than in women.",
     "Thinning all over the scalp is more common in women than in men."),
]  # fmt: skip


@pytest.mark.parametrize(("topic", "first", "second"), EXCLUDE)
def test_two_that_exclude_each_other_conflict(conflicts, topic, first, second):
    assert conflicts(topic, first, second)


@pytest.mark.parametrize(("topic", "first", "second"), BOTH_HOLD)
def test_two_that_both_hold_do_not(conflicts, topic, first, second):
    assert conflicts(topic, first, second) == []
