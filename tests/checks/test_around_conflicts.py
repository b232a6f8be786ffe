"""A contradiction is found whatever words stand around its sentences that say nothing of the matter."""

import pytest

from healthscore.checks import rules
from healthscore.language import analyse
from healthscore.reading import read_text

PAIRS = [
    ("kefir", "Kefir is rich in live bacteria.", "There are no live bacteria in kefir."),
    ("timolol", "Timolol is given once a day.", "Timolol is given four times a day."),
    ("mumps", "Mumps is caused by a virus.", "Mumps is caused by bacteria."),
    ("shingles", "Shingles is very painful.", "Shingles is painless."),
    ("melatonin", "Melatonin lowers blood pressure.", "Melatonin raises blood pressure."),
    ("rosacea", "Rosacea is a rare condition.", "Rosacea is a common condition."),
]
AROUND = [
    "It is worth knowing that {}",
    "As you may know, {}",
    "However, {}",
    "But {}",
    "In general, {}",
    "One thing is certain: {}",
    "{} [4].",
    "{} (see below).",
    "{} (Smith et al., 2019).",
    "{}, as many readers know.",
]


def _found(topic, first, second):
    text = f"""# {topic.title()}

Many people ask about {topic}. {first} There is more to say.

The clinic has a car park. In winter it is full.

This page is about {topic}. {second} Ask a nurse."""
    analysis = analyse(read_text(text, format="markdown"))
    hits = [hit for id_, rule in rules().items() if id_.endswith("-conflict") for hit in rule.find(analysis)]
    places = [text.index(first), text.index(second)]
    return any(all(any(s.start <= p + 20 < s.end for s in hit.evidence) for p in places) for hit in hits)


def _put(frame, sentence):
    bare = sentence.rstrip(".")
    if frame.startswith("{}"):
        return frame.format(bare) if frame.endswith(".") else f"{frame.format(bare)}."
    return frame.format(sentence[0].lower() + sentence[1:])


@pytest.mark.parametrize(("topic", "first", "second"), PAIRS)
def test_the_plain_pair_is_found(topic, first, second):
    assert _found(topic, first, second)


@pytest.mark.parametrize("frame", AROUND)
@pytest.mark.parametrize(("topic", "first", "second"), PAIRS)
def test_it_is_found_in_other_words_around(topic, first, second, frame):
    assert _found(topic, _put(frame, first), second)
    assert _found(topic, first, _put(frame, second))


@pytest.mark.parametrize(
    ("topic", "first", "second", "message"),
    [
        ("fish oil", "It raises cholesterol.", "Fish oil lowers cholesterol.", "Says that fish oil raises cholesterol here and lowers cholesterol there."),
        ("kidney stones", "They are very common.", "Kidney stones are very rare.", "Kidney stones: “very common” here, “very rare” there."),
        ("heart attacks", "They are painless.", "Heart attacks are painful.", "Of heart attacks it says “painless” here and “painful” there."),
    ],
)  # fmt: skip
def test_a_pronoun_is_told_by_the_whole_name(topic, first, second, message):
    text = f"""# {topic.capitalize()}

This page is about {topic}. {first}

The clinic has a car park. In winter it is full.

{second} Ask a nurse about {topic}."""
    analysis = analyse(read_text(text, format="markdown"))
    hits = [hit for id_, rule in rules().items() if id_.endswith("-conflict") for hit in rule.find(analysis)]
    assert message in [hit.message for hit in hits]
