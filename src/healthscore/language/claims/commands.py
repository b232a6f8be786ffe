"""Which sentences tell somebody to do a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_INFLECTED = ("s", "ed", "ing")
_BEFORE = frozenset({"never", "please", "always", "just", "do", "not", "don't"})
_KNOWN = Kind.VERB | Kind.USE_WORD
_FINITE = Kind.AUXILIARY | Kind.COPULA
_NEW_CLAUSE = Kind.SUBORDINATOR | Kind.RELATIVE | Kind.PARTING


def is_command(analysis: Analysis, first: int, last: int) -> bool:
    """True where tokens ``[first, last)`` open with a verb's plain form: "Take it early", "Reduce salt", "Rinse with it".

    Besides the verbs that are known, a verb of effect counts, a word before a determiner, and an unknown one before a
    preposition; but only where no verb follows whose subject it may be: "pain in the arm is". "Never" and "please" may
    stand before it.
    """
    while first + 1 < last and analysis.norms[first] in _BEFORE:
        first += 1
    kinds = analysis.kinds[first]
    norm = analysis.norms[first]
    inflected = norm.endswith(_INFLECTED) and not norm.endswith("ss")  # "discuss", "press"
    if inflected or kinds & Kind.PREPOSITION:
        return False
    if kinds & _KNOWN:
        return True
    if kinds & Kind.CLOSED or first + 1 >= last or not analysis.gap(first + 1).isspace():
        return False
    after = analysis.kinds[first + 1]
    object_follows = after & (Kind.DETERMINER if kinds else Kind.DETERMINER | Kind.PREPOSITION)
    return bool(object_follows or _has_effect(analysis, first)) and not _goes_on(analysis, first + 1, last)


def _has_effect(analysis: Analysis, at: int) -> bool:
    cues = analysis.cues_by_category(analysis.sentence_at(at)).get("effect", ())
    return any(cue.first == at and cue.kind == "verb" for cue in cues)


def _goes_on(analysis: Analysis, first: int, last: int) -> bool:
    """True where "is" or "showed" follows in the same clause, so that what stands before it is its subject."""
    for index in range(first, last):
        led = index > first and analysis.kinds[index] & Kind.BOUNDING  # right after a noun it leads no clause
        if led or analysis.kinds[index] & _NEW_CLAUSE or not analysis.gap(index).isspace():
            return False
        finite = analysis.kinds[index] & Kind.VERB and analysis.norms[index].endswith(("s", "ed"))
        if finite or analysis.kinds[index] & _FINITE:
            return True
    return False
