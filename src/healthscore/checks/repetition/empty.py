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
        It goes by a model of wording that was fitted to articles in which every sentence was labelled
        (docs/likely-faults.md): about one in seven of the sentences that it tells is one that its writer had not
        marked. What another rule of this dimension has told already is not told again. ``--explain`` shows how
        likely the fault is and which words weigh most.

    References:
        Plain language: content, ISO 24495-1:2023, which asks that readers find what they need.
    """
    yield from likely_faults(analysis, "repetition")
