"""The five questions that are put to every claim: rules that find, and measures that count."""

from healthscore.checks.base import Evidence, Hit, Measure, Measurement, Rule
from healthscore.checks.registry import documented, examine, measures, only, rules

__all__ = [
    "Evidence",
    "Hit",
    "Measure",
    "Measurement",
    "Rule",
    "documented",
    "examine",
    "measures",
    "only",
    "rules",
]
