"""The five questions that are put to every claim: rules that find, and measures that count."""

from healthscore.checks.base import Evidence, Hit, Measure, Measurement, Rule
from healthscore.checks.registry import examine, measures, only, rules

__all__ = ["Evidence", "Hit", "Measure", "Measurement", "Rule", "examine", "measures", "only", "rules"]
