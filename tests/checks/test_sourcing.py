"""Measures of sourcing, counted by hand; and what the rules weigh over a whole article."""

from pathlib import Path

import pytest

from healthscore import score
from healthscore.checks import examine, rules
from healthscore.language import analyse
from healthscore.reading import read_text

LEAFLET = Path(__file__).with_name("leaflet.md")

VAGUE = """Research suggests that oats lower cholesterol. Oats prevent heart disease. Experts agree.

They taste good. Some users report fewer colds."""

NAMED = """Researchers at Duke University found that oats lower cholesterol. The trial ran for a year. It is over.

Oats prevent heart disease. Dr Ann Low said that oats treat diabetes."""

CITED = """Oats lower cholesterol [1]. They prevent heart disease [2].

## References

1. Lee J, Oh H. Oats and cholesterol in adults. BMJ 2015;350:h1.
2. Kim C, Lund D. Oats and the heart. https://doi.org/10.1136/bmj.h22"""

SALE = """Our blend lowers cholesterol. Buy now and save. It is 20% off. Members save more."""


def measured(text, name):
    _, measures = examine(analyse(read_text(text)))
    return measures[f"sourcing.{name}"].value


def severities(text, rule):
    return [hit.severity for hit in rules()[f"sourcing/{rule}"].find(analyse(read_text(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [(VAGUE, 3 / 5), (NAMED, 0), (CITED, 0)],
)
def test_vague_attribution_density(text, expected):
    assert measured(text, "vague_attribution_density") == pytest.approx(expected, abs=1e-4)


def test_named_source_density_counts_what_refers_back():
    assert measured(NAMED, "named_source_density") == pytest.approx(3 / 5)
    assert measured(VAGUE, "named_source_density") == 0


def test_sourced_claim_share():
    assert measured(VAGUE, "sourced_claim_share") == 0
    assert measured(CITED, "sourced_claim_share") == 1
    assert 0 < measured(NAMED, "sourced_claim_share") < 1
    assert measured("The garden is open. The cafe is shut.", "sourced_claim_share") is None


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("Colds lasted 4.75 days with it and 6.9 days with placebo (Ellery et al., 2016).", 1),
        ("The wound closed within 11 days [3].", 1),
        ("Half of the implants were in place after 12 years (doi:10.1000/implant.2).", 1),
        ("Toddlers who were given thyme coughed less (Ellery et al., 2016, doi:10.1000/thyme.1).", 1),
        ("Nobody in the green ward slept through [3].", 1),
        ("The clinic is open 5 days a week.", None),
        ("The map of the clinic is at https://www.example.org/clinic/map.html.", None),
    ],
)
def test_what_cites_a_work_is_a_claim_with_a_source(sentence, share):
    text = f"{sentence} The garden is open.\n\n## References\n\n2. Ellery B, Moss A. Colds. J Resp. 2016;1:4-6.\n3. Moss A. Healing of wounds. J Skin. 2011;3:1-9."
    assert measured(text, "sourced_claim_share") == share


def test_checkable_sources_counts_entries_once():
    assert measured(CITED, "checkable_sources") == 2
    assert measured(NAMED, "checkable_sources") == 0


def test_citation_parts():
    assert measured(VAGUE, "citation_parts") == 0
    assert measured(NAMED, "citation_parts") == 0.5  # a researcher and an institution
    assert measured(NAMED + " It appeared in the Journal of Oats (doi:10.1136/oat.2).", "citation_parts") == 1


def test_identity():
    assert measured(VAGUE, "identity") == 0
    assert measured("---\nauthor: Ann Low\ndate: 2021-05-04\n---\n\n" + VAGUE, "identity") == 1


def test_selling():
    assert measured(VAGUE, "selling") == 0
    assert measured(SALE, "selling") == 0.8


def test_a_habit_of_vagueness_is_a_warning_and_one_slip_a_note():
    clean = "Oats are a cereal. They grow in cool places. Porridge is made of them. " * 8
    assert "warning" in severities(VAGUE, "vague-attribution")
    assert severities(clean + "Studies show that oats help.", "vague-attribution") == ["note"]


def test_no_references_weighs_more_beside_vague_authorities():
    assert severities(VAGUE, "no-references") == ["warning"]
    assert severities(NAMED, "no-references") == ["note"]
    assert severities(CITED, "no-references") == []


def test_no_references_quotes_the_opening():
    analysis = analyse(read_text(VAGUE))
    (hit,) = rules()["sourcing/no-references"].find(analysis)
    assert analysis.quote(*hit.evidence[0]) == "Research suggests that oats lower cholesterol."
    assert "sentences" in hit.searched


def test_repeated_talk_of_attention_is_one_finding():
    text = "Kefir has gained attention. It is milk. Kefir is gaining popularity. It is sour."
    analysis = analyse(read_text(text))
    (hit,) = rules()["sourcing/vague-attribution"].find(analysis)
    assert [analysis.quote(*span) for span in hit.evidence] == [
        "Kefir has gained attention.",
        "Kefir is gaining popularity.",
    ]


def test_a_work_later_than_the_article_is_malformed():
    text = "---\ndate: 2015-01-01\n---\n\nYoga eases back pain (Wieland et al., 2022)."
    assert severities(text, "malformed-identifier") == ["warning"]
    assert severities(text.replace("2022", "2012"), "malformed-identifier") == []


def test_a_list_of_references_lifts_the_cap_on_articles_that_name_nobody():
    leaflet = LEAFLET.read_text(encoding="utf-8")
    listed = (
        leaflet
        + "\n\n## Sources\n\n1. Adler M, Finch T. Care of sprains. Br J Sport. 2019;4:11-19. doi:10.1000/sprain.4\n"
    )
    bare, sourced = (
        next(d for d in score(text).dimensions if d.id == "sourcing") for text in (leaflet, listed)
    )
    assert [cap.id for cap in bare.caps if cap.applied] == ["nobody-named"]
    assert not any(cap.applied for cap in sourced.caps)
