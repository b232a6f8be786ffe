"""Amounts in a sentence: numbers with their unit, what they are counted by, and whether they bound something."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.language.claims.model import Quantity
from healthscore.language.cues import Cue
from healthscore.language.lexicon import entries, words
from healthscore.language.tokens import Token

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_PER_REACH = 6  # tokens after an amount in which "a day" and the like belong to it
_NO_ADJECTIVES = frozenset(
    {"and", "the", "per", "for", "out", "not", "more", "times", "every", "each", "other", "than"}
)
_OR_MORE = frozenset("more longer older higher greater above over heavier later".split())
_BOUND_REACH = 4  # tokens before it in which "at most" and the like do
_DASHES = "-–"
_SIGNS = "\u2212" + _DASHES  # that may stand for a minus
_RANGES = (*_SIGNS, "—")
_BEFORE_MINUS = frozenset(" \t\n\xa0([=<>≤≥~≈,;:\"'“‘")


class Amount(Struct, frozen=True):
    """A quantity and where it stands: characters ``[start, end)``, tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int
    quantity: Quantity


def amounts_of(analysis: Analysis) -> dict[int, tuple[Amount, ...]]:
    """Every number with a unit in the article, ranges read as one, by the index of its sentence."""
    found: defaultdict[int, list[Amount]] = defaultdict(list)
    units = {unit.first: unit for unit in analysis.cues_of("unit")}
    for unit in units.values():
        sentence = analysis.sentence_at(unit.first)
        high_at = _number_before(analysis, unit.first, sentence.first)
        if high_at >= sentence.first:
            low_at = _range_start(analysis, high_at, sentence.first)
            of_low = units.get(low_at + 1, unit)
            if of_low.kind != unit.kind:  # "2 tablets and 5 ml"
                low_at, of_low = high_at, unit
            if of_low is not unit and found[sentence.index][-1:]:
                found[sentence.index].pop()  # the low end, read as an amount by itself
            found[sentence.index].append(_amount(analysis, sentence, (of_low, unit), low_at, high_at))
    return {index: tuple(amounts) for index, amounts in found.items()}


def _number_before(analysis: Analysis, index: int, limit: int) -> int:
    """The number that a unit belongs to ("5 mg", "five raw cloves", "half a litre"); -1 where there is none."""
    if "/" in analysis.gap(index) and not counts_things(analysis.tokens[index - 1]):
        return -1  # the litre of "5 mmol/l"
    if analysis.norms[max(limit, index - 2) : index] in (["half", "a"], ["half", "an"]):
        return index - 2
    for at in (index - 1, index - 2):
        if at >= limit and counts_things(analysis.tokens[at]):
            between = analysis.tokens[at + 1 : index]
            plain = all(
                token.norm.isalpha() and len(token.norm) > 2 and token.norm not in _NO_ADJECTIVES
                for token in between
            )
            return at if plain else -1
    return -1


def amounts_in(analysis: Analysis, sentence: Sentence) -> Sequence[Amount]:
    """Every number with a unit in one sentence."""
    return analysis.amounts.get(sentence.index, ())


def up_to_and_above(ours: Iterable[Amount], theirs: Iterable[Amount]) -> bool:
    """True for "up to 200 mg" beside "more than 200 mg", of which the one may be so and the other not."""
    of_theirs = [amount.quantity for amount in theirs]
    return any(
        (a.unit, a.low) == (b.unit, b.low)
        and "above" in (a.comparator, b.comparator)
        and a.comparator != b.comparator
        for a in (amount.quantity for amount in ours)
        for b in of_theirs
    )


def start_of(analysis: Analysis, index: int) -> int:
    """Where a token begins, with the minus sign that makes it a negative number: not the dash of a range or a bullet."""
    prose, token = analysis.article.prose, analysis.tokens[index]
    at = token.start - 1
    sign = prose[at] if at >= 0 else ""
    if not sign or sign not in _SIGNS or not is_number(token):
        return token.start
    if at > 0 and prose[at - 1] not in _BEFORE_MINUS:
        return token.start
    before = analysis.tokens[
        max(0, index - (1 if sign not in _DASHES else 2)) : index
    ]  # "10 -20 mg", "10 mg -20 mg"
    if any(map(counts_things, before)) and analysis.gap(index).strip() == sign:
        return token.start
    opens = not prose[analysis.sentence_at(index).start : at].strip()
    return token.start if opens and sign in _DASHES else at


def numerals_of(analysis: Analysis) -> tuple[int, ...]:
    """The tokens, by index, that are digits, number words or fractions."""
    numbers, fractions = values_of("number"), values_of("fraction")
    named = numbers.keys() | fractions.keys()
    return tuple(
        analysis.places_of([word for word in analysis.places if word in named or word[0].isdecimal()])
    )


def numerals_in(analysis: Analysis, sentence: Sentence) -> Sequence[int]:
    """The digits, number words and fractions of one sentence, by token index."""
    found = analysis.numerals
    return found[bisect_left(found, sentence.first) : bisect_left(found, sentence.last)]


