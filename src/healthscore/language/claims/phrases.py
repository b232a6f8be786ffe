"""Where a noun phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

LONGEST_NAME = 6  # tokens of "a harmless lump of fat" up to its noun
_ENDS = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.COORDINATOR | Kind.AUXILIARY | Kind.BOUNDING


def name_end(analysis: Analysis, first: int, stop: int, *, ends: int = Kind.VERB, beside: str = "") -> int:
    """The token after the noun phrase that begins at ``first``, at ``stop`` or after ``LONGEST_NAME`` tokens at the latest.

    It ends before a mark, a preposition, a conjunction, an auxiliary and words of the kinds ``ends``, but for the one
    ``beside``; its first token is always part of it.
    """
    last = first + 1
    while last < min(stop, first + LONGEST_NAME) and analysis.gap(last).isspace():
        if analysis.kinds[last] & (_ENDS | ends) and analysis.norms[last] != beside:
            break
        last += 1
    return min(last, stop)
