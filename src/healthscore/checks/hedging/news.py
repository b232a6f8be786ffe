"""What news of a study owes its reader on how far the study carries."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure
from healthscore.checks.told import NO_NEWS, answered, may_be_news, telling


@measure("questions", 0, 6, on_demand=True)
def news_evidence_told(evidence: Evidence) -> Measurement:
    """How far news answers six questions: the kind of study, groups, how many people, limits, doubts, what was known."""
    analysis = evidence.analysis
    if not may_be_news(analysis):
        return NO_NEWS
    return answered(
        evidence,
        {
            "what kind of study": len(telling(analysis, lambda s: s.has("design", "trial", "observational"))),
            "which groups were compared": len(telling(analysis, lambda s: s.has("study", "control"))),
            "how many people": len(telling(analysis, lambda s: s.people)),
            "what it cannot show": len(telling(analysis, lambda s: s.has("study", "limit", "cause"))),
            "caution": len(telling(analysis, lambda s: s.has("study", "caution"))),
            "what was known before": len(
                telling(analysis, lambda s: s.has("novelty", "before") or s.has("study", "review"))
            ),
        },
    )
