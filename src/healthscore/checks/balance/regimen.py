"""Is a reader who is told how much to take also told who should not?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from healthscore.checks.balance.advocacy import recommends
from healthscore.checks.balance.figures import asks
from healthscore.checks.balance.statements import Statement, read
from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.hedging.statements import read as hedging
from healthscore.language.analysis import Analysis
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.lexicon import words

_FOR_WHOM = ("who-should-not", "interaction", "pregnancy", "condition")
_TAKEN = frozenset({"mass", "volume", "IU", "count"})
_HEAVIEST = 100_000  # mg: more than that is a body, not a dose
_MOST_SHOWN = 4
_WORDS = "balance-word"


@rule
def regimen_without_caution(analysis: Analysis) -> Iterator[Hit]:
    """Readers are told how much to take and how, and not who should be careful.

    Finds: in an article that recommends something or promises much, an amount to take, apply or give ("2 capsules
        every morning", "put three drops on the gums"), with no word on who should not have it, what it does not go
        with, pregnancy or illness: neither in its section, nor in one that gives no amounts itself, nor anywhere in a
        sentence that names what the article is about.
    Why it matters: with an amount the page stops informing and starts prescribing. The children, the pregnant and those
        on other medicines are readers too.
    Example: Stir two tablespoons of Epsom salts into water and drink it before bed.
    Instead: Add who must not have it (kidney disease, children, with diuretics) and when to stop.
    Limits: an amount of food in a recipe may be found. A caution about one thing counts for all in its section.
    References: Charnock D, et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    reading = read(analysis)
    if not (recommends(reading) or hedging(analysis).promotes):
        return
    told = [s for s in reading.statements if _prescribes(analysis, s)]
    if not told:
        return
    sections = [heading.sentence.index for heading in reading.headings]
    told_in = {_section(sections, statement) for statement in told}
    warnings = [s for s in reading.holding("caution", *_FOR_WHOM) if _cautions(s)]
    warned_in = {_section(sections, statement) for statement in warnings}
    if warned_in - told_in or any(_names(analysis, statement, reading.topic) for statement in warnings):
        return
    bare = [statement for statement in told if _section(sections, statement) not in warned_in]
    if bare:
        yield Hit(
            "warning",
            "Tells how much to take or use, and not who should not.",
            "Say who should not have it, what it does not go with, and when to stop and get help.",
            tuple(statement.span for statement in bare[:_MOST_SHOWN]),
            f"no group, illness, pregnancy or medicine to be careful with in {counted(len(reading.statements), 'sentence')}",
        )


def _prescribes(analysis: Analysis, statement: Statement) -> bool:
    """Whether a sentence gives an amount to take: a command with an amount, or a dose."""
    sentence = statement.sentence
    amounts = amounts_in(analysis, sentence)
    if not amounts or asks(analysis, statement):
        return False
    spoken = analysis.words(sentence)
    told = words(_WORDS, "apply") | words(_WORDS, "dosing")
    for amount in amounts:
        before = frozenset(spoken[: amount.first - sentence.first])
        if _is_dose(analysis, amount) and told & before and not words(_WORDS, "forbids") & before:
            return True
    return False


def _is_dose(analysis: Analysis, amount: Amount) -> bool:
    """An amount of something to have: not of water, and not the weight of a body."""
    quantity = amount.quantity
    of = analysis.norms[amount.last : amount.last + 2]
    body = quantity.unit == "mass" and quantity.low >= _HEAVIEST
    return quantity.unit in _TAKEN and not body and of != ["of", "water"]


def _cautions(statement: Statement) -> bool:
    """Whether a sentence with a caution says who should be careful; "nobody is allergic to it" does not."""
    return not statement.has("balance", "blanket-safety")


def _names(analysis: Analysis, statement: Statement, topic: frozenset[str]) -> bool:
    """Whether a sentence names what the article is about."""
    sentence = statement.sentence
    return not topic.isdisjoint(analysis.stems[sentence.first : sentence.last])


def _section(headings: list[int], statement: Statement) -> int:
    """The number of the section in which a statement stands."""
    return bisect_left(headings, statement.sentence.index)
