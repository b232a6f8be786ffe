"""What news of research owes its reader on its sources."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.sourcing.interests import declares, independent, pays
from healthscore.checks.told import NO_NEWS, answered, may_be_news, telling
from healthscore.language.sources import people_named

_A_VOICE = 2  # one independent voice answers the question in full


@measure("questions", 0, 4, on_demand=True)
def news_sources_told(evidence: Evidence) -> Measurement:
    """How far news tells of its sources: several people by name, one with no part in the work, the journal, who paid."""
    analysis = evidence.analysis
    if not may_be_news(analysis):
        return NO_NEWS
    return answered(
        evidence,
        {
            "more than one person by name": max(0, len(people_named(analysis)) - 1),
            "somebody with no part in the work": len(telling(analysis, independent)) * _A_VOICE,
            "where it was published": len(
                telling(analysis, lambda s: s.has("study", "published", "presented"))
            ),
            "who paid, or whose interests": len(telling(analysis, lambda s: pays(s) or declares(s))),
        },
    )
