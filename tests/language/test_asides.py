"""What stands around what a sentence says."""

import pytest

from healthscore.language import analyse
from healthscore.reading import read_text


def _said(text):
    analysis = analyse(read_text(text))
    return [" ".join(analysis.words(sentence)) for sentence in analysis.sentences]


@pytest.mark.parametrize(
    "lead_in",
    [
        "It is worth knowing that",
        "It's important to remember that",
        "The good news is that",
        "As you may know,",
        "In general,",
        "However,",
        "But",
        "Although it may sound odd,",
        "One thing is certain:",
        "Doctors have known for years that",
        "In fact, it is true that",
        "Hardly any parents know that",
        "You may be pleased to hear that",
        "There is no denying that",
        "It has to be said that",
        "What few websites tell you is that",
        "Here's the thing –",
        "When all is said and done,",
        "As the title of this page says,",
        "Turning now to the next topic,",
        "If you keep one thing from this guide, let it be this:",
    ],
)
def test_what_leads_up_to_a_sentence_is_passed_over(lead_in):
    assert _said(f"{lead_in} ginger tea settles the stomach.") == ["ginger tea settles the stomach"]


@pytest.mark.parametrize(
    "tail",
    [
        " [3].",
        " [3, 7–9].",
        " (Smith et al., 2019).",
        " (see below).",
        " (fig. 2).",
        ", as many readers know.",
        ", whatever you may have read elsewhere.",
        ", full stop.",
        ", and that is worth remembering.",
        ", and we will come back to this later.",
        " – keep that in mind.",
    ],
)
def test_what_trails_is_left_out(tail):
    assert _said(f"Ginger tea settles the stomach{tail}") == ["ginger tea settles the stomach"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In general practice ginger is rarely advised.",  # no comma
        "It is possible that ginger tea settles the stomach.",  # a doubt
        "Studies show that ginger tea settles the stomach.",  # a source
        "Ginger tea settles the stomach (in adults).",  # a limit
        "As you age, ginger tea settles the stomach less well.",
        "So far ginger tea has harmed nobody.",
        "You may have heard that ginger tea settles the stomach.",  # hearsay
        "Let us say that ginger tea settles the stomach.",  # supposed
        "The idea is that ginger tea settles the stomach.",
        "There is no doubt about the dose of ginger tea.",  # nothing that was said before it
        "There is little question of stopping ginger tea early.",
        "This page explains how ginger settles the stomach, and why tea is best.",
        "According to the authors of this page, ginger settles the stomach.",  # a source
        "Never do this: drink ginger tea with warfarin.",
        "Three things help with nausea: ginger, rest and fresh air.",
        "In this part of the stomach, ginger does nothing.",
        "But why?",  # nothing would be left
    ],
)
def test_what_says_something_stays(sentence):
    said = _said(sentence)[0]
    assert said.split()[0] == sentence.split()[0].lower()
    assert said.split()[-1] == sentence.strip(".)?").split()[-1].lower()


def test_a_doubt_in_a_lead_in_is_none_of_the_sentence():
    analysis = analyse(read_text("As you may know, ginger tea lowers nausea in most people."))
    assert not list(analysis.cues_of("hedge"))
    assert (
        analysis.claims[0].certainty
        == analyse(read_text("Ginger tea lowers nausea in most people.")).claims[0].certainty
    )


def test_filler_and_sources_count_wherever_they_stand():
    analysis = analyse(read_text("However, it is important to note that ginger tea settles the stomach [2]."))
    sentence = analysis.sentences[0]
    assert list(analysis.cues_of("meta"))
    assert len(analysis.citations) == 1
    assert analysis.whole(sentence).first == 0
    assert analysis.sentence_at(0) == sentence


def test_a_sentence_is_found_by_the_tokens_around_it():
    analysis = analyse(read_text("It helps [1]. However, ginger tea is hot [2]. It is cheap."))
    at = [analysis.sentence_at(index).index for index in range(len(analysis.tokens))]
    assert at == sorted(at)
    assert {0, 1, 2} == set(at)
    assert analysis.norms[analysis.sentences[1].first] == "ginger"
