"""Comparatives that tell an effect: "makes the blood thicker", "brings the pulse down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_MAKING_REACH = 9  # tokens from "makes" to the comparative
_MAKES = frozenset("make makes making made leave leaves leaving left keep keeps render renders".split())
_MOVES = frozenset(
    "bring brings bringing brought push pushes pushing pushed drive drives driving drove send sends sending sent "
    "pull pulls pulling keep keeps keeping kept force forces nudge nudges nudged nudging edge edges get gets driven".split()
)
SEES = frozenset("find finds found see sees saw notice notices noticed watch have has had".split())
"""Verbs by which people are said to have a change befall what is theirs: "see their pulse fall"."""

_LETS = _MAKES | frozenset("let lets letting".split())
_PARTS = Kind.AUXILIARY | Kind.SUBORDINATOR | Kind.PREPOSITION


def making_at(analysis: Analysis, cue: Cue, first: int) -> int | None:
    """The verb of "makes the blood thicker", with nothing but the noun between; ``first`` is where the clause begins."""
    if cue.kind not in ("comparative", "change"):
        return None
    norms, kinds = analysis.norms, analysis.kinds
    if kinds[cue.first - 1] & Kind.AUXILIARY and norms[cue.first - 1] != "to":
        return None  # "if you have diabetes, the pulse may rise"
    verbs = _MOVES if cue.attributes.get("moved") else _MAKES
    if cue.kind == "change" or cue.attributes.get("turned"):  # "makes the pulse rise"
        verbs = _LETS | SEES
    for index in range(cue.first - 2, max(first, cue.first - _MAKING_REACH) - 1, -1):
        if "," in analysis.gap(index + 1):
            return None
        if norms[index] in verbs:
            return index
        if kinds[index] & _PARTS and norms[index] not in ("of", "in"):
            return None
    return None
