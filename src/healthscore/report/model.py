"""The report: everything healthscore says of one article under one rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from healthscore.article import Article
from healthscore.checks.base import Severity
from healthscore.language.claims import Claim
from healthscore.rubric.rating import DimensionRating, Rating

SCHEMA = "healthscore-report/1"
DISCLAIMER = (
    "healthscore rates how information is presented: sources, balance, hedging, repetition and consistency. "
    "It does not judge whether the medicine is true, and it does not replace a reader with medical training."
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in the article: characters ``[start, end)``, line and column from 1, and the text itself."""

    start: int
    end: int
    line: int
    column: int
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reader or editor should look at."""

    rule: str
    dimension: str
    severity: Severity
    message: str
    suggestion: str
    fingerprint: str
    evidence: tuple[Quote, ...]
    searched: str | None


@dataclass(frozen=True, slots=True)
class RubricReference:
    """Which instrument made the ratings."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Report:
    """All that is said of one article. ``claims`` is the ledger; ``links`` maps a claim's id to the claims it
    repeats and conflicts with.
    """

    rubric: RubricReference
    article: Article
    words: int
    sentences: int
    rating: Rating
    dimensions: tuple[DimensionRating, ...]
    measures: Mapping[str, float | None]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as the ``healthscore-report/1`` contract has it."""
        from healthscore.report.json import as_dict

        return as_dict(self)

    def to_json(self, indent: int | None = 2) -> str:
        """The report as JSON; the same input gives the same bytes."""
        from healthscore.report.json import as_json

        return as_json(self, indent)

    def _repr_html_(self) -> str:
        from healthscore.report.notebook import as_html

        return as_html(self)
