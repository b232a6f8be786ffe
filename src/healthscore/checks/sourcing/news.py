"""What news of research owes its reader on its sources."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.sourcing.interests import independent, pays
from healthscore.checks.told import NO_NEWS, answered, may_be_news, telling

_A_VOICE = 2  # an independent voice and every second mention of an expert count for two sentences and one


@measure("questions", 0, 4, on_demand=True)
def news_sources_told(evidence: Evidence) -> Measurement:
    """How far news tells of its sources: experts by name, one with no part in the work, the journal, who paid."""
    analysis = evidence.analysis
    if not may_be_news(analysis):
        return NO_NEWS
    experts = sum(source.form == "expert" for source in analysis.sources)
    return answered(
        evidence,
        {
            "experts by name": experts // _A_VOICE,
            "somebody with no part in the work": len(telling(analysis, independent)) * _A_VOICE,
            "where it was published": len(
                telling(analysis, lambda s: s.has("study", "published", "presented"))
            ),
            "who paid": len(telling(analysis, pays)),
        },
    )
