"""The geometry of the drawings: bars on a scale, and how many articles have which rating."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec import Struct

from healthscore.report.figures import on_scale
from healthscore.report.look import rating_style
from healthscore.rubric.rating import Rating

BAR_WIDTH = 200
BINS = 8
BIN_WIDTH = 22
HEIGHT = 56
_TINY = 1.5  # so that one article among thousands is seen


class Bar(Struct, frozen=True):
    """A rating's place on its scale, from 0 to ``BAR_WIDTH``; ``ticks`` are the whole numbers between the ends."""

    width: float
    colour: str
    ticks: tuple[float, ...]


class Column(Struct, frozen=True):
    """One bar of a histogram: where it stands, how high, and of what."""

    x: int
    y: float
    height: float
    colour: str
    count: int
    said: str


class Histogram(Struct, frozen=True):
    """How the ratings of many articles are spread over the scale."""

    name: str
    columns: tuple[Column, ...]
    median: float
    median_x: float
    low: float
    high: float
    count: int

    @property
    def median_said(self) -> str:
        """The median in figures."""
        return on_scale(self.median, (self.low, self.high))

    @property
    def said(self) -> str:
        """The whole drawing in words."""
        spread = "; ".join(column.said for column in self.columns if column.height)
        return f"{self.name}: median {self.median_said} of {self.count} rated. {spread}"


def bar(rating: Rating) -> Bar:
    """The bar of one rating; a withheld one has no width."""
    low, high = rating.scale
    ticks = tuple(
        round(BAR_WIDTH * (tick - low) / (high - low), 2) for tick in range(int(low) + 1, int(high))
    )
    place = 0.0 if rating.value is None else (rating.value - low) / (high - low)
    return Bar(0.0 if rating.value is None else max(round(BAR_WIDTH * place, 2), 4.0), colour(rating), ticks)


def colour(rating: Rating) -> str:
    """The class that colours a rating, as on a terminal."""
    return f"rate-{rating_style(rating)}"


def histogram(name: str, ratings: Sequence[Rating]) -> Histogram | None:
    """The spread of the ratings that were given; None where none was."""
    values = [rating.value for rating in ratings if rating.value is not None]
    if not values:
        return None
    low, high = ratings[0].scale
    step = (high - low) / BINS
    counts = [0] * BINS
    for value in values:
        counts[min(int((value - low) / step), BINS - 1)] += 1
    most = max(counts)
    columns = tuple(_column(i, count, most, (low, high), step) for i, count in enumerate(counts))
    middle = median(values)
    x = round(BINS * BIN_WIDTH * (middle - low) / (high - low), 2)
    return Histogram(name, columns, middle, x, low, high, len(values))


def _column(rank: int, count: int, most: int, scale: tuple[float, float], step: float) -> Column:
    height = max(round(HEIGHT * count / most, 2), _TINY) if count else 0.0
    left, right = scale[0] + rank * step, scale[0] + (rank + 1) * step
    shade = colour(Rating((left + right) / 2, scale, None, 1.0, None))
    return Column(
        rank * BIN_WIDTH, HEIGHT - height, height, shade, count, f"{count} from {left:g} to {right:g}"
    )
