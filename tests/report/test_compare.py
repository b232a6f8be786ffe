"""What changed between two reports."""

import json

from made import HITS, SCALE, report, withheld
from msgspec.structs import replace
from test_terminal import _printed

from healthscore.report.changes import render
from healthscore.report.compare import as_dict, compare
from healthscore.rubric.rating import Rating

BEFORE = report()
BETTER = replace(
    report(hits={key: hits for key, hits in HITS.items() if not key.startswith("consistency")}),
    rating=Rating(3.1, SCALE, "fair", 0.8, None),
    dimensions=tuple(
        replace(
            d,
            rating=Rating(4.0, SCALE, "good", 0.9, None),
            criteria=(replace(d.criteria[0], rating=4.0, explanation="no conflicts among 4 claims"),),
        )
        if d.id == "consistency"
        else d
        for d in report().dimensions
    ),
)


def _found(before=BEFORE, after=BETTER):
    return compare(before.to_dict(), after.to_dict())


def test_ratings_are_held_against_each_other_one_by_one():
    found = _found()
    assert (found.rating.before, found.rating.after, found.rating.by) == (2.44, 3.1, 0.66)
    assert {change.id: change.by for change in found.dimensions} == {
        "sourcing": 0, "balance": 0, "hedging": 0, "repetition": 0, "consistency": 3.0,
    }  # fmt: skip


def test_what_moved_a_rating_is_told():
    (change,) = [change for change in _found().dimensions if change.by]
    assert change.criteria == ("no conflicts among 4 claims (before: 2 conflicts among 4 claims)",)


def test_findings_are_new_gone_or_kept():
    found = _found()
    assert [f["rule"] for f in found.gone] == [
        "consistency/direction-conflict",
        "consistency/safety-conflict",
    ]
    assert (found.new, found.kept) == ((), 3)
    back = _found(BETTER, BEFORE)
    assert (len(back.new), len(back.gone), back.kept) == (2, 0, 3)


def test_a_rating_that_is_withheld_has_no_change():
    found = _found(BEFORE, withheld())
    assert (found.rating.after, found.rating.by) == (None, None)
    assert "2.44 →   - " in _printed(render(found))


def test_different_rubrics_are_named_as_such():
    other = replace(BETTER, rubric=replace(BETTER.rubric, sha256="cd" * 32))
    assert not _found(BEFORE, other).same_rubric
    assert "different rubrics" in _printed(render(_found(BEFORE, other)))
    assert "different rubrics" not in _printed(render(_found()))


def test_it_is_told_in_words():
    text = _printed(render(_found()))
    assert "overall      2.44 → 3.10  +0.66" in text
    assert "gone findings (2)" in text and "new findings" not in text
    assert text.rstrip().endswith("0 new, 2 gone, 3 as before")


def test_it_is_told_as_json():
    made = json.loads(json.dumps(as_dict(_found())))
    assert made["schema"] == "healthscore-comparison/1"
    assert made["rating"] == {"before": 2.44, "after": 3.1, "change": 0.66}
    assert len(made["findings"]["gone"]) == 2
