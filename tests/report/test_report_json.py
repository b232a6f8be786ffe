"""The ``healthscore-report/1`` contract."""

import json
import math

import pytest
from jsonschema import Draft202012Validator
from made import CLAIMS, HITS, article, report, span, withheld
from msgspec.structs import replace

from healthscore.checks.base import Hit
from healthscore.report.json import json_schema
from healthscore.rubric.rating import Rating

SCHEMA = Draft202012Validator(json_schema())


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    "made", [report(), withheld(), report(hits={}, claims=())], ids=["full", "withheld", "bare"]
)
def test_reports_validate(made):
    SCHEMA.validate(made.to_dict())
    SCHEMA.validate(json.loads(made.to_json()))


def test_who_reviewed_and_paid_is_told_where_the_article_says_so():
    article = replace(report().article, reviewers=("Ann Low",), funders=("Dewdrop Teas",))
    made = replace(report(), article=article).to_dict()
    SCHEMA.validate(made)
    assert (made["article"]["reviewers"], made["article"]["funders"]) == (["Ann Low"], ["Dewdrop Teas"])


def test_what_a_dimension_counts_as_is_told_where_that_is_not_its_rating():
    first, *others = report().dimensions
    made = replace(report(), dimensions=(replace(first, counts_as=1.25), *others)).to_dict()
    SCHEMA.validate(made)
    assert made["dimensions"][0]["counts_as"] == 1.25
    assert not any("counts_as" in dimension for dimension in made["dimensions"][1:])


def test_the_keys_stand_in_the_order_of_the_contract():
    made = report().to_dict()
    assert list(made) == [
        "schema", "tool", "rubric", "article", "rating", "dimensions", "measures", "claims", "findings", "disclaimer",
    ]  # fmt: skip
    assert list(made["article"]) == [
        "source", "title", "words", "sentences", "claims", "sha256", "authors", "published", "updated",
    ]  # fmt: skip
    assert list(made["rating"]) == ["value", "scale", "band", "confidence", "withheld"]
    assert list(made["dimensions"][0]) == ["id", "rating", "criteria", "caps"]
    assert list(made["dimensions"][0]["criteria"][0]) == [
        "id", "measure", "value", "rating", "weight", "explanation",
    ]  # fmt: skip
    assert list(made["dimensions"][0]["caps"][0]) == ["id", "at_most", "applied", "explanation"]
    assert list(made["claims"][0]) == [
        "id", "start", "end", "subject", "relation", "object", "negated", "certainty", "strength", "valence",
        "attribution", "voice", "quantity", "scope", "repeats", "conflicts",
    ]  # fmt: skip
    assert list(made["findings"][0]) == [
        "rule", "dimension", "severity", "message", "suggestion", "fingerprint", "evidence", "searched",
    ]  # fmt: skip
    assert list(made["findings"][0]["evidence"][0]) == ["start", "end", "line", "column", "quote", "side"]


def test_the_side_of_a_conflict_stands_where_it_is_known_and_nowhere_else():
    sides = {
        f["rule"]: [quote.get("side") for quote in f["evidence"]] for f in report().to_dict()["findings"]
    }
    assert sides["consistency/safety-conflict"] == [1, 2, 2]
    assert sides["hedging/stacked-hedges"] == [None]
    hit = replace(HITS["consistency/safety-conflict"][0], sides=(1, 2, None))
    made = report(hits={"consistency/safety-conflict": (hit,)}).to_dict()
    SCHEMA.validate(made)
    assert "side" not in made["findings"][0]["evidence"][2]


@pytest.mark.parametrize(
    "change",
    [
        lambda made: made.update(extra=1),
        lambda made: made["rating"].update(withheld="also withheld"),
        lambda made: made["findings"][0].update(severity="fatal"),
        lambda made: made["findings"][0].update(evidence=[], searched=None),
        lambda made: made["claims"][0].pop("scope"),
        lambda made: made["measures"].update(Loose=1),
    ],
)
def test_the_schema_is_strict(change):
    made = report().to_dict()
    change(made)
    assert not SCHEMA.is_valid(made)


def test_the_same_report_gives_the_same_bytes():
    assert report().to_json() == report().to_json()
    assert "\n" not in report().to_json(indent=None)


def test_whole_numbers_have_no_point_and_others_are_rounded():
    made = report(
        claims=(replace(CLAIMS[0], certainty=2 / 3),), rating=Rating(7 / 3, (1.0, 5.0), "poor", 1 / 3, None)
    )
    text = made.to_json(indent=None)
    assert '"scale": [1, 5]' in text
    assert '"value": 2.33' in text
    assert '"certainty": 0.67' in text
    assert '"confidence": 0.33' in text


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_never_written(value):
    made = replace(report(), measures={"article.words": value})
    assert made.to_dict()["measures"] == {"article.words": None}
    assert "NaN" not in made.to_json()
    assert "Infinity" not in made.to_json()


def test_lone_surrogates_and_odd_line_ends_survive_encoding():
    odd = "One \u2028 line \x85 ends \U0001f600 here.\n"
    hits = {"a/b": (Hit("note", "m", "s", (span("line \x85 ends \U0001f600", odd),)),)}
    made = report(article(odd, title="Odd \u2029", source="undecodable-\udcff.txt"), hits=hits, claims=())
    line = made.to_json(indent=None)
    assert len(line.encode("utf-8").splitlines()) == len(line.splitlines()) == 1
    read = json.loads(line)
    assert read["findings"][0]["evidence"][0]["quote"] == "line \x85 ends \U0001f600"
    assert read["article"]["title"] == "Odd \u2029"
    assert read["article"]["source"] == "undecodable-\ufffd.txt"


def test_the_representation_is_short():
    assert repr(report()) == "<Report 'articles/valerian.txt': 2.4, poor; 5 findings>"
    assert repr(withheld()).startswith("<Report 'articles/valerian.txt': withheld: too short")
