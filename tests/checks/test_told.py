"""What news tells of: counts that can be done by hand, and what is left out of them."""

import pytest

from healthscore.checks import examine, measures, rules
from healthscore.language import analyse
from healthscore.reading import read_text


def _value(name, text):
    return examine(analyse(read_text(text)), {name})[1][name].value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("balance.costs_told", "The pill costs 9 dollars. Insurance pays for it. It is round.", 2),
        (
            "balance.costs_told",
            "Gout is an economic burden: healthcare costs associated with it are high.",
            0,
        ),
        ("balance.prices_given", "The pill costs $9. The price is high.", 1),
        (
            "balance.paired_rates",
            "Pain eased in 40 percent of patients, compared with 25 percent on placebo.",
            1,
        ),
        (
            "balance.outcome_rates",
            "The risk fell by 30 percent. An estimated 5 percent of adults have gout.",
            1,
        ),
        ("sourcing.funding_told", "The study was funded by the National Institutes of Health.", 1),
        ("sourcing.funding_told", "The hospital has an annual budget of 90 million and funds research.", 0),
        ("sourcing.interests_declared", "The authors declare no conflicts of interest.", 1),
        ("sourcing.independent_voices", "Dr Ann Roe, who was not involved in the study, has doubts.", 1),
        ("hedging.participants_counted", "The trial had 48 elderly patients. It took 12 weeks.", 1),
        ("hedging.limits_told", "The trial cannot show whether it lasts. Larger studies are needed.", 2),
        ("hedging.firsts_claimed", "It is the first drug of its kind.", 1),
        ("balance.illness_alarm", "It is a silent killer.", 1),
        (
            "sourcing.speakers_named",
            "Dr Ann Roe said that it helps. It is cheap, said Roe. Dr Omar Khan said no.",
            2,
        ),
        ("sourcing.money_told", "The National Institutes of Health supported the study.", 1),
        ("sourcing.money_told", "None of the authors reported any conflict of interest.", 1),
        ("sourcing.money_told", "The splint supported the wrist, and the trial went well.", 0),
        ("sourcing.public_money", "The trial was funded by the Medical Research Council.", 1),
        ("sourcing.public_money", "The trial was funded by the maker of the splint.", 0),
        (
            "balance.natural_frequencies",
            "It helped 3 in 100 adults and one woman in five. In 20 percent it failed.",
            1,
        ),
        (
            "balance.natural_frequencies",
            "A third of the adults slept better. In 2012 two of the clinics closed.",
            0,
        ),
        ("balance.counterpoint_density", "It helps. But it is dear. However, it is safe. It is round.", 0.5),
        (
            "sourcing.patient_story_density",
            "I was diagnosed with gout at forty. The pill saved my life. It is round. It is red.",
            0.5,
        ),
        (
            "sourcing.patient_story_density",
            "Patients were diagnosed with gout. Ask your doctor. A person may tell his or her doctor.",
            0,
        ),
        ("sourcing.date_told", "Knees ache. They bend.", 0),
    ],
)
def test_counts_by_hand(name, text, value):
    assert _value(name, text) == value


def test_a_rubric_that_asks_for_none_of_it_pays_for_none_of_it():
    analysis = analyse(
        read_text("The pill costs $9, said Dr Ann Roe of Leeds University. She said it is round.")
    )
    _, found = examine(analysis, ())
    assert not any(measures()[name].on_demand for name in found)
    assert "healthscore.checks.told.told" not in vars(analysis)


def test_rules_of_news_are_put_to_news_only_where_they_are_asked_for():
    text = "A clinical trial of a patch was published, said Dr Ann Roe of Leeds University. She said that it works well."
    analysis = analyse(read_text(text))
    name = "balance/costs-untold"
    assert rules()[name].with_measures
    assert not examine(analysis, ())[0][name]
    assert examine(analysis, {"balance.costs_told"})[0][name]


def test_a_leaflet_is_no_news():
    leaflet = (
        "Take one tablet with water. Tell your doctor if you are pregnant. Common side effects are rare here."
    )
    assert _value("article.news_of_research", leaflet) == 0


NEWS = (
    "A clinical trial of a splint was published in a journal. Dr Ann Roe of Leeds University said that it helps. "
    "Dr Roe added that it is light. "
)


@pytest.mark.parametrize(
    ("more", "name", "gain"),
    [
        ("Dr Roe said that it is red.", "sourcing.news_sources_told", 0),
        ("Dr Omar Khan said that it is dear.", "sourcing.news_sources_told", 0.5),
        ("The authors declare no conflicts of interest.", "sourcing.news_sources_told", 0.5),
        ("It costs 9 dollars. Insurers pay the price.", "balance.news_facts_told", 1),
        ("In 12 of 100 people it broke, compared with 20 of 100.", "balance.news_facts_told", 0.5),
        ("The work was a randomised trial.", "hedging.news_evidence_told", 0.5),
    ],
)
def test_news_gains_by_what_it_tells(more, name, gain):
    assert _value(name, NEWS + more) - _value(name, NEWS) == gain
