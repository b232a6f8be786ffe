"""A rating as a number for people: with as many decimals as its band can be told by."""

from __future__ import annotations

from healthscore.rubric.rating import Rating, decimals_on


def figure(rating: Rating) -> str:
    """``2.8``, ``0.47`` on a scale from 0 to 1, and ``2.57`` where 2.6 would be in the next band."""
    return "-" if rating.value is None else f"{rating.value:.{rating.decimals}f}"


def on_scale(value: float, scale: tuple[float, float]) -> str:
    """A number that is no rating of its own, as a median."""
    return f"{value:.{decimals_on(scale)}f}"
