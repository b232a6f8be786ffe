"""The report: everything healthscore says of one article under one rubric."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from healthscore.article import Article
from healthscore.checks.base import Severity, Side
from healthscore.language.claims import Claim
from healthscore.report.figures import figure
from healthscore.rubric.rating import DimensionRating, Rating

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.checks.consistency.weighing import Weighed
else:
    Weighed = (
        tuple  # which it is: whoever asks for the types of a report need not have all checks of consistency
    )

SCHEMA = "healthscore-report/1"
DISCLAIMER = (
    "healthscore rates how information is presented: sources, balance, hedging, repetition and consistency. "
    "It does not judge whether the medicine is true, and it does not replace a reader with medical training."
)
_CONFIDENCE = "Confidence says how much a rating rests on, not how right it is."


def what_ratings_mean(report: Report) -> str:
    """What ratings say and do not say, where the article is rated that of their confidence too."""
    return DISCLAIMER if report.rating.withheld is not None else f"{_CONFIDENCE} {DISCLAIMER}"


class Quote(Struct, frozen=True):
    """A place in the article: characters ``[start, end)``, line and column from 1, and the text itself.

    ``side`` is that of two sides of a conflict which is said there; None elsewhere, and where it is not known.
    """

    start: int
    end: int
    line: int
    column: int
    quote: str
    side: Side | None = None


class Finding(Struct, frozen=True):
    """One thing that a reader or editor should look at.

    ``fingerprint`` stays the same when the finding's lines move; ``searched`` says what was looked for
    where something is absent; ``decided`` is what settled that two statements exclude each other.
    """

    rule: str
    dimension: str
    severity: Severity
    message: str
    suggestion: str
    fingerprint: str
    evidence: tuple[Quote, ...]
    searched: str | None
    decided: tuple[str, ...] = ()


class WeighedPair(Struct, frozen=True):
    """Two statements that were held against each other; ``severity`` is None where that was too unsure to report.

    ``decided`` says what was the same, what opposed and what set the two apart.
    """

    rule: str
    severity: Severity | None
    confidence: float
    quotes: tuple[Quote, Quote]
    message: str
    decided: tuple[str, ...]


class RubricReference(Struct, frozen=True):
    """Which instrument made the ratings."""

    id: str
    version: str
    sha256: str


class ClaimLinks(Struct, frozen=True):
    """The ids of the earlier claims that a claim repeats, and of those that it conflicts with."""

    repeats: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


class Report(Struct, frozen=True, dict=True):
    """All that is said of one article.

    ``rating`` and each dimension's rating may be withheld: their ``value`` is then None and ``withheld``
    says why. ``measures`` holds every number that was computed, by name; ``claims`` is the ledger;
    ``findings`` are sorted, errors first; ``considered`` are the pairs behind ``weighed``.
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
    considered: tuple[Weighed, ...] = ()

    @cached_property
    def weighed(self) -> tuple[WeighedPair, ...]:
        """Every pair of statements that was held against each other, surest first; quoted when first asked for."""
        from healthscore.report.weighed import weighed_of

        return weighed_of(self.article, self.considered)

    @cached_property
    def links(self) -> Mapping[str, ClaimLinks]:
        """What each claim repeats and conflicts with, by the claim's id."""
        from healthscore.report.links import links_of

        return links_of(self.claims, self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as the ``healthscore-report/1`` contract has it."""
        from healthscore.report.json import as_dict

        return as_dict(self)

    def to_json(self, indent: int | None = 2) -> str:
        """The report as JSON; the same input gives the same bytes. ``indent=None`` makes one line."""
        from healthscore.report.json import as_json

        return as_json(self, indent)

    def to_html(self) -> str:
        """The report as an HTML page that needs no other file and no network; the article's text is escaped."""
        from healthscore.report.html import render

        return render(self)

    def to_row(self) -> dict[str, str | int | float | None]:
        """The report as one row of a table: cells by column, for a spreadsheet or a data frame."""
        from healthscore.report.row import row_of

        return row_of(self)

    def __rich__(self) -> RenderableType:
        """The report for people, where rich prints it."""
        from healthscore.report.terminal import render

        return render(self)

    def _repr_html_(self) -> str:
        from healthscore.report.notebook import as_html

        return as_html(self)

    def __repr__(self) -> str:
        """One line, without the article."""
        rating = self.rating
        said = f"withheld: {rating.withheld}" if rating.value is None else f"{figure(rating)}, {rating.band}"
        return f"<Report {self.article.source!r}: {said}; {len(self.findings)} findings>"
