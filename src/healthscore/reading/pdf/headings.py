"""Headings: larger or bolder than the text, and ranked by how much they are."""

from __future__ import annotations

from collections.abc import Sequence

from healthscore.reading.metadata import is_metadata
from healthscore.reading.pdf.page import Line
from healthscore.reading.pdf.style import Style, follows

LONGEST = 220  # characters

Rank = tuple[float, bool]  # size and boldness

_LARGER = 1.1  # than the text
_LONGEST_BOLD = 120  # characters of a heading that is no larger than the text
_DEEPEST = 4


def rank(lines: Sequence[Line], at: int, style: Style) -> Rank | None:
    """How a line stands out as a heading; None where it does not."""
    line = lines[at]
    text = line.text
    if not any(map(str.isalpha, text)) or text.endswith((",", ";")) or is_metadata(text):
        return None
    if line.size >= _LARGER * style.body:
        return round(line.size), line.bold
    if line.bold and line.size > 0.95 * style.body and _stands_alone(lines, at, text):
        return round(line.size), True
    return None


def _stands_alone(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a line in bold type is no beginning or end of a sentence that goes on in plain type."""
    if len(text) > _LONGEST_BOLD or text.endswith((".", ":")) or text[:1].islower():
        return False
    following = lines[at + 1] if at + 1 < len(lines) else None
    return not (
        following is not None
        and follows(lines[at], following)
        and not following.bold
        and following.text[:1].islower()
    )


def levels(ranks: Sequence[Rank]) -> dict[Rank, int]:
    """The level of each rank of heading; the first level is that of one title."""
    ordered = sorted(set(ranks), reverse=True)
    if not ordered:
        return {}
    first = 1 if ranks[0] == ordered[0] and ranks.count(ordered[0]) == 1 else 2
    return {rank: min(first + place, _DEEPEST) for place, rank in enumerate(ordered)}
