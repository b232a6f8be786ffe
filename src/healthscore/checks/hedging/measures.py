"""How much of an article is surer, or vaguer, than it should be."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure, share
from healthscore.checks.hedging.formulas import empty_formulas
from healthscore.checks.hedging.possibilities import piles
from healthscore.checks.hedging.statements import Statement, read

_WEIGHTS = {"error": 3, "warning": 2, "note": 1}
_REASONS = frozenset({"open"})
_OWN_VOICE = frozenset({"article"})


@measure("overclaims per sentence", 0.0)
def overclaim_density(evidence: Evidence) -> Measurement:
    """Overclaims per sentence; an absolute one counts one and a half, a mild one half."""
    count = len(read(evidence.analysis).statements)
    hits = evidence.hits["hedging/overclaim"]
    weight = sum(_WEIGHTS[hit.severity] for hit in hits) / 2
    explanation = f"{len(hits)} overclaims, weighing {weight:g}, in {count} sentences"
    return Measurement(round(weight / count, 4) if count else None, explanation)


@measure("share of hedged sentences", 0.0, 1.0)
def stacked_hedge_density(evidence: Evidence) -> Measurement:
    """Of the sentences that hedge, how many pile one hedge on another."""
    hedged = [s for s in read(evidence.analysis).statements if s.doubts]
    stacked = sum(any(True for _ in piles(s)) for s in hedged)
    return share(stacked, len(hedged), f"{stacked} of {len(hedged)} hedged sentences pile up hedges")


@measure("share of sentences", 0.0, 1.0)
def weasel_share(evidence: Evidence) -> Measurement:
    """Sentences that offer a promise or a formula in place of content."""
    reading = read(evidence.analysis)
    empty = {s.sentence.index for s, _ in reading.promises}
    empty |= {s.sentence.index for s in reading.statements if empty_formulas(s)}
    count = len(reading.statements)
    return share(len(empty), count, f"{len(empty)} of {count} sentences offer a promise or a formula")


@measure("share of hedged sentences", 0.0, 1.0)
def calibrated_share(evidence: Evidence) -> Measurement:
    """Of the sentences that hedge, how many say why: in whom, how many, what is not known, or who found it."""
    hedged = [s for s in read(evidence.analysis).statements if s.doubts]
    reasoned = sum(map(_reasoned, hedged))
    return share(
        reasoned, len(hedged), f"{reasoned} of {len(hedged)} hedged sentences say where the doubt lies"
    )


@measure("share of claims", 0.0, 1.0)
def strong_claim_share(evidence: Evidence) -> Measurement:
    """Claims of benefit in the article's voice that are plain or boosted, with no source in the sentence."""
    own = [c for c in evidence.analysis.claims if c.voice in _OWN_VOICE]
    strong = sum(
        c.valence == "benefit" and not c.negated and c.certainty >= 0.7 and c.attribution in ("none", "vague")
        for c in own
    )
    return share(
        strong, len(own), f"{strong} of {len(own)} claims assert a benefit plainly and without a source"
    )


def _reasoned(statement: Statement) -> bool:
    if statement.sourced or statement.cues.get("scope") or any(d.kind in _REASONS for d in statement.doubts):
        return True
    return any(word[0].isdigit() for word in statement.norms)
