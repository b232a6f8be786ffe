"""What a clause speaks of: by name, by pronoun, by what it was called before."""

import pytest

from healthscore.checks.consistency.ages import Age, ages_of
from healthscore.checks.consistency.referents import referent
from healthscore.language import analyse
from healthscore.reading import read_text

TALK = "Valerian is a herb. Valerian tea is drunk at night. Valerian has a strong smell. "


def _of(text, words):
    analysis = analyse(read_text(text))
    at = next(i for i, token in enumerate(analysis.tokens) if token.start >= text.index(words))
    return referent(analysis, analysis.sentence_at(at), at)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It is harmless.", "harmless"),
        ("The herb is harmless.", "harmless"),
        ("Long-term use is harmless.", "harmless"),
        ("A cup of valerian at night is harmless.", "harmless"),
        ("Many ask whether valerian, which is harmless, makes them tired.", "harmless"),
        ("Experts think that valerian might help.", "help"),
    ],
)
def test_the_topic_is_meant_by_its_name_by_pronouns_and_by_what_it_is(sentence, words):
    assert "valerian" in _of(TALK + sentence, words).key


def test_a_thing_is_meant_by_what_it_was_called():
    text = "Lipomas are lumps of fat. Show them to a doctor. These lumps can turn nasty."
    assert "lipoma" in _of(text, "turn").key


def test_a_new_word_after_this_means_what_is_spoken_of():
    text = "Molluscum spreads by touch. Molluscum is common in children. These pearls vanish by themselves."
    assert "molluscum" in _of(text, "vanish").key


@pytest.mark.parametrize(
    "sentence", ["Infection with that strain is dangerous.", "A lump that bleeds is dangerous."]
)
def test_a_kind_is_not_the_whole(sentence):
    assert _of("Infections are common. Lumps are common. " + sentence, "dangerous").some


def test_a_name_with_a_word_more_is_a_kind_of_it():
    text = "Ulcers heal. Ulcers hurt. Stomach ulcers are harmless. Bleeding ulcers are deadly."
    assert not _of(text, "harmless").same(_of(text, "deadly"))


def test_what_is_taken_too_much_of_is_an_overdose():
    assert _of("Taking too much iron is dangerous.", "dangerous").key == {"=overdose"}


@pytest.mark.parametrize(
    ("sentence", "age"),
    [
        ("Never give aspirin to anyone under sixteen.", Age(0, 16)),
        ("It may be taken from the age of five.", Age(5, 120)),
        ("Honey is safe for babies of six months.", Age(0.5, 0.5 + 1 / 12)),
        ("No baby under one year should have it.", Age(0, 1)),
        ("Half a spoonful is fine for a six-month-old.", Age(0.5, 0.5 + 1 / 12)),
        ("Children aged 6 and over may have one.", Age(6, 120)),
        ("It must not be used on children under two.", Age(0, 2)),
    ],
)
def test_ages_are_read_in_words_and_numbers(sentence, age):
    analysis = analyse(read_text(sentence))
    assert ages_of(analysis, analysis.sentences[0]) == (age,)


@pytest.mark.parametrize(
    "sentence",
    ["Keep it under five degrees.", "It was taken for over 3 years.", "Drink over two litres a day."],
)
def test_degrees_and_durations_are_no_ages(sentence):
    analysis = analyse(read_text(sentence))
    assert ages_of(analysis, analysis.sentences[0]) == ()
