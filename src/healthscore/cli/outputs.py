"""Where reports go, and in which form: one class a form, each given the reports one after another."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from healthscore.cli.app import WIDTH_IN_FILES, console
from healthscore.errors import HealthscoreError
from healthscore.report.model import Report

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.across import Folder
    from healthscore.report.table import Row

Write = Callable[[bytes], object]
Show = Callable[["RenderableType"], None]


class UnwritableOutputError(HealthscoreError):
    """A file named with ``-o`` that cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the path and the system's reason."""
        super().__init__(f"{path}: cannot be written ({reason}); choose another path for -o")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the text report shows: all findings, each article though there are many, the ledger, the pairs."""

    everything: bool = False
    full: bool = False
    claims: bool = False
    explain: bool = False

    @property
    def each(self) -> bool:
        """Whether many articles are shown one after another, for a table has no room for what is asked."""
        return self.full or self.claims or self.explain


class Output(ABC):
    """One form of the reports, on its way to one place."""

    @abstractmethod
    def add(self, report: Report) -> None:
        """Take the next report."""

    @abstractmethod
    def finish(self, failed: int, folder: Folder | None) -> None:
        """There are no more reports; ``failed`` inputs had none. ``folder`` is what they were held against."""


@contextmanager
def opened(form: str, path: Path | None, shown: Shown, *, one: bool, alone: bool) -> Iterator[Output]:
    """An output to a file, or to stdout where ``path`` is None.

    ``one``: there is one article at most; ``alone``: there is one report at most.
    """
    with _stream(path) as stream:
        if form == "jsonl" or (form == "json" and alone):
            yield Documents(_writer(stream), indent=2 if form == "json" else None)
        elif form == "json":
            yield Array(_writer(stream))
        else:
            show = _show(stream)
            yield Reports(show, shown) if one or shown.each else Overviews(show)


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
class Overviews(Output):
    """All articles as a table for each rubric, shown when all are there."""

    show: Show
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Keep what the table needs of a report."""
        from healthscore.report.table import Row

        self.rows.setdefault(report.rubric.id, []).append(Row.of(report))

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Show the tables, unless there is nothing to put into them."""
        from healthscore.report.table import render

        for rubric, rows in self.rows.items():
            if len(self.rows) > 1:
                self.show(f"{rubric}\n")
            self.show(render(rows, failed=failed, folder=folder))


@contextmanager
def _stream(path: Path | None) -> Iterator[BinaryIO | None]:
    if path is None:
        yield None
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise UnwritableOutputError(path, error.strerror or str(error)) from None
    with stream:
        yield stream


def _writer(stream: BinaryIO | None) -> Write:
    if stream is not None:
        return stream.write
    return lambda data: click.echo(data, nl=False)


def _show(stream: BinaryIO | None) -> Show:
    """Stdout in its own width and colours; a file as plain UTF-8 text of one width."""
    if stream is None:
        return console().print

    def write(what: RenderableType) -> None:
        from rich.console import Console

        plain = Console(file=StringIO(), width=WIDTH_IN_FILES, no_color=True, highlight=False)
        with plain.capture() as capture:
            plain.print(what)
        stream.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()).encode())

    return write
