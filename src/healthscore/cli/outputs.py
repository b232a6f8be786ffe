"""Where reports go: the place an output is written to, and one class a form, given the reports one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Generic, Protocol, TypeVar

import click
from msgspec import Struct, field

from healthscore.cli.app import WIDTH_IN_FILES, complain, console
from healthscore.errors import HealthscoreError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.across import Folder
    from healthscore.report.limited import Limited
    from healthscore.report.limits import Limits
    from healthscore.report.model import Report
    from healthscore.report.table import Row

Part = TypeVar("Part")
Write = Callable[[bytes], object]
Show = Callable[["RenderableType"], None]


class UnwritableOutputError(HealthscoreError):
    """A file named with ``-o`` that cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the path and the system's reason."""
        super().__init__(f"{path}: cannot be written ({reason}); choose another path for -o")


class Shown(Struct, frozen=True):
    """What reports for people show: all findings, each article though there are many, the ledger, the pairs."""

    everything: bool = False
    full: bool = False
    claims: bool = False
    explain: bool = False

    @property
    def each(self) -> bool:
        """Whether many articles are shown one after another, for a table has no room for what is asked."""
        return self.full or self.claims or self.explain


class Place(Struct, frozen=True):
    """Where an output goes (a path, or None for stdout) and what it is told.

    ``one``: there is one report at most; ``one_article``: those of one article at most.
    """

    path: Path | None
    shown: Shown
    limits: Limits
    one: bool
    one_article: bool


class Target(Struct, frozen=True):
    """One open place for reports, and all that an output is told: ``stream`` is None for stdout."""

    stream: BinaryIO | None
    shown: Shown
    limits: Limits

    @property
    def write(self) -> Write:
        """For bytes."""
        return writing(self.stream)

    @property
    def show(self) -> Show:
        """For people: stdout in its own width and colours, a file as plain UTF-8 text of one width."""
        stream = self.stream
        if stream is None:
            return console().print

        def write(what: RenderableType) -> None:
            from rich.console import Console

            plain = Console(file=StringIO(), width=WIDTH_IN_FILES, no_color=True, highlight=False)
            with plain.capture() as capture:
                plain.print(what)
            stream.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()).encode())

        return write


class Output(Protocol):
    """One form of the reports, on its way to one place."""

    def add(self, report: Report) -> None:
        """Take the next report."""

    def finish(self, failed: int, folder: Folder | None) -> None:
        """There are no more reports; ``failed`` inputs had none. ``folder`` is what they were held against."""


class Documents(Struct):
    """JSON objects, each written as its report is made: one of many lines, or one a line."""

    write: Write
    indent: int | None

    def add(self, report: Report) -> None:
        """Write a report."""
        self.write(report.to_json(self.indent).encode() + b"\n")

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


class Array(Struct):
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


class Reports(Struct):
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


class Overviews(Struct):
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


class Each(Struct):
    """Text of each report, written as it is made."""

    write: Write
    text: Callable[[Report], str]

    def add(self, report: Report) -> None:
        """Write what is said of a report."""
        self.write(self.text(report).encode())

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


class Whole(Struct, Generic[Part]):
    """One document of all reports, written when all are there; only a part of each report is kept."""

    name: str
    write: Write
    part: Callable[[Report], Part]
    document: Callable[[Sequence[Part], int], Limited]
    parts: list[Part] = field(default_factory=list)

    def add(self, report: Report) -> None:
        """Keep what the document needs of a report."""
        self.parts.append(self.part(report))

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Write the document, and say on stderr what had no room in it."""
        document = self.document(self.parts, failed)
        self.write(document.text.encode())
        for said in document.left_out:
            complain(f"{self.name}: {said}")


@contextmanager
def opening(path: Path | None) -> Iterator[BinaryIO | None]:
    """A file to write to, closed at the end; None stands for stdout."""
    if path is None:
        yield None
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise UnwritableOutputError(path, error.strerror or str(error)) from None
    with stream:
        yield stream


def writing(stream: BinaryIO | None) -> Write:
    """How bytes are written to a file, or to stdout."""
    if stream is not None:
        return stream.write
    return lambda data: click.echo(data, nl=False)
