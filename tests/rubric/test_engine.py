"""The arithmetic, by hand."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthscore.checks import Measurement
from healthscore.rubric import load_rubric, rate, required_measures
from healthscore.rubric.document import parse
from healthscore.rubric.engine import _on_curve
from healthscore.rubric.schema import from_document

from .conftest import SMALL


def measured(words=200.0, sentences=20.0, claims=6.0):
    return {
        "article.words": Measurement(words, f"{words} words"),
        "article.sentences": Measurement(sentences, f"{sentences} sentences"),
        "article.claims": Measurement(claims, f"{claims} claims"),
    }


def test_ratings_are_weighted_means_of_curves(small):
    overall, (size, claims) = rate(small, measured())
    # words: 2 + 3 * (200 - 100) / 200 = 3.5; sentences: 5 - 4 * 10 / 20 = 3; (3 * 3.5 + 3) / 4 = 3.375
    assert [c.rating for c in size.criteria] == [3.5, 3.0]
    assert size.rating.value == 3.38
    # claims: 1 + 4 * 6 / 10 = 3.4; overall (2 * 3.38 + 3.4) / 3 = 3.3867
    assert claims.rating.value == 3.4
    assert overall.value == 3.39
    assert (overall.band, overall.scale, overall.withheld) == ("good", (1, 5), None)


def test_curves_are_level_beyond_their_ends(small):
    _, (size, claims) = rate(small, measured(words=5000, sentences=3, claims=400))
    assert [c.rating for c in size.criteria] == [5, 5]
    assert claims.rating.value == 5


def test_criterion_tells_measure_value_weight_and_count(small):
    criterion = rate(small, measured())[1][0].criteria[0]
    assert (criterion.id, criterion.measure, criterion.value) == ("enough-words", "article.words", 200)
    assert (criterion.weight, criterion.explanation) == (3, "200.0 words")


def test_a_criterion_that_does_not_apply_leaves_the_mean(small):
    _, (size, _) = rate(small, measured(words=40))
    assert size.criteria[1].rating is None
    assert size.criteria[1].value == 20
    assert size.criteria[1].explanation == "not applicable: 40 words (article.words below 50)"
    assert size.rating.value == size.criteria[0].rating == 1.4


def test_a_criterion_without_a_value_leaves_the_mean(small):
    _, (size, _) = rate(small, measured() | {"article.sentences": Measurement(None, "no sentences")})
    assert size.criteria[1].rating is None
    assert size.criteria[1].explanation == "not applicable: no sentences"
    assert size.rating.value == 3.5


def test_a_cap_holds_the_mean_down(small):
    _, (size, _) = rate(small, measured(claims=0))
    assert size.rating.value == 2
    assert size.rating.band == "poor"
    assert size.caps[0].applied
    assert size.caps[0].explanation == (
        "held at 2 where the criteria give 3.38: 0 claims (article.claims below 1)"
    )


def test_a_cap_above_the_mean_is_not_applied(small):
    _, (size, _) = rate(small, measured(words=0 + 60, sentences=40, claims=0))
    assert size.rating.value == 1.45
    assert not size.caps[0].applied
    assert size.caps[0].explanation == (
        "at most 2, which the criteria do not exceed: 0 claims (article.claims below 1)"
    )


def test_a_cap_whose_condition_fails_says_so(small):
    cap = rate(small, measured())[1][0].caps[0]
    assert (cap.id, cap.at_most, cap.applied) == ("no-claims", 2, False)
    assert cap.explanation == "does not hold: 6.0 claims (article.claims not below 1)"


def test_the_lowest_of_several_caps_decides(write):
    more = "    caps:\n      - {id: few-words, when: {measure: article.words, above: 10}, at_most: 3}\n"
    rubric = load_rubric(write(SMALL.replace("    caps:\n", more)))
    _, (size, _) = rate(rubric, measured(claims=0))
    assert [cap.applied for cap in size.caps] == [True, True]
    assert size.rating.value == 2


def test_nothing_to_judge_withholds_one_dimension_only(small):
    overall, (size, claims) = rate(small, measured() | {"article.claims": Measurement(None, "no ledger")})
    assert claims.rating.value is None
    assert claims.rating.withheld == "nothing to judge: no ledger"
    assert (claims.rating.band, claims.rating.confidence) == (None, 0)
    assert overall.value == size.rating.value


def test_nothing_to_judge_anywhere_withholds_the_whole(small):
    nothing = Measurement(None, "nothing")
    overall, rated = rate(small, dict.fromkeys(measured(), nothing))
    assert overall.withheld == "nothing to judge in any of 2 dimensions"
    assert (overall.value, overall.band, overall.confidence) == (None, None, 0)
    assert {d.rating.withheld for d in rated} == {"nothing to judge: nothing"}


def test_a_reason_to_withhold_withholds_everything_and_still_lists_the_criteria(small):
    overall, rated = rate(small, measured(words=19))
    assert overall.withheld == "too short: 19 words, at least 20 are needed"
    assert all(d.rating.withheld == overall.withheld and d.rating.value is None for d in rated)
    assert [len(d.criteria) for d in rated] == [2, 1]
    assert (overall.value, overall.band, overall.confidence) == (None, None, 0)


def test_withholding_starts_below_its_limit(small):
    assert rate(small, measured(words=20))[0].withheld is None


def test_the_first_reason_in_the_file_is_told(write):
    more = "withhold_when:\n  - {id: few, when: {measure: article.claims, below: 3}, reason: 'only {value} claims'}\n"
    rubric = load_rubric(write(SMALL.replace("withhold_when:\n", more)))
    assert rate(rubric, measured(words=3, claims=2.5))[0].withheld == "only 2.5 claims"


def test_confidence_is_judged_weight_times_evidence(small):
    # all judged, 6 of 12 claims: 0.5 in both dimensions
    overall, (size, claims) = rate(small, measured())
    assert (size.rating.confidence, claims.rating.confidence, overall.confidence) == (0.5, 0.5, 0.5)
    # 3 of 4 parts of the weight of size judged: 0.75 and 1, as (2 * 0.75 + 1) / 3
    nothing = {"article.sentences": Measurement(None, "no sentences")}
    overall, (size, claims) = rate(small, measured(claims=30) | nothing)
    assert (size.rating.confidence, claims.rating.confidence, overall.confidence) == (0.75, 1, 0.83)


def test_what_a_rubric_does_not_ask_of_an_article_costs_no_confidence(small):
    _, (size, _) = rate(small, measured(words=40, claims=30))
    assert [c.rating is None for c in size.criteria] == [False, True]
    assert size.rating.confidence == 1


def test_the_band_is_that_of_the_rating_shown(write):
    # 2.996 is shown as 3.0, and 3.0 is good
    text = SMALL.replace("ratings: [[0, 1], [10, 5]]", "ratings: [[0, 1], [1, 2.996], [10, 5]]")
    _, (_, claims) = rate(load_rubric(write(text)), measured(claims=1))
    assert (claims.rating.value, claims.rating.band) == (3.0, "good")


def test_weight_nothing_switches_off(write):
    text = SMALL.replace("        weight: 1\n", "        weight: 0\n").replace("weight: 2", "weight: 0")
    rubric = load_rubric(write(text))
    overall, rated = rate(rubric, measured())
    assert [d.id for d in rated] == ["claims"]
    assert overall.value == rated[0].rating.value
    assert required_measures(rubric) == {"article.claims", "article.words"}


def test_required_measures_are_all_that_a_rating_reads(small):
    wanted = required_measures(small)
    assert wanted == {"article.words", "article.sentences", "article.claims"}
    rate(small, {name: m for name, m in measured().items() if name in wanted})


numbers = st.floats(0, 1000, allow_nan=False)


@st.composite
def curves(draw):
    xs = sorted(draw(st.sets(numbers, min_size=2, max_size=6)))
    ys = sorted(draw(st.lists(st.floats(1, 5), min_size=len(xs), max_size=len(xs))))
    return list(zip(xs, ys if draw(st.booleans()) else ys[::-1], strict=True))


@given(curves(), numbers, numbers)
def test_a_curve_is_monotone_clamped_and_within_its_ratings(curve, a, b):
    low, high = sorted((a, b))
    first, last = round(_on_curve(curve, low), 2), round(_on_curve(curve, high), 2)
    rising = curve[-1][1] >= curve[0][1]
    assert (first <= last) if rising else (first >= last)
    assert round(min(curve[0][1], curve[-1][1]), 2) <= first <= round(max(curve[0][1], curve[-1][1]), 2)
    assert _on_curve(curve, -1) == curve[0][1]
    assert _on_curve(curve, 1001) == curve[-1][1]
    assert all(_on_curve(curve, x) == y for x, y in curve)


@given(*[st.one_of(st.none(), st.floats(0, 1e9))] * 3)
def test_every_rating_is_on_the_scale_or_says_why_not(words, sentences, claims):
    overall, rated = rate(_small(), measured(words, sentences, claims))
    for rating in (overall, *(d.rating for d in rated)):
        if rating.value is None:
            assert rating.withheld and rating.band is None and rating.confidence == 0
        else:
            assert 1 <= rating.value <= 5 and rating.band in ("poor", "good")
            assert 0 <= rating.confidence <= 1


@given(st.floats(20, 1000), st.floats(0, 1000))
def test_more_of_what_is_good_never_lowers_a_rating(words, more):
    before, after = (rate(_small(), measured(n))[1][0].criteria[0].rating for n in (words, words + more))
    assert after >= before


@cache
def _small():
    return from_document(parse(SMALL, "small").plain())


@pytest.mark.parametrize("name", ["article.words", "article.sentences"])
def test_a_measurement_that_was_not_made_is_a_mistake_of_the_caller(small, name):
    found = measured()
    del found[name]
    with pytest.raises(KeyError):
        rate(small, found)


def _lowering(name):
    """The small rubric with a dimension that only lowers."""
    marked = SMALL.replace(f"  - id: {name}\n", f"  - id: {name}\n    only_lowers: true\n", 1)
    return from_document(parse(marked, "small").plain())


def test_a_dimension_that_only_lowers_counts_as_no_more_than_the_others():
    overall, (size, claims) = rate(_lowering("claims"), measured(claims=10.0))
    assert (size.rating.value, claims.rating.value) == (3.38, 5.0)
    assert (size.counts_as, claims.counts_as) == (None, 3.38)
    assert overall.value == 3.38


def test_below_the_others_it_counts_as_it_is():
    overall, (size, claims) = rate(_lowering("claims"), measured(claims=2.0))
    assert claims.rating.value == 1.8
    assert claims.counts_as is None
    assert overall.value == round((2 * size.rating.value + 1.8) / 3, 2)


def test_where_no_other_is_rated_it_counts_as_it_is():
    rubric = _lowering("claims")
    nothing = {"article.words": Measurement(None, "none"), "article.sentences": Measurement(None, "none")}
    overall, (size, claims) = rate(rubric, measured(claims=10.0) | nothing)
    assert size.rating.value is None
    assert overall.value == claims.rating.value == 5.0
