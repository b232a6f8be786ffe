"""The closed classes of English that claims are read by, as bits, so that a word is asked about several at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat

from healthscore.language.lexicon import entries
from healthscore.language.tokens import Token


class Kind:
    """One bit for each kind in ``lexicons/grammar.toml``, under the kind's own name."""

    DETERMINER = 1 << 0
    PRONOUN = 1 << 1
    AUXILIARY = 1 << 2
    ADVERB = 1 << 3
    PREPOSITION = 1 << 4
    SUBORDINATOR = 1 << 5
    COORDINATOR = 1 << 6
    VERB = 1 << 7
    COPULA = 1 << 8
    RELATIVE = 1 << 9
    PARTING = 1 << 10
    SPEAKER = 1 << 11
    IRREGULAR_PAST = 1 << 12
    ONLY_WORD = 1 << 13
    ALL_WORD = 1 << 14
    QUANTITY_NOUN = 1 << 15
    DEGREE = 1 << 16
    GENERIC_NOUN = 1 << 17
    PERSON_NOUN = 1 << 18
    RAISED_STATE = 1 << 19
    LOWERED_STATE = 1 << 20
    USE_WORD = 1 << 21
    USED_PARTICIPLE = 1 << 22
    PRODUCT_NOUN = 1 << 23
    CONDITION_NOUN = 1 << 24
    CONDITION_WORD = 1 << 25
    YES_OR_NO = 1 << 26
    COUNTED_NOUN = 1 << 27
    AIM_WORD = 1 << 28
    USE_NOUN = 1 << 29
    LESSENING_NOUN = 1 << 30
    LACKING = 1 << 31
    SOME_WORD = 1 << 32
    FORM_NOUN = 1 << 33
    HAVING = 1 << 34
    SUBSTANCE_NOUN = 1 << 35
    ILLNESS_NOUN = 1 << 36
    TIME_NOUN = 1 << 37
    COMPARED_WORD = 1 << 38
    BOUNDING = 1 << 39
    DIFFERING = 1 << 40
    DESCRIBING = 1 << 41

    CLOSED = DETERMINER | PRONOUN | AUXILIARY | ADVERB | PREPOSITION | SUBORDINATOR | COORDINATOR


def is_kind(token: Token, kinds: int) -> bool:
    """True where the word belongs to one of the kinds."""
    return _kinds().get(token.norm, 0) & kinds != 0


def kinds_of(norms: Iterable[str]) -> Iterator[int]:
    """All kinds of each normalised token, as bits."""
    return map(_kinds().get, norms, repeat(0))


@cache
def _kinds() -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase, entry in entries("grammar"):
        bit: int = getattr(Kind, entry.kind.upper().replace("-", "_"))
        found[phrase] = found.get(phrase, 0) | bit
    return found
