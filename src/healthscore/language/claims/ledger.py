"""Reads the claims out of the sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.language.claims.model import Claim

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis


def claims_of(analysis: Analysis) -> tuple[Claim, ...]:
    """The claim ledger of an article, in order of place."""
    return ()
