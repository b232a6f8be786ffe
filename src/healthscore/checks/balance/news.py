"""What news of a treatment owes its reader on what it does, costs and competes with."""

from __future__ import annotations

from healthscore.checks.balance.choices import others_named
from healthscore.checks.balance.costs import prices
from healthscore.checks.balance.outcomes import absolutes
from healthscore.checks.balance.statements import read
from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import NO_NEWS, answered, may_be_news, telling


@measure("questions", 0, 6, on_demand=True)
def news_facts_told(evidence: Evidence) -> Measurement:
    """How far news answers six questions: cost, absolute numbers, harms, other treatments, comparison, supply."""
    analysis = evidence.analysis
    if not may_be_news(analysis):
        return NO_NEWS
    usual = telling(analysis, lambda s: s.has("comparison", "usual"))
    return answered(
        evidence,
        {
            "the cost": len(telling(analysis, prices)),
            "results in absolute numbers": len(absolutes(analysis)),
            "side effects and risks": len(telling(analysis, lambda s: s.has("harm", "general"))),
            "the usual treatment, or others by name": len(usual)
            + len(others_named(analysis, read(analysis))),
            "how it compares": len(telling(analysis, lambda s: s.has("comparison", "against"))),
            "whether it can be had": len(telling(analysis, lambda s: s.has("availability", "offered"))),
        },
    )
