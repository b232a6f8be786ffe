"""One article's report as a page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from healthscore.checks import Rule, rules
from healthscore.report.findings import SEVERITIES, contrasts, counts_in_words
from healthscore.report.html.body import rows
from healthscore.report.html.charts import Bar, bar
from healthscore.report.html.environment import page
from healthscore.report.html.places import HUED, Noted, numbered
from healthscore.report.ledger import BLANK, EMPTY, NUMBERS, columns
from healthscore.report.model import Report, what_ratings_mean
from healthscore.report.reasons import HEADING, weighed_most
from healthscore.report.sums import sums
from healthscore.report.where import caveat, where
from healthscore.rubric.rating import Rating

Rated = tuple[str, Rating, Bar, str]


def render(report: Report, *, home: str | None = None) -> str:
    """The report as one HTML document that needs no other file and no network.

    ``home`` is a link, relative to where the page will lie, to the index that it belongs to.
    """
    noted = numbered(report.findings)
    body = rows(report.article, noted)
    return page(
        "report",
        report=report,
        where=partial(where, report.article),
        caveat=caveat(report.article),
        numbers=NUMBERS,
        home=home,
        counted=counts_in_words(report.findings),
        disclaimer=what_ratings_mean(report),
        overall=bar(report.rating),
        dimensions=_dimensions(report),
        reasons=HEADING,
        filters=_filters(noted),
        rows=body,
        conflicts=_conflicts(noted),
        absent=[n for n in noted if n.finding.searched is not None or not n.places],
        columns=columns(report) if report.claims else [],
        block=partial(_block, [row.start for row in body]),
        ledger_notes=(EMPTY, BLANK),
        lines=list(sums(report)) if report.rating.withheld is None else [],
        rules=_rules(noted),
    )


def _dimensions(report: Report) -> list[Rated]:
    """Each dimension with its rating, the bar of it and what weighed most."""
    return [(d.id, d.rating, bar(d.rating), weighed_most(d)) for d in report.dimensions]


def _filters(noted: Sequence[Noted]) -> list[tuple[str, list[tuple[str, int]]]]:
    """What findings can be shown or hidden by, with how many there are of each."""
    hues = Counter(n.hue for n in noted)
    severities = Counter(n.finding.severity for n in noted)
    return [
        ("dimension", [(hue, hues[hue]) for hue in (*HUED, "other") if hues[hue]]),
        ("severity", [(severity, severities[severity]) for severity in SEVERITIES if severities[severity]]),
    ]


def _conflicts(noted: Iterable[Noted]) -> list[Noted]:
    """What does not go together, the gravest first."""
    found = (n for n in noted if contrasts(n.finding))
    return sorted(found, key=lambda n: -n.gravity)


def _block(starts: Sequence[int], start: int) -> int:
    """The number of the block in which a character stands."""
    return max(bisect_right(starts, start), 1)


def _rules(noted: Iterable[Noted]) -> list[Rule]:
    """The rules behind the findings, in their own order."""
    found = {n.finding.rule for n in noted}
    return [rule for id_, rule in rules().items() if id_ in found]
