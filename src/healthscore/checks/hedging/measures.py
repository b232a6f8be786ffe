"""How much of an article is surer, or vaguer, than it should be."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, counted, measure, part_of, share
from healthscore.checks.hedging.formulas import empty_formulas
from healthscore.checks.hedging.overclaims import explanations
from healthscore.checks.hedging.possibilities import piles
from healthscore.checks.hedging.statements import Statement, overclaiming, read

_QUALIFIERS = frozenset({"modal", "approximator", "open", "adverb"})


@measure("overclaims per sentence", 0.0)
def overclaim_density(evidence: Evidence) -> Measurement:
    """Overclaiming words per sentence, and workings of the body told as fact; denials and questions left out."""
    reading = read(evidence.analysis)
    count = sum(len(overclaiming(s)) for s in reading.holding("overclaim")) + len(explanations(reading))
    return _density(count, len(reading.statements), "overclaim")


@measure("boosters per sentence", 0.0)
def booster_density(evidence: Evidence) -> Measurement:
    """Words that make a statement surer or larger, per sentence; commands ("always read the label") left out."""
    reading = read(evidence.analysis)
    boosted = (s for s in reading.holding("booster") if not s.commands)
    count = sum(cue.kind != "none" for statement in boosted for cue in statement.cues["booster"])
    return _density(count, len(reading.statements), "booster")


@measure("share of sentences", 0.0, 1.0)
def qualified_share(evidence: Evidence) -> Measurement:
    """Sentences that say how far they hold (may, usually, in some people, not known) and promise nothing."""
    reading = read(evidence.analysis)
    holding = (*reading.holding("hedge"), *reading.holding("frequency"))
    qualified = len({s.sentence.index for s in holding if _qualifies(s)})
    whole = len(reading.statements)
    return share(
        qualified,
        whole,
        part_of(qualified, whole, "sentence", "says how far it holds", "say how far they hold"),
    )


@measure("share of hedged sentences", 0.0, 1.0)
def stacked_hedge_density(evidence: Evidence) -> Measurement:
    """Of the sentences that hedge, how many pile one hedge on another."""
    hedged = read(evidence.analysis).hedged
    stacked = sum(any(True for _ in piles(s)) for s in hedged)
    return share(
        stacked,
        len(hedged),
        part_of(stacked, len(hedged), "hedged sentence", "piles up hedges", "pile up hedges"),
    )


@measure("share of sentences", 0.0, 1.0)
def weasel_share(evidence: Evidence) -> Measurement:
    """Sentences that offer a promise or a formula in place of content."""
    reading = read(evidence.analysis)
    empty = {s.sentence.index for s, _ in reading.promises}
    empty |= {s.sentence.index for s in reading.holding("boilerplate") if empty_formulas(s)}
    count = len(reading.statements)
    return share(
        len(empty),
        count,
        part_of(
            len(empty), count, "sentence", "offers a promise or a formula", "offer a promise or a formula"
        ),
    )


@measure("share of claims", 0.0, 1.0)
def strong_claim_share(evidence: Evidence) -> Measurement:
    """Claims of benefit in the article's voice that are plain or boosted, with no source in the sentence."""
    own = [c for c in evidence.analysis.claims if c.voice == "article"]
    strong = sum(
        c.valence == "benefit" and not c.negated and c.certainty >= 0.7 and c.attribution in ("none", "vague")
        for c in own
    )
    return share(
        strong,
        len(own),
        part_of(
            strong,
            len(own),
            "claim",
            "asserts a benefit plainly and without a source",
            "assert a benefit plainly and without a source",
        ),
    )


def _qualifies(statement: Statement) -> bool:
    if statement.cues.get("promise") or overclaiming(statement):
        return False
    hedges = statement.cues.get("hedge", ())
    return bool(statement.cues.get("frequency")) or any(h.kind in _QUALIFIERS for h in hedges)


def _density(count: int, sentences: int, what: str) -> Measurement:
    value = round(count / sentences, 4) if sentences else None
    return Measurement(value, f"{counted(count, what)} in {counted(sentences, 'sentence')}")
