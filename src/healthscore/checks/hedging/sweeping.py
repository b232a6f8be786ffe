"""Claims that sweep: cures, sizes, certainties, and guesses told as fact."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, rule_beside
from healthscore.checks.wording import likely_faults
from healthscore.language.analysis import Analysis


@rule_beside
def sweeping_claim(analysis: Analysis) -> Iterator[Hit]:
    """The wording of a sentence claims more than anything can support.

    Finds:
        A sentence whose wording as a whole promises a cure, makes an effect larger or more general than
        shown, calls it settled, carries it over from animals, makes a cause of what came together, or tells
        a guess at how it works as fact.

    Why it matters:
        Such sentences carry most of what is wrong in bad articles, and are often written so that no single
        phrase of them is false.

    Example:
        "Two spoonfuls a night and your joints will forget that they ever ached."

    Instead:
        "In one trial of 60 people two spoonfuls a night took one point of ten off the pain."

    Limits:
        By a fitted model of wording (docs/likely-faults.md), wrong in one of seven; silent where another rule of this
        dimension speaks. A false claim in the words of a leaflet passes.

    References:
        Sumner P, et al. The association between exaggeration in health related science news and academic
        press releases. BMJ 2014;349:g7015.
    """
    yield from likely_faults(analysis, "hedging")
