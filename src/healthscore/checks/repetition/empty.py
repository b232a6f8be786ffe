"""Sentences that tell the reader nothing, by their wording."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, rule_beside
from healthscore.checks.wording import likely_faults
from healthscore.language.analysis import Analysis


@rule_beside
def empty_sentence(analysis: Analysis) -> Iterator[Hit]:
    """A sentence fills space.

    Finds:
        A sentence whose wording as a whole is that of one that informs of nothing.

    Why it matters:
        Filler makes an article look thorough and hides how little it says.

    Example:
        "When all is said and done, your body is a journey, and every journey is its own."

    Instead:
        (leave it out)

    Limits:
        By a fitted model of wording (docs/likely-faults.md), wrong in one of seven; silent where another rule of this
        dimension speaks. What says again what was said is left to other rules.

    References:
        Plain language: content, ISO 24495-1:2023, which asks that readers find what they need.
    """
    yield from likely_faults(analysis, "repetition")
