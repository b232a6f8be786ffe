"""What a change is put down to where it only goes with it: "falls when you take it", "is lower in people on X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.grammar import COMMA, HARD, Words
from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.language.claims.clause import Clause
    from healthscore.language.cues import Cue

TAKES = frozenset("on take takes took taking use uses used using".split())
"""Words by which people are said to take a thing."""

_PEOPLE = frozenset(  # besides the person nouns
    "women men children adults babies mothers girls boys teenagers athletes those many most they".split()
)
_WITH = frozenset("with after during under following".split())
_AFTER_COMPARATIVE = _WITH | {"from", "on"}
_WHEN = frozenset("when while if once whenever after as because".split())
_AMONG = frozenset({"in", "among", "for"})
_WHO_TAKE = frozenset("on taking using given".split())
_SWALLOWS = frozenset(
    "eat eats ate eating drink drinks drank drinking apply applies applied applying start starts started starting".split()
)
_STARTS = frozenset("starting taking using having beginning".split())
_STAYS = frozenset("stay stays stayed remain remains go goes went keep keeps kept still".split())  # "on"
_IN_PLACE = frozenset("in used taken worn given applied started added eaten drunk swallowed placed".split())
_ENDS = frozenset(
    "stopping quitting skipping missing avoiding cutting leaving giving coming withdrawing".split()
)
_TURNS = frozenset("get gets getting got become becomes became stay stays grow grows".split())
_SLIGHTLY = frozenset("a little bit lot far much sharply steeply again".split())
_SLIGHTLY_MADE = _SLIGHTLY | {"made"}
_DENIES = frozenset({"not", "never", "no", "hardly", "seldom", "rarely"})
_MOST_BETWEEN = 4  # words between a change and what it goes with, and between "people" and "take"
_PERSON = Kind.SPEAKER | Kind.PERSON_NOUN


def brought(clause: Clause, cue: Cue) -> tuple[int, int] | None:
    """Where the verb of a change stands, and where what it is put down to: "the pulse | falls with | coffee".

    For verbs of change that have no object, and comparatives after "is" and "gets"; None where nothing is named.
    """
    line = clause.line
    verb = _verb(line, cue, clause.first)
    if verb is None:
        return None
    after = _past_degrees(line, cue.last)
    opens = _AFTER_COMPARATIVE if cue.kind == "comparative" else _WITH
    if cue.kind == "comparative" and line.norms[verb + 1] == "made":
        opens = opens | {"by"}
    found = named_at(line, after, opens) if after < line.last and not line.breaks(after) else None
    if found is None:
        found = _fronted(line, line.noun_phrase_before(verb)[0], opens)
    return None if found is None else (verb, found)


def named_at(line: Words, index: int, opens: frozenset[str] = _WITH) -> int | None:
    """Where what is taken stands in "with X", "after taking X", "when you take X" and "in people on X" at a token."""
    opener = line.norms[index]
    if opener in _AMONG:
        return _taken_by(line, index + 1)
    if opener == "within":
        return _within(line, index + 1)
    if opener in _WHEN:
        taken = _taken(line, index + 1) or _in_use(line, index + 1)
        if taken is not None or opener not in opens:
            return taken
    at = index + 1
    return at if opener in opens and at < line.last and line.norms[at] not in _ENDS else None


def _verb(line: Words, cue: Cue, first: int) -> int | None:
    """The verb that ends the noun phrase of what changes: before a comparative "is" or "gets"."""
    if cue.kind != "comparative" or "befalls" in cue.attributes:
        return cue.first if cue.first > first else None
    index = cue.first - 1
    while index > first and (line.kinds[index] & Kind.ADVERB or line.norms[index] in _SLIGHTLY_MADE):
        if line.norms[index] in _DENIES:
            break
        index -= 1
    turns = index > first and (line.kinds[index] & Kind.COPULA or line.norms[index] in _TURNS)
    return index if turns else None


def _past_degrees(line: Words, index: int) -> int:
    """Past "slightly" and "a little"."""
    last = min(line.last, index + _MOST_BETWEEN)
    norms = line.norms
    while index < last and (
        line.kinds[index] & Kind.ADVERB or norms[index] in _SLIGHTLY or norms[index].endswith("ly")
    ):
        index += 1
    return index


def _fronted(line: Words, first: int, opens: frozenset[str]) -> int | None:
    """The same where it comes first: "When you take X, the pulse falls"; ``first`` is where "the pulse" begins."""
    comma = next((i for i in (first, first - 1) if line.signs.get(i, 0) & COMMA), None)
    if comma is None:
        return None
    start = comma - 1
    while start > line.first and not line.signs.get(start, 0) & (COMMA | HARD):
        start -= 1
    at = named_at(line, start, opens)
    return at if at is not None and at < comma else None


def _taken(line: Words, index: int) -> int | None:
    """Past "you take", "people regularly use" and "taking"."""
    last = min(line.last, index + _MOST_BETWEEN + 1)
    for at in range(index, last - 1):
        norm, kinds = line.norms[at], line.kinds[at]
        if norm in _DENIES or line.breaks(at):
            return None
        if norm in TAKES or norm in _SWALLOWS:
            return at + 1
        if norm not in _STAYS and not (
            kinds & (_PERSON | Kind.AUXILIARY | Kind.ADVERB | Kind.DETERMINER) or norm in _PEOPLE
        ):
            return None
    return None


def _taken_by(line: Words, index: int) -> int | None:
    """Past "people who take" and "older adults on"."""
    for at in range(index, min(index + _MOST_BETWEEN, line.last - 2)):
        if names_people(line, at):
            return doing_at(line, at + 1)
        if line.breaks(at) or line.kinds[at] & (Kind.PREPOSITION | Kind.VERB):
            return None
    return None


def names_people(line: Words, index: int) -> bool:
    """True for "patients", "women" and the one before "who"; a token has to follow."""
    named = line.kinds[index] & Kind.PERSON_NOUN or line.norms[index] in _PEOPLE
    return bool(named) or line.norms[index + 1] == "who"


def doing_at(line: Words, index: int) -> int | None:
    """What those take or do who are told of: past "who take", "given" and "on", else the verb of "who smoke"."""
    who = line.norms[index]
    if who != "who":
        return index + 1 if who in _WHO_TAKE else None
    taken = _taken(line, index + 1)
    if taken is not None or index + 2 >= line.last:
        return taken
    does = line.kinds[index + 1] & (Kind.AUXILIARY | Kind.ADVERB | Kind.PREPOSITION | Kind.HAVING) == 0
    with_it = does and index + 3 < line.last and line.norms[index + 2] == "with"  # "brush with a paste"
    return index + 1 + 2 * with_it if does else None


def _in_use(line: Words, index: int) -> int | None:
    """A thing that "is taken" or "is in place"."""
    for at in range(index + 1, min(index + _MOST_BETWEEN + 2, line.last - 1)):
        if line.kinds[at] & Kind.COPULA:
            used = line.norms[at + 1] in _IN_PLACE
            return index if used and not line.kinds[index] & Kind.PRONOUN else None
        if line.breaks(at) or line.kinds[at] & (Kind.VERB | Kind.AUXILIARY | Kind.SUBORDINATOR):
            return None
    return None


def _within(line: Words, index: int) -> int | None:
    """Past "weeks of starting"."""
    last = min(index + _MOST_BETWEEN, line.last - 2)
    of = next((i for i in range(index, last) if line.norms[i] == "of"), None)
    return of + 2 if of is not None and line.norms[of + 1] in _STARTS else None
