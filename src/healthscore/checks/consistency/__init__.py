"""Does the article say otherwise elsewhere? Each conflict names two places and why they cannot both hold."""

from healthscore.checks.consistency.categories import category_conflict
from healthscore.checks.consistency.causes import cause_conflict
from healthscore.checks.consistency.considered import considered
from healthscore.checks.consistency.denials import negation_conflict
from healthscore.checks.consistency.doses import quantity_conflict
from healthscore.checks.consistency.effects import direction_conflict
from healthscore.checks.consistency.headings import heading_unfulfilled
from healthscore.checks.consistency.knowledge import knowledge_conflict
from healthscore.checks.consistency.measures import conflict_density, serious_conflicts, unkept_promises
from healthscore.checks.consistency.names import name_variant
from healthscore.checks.consistency.safety import safety_conflict
from healthscore.checks.consistency.steps import frequency_conflict, severity_conflict
from healthscore.checks.consistency.summaries import summary_mismatch
from healthscore.checks.consistency.thresholds import undefined_threshold

__all__ = [
    "category_conflict",
    "cause_conflict",
    "conflict_density",
    "considered",
    "direction_conflict",
    "frequency_conflict",
    "heading_unfulfilled",
    "knowledge_conflict",
    "name_variant",
    "negation_conflict",
    "quantity_conflict",
    "safety_conflict",
    "serious_conflicts",
    "severity_conflict",
    "summary_mismatch",
    "undefined_threshold",
    "unkept_promises",
]
