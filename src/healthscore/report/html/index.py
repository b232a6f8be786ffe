"""A folder's reports at a glance, as a page that links to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from healthscore.report.html.charts import Histogram, colour, histogram
from healthscore.report.html.environment import page
from healthscore.report.model import DISCLAIMER, Report, RubricReference
from healthscore.report.shared import Shares, listed
from healthscore.report.table import Row, rank, summary
from healthscore.rubric.rating import Rating

_SENTENCES = 20


class Entry(Struct, frozen=True):
    """What the index keeps of a report; ``page`` links to it, relative to the index, where it has a page."""

    row: Row
    title: str | None
    rubric: RubricReference
    page: str | None

    @classmethod
    def of(cls, report: Report, page: str | None) -> Entry:
        """The entry of one report."""
        return cls(Row.of(report), report.article.title, report.rubric, page)


def index(entries: Sequence[Entry], *, failed: int = 0, folder: Shares | None = None) -> str:
    """All articles as one HTML document: how their ratings are spread, a table, and what they share.

    ``failed`` is how many inputs could not be read; ``folder`` is what the articles were held against.
    """
    rows = [entry.row for entry in entries]
    return page(
        "index",
        name=folder.name if folder else "",
        summary=summary(rows, failed),
        disclaimer=DISCLAIMER,
        rubrics=list(dict.fromkeys(entry.rubric for entry in entries)),
        histograms=_histograms(rows),
        names=_names(rows),
        entries=sorted(entries, key=lambda entry: rank(entry.row)),
        colour=colour,
        pages={entry.row.source: entry.page for entry in entries},
        templates=[(listed(names), names) for names in folder.templates] if folder else [],
        common=folder.common_sentences[:_SENTENCES] if folder else (),
        uncommon=max(len(folder.common_sentences) - _SENTENCES, 0) if folder else 0,
    )


def _names(rows: Iterable[Row]) -> list[str]:
    """The dimensions, in order."""
    return list(dict.fromkeys(name for row in rows for name, _ in row.dimensions))


def _histograms(rows: Sequence[Row]) -> list[Histogram]:
    """The spread of the overall ratings, and of each dimension's."""
    ratings: dict[str, list[Rating]] = {"overall": [row.rating for row in rows]}
    for row in rows:
        for name, rating in row.dimensions:
            ratings.setdefault(name, []).append(rating)
    drawn = (histogram(name, given) for name, given in ratings.items())
    return [one for one in drawn if one is not None]
