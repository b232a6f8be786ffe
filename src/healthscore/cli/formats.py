"""The forms of output: a row a format, and one class a form, each given the reports one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from healthscore.cli.app import complain
from healthscore.cli.outputs import Output, Show, Shown, Target, Write, opening

if TYPE_CHECKING:
    from healthscore.across import Folder
    from healthscore.report.limited import Limited
    from healthscore.report.limits import Limits
    from healthscore.report.model import Report
    from healthscore.report.table import Row

Part = TypeVar("Part")
Make = Callable[[Target], Output]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an output goes (a path, or None for stdout) and what it is told.

    ``one``: there is one report at most; ``one_article``: those of one article at most.
    """

    path: Path | None
    shown: Shown
    limits: Limits
    one: bool
    one_article: bool


def in_one_file(one: Make, many: Make) -> Callable[[Place], AbstractContextManager[Output]]:
    """A format that is one file: what makes its output for one report at most, and for what may be many."""

    @contextmanager
    def open_(place: Place) -> Iterator[Output]:
        with opening(place.path) as stream:
            yield (one if place.one else many)(Target(stream, place.shown, place.limits))

    return open_


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


@dataclass
class Each(Output):
    """Text of each report, written as it is made."""

    write: Write
    text: Callable[[Report], str]

    def add(self, report: Report) -> None:
        """Write what is said of a report."""
        self.write(self.text(report).encode())

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


@dataclass
class Whole(Output, Generic[Part]):
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
def _text(place: Place) -> Iterator[Output]:
    with opening(place.path) as stream:
        show = Target(stream, place.shown, place.limits).show
        yield Reports(show, place.shown) if place.one_article or place.shown.each else Overviews(show)


def _markdown(to: Target, *, one: bool) -> Output:
    from healthscore.report.markdown import as_markdown, part_of

    return Whole(
        "markdown",
        to.write,
        lambda report: part_of(report, full=to.shown.everything, root=Path.cwd()),
        lambda parts, failed: as_markdown(parts, one=one, failed=failed),
    )


def _csv(to: Target) -> Output:
    from healthscore.report.csv import as_csv
    from healthscore.report.limited import Limited
    from healthscore.report.row import row_of

    return Whole("csv", to.write, row_of, lambda rows, _: Limited(as_csv(rows)))


def _sarif(to: Target) -> Output:
    from healthscore.report.sarif import as_sarif, part_of

    return Whole(
        "sarif",
        to.write,
        lambda report: part_of(report, Path.cwd()),
        lambda parts, failed: as_sarif(parts, failed=failed),
    )


def _junit(to: Target) -> Output:
    from healthscore.report.junit import as_junit, suite_of
    from healthscore.report.limited import Limited

    return Whole(
        "junit",
        to.write,
        lambda report: suite_of(report, to.limits, Path.cwd()),
        lambda suites, failed: Limited(as_junit(suites, failed)),
    )


def _github(to: Target) -> Output:
    from healthscore.report.github import annotations_of, as_annotations

    return Whole(
        "github",
        to.write,
        lambda report: annotations_of(report, Path.cwd()),
        lambda parts, _: as_annotations(annotation for part in parts for annotation in part),
    )


def _lines(to: Target) -> Output:
    from healthscore.report.lines import as_lines

    return Each(to.write, lambda report: as_lines(report, Path.cwd()))


def _html(place: Place) -> AbstractContextManager[Output]:
    from healthscore.cli.pages import pages

    return pages(place.path, one=place.one)


FORMATS: Mapping[str, Callable[[Place], AbstractContextManager[Output]]] = MappingProxyType(
    {
        "text": _text,
        "html": _html,
        "json": in_one_file(one=lambda to: Documents(to.write, indent=2), many=lambda to: Array(to.write)),
        "jsonl": in_one_file(
            one=lambda to: Documents(to.write, indent=None), many=lambda to: Documents(to.write, indent=None)
        ),
        "lines": in_one_file(_lines, _lines),
        "markdown": in_one_file(partial(_markdown, one=True), partial(_markdown, one=False)),
        "csv": in_one_file(_csv, _csv),
        "sarif": in_one_file(_sarif, _sarif),
        "junit": in_one_file(_junit, _junit),
        "github": in_one_file(_github, _github),
    }
)
"""A row a format, by name: what opens an output, for as long as the context is."""
