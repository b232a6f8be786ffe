"""What an article must meet, as the user set it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from healthscore.checks.base import Severity
from healthscore.report.findings import SEVERITIES
from healthscore.report.model import Report


@dataclass(frozen=True, slots=True)
class Limits:
    """What an article must meet: a rating of ``under`` or more, no finding at or above severity ``on``."""

    under: float | None = None
    on: Severity | None = None

    @property
    def grave(self) -> tuple[Severity, ...]:
        """The severities at or above ``on``; none where no such limit is set."""
        return () if self.on is None else SEVERITIES[: SEVERITIES.index(self.on) + 1]

    def broken_by(self, report: Report) -> Iterator[str]:
        """In words, each limit that a report does not meet. Where no rating is, none is too low."""
        value = report.rating.value
        if self.under is not None and value is not None and value < self.under:
            yield f"rated {value:g}, below {self.under:g}"
        if self.on is not None:
            count = sum(finding.severity in self.grave for finding in report.findings)
            if count:
                yield f"{count} finding{'s' if count > 1 else ''} at or above {self.on}"
