"""The forms of output: a row a format, and one class a form, each given the reports one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from healthscore.cli.outputs import Output, Show, Shown, Target, Write, stream_to

if TYPE_CHECKING:
    from healthscore.across import Folder
    from healthscore.report.limits import Limits
    from healthscore.report.model import Report
    from healthscore.report.table import Row


@contextmanager
def opened(form: str, path: Path | None, shown: Shown, limits: Limits, *, one: bool) -> Iterator[Output]:
    """An output to a file, or to stdout where ``path`` is None; ``one``: there is one report at most."""
    row = FORMATS[form]
    with stream_to(path) as stream:
        yield (row.one if one else row.many)(Target(stream, shown, limits))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what makes its output where there is one report at most, and where there may be many."""

    one: Callable[[Target], Output]
    many: Callable[[Target], Output]


@dataclass
class Documents(Output):
    """JSON objects, each written as its report is made: one of many lines, or one a line."""

    write: Write
    indent: int | None

    def add(self, report: Report) -> None:
        """Write a report."""
        self.write(report.to_json(self.indent).encode() + b"\n")

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


@dataclass
class Array(Output):
    """Reports as one JSON array, written piece by piece so that none has to be kept."""

    write: Write
    empty: bool = True

    def add(self, report: Report) -> None:
        """Write a report as the next element."""
        self.write((b"[\n" if self.empty else b",\n") + report.to_json().encode())
        self.empty = False

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Close the array, also that of no reports."""
        self.write(b"[]\n" if self.empty else b"\n]\n")


@dataclass
class Reports(Output):
    """Reports for people, one after another."""

    show: Show
    shown: Shown
    first: bool = True

    def add(self, report: Report) -> None:
        """Show a report, two lines below the one before."""
        from healthscore.report.terminal import render

        if not self.first:
            self.show("\n")
        shown = self.shown
        self.show(render(report, full=shown.everything, explain=shown.explain, claims=shown.claims))
        self.first = False

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to show."""


@dataclass
class Overview(Output):
    """All articles as one table, shown when all are there."""

    show: Show
    rows: list[Row] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Keep what the table needs of a report."""
        from healthscore.report.table import Row

        self.rows.append(Row.of(report))

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Show the table, unless there is nothing to put into it."""
        from healthscore.report.table import render

        if self.rows:
            self.show(render(self.rows, failed=failed, folder=folder))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "text": Format(
            one=lambda to: Reports(to.show, to.shown),
            many=lambda to: Reports(to.show, to.shown) if to.shown.each else Overview(to.show),
        ),
        "json": Format(one=lambda to: Documents(to.write, indent=2), many=lambda to: Array(to.write)),
        "jsonl": Format(
            one=lambda to: Documents(to.write, indent=None), many=lambda to: Documents(to.write, indent=None)
        ),
    }
)
