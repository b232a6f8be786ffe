"""Where a noun phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

LONGEST_NAME = 6  # tokens of "a harmless lump of fat" up to its noun
_ENDS = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.COORDINATOR | Kind.AUXILIARY | Kind.BOUNDING


def name_end(analysis: Analysis, first: int, stop: int, *, beside: str = "") -> int:
    """The token after the noun phrase that begins at ``first``, at ``stop`` or after ``LONGEST_NAME`` tokens at the latest.

    It ends before a mark, a preposition, a conjunction, an auxiliary and a verb, but for the word ``beside``; ``first``
    itself where there is no noun phrase.
    """
    kinds, norms = analysis.kinds, analysis.norms
    if first < stop and kinds[first] & _ENDS:
        return first
    last = min(first + 1, stop)
    while last < min(stop, first + LONGEST_NAME) and analysis.gap(last).isspace():
        if kinds[last] & (_ENDS | Kind.VERB) and norms[last] != beside:
            break
        last += 1
    return last
