"""Which findings of a report are told: rules chosen or left out, and comments in the text.

Nothing here changes a rating: ratings rest on measures, which count all there is. A finding that is not selected is
only not shown, and does not count for a limit.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from healthscore.article import Span
from healthscore.checks.suppression import Suppression, not_understood, suppressions, unused
from healthscore.report.findings import findings_of, in_order
from healthscore.report.model import Finding, Report


class PerFile(Struct, frozen=True):
    """Rules that are ignored in files whose path from ``root`` matches ``pattern``, where ``*`` stops at no ``/``.

    ``here`` is the folder that relative sources start from.
    """

    pattern: str
    rules: frozenset[str]
    root: PurePath
    here: PurePath

    def covers(self, source: str) -> bool:
        """Whether an article is one of those files; a pattern without ``/`` is held against the name alone."""
        path = self.here / source  # an absolute source stays as it is
        within = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        return fnmatchcase(within.as_posix() if "/" in self.pattern else within.name, self.pattern)


class Selection(Struct, frozen=True):
    """What is told: ``select`` is None for all rules; what is ignored in any way is never told.

    ``comments``: whether comments in the article suppress findings.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    per_file: tuple[PerFile, ...] = ()
    comments: bool = True

    def of(self, report: Report) -> Report:
        """The report with the findings that are told, in the order they have."""
        found = uncommented(report) if self.comments else report.findings
        chosen = self.in_file(report.article.source)
        told = [finding for finding in found if chosen._is_chosen(finding.rule)]
        return replace(report, findings=tuple(told))

    def in_file(self, source: str) -> Selection:
        """What is told of the article of that name, without regard to names from there on."""
        ignored = (each.rules for each in self.per_file if each.covers(source))
        return replace(self, ignore=self.ignore.union(*ignored), per_file=())

    def _is_chosen(self, rule: str) -> bool:
        return (self.select is None or rule in self.select) and rule not in self.ignore


def uncommented(report: Report) -> tuple[Finding, ...]:
    """The findings that no comment in the article suppresses, and notes on comments that suppress nothing."""
    found, faults = suppressions(report.article)
    if not found and not faults:
        return report.findings
    covering = [
        [suppression for suppression in found if _covers(suppression, finding)] for finding in report.findings
    ]
    told = [finding for finding, by in zip(report.findings, covering, strict=True) if not by]
    used = {id(suppression) for by in covering for suppression in by}
    idle = [suppression for suppression in found if id(suppression) not in used]
    notes = findings_of(
        report.article,
        {
            "suppression/unused": tuple(unused(idle)),
            "suppression/not-understood": tuple(not_understood(faults)),
        },
    )
    return in_order([*told, *notes])


def _covers(suppression: Suppression, finding: Finding) -> bool:
    places = [Span(quote.start, quote.end) for quote in finding.evidence]
    return suppression.covers(finding.rule, places, absent=finding.searched is not None)
