"""Whether a negation in a clause reaches one of its cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import COMMA, HARD
from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.cues import Cue
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.claims.clause import Clause

_PERMITTED = frozenset(
    {"approved", "licensed", "licenced", "authorised", "authorized", "intended", "registered"}
)
_INDIRECT = frozenset({"directly", "necessarily", "solely", "exclusively"})
_WITHIN_DENIAL = Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER
_REACH = 6  # tokens before a cue in which a negation may end


def is_negated(clause: Clause, cue: Cue, object_at: int) -> bool:
    """True where a negation reaches the cue from the left, or opens its object ("has no effect")."""
    tokens = clause.analysis.tokens
    if cue.first > clause.first and tokens[cue.first - 1].norm in ("or", "nor") and _denied_list(clause, cue):
        return True
    low = max(clause.first, cue.first - _REACH)
    return any(
        other.category == "negation"
        and other.first < max(cue.last, object_at)
        and other.last >= low
        and not (other.last < clause.last and _leaves_some(tokens[other.last]))
        and not cue.first <= other.first < cue.last  # part of the cue's own phrase
        and not _parted(clause, other.last, cue.first)
        and not _of_another_word(clause, other, cue)
        for other in clause.cues
    )


def _leaves_some(token: Token) -> bool:
    """True for "not only" and "not directly"."""
    return is_kind(token, Kind.ONLY_WORD) or token.norm in _INDIRECT


def _denied_list(clause: Clause, cue: Cue) -> bool:
    """True for the last verb of "does not raise, lower or otherwise change"."""
    return any(
        other.category == "negation" and other.last <= cue.first and _is_not(clause, other)
        for other in clause.cues
    )


def _is_not(clause: Clause, negation: Cue) -> bool:
    norm = clause.analysis.tokens[negation.first].norm
    return norm in ("not", "never", "cannot") or norm.endswith("n't")


def _of_another_word(clause: Clause, negation: Cue, cue: Cue) -> bool:
    """True where a negation belongs to a word before the cue and not to the cue.

    "Non-drug therapy reduces", "a lack of iron causes", "is not approved for the treatment of", "infections that
    are not treated can cause": after "not" comes a word, then an auxiliary.
    """
    tokens = clause.analysis.tokens
    between = tokens[negation.last : cue.first]
    if between and tokens[negation.first].norm in ("non", "lack", "absence", "lacking"):
        return True
    if not _is_not(clause, negation):
        return False
    if cue.attributes.get("denied") and not all(is_kind(token, _WITHIN_DENIAL) for token in between):
        return True  # "do not buy unproven tests"
    if cue.kind == "noun" or tokens[cue.first].norm in ("treatment", "therapy"):
        return any(token.norm.endswith("ed") for token in between)
    if any(token.norm in _PERMITTED for token in between):
        return True
    words_at = next(
        (i for i, token in enumerate(between) if not is_kind(token, Kind.AUXILIARY | Kind.ADVERB)),
        len(between),
    )
    return any(is_kind(token, Kind.AUXILIARY) and token.norm != "to" for token in between[words_at:])


def _parted(clause: Clause, first: int, last: int) -> bool:
    return any(clause.line.signs[i - clause.offset] & (COMMA | HARD) for i in range(first, last))
