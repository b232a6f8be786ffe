"""Whose words may be handed on: people, bodies, documents, and names by their capital letters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind
from healthscore.language.lexicon import entries
from healthscore.language.sources.mentions import capital

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_WITHOUT_S = frozenset("people men women children police they who others media data staff".split())
_OUTSIDE = Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.COORDINATOR | Kind.AUXILIARY | Kind.VERB
_LONGEST_NAME = 6
_MODIFIERS = 4
READER = frozenset("you your yours yourself".split())


def speaker(analysis: Analysis, at: int) -> str:
    """What kind of somebody a token stands for: ``pronoun``, ``person``, ``body``, ``work``, ``name``, or nothing."""
    kind = _nouns().get(analysis.tokens[at].norm, "")
    if kind or not capital(analysis, at) or analysis.kinds[at] & Kind.CLOSED:
        return kind
    return "" if at in analysis.concepts or len(analysis.tokens[at].norm) == 1 else "name"


def several(analysis: Analysis, at: int) -> bool:
    """Whether a token takes a verb without -s: doctors, they, police."""
    norm = analysis.tokens[at].norm
    return norm in _WITHOUT_S or (norm.endswith("s") and not norm.endswith(("ss", "us", "is")))


def opening(analysis: Analysis, sentence: Sentence, at: int) -> int:
    """The first token of the noun phrase that ends with token ``at``."""
    first = at
    while first > max(sentence.first, at - _LONGEST_NAME) and touching(analysis, first):
        if analysis.kinds[first - 1] & _OUTSIDE and (
            first - 1 == sentence.first or not capital(analysis, first - 1)
        ):
            break
        first -= 1
    return first


def following(analysis: Analysis, sentence: Sentence, at: int) -> int | None:
    """The somebody that the noun phrase from ``at`` on is about."""
    for place in range(at, min(at + _MODIFIERS, sentence.last)):
        norm = analysis.tokens[place].norm
        if norm in READER or (place > at and not touching(analysis, place)):
            return None
        if speaker(analysis, place):
            return place
        if analysis.kinds[place] & (Kind.PREPOSITION | Kind.SUBORDINATOR | Kind.AUXILIARY | Kind.VERB):
            return None
    return None


def touching(analysis: Analysis, at: int) -> bool:
    """Whether only spaces, hyphens and the points of abbreviations part a token from the one before it."""
    gap = analysis.gap(at)
    return gap == " " or not gap.strip(" \n.'’s-&")


@cache
def _nouns() -> dict[str, str]:
    return {phrase: entry.kind for phrase, entry in entries("speaker")}
