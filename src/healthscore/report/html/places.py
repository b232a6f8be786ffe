"""Findings numbered as they come in the text, and the places in which each is to be marked."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from healthscore.checks.base import Side
from healthscore.report.findings import SEVERITIES
from healthscore.report.model import Finding, Quote

HUED = ("sourcing", "balance", "hedging", "repetition", "consistency")
"""The dimensions that have a colour of their own; findings of any others share one."""


class Noted(Struct, frozen=True):
    """A finding under the number that its marks and its note carry."""

    number: int
    finding: Finding

    @property
    def id(self) -> str:
        """What a link to its note is called."""
        return f"f{self.number}"

    @property
    def hue(self) -> str:
        """The dimension, for colour and filter."""
        return self.finding.dimension if self.finding.dimension in HUED else "other"

    @property
    def kind(self) -> str:
        """Classes of everything that belongs to this finding: shown, hidden and coloured with it."""
        return f"f d-{self.hue} s-{self.finding.severity}"

    @property
    def gravity(self) -> int:
        """The higher the graver."""
        return -SEVERITIES.index(self.finding.severity)

    @property
    def said(self) -> str:
        """What it is, in a few words."""
        return f"finding {self.number}: {self.finding.severity}, {self.finding.dimension}"

    @property
    def places(self) -> list[Place]:
        """Where it is marked; a quote of nothing has no place."""
        return [
            Place(self, rank, quote.start, quote.end)
            for rank, quote in enumerate(self.finding.evidence, 1)
            if quote.start < quote.end
        ]

    @property
    def linked(self) -> list[tuple[Quote, str | None]]:
        """Its quotes, each with what its place in the text is called."""
        ids = {place.rank: place.id for place in self.places}
        return [(quote, ids.get(rank)) for rank, quote in enumerate(self.finding.evidence, 1)]

    def on_side(self, side: Side | None) -> list[tuple[Quote, str | None]]:
        """Those of one side of a conflict; None: those of which the side is not known."""
        return [(quote, id_) for quote, id_ in self.linked if quote.side == side]


class Place(Struct, frozen=True):
    """One quoted place of a finding: ``rank`` counts its places from 1."""

    noted: Noted
    rank: int
    start: int
    end: int

    @property
    def id(self) -> str:
        """What a link to this place is called."""
        return f"m{self.noted.number}-{self.rank}"


def numbered(findings: Iterable[Finding]) -> list[Noted]:
    """All findings in the order in which they begin in the text, from 1; those without a place last."""
    ordered = sorted(findings, key=lambda f: min((q.start for q in f.evidence), default=float("inf")))
    return [Noted(number, finding) for number, finding in enumerate(ordered, 1)]
