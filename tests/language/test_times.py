"""Stretches of time as texts give them, in days."""

import pytest

from healthscore.language import analyse
from healthscore.language.claims.times import ENDLESS, lasting_words, times_in
from healthscore.reading import read_text

HOUR, MINUTE = 0.041667, 0.000694


def _sentence(text):
    analysis = analyse(read_text(f"{text}\n"))
    return analysis, analysis.sentences[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("It lasts for three weeks.", 21, 21, ""),
        ("It lasts two to three days.", 2, 3, ""),
        ("It lasts between four hours and three days.", 4 * HOUR, 3, ""),
        ("It works within half an hour.", 0.5 * HOUR, 0.5 * HOUR, "at most"),
        ("It takes an hour and a half.", 1.5 * HOUR, 1.5 * HOUR, ""),
        ("It takes two and a half hours.", 2.5 * HOUR, 2.5 * HOUR, ""),
        ("It lasts for a couple of days.", 2, 2, ""),
        ("It takes a week or two.", 7, 14, ""),
        ("It lasts the better part of a year.", 219, 365, ""),
        ("It takes twenty-five minutes.", 25 * MINUTE, 25 * MINUTE, ""),
        ("Take it for at least a month.", 30, 30, "at least"),
        ("Never take it for longer than six weeks.", 42, 42, "at most"),
        ("It lasts for more than two years.", 730, 730, "above"),
    ],
)
def test_a_stretch_of_time_is_read_in_days(text, low, high, bound):
    (time,) = times_in(*_sentence(text))
    assert (time.low, time.high) == pytest.approx((low, high), rel=1e-3)
    assert time.bound == bound


@pytest.mark.parametrize("text", ["Take it twice a day.", "On that day it rained.", "Use 5 mg a week."])
def test_a_rhythm_is_no_stretch_of_time(text):
    assert times_in(*_sentence(text)) == []


def test_words_stand_for_no_time_and_for_all_of_it():
    assert lasting_words(*_sentence("It works at once."))[0].low == 0
    assert lasting_words(*_sentence("Take it for the rest of your life."))[0].high == ENDLESS
