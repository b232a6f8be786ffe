"""Words that do not exist, told by the ending of a noun that the article uses."""

import pytest

from healthscore.checks.repetition.nonwords import nonwords
from healthscore.language import analyse
from healthscore.reading import read_text


def _found(text):
    analysis = analyse(read_text(text, format="plain"))
    return [
        (found.word, found.noun, [analysis.quote(*span) for span in found.sentences])
        for found in nonwords(analysis)
    ]


def test_a_noun_with_an_ending_of_verbs_is_told_with_its_sentences():
    text = "The dosage is low. Dosaging begins at night. It rains. Night dosaging is dosaging too."
    sentences = ["Dosaging begins at night.", "Night dosaging is dosaging too."]
    assert _found(text) == [("dosaging", "dosage", sentences)]


def test_the_noun_may_stand_there_in_the_plural_only():
    assert [word for word, _, _ in _found("Many ailments pass. Ailmenting the knee is no help.")] == [
        "ailmenting"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Dosaging begins at night.",  # who knows what is meant
        "The balance returns. Balancing on one leg helps.",
        "The position of the hand matters. Repositioning it helps.",
        "The dosage was found by Ann Dosaging in a trial.",
        "The spring brings pollen. The king of remedies is rest. A wing of the nose is red.",
        "A swelling is a swelling.",
    ],
    ids=["no noun", "a verb", "with a prefix", "a name", "no verb", "another ending"],
)
def test_what_may_be_a_word_is_left_alone(text):
    assert _found(text) == []


def test_what_an_article_cites_is_not_its_own_wording():
    text = (
        "The dosage is low.\n\nReferences\n\n1. Low A. Dosaging in the old. Journal of Dosaging. 2011;3:1-9."
    )
    assert _found(text) == []
