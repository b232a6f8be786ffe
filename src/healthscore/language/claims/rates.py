"""How often, in numbers: percentages, "1 in 10", "a third of", as shares of those concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.claims.kinds import Kind, is_kind
from healthscore.language.claims.quantities import amounts_in, counts_things, number, numerals_in, values_of

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.tokens import Token

_OUT_OF = frozenset({"in", "of", "per"})
_FEWER = frozenset({"fewer", "less", "under", "below"})
_ONE_OF_THEM = ("woman", "man", "child", "adult", "baby", "girl", "boy")  # "one woman in five"
_PLURAL = {"thirds": "two", "quarters": "three"}
_BEFORE = 3  # tokens before a rate in which "fewer than" stands


class Rate(Struct, frozen=True):
    """A share 0-1 and the tokens ``[first, last)`` that give it; ``below``: it is said to be less than that."""

    first: int
    last: int
    share: float
    below: bool


def rates_in(analysis: Analysis, sentence: Sentence) -> list[Rate]:
    """The rates in a sentence, in order of place."""
    found = [
        (a.first, a.last, a.quantity.high / 100)
        for a in amounts_in(analysis, sentence)
        if a.quantity.unit == "percent" and a.quantity.low >= 0
    ]
    tokens, fractions = analysis.tokens, values_of("fraction")
    for index in numerals_in(analysis, sentence):
        norm = tokens[index].norm
        if norm in _PLURAL and index > sentence.first and tokens[index - 1].norm == _PLURAL[norm]:
            found.append((index - 1, index + 1, fractions[norm]))  # "two thirds"
        elif norm in fractions and (index == sentence.first or not counts_things(tokens[index - 1])):
            found.append((index, index + 1, fractions[norm]))
        elif counts_things(tokens[index]):
            end = _end_of_ratio(analysis, index, sentence.last)
            if end:
                whole = _whole(analysis, end - 1)
                if end < sentence.last and counts_things(tokens[end - 1]) and _is_large(tokens[end]):
                    whole, end = whole * _whole(analysis, end), end + 1  # "one in ten thousand"
                found.append((index, end, min(1.0, number(tokens[index]) / whole)))
    return [
        Rate(first, last, share, _is_below(analysis, first, sentence.first))
        for first, last, share in sorted(found)
    ]


def _end_of_ratio(analysis: Analysis, index: int, last: int) -> int:
    """The end of "1 in 10", "one out of ten", "seven in every ten", "1 per 5,000"; 0 where it is none."""
    tokens = analysis.tokens
    at = index + 1
    for more in (0, 1):  # "one woman in five", "one pregnant woman in five"
        if at + more < last and (
            is_kind(tokens[at + more], Kind.PERSON_NOUN) or tokens[at + more].norm in _ONE_OF_THEM
        ):
            at += more + 1
            break
    if at < last and tokens[at].norm == "out":
        at += 1
    if at >= last or tokens[at].norm not in _OUT_OF or (tokens[at].norm == "of" and at == index + 1):
        return 0
    at += 1
    if at < last and tokens[at].norm == "every":
        at += 1
    if at >= last or not (counts_things(tokens[at]) or _is_large(tokens[at])):
        return 0
    return at + 1 if _whole(analysis, at) > number(tokens[index]) else 0


def _whole(analysis: Analysis, index: int) -> float:
    token = analysis.tokens[index]
    return values_of("large-number")[token.norm] if _is_large(token) else number(token)


def _is_large(token: Token) -> bool:
    return token.norm in values_of("large-number")


def _is_below(analysis: Analysis, first: int, start: int) -> bool:
    return any(token.norm in _FEWER for token in analysis.tokens[max(start, first - _BEFORE) : first])
