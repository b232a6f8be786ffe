"""A low rating shows what its measure counted: in JSON, on the page, and on a terminal that is asked for everything."""

import re

import pytest
from jsonschema import Draft202012Validator
from made import DIMENSIONS, TEXT, report, span
from msgspec.structs import replace
from pages import Page

from healthscore import score
from healthscore.report.html import render
from healthscore.report.json import json_schema
from healthscore.report.terminal import as_text

PUFF = """# Glowroot

Glowroot is a miracle that always works and is proven beyond doubt. Experts agree that it is the best remedy there is.
It shows promise against worry. Everyone is always delighted, and it is certainly the very best choice for every home.

More research is needed. Glowroot lowers worry within a week. It lowers worry within a week for everybody, always.
Buy it today, for nothing else comes close to this breakthrough, and the results are guaranteed to amaze you for life.
People have used it for many years in many places, and their stories are told with joy wherever tea is drunk at night.
"""


def _criteria(text, rubric="five-dimensions"):
    made = score(text, rubric=rubric)
    return {c.id: c for d in made.dimensions for c in d.criteria}, made


def _quotes(criterion, made):
    return [made.article.text[start:end] for start, end in criterion.places]


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("claims-have-sources", "lowers worry"),
        ("nobody-unnamed", "Experts agree"),
        ("informs-not-promotes", "miracle"),
        ("leans-to-no-side", "breakthrough"),
        ("no-overclaims", "guaranteed"),
        ("no-boosting", "certainly"),
        ("no-empty-promises", "shows promise"),
    ],
)
def test_a_low_rating_names_sentences_that_lowered_it(id_, words):
    criteria, made = _criteria(PUFF)
    assert criteria[id_].rating < 3
    quotes = _quotes(criteria[id_], made)
    assert 1 <= len(quotes) <= 3
    assert words in " ".join(quotes), quotes


def test_a_repetition_is_named_where_it_is_said_again():
    said = "Glowroot lowers the pulse of people who drink it in the evening before they sleep."
    text = "\n\n".join([said, *(f"{said} Line {n} ends here." for n in "abcdefgh")])
    criteria, made = _criteria(text)
    for id_ in ("no-repeated-wording", "nothing-said-twice", "no-restated-claims"):
        assert criteria[id_].rating < 3
        (first, *_) = criteria[id_].places
        assert first.start > made.article.text.index("\n"), id_


def test_a_good_rating_and_one_that_counts_nothing_name_none():
    criteria, _ = _criteria(PUFF)
    good = [c for c in criteria.values() if c.rating is not None and c.rating >= 3]
    assert good
    assert all(c.places == () for c in good)
    assert criteria["sources-can-be-found"].places == ()


def test_plain_promotion_is_said_to_count_twice():
    criteria, made = _criteria(PUFF)
    said = re.fullmatch(
        r"(\d+) promotional cues in (\d+) sentences, (?:(\d+) of them )?plain and counted twice",
        criteria["informs-not-promotes"].explanation,
    )
    count, sentences = int(said[1]), int(said[2])
    plain = int(said[3] or count)
    assert criteria["informs-not-promotes"].value == round((count + plain) / sentences, 4)
    assert made.sentences == sentences


def _with_places():
    first, *others = DIMENSIONS
    low = replace(first.criteria[0], places=(span("Research suggests that valerian"),))
    return report(dimensions=(replace(first, criteria=(low, *first.criteria[1:])), *others))


def test_json_has_them_as_evidence_of_the_criterion():
    made = _with_places().to_dict()
    Draft202012Validator(json_schema()).validate(made)
    one, other = made["dimensions"][0]["criteria"]
    start = TEXT.index("Research")
    assert one["evidence"] == [
        {
            "start": start,
            "end": start + 31,
            "line": 3,
            "column": 1,
            "quote": "Research suggests that valerian",
        }
    ]
    assert "evidence" not in other


@pytest.mark.parametrize("width", [40, 100])
def test_the_terminal_shows_them_with_all_alone(width):
    def sums(full):
        text = as_text(_with_places(), full=full, width=width).partition("the number came about")[2]
        return " ".join(text.split())

    assert "line 3 “Research suggests that valerian”" in sums(full=True)
    assert "“Research" not in sums(full=False)


def test_the_page_shows_them_with_a_link_to_their_block():
    page = Page(render(_with_places()))
    sums = page.text.partition("How the number came about")[2]
    assert "line 3 “Research suggests that valerian”" in sums
