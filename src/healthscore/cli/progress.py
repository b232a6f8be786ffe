"""How far a batch has come, on stderr: a bar on a terminal, else a line every so often."""

from __future__ import annotations

import sys
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

from healthscore.batch.tally import Tally
from healthscore.cli.app import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, ProgressColumn

_EVERY = 30.0  # seconds between two lines
_MARK_EVERY = 0.5  # seconds; the rate is that since the oldest mark
_MARKS = 50
_BAR, _WIDE = 20, 100  # cells of the bar, and of a terminal in which it has as many


@contextmanager
def watching() -> Iterator[Told]:
    """A bar, or lines, whichever stderr can show."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(
        *columns(console.width), console=console, expand=True, transient=True, redirect_stdout=False
    ) as progress:
        yield Bar(progress)


def columns(width: int) -> Iterator[ProgressColumn]:
    """Those of the bar. Where there is little room the ratings give way: how far it is and how fast is always seen."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.table import Column

    yield BarColumn(_BAR if width >= _WIDE else _BAR // 2)
    yield MofNCompleteColumn()
    yield TextColumn("{task.fields[rate]}")
    yield TimeRemainingColumn(compact=True)
    yield TextColumn("{task.fields[spread]}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis"))


class Told:
    """How far it has come, in words."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._total: int | None = None
        self._done = 0
        self._marks: deque[tuple[float, int]] = deque(maxlen=_MARKS)

    def start(self, total: int | None) -> None:
        """Keep how many there are."""
        self._total = total

    def step(self, tally: Tally) -> None:
        """Keep how many are done."""
        self._done = tally.done
        if not self._marks or time.monotonic() - self._marks[-1][0] > _MARK_EVERY:
            self._marks.append((time.monotonic(), tally.done))

    def compare(self, articles: int) -> None:
        """Nothing new."""

    @property
    def told(self) -> str:
        """How many articles of how many."""
        total = "" if self._total is None else f" of {self._total:,}"
        return f"{self._done:,}{total} articles"

    @property
    def rate(self) -> str:
        """How many a second of late; the start of the workers, before the first is done, does not count."""
        since, then = self._marks[0]
        seconds = time.monotonic() - since
        return f"{(self._done - then) / seconds:.0f}/s" if seconds > _MARK_EVERY else ""


class Bar(Told):
    """Rate, time left, how the ratings are spread and how many failed, beside a bar."""

    def __init__(self, progress: Progress) -> None:
        """Show that it has begun."""
        super().__init__()
        self._progress = progress
        self._task = progress.add_task("", total=None, rate="counting", spread="")

    def start(self, total: int | None) -> None:
        """Show the whole length."""
        super().start(total)
        self._progress.update(self._task, total=total, rate="starting")

    def step(self, tally: Tally) -> None:
        """Go on; it is drawn ten times a second at most."""
        super().step(tally)
        self._progress.update(self._task, completed=tally.done, rate=self.rate, spread=_spread(tally))

    def compare(self, articles: int) -> None:
        """Say what takes time now."""
        self._progress.update(self._task, rate="", spread=f"comparing {articles:,} articles")


class Lines(Told):
    """A line now and then, for logs."""

    def __init__(self, every: float = _EVERY) -> None:
        """``every``: so many seconds between two lines."""
        super().__init__()
        self._every, self._last = every, time.monotonic()

    def step(self, tally: Tally) -> None:
        """Write a line if it is time."""
        super().step(tally)
        now = time.monotonic()
        if now - self._last >= self._every:
            self._last = now
            so_far = ", ".join(filter(None, (self.told, self.rate)))
            complain(f"{so_far}: {_spread(tally) or 'none rated'}")


def _spread(tally: Tally) -> str:
    """How many failed, and how the ratings are spread."""
    counts = {"failed": tally.failed, **tally.bands}
    return " · ".join(f"{name} {number}" for name, number in counts.items() if number)
