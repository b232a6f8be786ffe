"""What weighed most, in one line: shared by every form of the report."""

from __future__ import annotations

from healthscore.rubric.rating import CriterionRating, DimensionRating

HEADING = "what weighed most"
"""Said above the reasons: "0 sentences on costs" beside "satisfactory" would read as if one were wrong."""


def weighed_most(dimension: DimensionRating) -> str:
    """Why a dimension has its rating: the cap that holds it, or the criterion that cost it most."""
    if dimension.rating.withheld is not None:
        return f"not rated: {dimension.rating.withheld}"
    holding = [cap for cap in dimension.caps if cap.applied]
    if holding:
        return min(holding, key=lambda cap: cap.at_most).explanation
    top = dimension.rating.scale[1]
    rated = [
        criterion for criterion in dimension.criteria if criterion.rating is not None and criterion.weight
    ]
    return max(rated, key=lambda c: _cost(c, top)).explanation if rated else ""


def _cost(criterion: CriterionRating, top: float) -> tuple[float, float]:
    rating = criterion.rating if criterion.rating is not None else top
    return criterion.weight * (top - rating), criterion.weight
