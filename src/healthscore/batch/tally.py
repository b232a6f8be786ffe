"""What is counted while reports go by: how the ratings are spread, the worst, what is found most, what failed."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, field

from healthscore.batch.record import Record
from healthscore.errors import HealthscoreError
from healthscore.report.figures import figure

WORST = 10
FAILURES = 10
SHORTCOMINGS = 10
NOT_RATED = "not rated"


class Tally(Struct):
    """Counts over the articles done so far; its size does not depend on their number.

    ``bands`` counts ratings by the rubric's bands, lowest first, and those withheld; ``rules`` the articles in which
    a rule found something; ``kinds`` the failures by their class, ``failures`` holds the first few. ``unmet`` counts the
    articles that do not meet a limit of the user's, and ``shortcomings`` holds the first few in words; ``passed_over``
    those that have no rating to hold against it, and ``unrated`` the first few. ``left_out`` counts what healthscore
    wrote itself.
    """

    bands: Counter[str]
    articles: int = 0
    failed: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    left_out: int = 0
    first_left_out: str = ""
    unmet: int = 0
    shortcomings: list[str] = field(default_factory=list)
    passed_over: int = 0
    unrated: list[str] = field(default_factory=list)
    _worst: list[tuple[float, int, str, str, str]] = field(default_factory=list)

    def add(self, source: str, record: Record) -> None:
        """Count a report."""
        self.articles += 1
        rating = record.rating
        self.bands[rating.band or NOT_RATED] += 1
        self.rules.update(record.rules.keys())
        if rating.value is None:
            return
        entry = (-rating.value, -self.articles, source, figure(rating), rating.band or "")
        if len(self._worst) < WORST:
            heapq.heappush(self._worst, entry)
        else:
            heapq.heappushpop(self._worst, entry)

    def fail(self, error: HealthscoreError) -> None:
        """Count an article without a report."""
        self.failed += 1
        self.kinds[type(error).__name__] += 1
        if len(self.failures) < FAILURES:
            self.failures.append(str(error))

    def fall_short(self, source: str, limits: Sequence[str]) -> None:
        """Count an article with a report, unless there is no limit that it does not meet."""
        self.unmet += bool(limits)
        if limits and len(self.shortcomings) < SHORTCOMINGS:
            self.shortcomings.append(f"{source}: {', '.join(limits)}")

    def pass_over(self, source: str, why: str | None) -> None:
        """Count an article that could not be held against a limit; None where it could."""
        self.passed_over += why is not None
        if why is not None and len(self.unrated) < SHORTCOMINGS:
            self.unrated.append(f"{source}: {why}")

    def leave_out(self, source: str) -> None:
        """Count what is no article."""
        self.first_left_out = self.first_left_out or source
        self.left_out += 1

    @property
    def done(self) -> int:
        """Articles with a report, those without, and what was left out."""
        return self.articles + self.failed + self.left_out

    @property
    def worst(self) -> list[tuple[str, str, str]]:
        """Rating, band and name of those rated lowest, the worst first; of equals the first ones."""
        return [(value, band, source) for *_, source, value, band in sorted(self._worst, reverse=True)]
