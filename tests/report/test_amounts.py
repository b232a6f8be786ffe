"""Quantities in words."""

import pytest

from healthscore.language.claims.model import Quantity
from healthscore.report.amounts import in_words


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        ((500, 500, "mass", "day", "at most"), "500 mg a day, at most"),
        ((500, 1000, "mass", "day", ""), "500 to 1000 mg a day"),
        ((3000, 3000, "mass", "dose", "above"), "above 3 g a dose"),
        ((0.4, 0.4, "mass", "", ""), "400 mcg"),
        ((2, 2, "mass", "kg", "at least"), "2 mg per kg, at least"),
        ((1500, 2000, "volume", "day", ""), "1.5 to 2 l a day"),
        ((5, 5, "volume", "hour", ""), "5 ml an hour"),
        ((1000, 1000, "IU", "day", ""), "1000 IU a day"),
        ((2, 2, "count", "day", ""), "2 a day"),
        ((10, 20, "percent", "", ""), "10 to 20%"),
        ((-83, 478, "percent", "", ""), "-83 to 478%"),
        ((-4_200_000, -4_200_000, "mass", "", ""), "-4200 g"),
        ((-0.4, -0.4, "mass", "", ""), "-400 mcg"),
        ((1825, 1825, "time", "", ""), "5 years"),
        ((60, 90, "time", "", ""), "2 to 3 months"),
        ((7, 7, "time", "", "at least"), "1 week, at least"),
        ((10, 14, "time", "", ""), "10 to 14 days"),
        ((1, 1, "time", "", ""), "1 day"),
        ((0.333336, 0.333336, "time", "", ""), "8 hours"),
        ((0.02082, 0.02082, "time", "", ""), "30 minutes"),
        ((0, 0, "mass", "", ""), "0 mcg"),
        ((0, 0, "time", "", ""), "0 days"),
    ],
)
def test_it_is_said_as_a_reader_would_say_it(quantity, said):
    low, high, *rest = quantity
    assert in_words(Quantity(float(low), float(high), *rest)) == said
