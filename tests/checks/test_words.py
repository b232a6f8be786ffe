"""How counts, shares and places are put into words."""

import re

import pytest

from healthscore import score
from healthscore.article import Span
from healthscore.checks.base import share_that
from healthscore.checks.repetition.evidence import lines_of, times
from healthscore.language import analyse
from healthscore.reading import read_text


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 13, "0 of 13 sentences caution"),
        (1, 13, "1 of 13 sentences cautions"),
        (2, 2_160, "2 of 2,160 sentences caution"),
        (0, 1, "0 of 1 sentence cautions"),
    ],
)
def test_the_verb_of_a_share_goes_with_its_number(part, whole, said):
    assert share_that(part, whole, "sentence", "cautions", "caution").explanation == said


def test_what_the_whole_does_goes_with_its_own_number():
    words = ("sentence that makes a claim", "has a source", "have a source")
    many = "sentences that make a claim"
    assert (
        share_that(0, 1, *words, plural=many).explanation == "0 of 1 sentence that makes a claim has a source"
    )
    assert (
        share_that(1, 2, *words, plural=many).explanation == "1 of 2 sentences that make a claim has a source"
    )


@pytest.mark.parametrize(
    ("count", "said"), [(1, "once"), (2, "twice"), (3, "3 times"), (1_200, "1,200 times")]
)
def test_how_often_in_words(count, said):
    assert times(count) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "line 1"),
        (3, "lines 1, 2 and 3"),
        (13, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13"),
        (80, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 68 more"),
    ],
)
def test_of_very_many_lines_the_first_are_named_and_the_others_counted(count, said):
    analysis = analyse(read_text("a\n" * 80))
    assert lines_of(analysis, [Span(2 * line, 2 * line + 1) for line in range(count)] * 2) == said


def test_a_message_counts_the_lines_that_it_does_not_name():
    said = "Chamomile lotion lowers the redness of irritated skin within a week of use."
    messages = [f.message for f in score(f"{said}\n\n" * 30).findings if "(lines " in f.message]
    assert messages
    assert all("and 18 more" in message for message in messages)


@pytest.mark.parametrize("count", [1, 5])
def test_no_count_of_one_has_a_plural(count):
    text = "In a new trial 12 of 40 people had less pain from sage, which costs 3 dollars. " * count
    report, news = (score(text, rubric=rubric) for rubric in ("five-dimensions", "news-review"))
    explained = [c.explanation for made in (report, news) for d in made.dimensions for c in d.criteria]
    searched = [finding.searched or "" for finding in report.findings]
    for said in [*explained, *searched]:
        assert not re.search(r"\b1 sentence (that )?(give|call|name|tell|say)\b", said)
        assert not re.search(r"\b1 (sentences|claims|paragraphs|words)\b", said)
