"""Weasel words: some, many, widely regarded, often; numbers, holders and frequencies that nobody could check."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure, share_that
from healthscore.checks.hedging.statements import Statement, read
from healthscore.language.claims.quantities import numerals_in
from healthscore.language.cues import Cue


def weasels(statement: Statement) -> list[Cue]:
    """The weasel words of a sentence."""
    return [cue for cue in statement.cues.get("weasel", ()) if cue.kind != "none"]


@measure("share of sentences", 0.0, 1.0)
def vague_quantity_share(evidence: Evidence) -> Measurement:
    """Of the sentences that make a claim, those that say "many" or "often" and give neither figure nor source."""
    analysis = evidence.analysis
    claiming = [s for s in read(analysis).statements if analysis.claims_in(s.sentence)]
    vague = [s for s in claiming if weasels(s) and not s.sourced and not numerals_in(analysis, s.sentence)]
    return share_that(
        len(vague),
        len(claiming),
        "sentence that makes a claim",
        "says only “some”, “many” or “often”",
        "say only “some”, “many” or “often”",
        (s.sentence for s in vague),
        plural="sentences that make a claim",
    )
