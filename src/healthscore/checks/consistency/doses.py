"""Conflicts of amounts: what to take against what is too much, and amounts that are never given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import span
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.model import Quantity
from healthscore.language.claims.quantities import Amount, amounts_in
from healthscore.language.cues import Cue

_DOSED = ("mass", "volume", "IU", "count")
_REACH = 8  # tokens between an amount and the words that say what it is for
_NEVER_QUANTIFIED = 3
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Dose:
    """An amount of the article's topic, as advice (take, start) or as a limit (too much above)."""

    role: Literal["advice", "start", "limit"]
    quantity: Quantity
    text: str
    scope: tuple[str, ...]
    sentence: Sentence


@rule
def quantity_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds amounts that cannot both be right: advice at or above the stated limit, or two advised ranges apart.

    Finds: an advised amount above the amount called the maximum or too much; a starting range that reaches the
        amount said to cause harm; two recommended ranges that do not meet. Units are normalised.
    Why it matters: a reader may take a dose that the article itself calls harmful.
    Example: "Never take more than 900 mg a day." and, later, "Most people take 2 g a day."
    Instead: give one range and one maximum, per dose or per day, in whom, with the source.
    Limits: amounts per dose and per day are not compared with each other, nor for different people.
    References: None: arithmetic.
    """
    doses = list(_doses(analysis))
    limits = [dose for dose in doses if dose.role == "limit"]
    advice = [dose for dose in doses if dose.role != "limit"]
    hits = [_over(analysis, dose, limit) for dose in advice for limit in limits]
    hits += [_apart(a, b) for i, b in enumerate(advice) for a in advice[:i]]
    seen: set[tuple[object, ...]] = set()
    for hit in hits:
        if hit is not None and hit.evidence not in seen:
            seen.add(hit.evidence)
            yield hit


def _over(analysis: Analysis, dose: _Dose, limit: _Dose) -> Hit | None:
    reaches = dose.quantity.high > limit.quantity.high or (
        dose.role == "start" and dose.quantity.high >= limit.quantity.high > dose.quantity.low
    )
    if not reaches or not _comparable(dose, limit):
        return None
    return Hit(
        "error",
        f"{dose.text} is advised, but {limit.text} is given as the limit or as too much.",
        "Give one range and one maximum, per dose or per day, with the source.",
        tuple(sorted((span(dose.sentence), span(limit.sentence)))),
    )


def _apart(a: _Dose, b: _Dose) -> Hit | None:
    one, other = sorted((a.quantity, b.quantity), key=lambda q: q.low)
    if "start" in (a.role, b.role) or one.high >= other.low or not _comparable(a, b) or not _ranges(a, b):
        return None
    return Hit(
        "error",
        f"Two recommended amounts that do not meet: {a.text} and {b.text}.",
        "Give one recommended range, in whom it holds, and its source.",
        (span(a.sentence), span(b.sentence)),
    )


def _ranges(a: _Dose, b: _Dose) -> bool:
    return a.quantity.low < a.quantity.high or b.quantity.low < b.quantity.high


def _comparable(a: _Dose, b: _Dose) -> bool:
    per = {a.quantity.per, b.quantity.per} - {""}
    return (
        a.sentence.index != b.sentence.index
        and a.quantity.unit == b.quantity.unit
        and len(per) <= 1
        and _people(a) == _people(b)
    )


def _people(dose: _Dose) -> set[str]:
    """Whom a dose is for; adults are the default."""
    return {s for s in dose.scope if s.startswith("population:") and s != "population:adult"}


def _doses(analysis: Analysis) -> Iterator[_Dose]:
    for sentence in analysis.prose_sentences:
        scope = tuple(sorted({f"{c.kind}:{c.attributes['group']}" for c in analysis.cues_in(sentence, "scope")}))
        cues = analysis.cues_in(sentence, "knowledge", "scope")
        for amount in amounts_in(analysis, sentence):
            role = _role(amount, cues)
            if amount.quantity.unit in _DOSED and role is not None:
                yield _Dose(role, amount.quantity, analysis.quote(amount.start, amount.end), scope, sentence)


def _role(amount: Amount, cues: list[Cue]) -> Literal["advice", "start", "limit"] | None:
    near = [c for c in cues if max(amount.first - c.last, c.first - amount.last, 0) <= _REACH]
    before = {c.kind for c in near if c.first < amount.first}
    close = {c.kind for c in near if 0 <= amount.first - c.last <= 1}
    if "dose-limit" in close or amount.quantity.comparator in ("at most", "above"):
        return "limit" if "dose-limit" in close or "dose-limit" in before else None
    kinds = {c.kind for c in near}
    if "dose-start" in kinds:
        return "start"
    return "advice" if "dose-advice" in before else None


@rule
def undefined_threshold(analysis: Analysis) -> Iterator[Hit]:
    """Finds harm tied to "high", "excessive" or "heavy" use when no amount is given anywhere.

    Finds: at least three statements that depend on a high dose, heavy or responsible use, in an article that
        never says in numbers what that is.
    Why it matters: a limit without a number cannot be kept.
    Example: "Heavy use may harm the kidneys ... avoid high doses ... use it responsibly" and no amount.
    Instead: give the amount and the duration from which the harm was seen, with the source.
    Limits: any amount with a unit of mass, volume, IU or count in the article counts as a definition.
    References: None: follows from the meaning of the words.
    """
    if not analysis.topic.acts or any(a.quantity.unit in _DOSED for s in analysis.prose_sentences for a in amounts_in(analysis, s)):
        return
    vague = [s for s in analysis.prose_sentences if any(c.kind == "vague-dose" for c in analysis.cues_in(s, "scope"))]
    if len(vague) >= _NEVER_QUANTIFIED:
        yield Hit(
            "warning",
            f"{len(vague)} statements depend on how much is taken, and no amount is given anywhere.",
            "Give the amount and duration from which the harm was seen, with the source.",
            tuple(span(sentence) for sentence in vague[:_MOST_SHOWN]),
            searched=f"no amount with a unit in {len(analysis.prose_sentences)} sentences",
        )
