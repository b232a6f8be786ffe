"""What one claim is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Relation = Literal["raises", "lowers", "causes", "prevents", "treats", "affects", "is", "has"]
SIGNS: Mapping[str, int] = {"raises": 1, "causes": 1, "lowers": -1, "prevents": -1, "treats": -1}
"""The relations that have a direction: 1 for more of the object, -1 for less."""
LESSENING: tuple[Relation, ...] = ("lowers", "prevents", "treats")
Strength = Literal["none", "correlational", "conditional", "causal"]
Valence = Literal["benefit", "harm", "neutral"]
Attribution = Literal["none", "vague", "named", "checkable"]
Voice = Literal["article", "quoted", "reported", "rebutted", "question", "heading", "conditional"]


class Quantity(Struct, frozen=True):
    """An amount with its unit, normalised: mass in mg, volume in ml, time in days, shares in percent.

    ``low`` equals ``high`` for a single number; ``per`` is what it is counted by (``dose``, ``day``, ``kg``)
    or empty; ``comparator`` is ``at most``, ``at least``, ``above``, ``below`` or empty.
    """

    low: float
    high: float
    unit: str
    per: str
    comparator: str


class Claim(Struct, frozen=True):
    """What a sentence asserts: subject, relation with direction, object, and how it is said.

    ``start``/``end`` is the stretch of text that makes the claim. ``subject_key`` and ``object_key`` are the
    stems by which claims are compared; ``scope`` holds the populations, conditions, doses and times it is
    limited to, as stems with their kind (``population:mice``); ``subject_head`` and ``object_head`` are the stems
    of the keys that subject and object are about most of all. ``certainty`` is 0-1. ``negated`` is how claims are
    compared: ``in_its_words`` where the object says so itself ("harmless", "not habit-forming").
    """

    id: str
    sentence: int
    start: int
    end: int
    subject: str
    relation: Relation
    object: str
    negated: bool
    certainty: float
    strength: Strength
    valence: Valence
    attribution: Attribution
    voice: Voice
    quantity: Quantity | None
    scope: tuple[str, ...]
    subject_key: frozenset[str]
    object_key: frozenset[str]
    subject_head: str = ""
    object_head: str = ""
    in_its_words: bool = False

    @property
    def is_not(self) -> bool:
        """True where "not" stands between subject and object."""
        return self.negated and not self.in_its_words
