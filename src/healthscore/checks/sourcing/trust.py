"""What is to be taken on trust: an unnamed authority, one story, popularity, the word of the seller."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, rule_beside
from healthscore.checks.wording import likely_faults
from healthscore.language.analysis import Analysis


@rule_beside
def taken_on_trust(analysis: Analysis) -> Iterator[Hit]:
    """Proof is offered that proves nothing.

    Finds:
        A sentence whose wording as a whole is that of an authority nobody could look up, one person's
        story, age or popularity as proof, or the word of somebody who gains by it.

    Why it matters:
        A reader who cannot check a claim has only the tone to go by, and the tone of proof is easily had.

    Example:
        "My sister swears by it, and that is all the evidence I need."

    Instead:
        "My sister felt better; whether the drops did it nobody can tell from one person."

    Limits:
        By a fitted model of wording (docs/likely-faults.md), wrong in one of seven; silent where another rule of this
        dimension speaks. Whether a source exists is not asked.

    References:
        Charnock D, et al. DISCERN: an instrument for judging the quality of written consumer health
        information on treatment choices. J Epidemiol Community Health 1999;53:105-111.
    """
    yield from likely_faults(analysis, "sourcing")
