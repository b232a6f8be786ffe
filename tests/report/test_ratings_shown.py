"""Ratings as numbers and reasons for people: the verdict follows from the number, and the reason fits either verdict."""

import re

import pytest
from made import dimension, report
from msgspec.structs import replace

from healthscore.checks.base import Measurement
from healthscore.report import markdown, table
from healthscore.report.figures import figure
from healthscore.report.html import render
from healthscore.report.terminal import as_text
from healthscore.rubric import load_rubric, required_measures
from healthscore.rubric.engine import rate
from healthscore.rubric.rating import Rating
from healthscore.rubric.schema import Rubric

NEAR = Rating(0.47, (0.0, 1.0), "not satisfactory", 1.0, None, 2)


def _markdown(made):
    return markdown.as_markdown([markdown.part_of(made)], one=True).text


def _ratings(rubric: Rubric, value: float):
    """What every dimension rates where all measures but those that withhold a rating have one value."""
    measured = {
        name: Measurement(200.0 if name.startswith("article.") else value, "")
        for name in required_measures(rubric)
    }
    _, dimensions = rate(rubric, measured)
    return [d.rating for d in dimensions if d.rating.value is not None]


@pytest.mark.parametrize(
    "id_", ["five-dimensions", "news-review", "discern-style", "jama-style", "hon-style"]
)
def test_the_band_follows_from_the_number_that_is_shown(id_):
    rubric = load_rubric(id_)
    seen = [rating for step in range(300) for rating in _ratings(rubric, step / 100)]
    assert seen
    for rating in seen:
        bands = [band.name for band in rubric.bands if band.at_least <= float(figure(rating))]
        assert bands[-1] == rating.band, rating


def test_one_decimal_is_enough_where_it_misleads_nobody():
    assert figure(Rating(2.44, (1.0, 5.0), "poor", 1.0, None)) == "2.4"
    assert figure(replace(NEAR, value=None)) == "-"


def test_every_form_for_people_shows_the_same_number():
    made = report(rating=NEAR, dimensions=(replace(dimension("costs", 0.0, "", ()), rating=NEAR),))
    shown = (
        as_text(made),
        render(made),
        _markdown(made),
        table.as_text([table.Row.of(made)]),
        repr(made),
    )
    for text in shown:
        assert "0.47" in text
        assert not re.search(r"\b0\.5\b", text.partition("healthscore rates")[0])


def test_the_reasons_are_said_to_be_what_weighed_most():
    made = report()
    for shown in (as_text(made), as_text(made, width=40), render(made), _markdown(made)):
        before, _, after = shown.partition("what weighed most")
        assert "1 of 7 sentences says it again" in " ".join(after.split())
        assert "1 of 7 sentences says it again" not in " ".join(before.split())
