"""A quantity in words."""

from __future__ import annotations

from healthscore.language.claims.model import Quantity

_TIMES = (
    (365.0, "year"),
    (30.0, "month"),
    (7.0, "week"),
    (1.0, "day"),
    (0.041667, "hour"),
    (0.000694, "minute"),
)
"""Days in each, as ``lexicons/units.toml`` has them."""

_SIZES = {
    "mass": ((1000.0, "g"), (1.0, "mg"), (0.001, "mcg")),
    "volume": ((1000.0, "l"), (1.0, "ml")),
}
_WHOLE = 0.01  # how far from a whole number the rounding of a quantity may lead


def in_words(quantity: Quantity) -> str:
    """As a reader would say it: ``500 mg a day, at most``, ``above 3 g a dose``, ``2 weeks``."""
    size, unit = _unit(quantity)
    low, high = (f"{round(value / size, 2):g}" for value in (quantity.low, quantity.high))
    number = low if low == high else f"{low} to {high}"
    gap = "" if unit in ("", "%") else " "
    plural = "s" if quantity.unit == "time" and number != "1" else ""
    said = f"{number}{gap}{unit}{plural}{_per(quantity.per)}"
    if quantity.comparator in ("above", "below"):
        return f"{quantity.comparator} {said}"
    return f"{said}, {quantity.comparator}" if quantity.comparator else said


def _unit(quantity: Quantity) -> tuple[float, str]:
    """The unit to say it in, and how much of the normal unit it is."""
    ends = (abs(quantity.low), abs(quantity.high))
    if quantity.unit == "time":
        return next(((size, name) for size, name in _TIMES if all(_whole(e / size) for e in ends)), _TIMES[3])
    if quantity.unit in _SIZES:
        sizes = _SIZES[quantity.unit]
        return next(((size, name) for size, name in sizes if min(ends) >= size), sizes[-1])
    return 1.0, {"percent": "%", "count": ""}.get(quantity.unit, quantity.unit)


def _whole(count: float) -> bool:
    return count > 0.5 and abs(count - round(count)) < _WHOLE


def _per(counted_by: str) -> str:
    if not counted_by:
        return ""
    return f" {'an' if counted_by == 'hour' else 'per' if counted_by == 'kg' else 'a'} {counted_by}"
