"""What a rating is. The arithmetic that makes one from measures is in ``engine``."""

from __future__ import annotations

from msgspec import Struct

from healthscore.article import Span


class Rating(Struct, frozen=True):
    """A number on a rubric's scale, or withheld with the reason; ``confidence`` is 0-1.

    ``decimals``: with so many the number still shows in which band it is.
    """

    value: float | None
    scale: tuple[float, float]
    band: str | None
    confidence: float
    withheld: str | None
    decimals: int = 1


def decimals_on(scale: tuple[float, float]) -> int:
    """How many decimals tell two numbers on a scale apart for a reader."""
    low, high = scale
    return 1 if high - low > 1 else 2


class CriterionRating(Struct, frozen=True):
    """How one measure became one rating; ``rating`` is None where the criterion did not apply.

    With weight 0 it stands beside the dimension's rating and is no part of it. ``places`` are, of a rating in the lower
    half of the scale, the first few of what the measure counts.
    """

    id: str
    measure: str
    value: float | None
    rating: float | None
    weight: float
    explanation: str
    places: tuple[Span, ...] = ()


class CapOutcome(Struct, frozen=True):
    """A cap of a dimension, and whether it held the rating down."""

    id: str
    at_most: float
    applied: bool
    explanation: str


class DimensionRating(Struct, frozen=True):
    """One dimension's rating with the criteria and caps that made it, and its weight in the whole.

    ``counts_as`` is what goes into the whole in place of the rating, where the dimension only lowers it.
    """

    id: str
    rating: Rating
    criteria: tuple[CriterionRating, ...]
    caps: tuple[CapOutcome, ...]
    weight: float = 1.0
    counts_as: float | None = None

    @property
    def counted(self) -> float | None:
        """What goes into the whole; None where the rating is withheld."""
        return self.rating.value if self.counts_as is None else self.counts_as
