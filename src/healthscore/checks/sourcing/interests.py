"""Who paid for what is reported, what ties the people in it have, and who speaks that has none."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, counted, first_of, measure
from healthscore.checks.told import Told, amount, telling
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import words
from healthscore.language.sources import people_named

_SOME = 5


@measure("sentences", 0, _SOME, on_demand=True)
def funding_told(evidence: Evidence) -> Measurement:
    """Sentences that say who paid for the study, up to five."""
    return amount(evidence, pays, _SOME, "on who paid for the study")


@measure("yes or no", 0, 1, on_demand=True)
def money_told(evidence: Evidence) -> Measurement:
    """Does it say who paid for the study, or that nobody did or has an interest?"""
    found = bool(telling(evidence.analysis, lambda s: pays(s) or s.has("funder", "none")))
    return Measurement(float(found), "says who paid" if found else "does not say who paid")


@measure("yes or no", 0, 1, on_demand=True)
def public_money(evidence: Evidence) -> Measurement:
    """Is it said that a public funder or a foundation paid, which has nothing to gain by the result?"""
    found = bool(telling(evidence.analysis, lambda s: pays(s) and s.has("funder", "body")))
    said = (
        "a public funder or a foundation paid"
        if found
        else "no public funder or foundation said to have paid"
    )
    return Measurement(float(found), said)


@measure("sentences", 0, _SOME, on_demand=True)
def funding_words(evidence: Evidence) -> Measurement:
    """Sentences with a word of funding, whatever was funded, up to five."""
    return amount(evidence, _funded, _SOME, "with a word of funding")


@measure("sentences", 0, _SOME, on_demand=True)
def public_funders(evidence: Evidence) -> Measurement:
    """Sentences that name a public funder or a foundation, up to five."""
    return amount(
        evidence, lambda s: s.has("funder", "body"), _SOME, "naming a public funder or a foundation"
    )


@measure("mentions", 0, _SOME, on_demand=True)
def funders_named(evidence: Evidence) -> Measurement:
    """Public funders and foundations named where it is said who paid, up to five."""
    analysis = evidence.analysis
    cues = (analysis.cues_in(one.sentence, "funder") for one in telling(analysis, pays))
    count = sum(cue.kind == "body" for found in cues for cue in found)
    return Measurement(min(count, _SOME), f"{counted(count, 'public funder')} named as paying")


@measure("sentences", 0, _SOME, on_demand=True)
def ties_told(evidence: Evidence) -> Measurement:
    """Sentences on patents, fees, makers and other ties, up to five."""
    return amount(
        evidence, lambda s: s.has("funder", "ties"), _SOME, "on makers, patents, fees and other ties"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def interests_declared(evidence: Evidence) -> Measurement:
    """Sentences that declare interests, or that there are none, up to five."""
    return amount(evidence, declares, _SOME, "declaring interests or that there are none")


@measure("sentences", 0, _SOME, on_demand=True)
def seller_speaks(evidence: Evidence) -> Measurement:
    """Sentences by which a company speaks plainly for itself, up to five: its officers, shares and forward-looking words."""
    return amount(evidence, lambda s: s.has("funder", "own"), _SOME, "in which a company speaks for itself")


@measure("sentences", 0, 3, on_demand=True)
def independent_voices(evidence: Evidence) -> Measurement:
    """Sentences that bring in somebody who had no part in the work, up to three."""
    return amount(evidence, independent, 3, "bringing in somebody with no part in the work")


@measure("sentences", 0, 3, on_demand=True)
def people_asked(evidence: Evidence) -> Measurement:
    """Sentences by which it is seen that the writer asked somebody, up to three."""
    return amount(evidence, asked, 3, "by which the writer asked somebody")


@measure("sentences", 0, 3, on_demand=True)
def handouts_used(evidence: Evidence) -> Measurement:
    """Sentences taken from a release or a statement, up to three."""
    found = handouts(evidence.analysis)
    said = f"{counted(len(found), 'sentence')} from a release or a statement"
    return Measurement(min(len(found), 3), said, first_of(found))


@measure("people", 0, _SOME, on_demand=True)
def speakers_named(evidence: Evidence) -> Measurement:
    """Different people named as experts or speakers, up to five: one who speaks ten times is one."""
    count = len(people_named(evidence.analysis))
    return Measurement(
        min(count, _SOME), f"{counted(count, 'person', 'people')} named as an expert or speaker"
    )


@measure("sentences", 0, _SOME, on_demand=True)
def publication_told(evidence: Evidence) -> Measurement:
    """Sentences that say where the study was published or presented, up to five."""
    return amount(
        evidence,
        lambda s: s.has("study", "published", "presented"),
        _SOME,
        "on where it was published or presented",
    )


def pays(sentence: Told) -> bool:
    """Does it say who paid for a study, and not only how rich somebody is?"""
    about = sentence.words & words("told-word", "work") or sentence.has("funder", "body")
    return _funded(sentence) and bool(about) and not sentence.words & words("told-word", "size")


def declares(sentence: Told) -> bool:
    """Does it declare an interest, or that there is none?"""
    return sentence.has("funder", "none") or sentence.has("disclosure", "interest")


def independent(sentence: Told) -> bool:
    """Does it bring in somebody who had no part in the work?"""
    return sentence.has("funder", "independent")


def asked(sentence: Told) -> bool:
    """Is it seen from it that the writer asked somebody?"""
    return sentence.has("funder", "asked")


def handouts(analysis: Analysis) -> list[Sentence]:
    """The sentences of prose that hand on what a release or a statement says; one that only names it is none."""
    return [
        sentence
        for sentence in analysis.prose_with("funder")
        if any(cue.kind == "handout" for cue in analysis.cues_in(sentence, "funder"))
        and analysis.cues_in(sentence, "reporting")
    ]


def _funded(sentence: Told) -> bool:
    return sentence.has("funder", "told") or sentence.has("disclosure", "funding")
