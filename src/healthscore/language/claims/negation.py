"""Whether a negation in a clause reaches one of its cues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import COMMA, HARD
from healthscore.language.claims.kinds import Kind
from healthscore.language.cues import Cue

if TYPE_CHECKING:
    from healthscore.language.claims.clause import Clause

PERMITTED = frozenset({"approved", "licensed", "licenced", "authorised", "authorized"})
_MEANT = PERMITTED | {"intended", "registered"}
_INDIRECT = frozenset({"directly", "necessarily", "solely", "exclusively"})
_WITHIN_DENIAL = Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER
_AN_INSERT = 2  # commas around "however"
_REACH = 6  # tokens before a cue in which a negation may end


def is_negated(clause: Clause, cue: Cue, object_at: int) -> bool:
    """True where a negation reaches the cue from the left, or opens its object ("has no effect")."""
    denials = [other for other in clause.cues if other.category == "negation"]
    if not denials:
        return False
    listed = cue.first > clause.first and clause.line.norms[cue.first - 1] in ("or", "nor")
    if listed and any(other.last <= cue.first and _is_not(clause, other) for other in denials):
        return True  # the last verb of "does not raise, lower or otherwise change"
    low = max(clause.after_frame() + 1, cue.first - _REACH)
    framed = (
        cue.first if cue.attributes.get("denied") else cue.last
    )  # "is not the cause of" frames the cause itself
    if any(_frames(other) and other.first < cue.first and other.last <= framed for other in denials):
        return True
    return any(
        other.first < max(cue.last, object_at)
        and not _frames(other)
        and other.last >= low
        and not (other.last < clause.last and _leaves_some(clause, other.last))
        and not cue.first <= other.first < cue.last  # part of the cue's own phrase
        and not _parted(clause, other.last, cue.first)
        and not _of_another_word(clause, other, cue)
        for other in denials
    )


def _frames(negation: Cue) -> bool:
    """True for "there is no way for", which denies all that follows; what is only unwise is not denied."""
    return negation.kind == "frame" and not negation.attributes.get("advice")


def _leaves_some(clause: Clause, index: int) -> bool:
    """True for "not only" and "not directly"."""
    return clause.line.kinds[index] & Kind.ONLY_WORD != 0 or clause.line.norms[index] in _INDIRECT


def _is_not(clause: Clause, negation: Cue) -> bool:
    norm = clause.line.norms[negation.first]
    return norm in ("not", "never", "cannot") or norm.endswith("n't")


def _of_another_word(clause: Clause, negation: Cue, cue: Cue) -> bool:
    """True where a negation belongs to a word before the cue and not to the cue.

    "Non-drug therapy reduces", "a lack of iron causes", "is not approved for the treatment of", "infections that
    are not treated can cause": after "not" comes a word, then an auxiliary.
    """
    between, norms = range(negation.last, cue.first), clause.line.norms
    if between and norms[negation.first] in ("non", "lack", "absence", "lacking"):
        return True
    if not _is_not(clause, negation):
        return False
    if cue.attributes.get("denied") and not all(clause.line.kinds[i] & _WITHIN_DENIAL for i in between):
        return True  # "do not buy unproven tests"
    if cue.kind == "noun" or norms[cue.first] in ("treatment", "therapy"):
        return any(norms[i].endswith("ed") for i in between)
    if any(norms[i] in _MEANT for i in between):
        return True
    kinds = clause.line.kinds
    word_at = next((i for i in between if not kinds[i] & (Kind.AUXILIARY | Kind.ADVERB)), cue.first)
    return any(kinds[i] & Kind.AUXILIARY and norms[i] != "to" for i in range(word_at, cue.first))


def _parted(clause: Clause, first: int, last: int) -> bool:
    """True where a mark stands between a negation and what it may deny; not for "does not, however, raise"."""
    signs = [clause.line.signs.get(i, 0) for i in range(first, last + 1)]
    commas = sum(sign & COMMA != 0 for sign in signs)
    return commas == 1 or commas > _AN_INSERT or any(sign & HARD for sign in signs[:-1])
