"""What an article must meet, as the user set it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from healthscore.checks.base import Severity
from healthscore.report.findings import SEVERITIES
from healthscore.rubric.rating import Rating


class Limits(Struct, frozen=True):
    """What an article must meet: a rating of ``under`` or more, no finding at or above severity ``on``."""

    under: float | None = None
    on: Severity | None = None

    @property
    def grave(self) -> tuple[Severity, ...]:
        """The severities at or above ``on``; none where no such limit is set."""
        return () if self.on is None else SEVERITIES[: SEVERITIES.index(self.on) + 1]

    def broken_by(self, rating: float | None, findings: Mapping[Severity, int]) -> Iterator[str]:
        """In words, each limit that a report does not meet, by its rating and how many findings of each severity it has.

        Where no rating is, none is too low.
        """
        if self.under is not None and rating is not None and rating < self.under:
            yield f"rated {rating:g}, below {self.under:g}"
        if self.on is not None:
            count = sum(findings.get(severity, 0) for severity in self.grave)
            if count:
                yield f"{count} finding{'s' if count > 1 else ''} at or above {self.on}"

    def not_put_to(self, rating: Rating) -> str | None:
        """In words, that an article without a rating was not held against ``under``, and why it has none."""
        if self.under is None or rating.value is not None:
            return None
        return f"not rated, so not held against {self.under:g}: {rating.withheld}"
