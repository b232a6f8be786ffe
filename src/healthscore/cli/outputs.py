"""Where reports go: the place an output is written to, and one class a form, given the reports one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
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
    """A file named with ``-o``, or stdout, that cannot be written."""

    def __init__(self, path: Path | None, error: OSError) -> None:
        """Name the path, None for stdout, and the system's reason."""
        where, remedy = (path, "choose another path for -o") if path else ("stdout", "see where it leads")
        super().__init__(f"{where}: cannot be written ({error.strerror or error}); {remedy}")


class File(Struct, frozen=True):
    """A file named with ``-o`` that is open for writing; what goes wrong names it."""

    path: Path
    stream: BinaryIO

    def write(self, data: bytes) -> None:
        """Write all of it."""
        with naming(self.path):
            self.stream.write(data)


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
    """One open place for reports, and all that an output is told: ``file`` is None for stdout."""

    file: File | None
    shown: Shown
    limits: Limits

    @property
    def write(self) -> Write:
        """For bytes."""
        return writing(self.file)

    @property
    def show(self) -> Show:
        """For people: stdout in its own width and colours, a file as plain UTF-8 text of one width."""
        file = self.file
        if file is None:
            return _shown_on_stdout()

        def write(what: RenderableType) -> None:
            from rich.console import Console

            plain = Console(file=StringIO(), width=WIDTH_IN_FILES, no_color=True, highlight=False)
            with plain.capture() as capture:
                plain.print(what)
            file.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()).encode())

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
def opening(path: Path | None) -> Iterator[File | None]:
    """A file to write to, closed at the end; None stands for stdout. Where something fails no part of it is left."""
    if path is None:
        yield None
        return
    with naming(path):
        stream = path.open("wb")
    try:
        yield File(path, stream)
        with naming(path):
            stream.close()
    except Exception:
        removed(path)
        raise
    finally:
        with suppress(OSError):  # has been told
            stream.close()


def removed(path: Path) -> None:
    """Take away a file that is not to be found half-written; a device or a pipe stays."""
    with suppress(OSError):
        if path.is_file():
            path.resolve().unlink()


@contextmanager
def naming(path: Path | None) -> Iterator[None]:
    """Whatever cannot be written within, to this path or to stdout, is an error that names it."""
    try:
        yield
    except BrokenPipeError:  # its reader has gone, and misses nothing
        raise
    except OSError as error:
        raise UnwritableOutputError(path, error) from None


def writing(file: File | None) -> Write:
    """How bytes are written to a file, or to stdout."""
    return _written_to_stdout if file is None else file.write


def _written_to_stdout(data: bytes) -> None:
    with naming(None):
        click.echo(data, nl=False)


def _shown_on_stdout() -> Show:
    stdout = console()

    def show(what: RenderableType) -> None:
        with naming(None):
            stdout.print(what)

    return show
