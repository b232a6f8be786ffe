"""Sums, items for a person, and a person's answers."""

import pytest

from healthscore.checks.base import Measurement
from healthscore.rubric import RubricError, load_rubric, rate
from healthscore.rubric.answers import AnswersError, read_answers

SUMMED = """\
schema: healthscore-rubric/1
id: summed
version: 1.0.0
title: Three items
source: made for the tests
scale: {min: 1, max: 5}
bands: [{at_least: 1, name: low}, {at_least: 3, name: high}]
total:
  bands: [{at_least: 3, name: little}, {at_least: 9, name: much}]
dimensions:
  - id: long
    question: Is it long?
    criteria:
      - {id: words, question: Many words?, measure: article.words, ratings: [[0, 1], [100, 5]]}
  - id: rich
    question: Does it claim much?
    criteria:
      - {id: claims, question: Many claims?, measure: article.claims, ratings: [[0, 1], [10, 5]]}
  - id: kind
    question: Is it kind?
    look_at: how it speaks to the reader
"""
MEASURED = {"article.words": Measurement(50, "50 words"), "article.claims": Measurement(0, "0 claims")}


@pytest.fixture
def summed(write):
    return load_rubric(write(SUMMED))


def test_a_sum_counts_what_is_withheld_as_the_mean_of_the_rest(summed):
    whole, dimensions = rate(summed, MEASURED)
    assert [d.rating.value for d in dimensions] == [3.0, 1.0, None]
    assert (whole.value, whole.scale, whole.band) == (6.0, (3.0, 15.0), "little")


def test_what_a_machine_cannot_judge_says_what_to_look_at(summed):
    _, (_, _, kind) = rate(summed, MEASURED)
    assert kind.rating.withheld == "not judged by machine; look at how it speaks to the reader"
    assert kind.rating.confidence == 0


def test_an_answer_takes_the_place_of_a_rating(summed):
    whole, (_, rich, kind) = rate(summed, MEASURED, {"kind": 5.0, "rich": 4.0})
    assert (rich.rating.value, kind.rating.value, kind.rating.withheld) == (4.0, 5.0, None)
    assert kind.criteria[0].explanation == "rated by a person"
    assert (whole.value, whole.band) == (12.0, "much")


def test_a_dimension_needs_criteria_or_somebody_to_look(write):
    with pytest.raises(RubricError, match="'kind' needs criteria, or look_at where a person must judge it"):
        load_rubric(write(SUMMED.replace("    look_at: how it speaks to the reader\n", "")))


def test_the_bands_of_a_sum_start_at_its_least(write):
    with pytest.raises(RubricError, match="must start at the lowest rating, 3"):
        load_rubric(write(SUMMED.replace("at_least: 3, name: little", "at_least: 2, name: little")))


def test_answers_of_an_article_come_before_those_for_all(summed, tmp_path):
    file = tmp_path / "rated.csv"
    file.write_text("item,rating,article\nkind,2,\nkind,4,knees.md\n", encoding="utf-8")
    answers = read_answers(file, [summed])
    assert answers.of(summed, "folder/knees.md") == {"kind": 4.0}
    assert answers.of(summed, "folder/teeth.md") == {"kind": 2.0}


def test_answers_may_be_one_json_object(summed, tmp_path):
    file = tmp_path / "rated.json"
    file.write_text('{"kind": 3, "long": 2.5}', encoding="utf-8")
    assert read_answers(file, [summed]).of(summed, "any.md") == {"kind": 3.0, "long": 2.5}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "item,rating\nkin,3\n",
            ":2: no item 'kin' in summed; did you mean 'kind'? allowed: long, rich, kind",
        ),
        ("item,rating\nkind,9\n", ":2: 9 for kind is outside the scale of summed, 1 to 5"),
        ("item,rating\nkind,good\n", ":2: the rating of 'kind' must be a number, not 'good'"),
        (
            "name,value\nkind,3\n",
            ":1: the first line must name the columns item and rating, and may name article",
        ),
        ("item,rating\n", ": no answers in it; a line has an item and a rating"),
    ],
)
def test_answers_that_cannot_be_used(text, said, summed, tmp_path):
    file = tmp_path / "rated.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AnswersError) as refused:
        read_answers(file, [summed])
    assert str(refused.value) == f"{file}{said}"
