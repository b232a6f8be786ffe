"""Two ways of putting one thing, as the two sides of a conflict."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Sentence
from healthscore.language.certainty import PLAIN

DIRECT = 0.95
"""How far two places exclude each other where words alone tell them."""


class Put(Struct, frozen=True):
    """One side: in which words a sentence puts a thing somewhere, to what it is limited, and how sure it is."""

    sentence: Sentence
    words: str
    limits: frozenset[str]
    certainty: float = PLAIN


def held(
    rule: str,
    key: frozenset[str],
    about: str,
    puts: tuple[Put, Put],
    message: Callable[[Statement, Statement], str],
    suggestion: str,
    directness: float = DIRECT,
) -> Weighed:
    """The two weighed: of the thing with the terms ``key``, both answering what is asked ``about`` it."""
    asked = frozenset({about})
    one, other = (
        Statement(put.sentence, put.words, key, asked, limits=put.limits, certainty=put.certainty)
        for put in puts
    )
    return weigh(f"consistency/{rule}", one, other, directness, message, suggestion)
