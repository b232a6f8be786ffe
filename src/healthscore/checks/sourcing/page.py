"""What a page says of itself, and where it sends its reader on to."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.sourcing.identity import dated
from healthscore.checks.told import amount, told
from healthscore.reading.names import names_in

_SOME = 5


@measure("yes or no", 0, 1, on_demand=True)
def date_told(evidence: Evidence) -> Measurement:
    """Does the article say when it was written, reviewed or updated?"""
    found = dated(evidence.analysis)
    return Measurement(float(found), "gives a date of its own" if found else "gives no date of its own")


@measure("yes or no", 0, 1, on_demand=True)
def author_told(evidence: Evidence) -> Measurement:
    """Is there an author, or a reviewer by name?"""
    article = evidence.analysis.article
    found = bool(article.authors) or any(names_in(who) for who in article.reviewers)
    return Measurement(
        float(found), "names an author or reviewer" if found else "names no author or reviewer"
    )


@measure("yes or no", 0, 1, on_demand=True)
def disclosure_told(evidence: Evidence) -> Measurement:
    """Is there a word on who paid for the page, or on its interests?"""
    analysis = evidence.analysis
    found = bool(analysis.article.funders) or any(one.has("disclosure") for one in told(analysis))
    words = "a word on funding or interests" if found else "no word on funding or interests"
    return Measurement(float(found), words)


@measure("sentences", 0, _SOME, on_demand=True)
def further_help(evidence: Evidence) -> Measurement:
    """Sentences that send the reader on to other information, a group or somebody to ask, up to five."""
    return amount(evidence, lambda s: s.has("further-help"), _SOME, "sending the reader on to further help")
