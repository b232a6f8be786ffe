"""What news of a treatment owes its reader on what it does, costs and competes with."""

from __future__ import annotations

from healthscore.checks.balance.costs import prices
from healthscore.checks.balance.outcomes import outcome
from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import NO_NEWS, answered, may_be_news, telling


@measure("questions", 0, 6, on_demand=True)
def news_facts_told(evidence: Evidence) -> Measurement:
    """How far news answers six questions: cost, size of the benefit, harms, the usual treatment, comparison, supply."""
    analysis = evidence.analysis
    if not may_be_news(analysis):
        return NO_NEWS
    return answered(
        evidence,
        {
            "the cost": len(telling(analysis, prices)),
            "the size of the benefit": len(telling(analysis, outcome)),
            "side effects and risks": len(telling(analysis, lambda s: s.has("harm", "general"))),
            "the usual treatment": len(telling(analysis, lambda s: s.has("comparison", "usual"))),
            "how it compares": len(telling(analysis, lambda s: s.has("comparison", "against"))),
            "whether it can be had": len(telling(analysis, lambda s: s.has("availability", "offered"))),
        },
    )
