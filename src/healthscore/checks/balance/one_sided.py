"""Wording that leaves the other side out: harms waved away, others run down, fear, pressure."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, rule_beside
from healthscore.checks.wording import likely_faults
from healthscore.language.analysis import Analysis


@rule_beside
def one_sided_wording(analysis: Analysis) -> Iterator[Hit]:
    """The wording of a sentence leaves the other side out.

    Finds:
        A sentence whose wording as a whole rules out or waves away harm, leads the reader away from care,
        runs other treatments down, speaks of hidden truths, frightens, pushes to buy, or knows one way
        only.

    Why it matters:
        Who hears one side cannot choose, and some who follow such a sentence come to harm.

    Example:
        "A little blood in the bowl is just the poison finding its way out."

    Instead:
        "Blood in the bowl should be shown to a doctor: it is mostly harmless and sometimes cancer."

    Limits:
        By a fitted model of wording (docs/likely-faults.md), wrong in one of seven; silent where another rule of this
        dimension speaks. Of a long text that hardly speaks of health nothing is told.

    References:
        Charnock D, et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    yield from likely_faults(analysis, "balance")
