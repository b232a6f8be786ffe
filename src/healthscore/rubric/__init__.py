"""Instruments: rubric files, strictly loaded, and the arithmetic from measures to ratings."""

from healthscore.rubric.engine import rate, required_measures
from healthscore.rubric.errors import Problem, RubricError, UnknownRubricError
from healthscore.rubric.loading import load_rubric, rubrics
from healthscore.rubric.rating import CapOutcome, CriterionRating, DimensionRating, Rating
from healthscore.rubric.schema import Rubric

__all__ = [
    "CapOutcome",
    "CriterionRating",
    "DimensionRating",
    "Problem",
    "Rating",
    "Rubric",
    "RubricError",
    "UnknownRubricError",
    "load_rubric",
    "rate",
    "required_measures",
    "rubrics",
]
