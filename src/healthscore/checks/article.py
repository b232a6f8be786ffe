"""How much there is to judge: sizes that rubrics refer to. No rules."""

from __future__ import annotations

from healthscore.checks.base import Evidence, Measurement, measure


@measure("words")
def words(evidence: Evidence) -> Measurement:
    """Words in the article, headings included."""
    count = len(evidence.analysis.tokens)
    return Measurement(count, f"{count} words")


@measure("sentences")
def sentences(evidence: Evidence) -> Measurement:
    """Sentences of paragraphs, list items and quotes."""
    count = len(evidence.analysis.prose_sentences)
    return Measurement(count, f"{count} sentences")


@measure("claims")
def claims(evidence: Evidence) -> Measurement:
    """Claims in the ledger."""
    count = len(evidence.analysis.claims)
    return Measurement(count, f"{count} claims")
