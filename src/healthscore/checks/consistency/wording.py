"""How a conflict is told: a name as it stands within a sentence, and what is said of it here and there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.checks.consistency.weighing import Statement
    from healthscore.language.analysis import Analysis

_AFTER_HEAD = re.compile(r" (?:of|in|with|for|at|on|from|by|that|who|to)\b")
_ONE_IN_S = frozenset("diabetes herpes measles mumps shingles rabies scabies rickets".split())
_SEVERAL = frozenset({"people", "men", "women", "children"})
_VERBS_OF_SEVERAL = {"does": "do", "is": "are", "has": "have"}


def both_said(first: Statement, second: Statement) -> str:
    """The message of two claims on one thing."""
    name = first.name or second.name or "it"
    here, there = first.said, second.said
    if _names_several(name):
        here, there = _of_several(here), _of_several(there)
    return f"Says that {name} {here} here and {there} there."


def _names_several(name: str) -> bool:
    """True for "statins" and "people with asthma"; not for "measles", "hepatitis" and "use of statins"."""
    head = _AFTER_HEAD.split(name.lower(), maxsplit=1)[0]
    in_s = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s", "’s"))
    return (in_s and head.rpartition(" ")[2] not in _ONE_IN_S) or head.rpartition(" ")[2] in _SEVERAL


def _of_several(said: str) -> str:
    """A verb and what follows it, said of several: "lower cholesterol" of "lowers cholesterol"."""
    verb, _, rest = said.partition(" ")
    return f"{_VERBS_OF_SEVERAL.get(verb) or verb.removesuffix('s')} {rest}"


def within(analysis: Analysis, words: str) -> str:
    """Words as they stand within a sentence: "the pulse" for "The pulse", but "Parkinson's disease"."""
    first = words.partition(" ")[0]
    if not first[1:].islower() and first != "A":
        return words
    places = analysis.places.get(first.lower(), ())
    closed = any(analysis.kinds[i] & Kind.CLOSED for i in places[:1])
    if closed or any(not analysis.capitals[i] for i in places):
        return words[:1].lower() + words[1:]
    return words
