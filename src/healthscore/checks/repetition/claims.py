"""The same claim made over and over, in whatever words."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from healthscore.article import Span
from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.repetition.evidence import bounded, lines_of, shortened
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim

_LEAST = 3
_SHARE = 0.06  # of all sentences, from which one claim is made too often

Key = tuple[frozenset[str], str, frozenset[str], bool]


@rule
def restated_claim(analysis: Analysis) -> Iterator[Hit]:
    """The same claim is made over and over.

    Finds:
        A claim with the same subject, effect and object in at least three sentences, and in at least one of
        seventeen, whatever the words around it.

    Why it matters:
        Saying a thing again is no further reason to believe it, but readers come to believe it more. An
        article that makes one claim five times has room for what is missing: how much, in whom, how we know.

    Example:
        "Ginger eases nausea." "Many reach for ginger to ease nausea on journeys." "With its gentle action,
        ginger can ease nausea." "So the next time you travel, let ginger ease your nausea."

    Instead:
        Make the claim once, with its source and its size, and refer to it afterwards.

    Limits:
        It sees the claims of the ledger: an effect said without a verb of effect is missed, and two claims
        that differ in dose or in patients are told apart only by their words.

    References:
        Hasher, Goldstein and Toppino (1977), Frequency and the conference of referential validity,
        Journal of Verbal Learning and Verbal Behavior 16:107-112.
    """
    least = max(_LEAST, ceil(_SHARE * len(analysis.prose_sentences)))
    stated: dict[Key, list[Claim]] = {}
    for claim in analysis.claims:
        if is_statement(claim):
            stated.setdefault(key_of(claim), []).append(claim)
    for claims in stated.values():
        first = {claim.sentence: claim for claim in reversed(claims)}
        if len(first) >= least:
            spans = sorted(Span(claim.start, claim.end) for claim in first.values())
            yield Hit(
                "note",
                f"The same claim is made in {len(first)} of {counted(len(analysis.prose_sentences), 'sentence')} "
                f"({lines_of(analysis, spans)}): “{shortened(analysis.quote(*spans[0]))}”.",
                "Make the claim once, with its source and its size.",
                bounded(spans),
            )


def is_statement(claim: Claim) -> bool:
    """True for a claim that the article makes of something named, with an effect or a property."""
    return bool(claim.subject_key and claim.object_key) and (
        claim.relation != "has" and claim.voice not in ("heading", "question", "rebutted")
    )


def key_of(claim: Claim) -> Key:
    """What makes two claims the same claim."""
    return claim.subject_key, claim.relation, claim.object_key, claim.negated
