"""The forms of output, a row a format. What one needs is imported when it is opened: ``--help`` wants names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.cli.outputs import Output, Place, Target

    Make = Callable[[Target], Output]


def in_one_file(one: Make, many: Make) -> Callable[[Place], AbstractContextManager[Output]]:
    """A format that is one file: what makes its output for one report at most, and for what may be many."""

    @contextmanager
    def open_(place: Place) -> Iterator[Output]:
        from healthscore.cli.outputs import Target, opening

        with opening(place.path) as file:
            yield (one if place.one else many)(Target(file, place.shown, place.limits))

    return open_


@contextmanager
def _text(place: Place) -> Iterator[Output]:
    from healthscore.cli.outputs import Overviews, Reports, Target, opening

    with opening(place.path) as file:
        show = Target(file, place.shown, place.limits).show
        yield Reports(show, place.shown) if place.one_article or place.shown.each else Overviews(show)


def _json(to: Target, *, one: bool) -> Output:
    from healthscore.cli.outputs import Array, Documents

    return Documents(to.write, indent=2) if one else Array(to.write)


def _jsonl(to: Target) -> Output:
    from healthscore.cli.outputs import Documents

    return Documents(to.write, indent=None)


def _markdown(to: Target, *, one: bool) -> Output:
    from healthscore.cli.outputs import Whole
    from healthscore.report.markdown import as_markdown, part_of

    return Whole(
        "markdown",
        to.write,
        lambda report: part_of(report, full=to.shown.everything, root=Path.cwd()),
        lambda parts, failed: as_markdown(parts, one=one, failed=failed),
    )


def _csv(to: Target) -> Output:
    from healthscore.cli.outputs import Whole
    from healthscore.report.csv import as_csv
    from healthscore.report.limited import Limited
    from healthscore.report.row import row_of

    return Whole("csv", to.write, row_of, lambda rows, _: Limited(as_csv(rows)))


def _sarif(to: Target) -> Output:
    from healthscore.cli.outputs import Whole
    from healthscore.report.sarif import as_sarif, part_of

    return Whole(
        "sarif",
        to.write,
        lambda report: part_of(report, Path.cwd()),
        lambda parts, failed: as_sarif(parts, failed=failed),
    )


def _junit(to: Target) -> Output:
    from healthscore.cli.outputs import Whole
    from healthscore.report.junit import as_junit, suite_of
    from healthscore.report.limited import Limited

    return Whole(
        "junit",
        to.write,
        lambda report: suite_of(report, to.limits, Path.cwd()),
        lambda suites, failed: Limited(as_junit(suites, failed)),
    )


def _github(to: Target) -> Output:
    from healthscore.cli.outputs import Whole
    from healthscore.report.github import annotations_of, as_annotations

    return Whole(
        "github",
        to.write,
        lambda report: annotations_of(report, Path.cwd()),
        lambda parts, _: as_annotations(annotation for part in parts for annotation in part),
    )


def _lines(to: Target) -> Output:
    from healthscore.cli.outputs import Each
    from healthscore.report.lines import as_lines

    return Each(to.write, lambda report: as_lines(report, Path.cwd()))


def _html(place: Place) -> AbstractContextManager[Output]:
    from healthscore.cli.pages import pages

    return pages(place.path, one=place.one)


FORMATS: Mapping[str, Callable[[Place], AbstractContextManager[Output]]] = MappingProxyType(
    {
        "text": _text,
        "html": _html,
        "json": in_one_file(partial(_json, one=True), partial(_json, one=False)),
        "jsonl": in_one_file(_jsonl, _jsonl),
        "lines": in_one_file(_lines, _lines),
        "markdown": in_one_file(partial(_markdown, one=True), partial(_markdown, one=False)),
        "csv": in_one_file(_csv, _csv),
        "sarif": in_one_file(_sarif, _sarif),
        "junit": in_one_file(_junit, _junit),
        "github": in_one_file(_github, _github),
    }
)
"""A row a format, by name: what opens an output, for as long as the context is."""