def is_number(token: Token) -> bool:
    """True for a token of digits; ² and ① are signs, with no place in a number."""
    return token.norm[0].isdecimal()


def is_year(norm: str) -> bool:
    """True for "1998" and "2010": four digits, of the last centuries."""
    return len(norm) == 4 and norm.isdecimal() and "1800" <= norm < "2100"


def number(token: Token) -> float:
    """The value of a number token; a comma parts thousands."""
    if token.norm in values_of("number"):
        return values_of("number")[token.norm]
    text = token.norm.replace(",", "")
    try:
        return float(text)
    except ValueError:  # 1.2.3 is a version or a date, not an amount
        return float(text.split(".")[0])


def signed(analysis: Analysis, index: int) -> float:
    """The value of a number token, below zero behind a minus sign."""
    token = analysis.tokens[index]
    return number(token) * (-1 if start_of(analysis, index) < token.start else 1)


def counts_things(token: Token) -> bool:
    """True for a token of digits and for a number word."""
    return is_number(token) or token.norm in values_of("number")


def _range_start(analysis: Analysis, high_at: int, limit: int) -> int:
    """The token at which ``1-3``, ``1 to 3``, ``1 mg to 3`` or ``between 1 and 3`` begins."""
    tokens = analysis.tokens
    if high_at - 1 >= limit and counts_things(tokens[high_at - 1]):
        between = analysis.gap(high_at).strip()
        return high_at - 1 if between in _RANGES else high_at
    back = high_at - 2
    joined = tokens[high_at - 1].norm in ("to", "and", "or")
    if back >= limit and joined and "," not in analysis.gap(high_at - 1):  # not "73 patients, or 23 percent"
        if counts_things(tokens[back]):
            return back
        if back - 1 >= limit and counts_things(tokens[back - 1]):
            return back - 1
    return high_at


def _amount(
    analysis: Analysis, sentence: Sentence, units: tuple[Cue, Cue], low_at: int, high_at: int
) -> Amount:
    """The amount from one number to another; each has a unit of its own in "500 mg to 1 g"."""
    unit = units[1]
    before = analysis.tokens[max(sentence.first, low_at - _PER_REACH) : low_at]
    low, high = (
        signed(analysis, at) * float(u.attributes["factor"])
        for at, u in zip((low_at, high_at), units, strict=True)
    )
    quantity = Quantity(
        round(min(low, high), 6),
        round(max(low, high), 6),
        unit.kind,
        _per(
            analysis.tokens[unit.last : min(unit.last + _PER_REACH, sentence.last)],
            analysis.article.prose[unit.end : unit.end + 1],
        )
        or ("day" if any(token.norm == "daily" for token in before) else ""),
        _comparator(
            analysis.norms[max(sentence.first, low_at - _BOUND_REACH) : low_at],
            analysis.norms[unit.last : min(unit.last + 2, sentence.last)],
        ),
    )
    return Amount(start_of(analysis, low_at), unit.end, low_at, unit.last, quantity)


def _per(after: Sequence[Token], sign: str) -> str:
    counted = _periods()
    if any(a.norm == "24" and b.norm in ("hours", "h") for a, b in pairwise(after)):
        return "day"
    if sign == "/" and after:  # mg/kg
        return counted.get(after[0].norm, "")
    if any(token.norm in ("twice", "times") for token in after):  # "1 ml twice a day"
        return "dose"
    for here, following in pairwise([token for token in after if token.norm not in ("whole", "single")]):
        if here.norm in ("per", "a", "each", "every", "one", "in", "at") and following.norm in counted:
            return counted[following.norm]
    return next((counted[token.norm] for token in after if token.norm in ("daily", "nightly", "weekly")), "")


def _comparator(norms: Sequence[str], after: Sequence[str]) -> str:
    """Which bound the words before an amount, and "or longer" after it, make of it."""
    if (tuple(after[:1]) == ("or",) and after[-1] in _OR_MORE) or _none_below(norms):
        return "at least"
    if not words("amount", "at-most").isdisjoint(norms) or tuple(norms[-2:]) in (
        ("up", "to"),
        ("at", "most"),
    ):
        return "at most"
    if not words("amount", "at-least").isdisjoint(norms):
        return "at least"
    return "above" if not words("amount", "above").isdisjoint(norms) else ""


def _none_below(norms: Sequence[str]) -> bool:
    """True for "no less than" and "not fewer than"."""
    return any(a in ("no", "not") and b in ("less", "fewer") for a, b in pairwise(norms))


@cache
def values_of(kind: str) -> dict[str, float]:
    """The words of one kind in ``lexicons/amounts.toml`` with the number of each: ``number``, ``fraction``, ``large-number``."""
    return {p: float(e.attributes["value"]) for p, e in entries("amount", kind)}


@cache
def _periods() -> dict[str, str]:
    return {p: str(e.attributes["value"]) for p, e in entries("amount", "per")}
