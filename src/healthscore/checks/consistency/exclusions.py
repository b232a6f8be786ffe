"""Who is told not to use the thing that an article is about."""

from __future__ import annotations

from healthscore.checks.base import once
from healthscore.checks.consistency.properties import sentences_by_property
from healthscore.checks.consistency.things import FIT, thing
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.scope import limits_of

_NO_GROUPS = frozenset({"adult", "affected", "athletes", "healthy"})


@once
def excluded_groups(analysis: Analysis) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences that tell some not to use it, each with the groups of people that it names."""
    return [(s, groups_of(analysis, s)) for s in sentences_by_property(analysis)["excludes"]]


def same_thing(analysis: Analysis, one: Sentence, other: Sentence) -> bool:
    """True where both sentences speak of one thing to take or do: of what one calls fit, the other warns."""
    return not things(analysis, one).isdisjoint(things(analysis, other, ("excludes",)))


def things(analysis: Analysis, sentence: Sentence, kinds: tuple[str, ...] = FIT) -> frozenset[str]:
    """Of what a sentence says properties of these kinds, as stems."""
    cues = (c for c in analysis.cues_in(sentence, "property") if c.kind in kinds)
    return frozenset().union(*(thing(analysis, cue) for cue in cues))


def groups_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The groups of people that a sentence names: ``children``, or the stems of what they have."""
    limits = limits_of(analysis, sentence)
    named = {scope.partition(":") for scope in limits if scope.startswith(("population:", "people:"))}
    return frozenset(group for _, _, group in named) - _NO_GROUPS
