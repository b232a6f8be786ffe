"""Amounts in a sentence: numbers with their unit, what they are counted by, and whether they bound something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from healthscore.language.claims.model import Quantity
from healthscore.language.cues import Cue
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_PER = {"dose", "day", "kg", "week", "meal", "serving", "hour", "month", "night", "daily", "capsule", "tablet", "time"}
_ALIASES = {"daily": "day", "night": "day", "serving": "dose", "time": "dose", "tablet": "dose", "capsule": "dose"}
_ABOVE = {"above", "over", "exceeding", "beyond", "than", "exceed", "exceeds"}
_AT_MOST = {"maximum", "max", "most", "limit"}


class Amount(NamedTuple):
    """A quantity and where it stands: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    quantity: Quantity


def amounts_in(analysis: Analysis, sentence: Sentence) -> list[Amount]:
    """Every number with a unit in a sentence, ranges read as one."""
    found = []
    for unit in analysis.cues_in(sentence, "unit"):
        first = unit.first - 1
        if first < sentence.first or not is_number(analysis.tokens[first]):
            continue
        low_at = _range_start(analysis, first, sentence.first)
        found.append(_amount(analysis, sentence, unit, low_at, first))
    return found


def is_number(token: Token) -> bool:
    """True for a token of digits."""
    return token.norm[0].isdigit()


def number(token: Token) -> float:
    """The value of a number token; a comma parts thousands."""
    text = token.norm.replace(",", "")
    try:
        return float(text)
    except ValueError:  # 1.2.3 is a version or a date, not an amount
        return float(text.split(".")[0])


def _range_start(analysis: Analysis, high_at: int, limit: int) -> int:
    """The token at which ``1-3``, ``1 to 3``, ``1 mg to 3`` or ``between 1 and 3`` begins."""
    tokens = analysis.tokens
    if high_at - 1 >= limit and is_number(tokens[high_at - 1]):
        return high_at - 1 if analysis.article.prose[tokens[high_at - 1].end : tokens[high_at].start].strip() in "-–—" else high_at
    back = high_at - 2
    if back >= limit and tokens[high_at - 1].norm in ("to", "and"):
        if is_number(tokens[back]):
            return back
        if back - 1 >= limit and is_number(tokens[back - 1]):
            return back - 1
    return high_at


def _amount(analysis: Analysis, sentence: Sentence, unit: Cue, low_at: int, high_at: int) -> Amount:
    factor = float(unit.attributes["factor"])
    low, high = number(analysis.tokens[low_at]) * factor, number(analysis.tokens[high_at]) * factor
    quantity = Quantity(
        round(min(low, high), 6),
        round(max(low, high), 6),
        unit.kind,
        _per(analysis.tokens[unit.last : min(unit.last + 6, sentence.last)]),
        _comparator(analysis.tokens[max(sentence.first, low_at - 3) : low_at]),
    )
    return Amount(analysis.tokens[low_at].start, unit.end, low_at, unit.last, quantity)


def _per(after: Sequence[Token]) -> str:
    for here, following in zip(after, after[1:], strict=False):
        if here.norm in ("per", "a", "each", "every") and following.norm in _PER:
            return _ALIASES.get(following.norm, following.norm)
    return "day" if any(token.norm == "daily" for token in after) else ""


def _comparator(before: Sequence[Token]) -> str:
    norms = [token.norm for token in before]
    if "no" in norms or "not" in norms or _AT_MOST.intersection(norms):
        return "at most"
    if "least" in norms:
        return "at least"
    if {"less", "fewer", "under", "below"}.intersection(norms) or norms[-2:] == ["up", "to"]:
        return "at most"
    return "above" if _ABOVE.intersection(norms) else ""
