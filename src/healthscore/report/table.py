"""Many articles as one table: worst first, those that are not rated at the end with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from statistics import median
from typing import TYPE_CHECKING

from msgspec import Struct
from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from healthscore.checks.base import counted
from healthscore.report.figures import figure, on_scale
from healthscore.report.look import Look, rating_style
from healthscore.report.model import Report
from healthscore.report.shared import shared
from healthscore.report.words import clean
from healthscore.rubric.rating import Rating

if TYPE_CHECKING:
    from healthscore.across import Folder

WIDEST = 140
SHORT_NAME = 5
LEAST_FOR_SOURCE = 16
ENOUGH_FOR_SOURCE = 48
GAP = 2


class Row(Struct, frozen=True):
    """What the table keeps of a report, so that a large folder need not be held in memory."""

    source: str
    words: int
    errors: int
    rating: Rating
    dimensions: tuple[tuple[str, Rating], ...]

    @classmethod
    def of(cls, report: Report) -> Row:
        """The row of one report."""
        errors = sum(finding.severity == "error" for finding in report.findings)
        dimensions = tuple((dimension.id, dimension.rating) for dimension in report.dimensions)
        return cls(report.article.source, report.words, errors, report.rating, dimensions)


def render(rows: Sequence[Row], *, failed: int = 0, folder: Folder | None = None) -> RenderableType:
    """The table as a rich renderable.

    ``failed`` is how many inputs could not be read; below the table stands what the articles of ``folder`` share.
    """
    return _View(tuple(rows), failed, folder)


def as_text(rows: Sequence[Row], *, failed: int = 0, folder: Folder | None = None, width: int = 100) -> str:
    """The table as plain text without colours."""
    console = Console(file=StringIO(), width=width, no_color=True, legacy_windows=False)
    with console.capture() as capture:
        console.print(render(rows, failed=failed, folder=folder))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def rank(row: Row) -> tuple[bool, float, str]:
    """What rows are sorted by: the worst first, those that are equally bad by name, and what is not rated last."""
    value = row.rating.value
    return value is None, value or 0.0, row.source


def summary(rows: Sequence[Row], failed: int) -> str:
    """All of them in one line: how many, the median, and those without a rating."""
    said = [counted(len(rows), "article")]
    values = [row.rating.value for row in rows if row.rating.value is not None]
    if values:
        said.append(f"median rating {on_scale(median(values), rows[0].rating.scale)}")
    if len(values) < len(rows):
        said.append(f"{len(rows) - len(values):,} not rated")
    if failed:
        said.append(f"{failed:,} could not be read")
    return " · ".join(said)


class _View(Struct, frozen=True, dict=True):
    rows: tuple[Row, ...]
    failed: int
    folder: Folder | None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        look = Look.of(options)
        narrow = options.update(max_width=min(options.max_width, WIDEST))
        rows = sorted(self.rows, key=rank)
        rated = [row for row in rows if row.rating.value is not None]
        others = rows[len(rated) :]
        parts: list[RenderableType] = []
        if rated:
            parts += [_table(rated, look, narrow.max_width), *_no_room(rated, look, narrow.max_width), ""]
        if others:
            parts += [*(_not_rated(row, look) for row in others), ""]
        if self.folder is not None:
            parts += shared(self.folder, look)
        parts.append(look.text(summary(self.rows, self.failed)))
        yield from console.render(Group(*parts), narrow)


def _table(rated: Sequence[Row], look: Look, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    names = _names(rated, width)
    longest = max(len(row.source) for row in rated)
    headings, room = _headings(names, width)
    if room < min(longest, ENOUGH_FOR_SOURCE):
        headings, room = _headings([_short(name) for name in names], width)
    if (
        _wide(headings) + LEAST_FOR_SOURCE > width
    ):  # an instrument of many items: each article's report shows them
        names = []
        headings, room = _headings(names, width)
    table.add_column("article", no_wrap=True)
    for heading in headings:
        table.add_column(look.text(heading), justify="right", no_wrap=True)
    for row in rated:
        ratings = dict(row.dimensions)
        table.add_row(
            _tail(row.source, look, room),
            _rating(row.rating, "bold"),
            *(_rating(ratings.get(name)) for name in names),
            str(row.words),
            Text(str(row.errors), style="bold red" if row.errors else "dim"),
        )
    return table


def _names(rated: Sequence[Row], width: int) -> list[str]:
    """The dimensions, or none where there is no room for so many."""
    names = list(dict.fromkeys(name for row in rated for name, _ in row.dimensions))
    shortest, _ = _headings([_short(name) for name in names], width)
    return names if _wide(shortest) + LEAST_FOR_SOURCE <= width else []


def _no_room(rated: Sequence[Row], look: Look, width: int) -> list[Text]:
    count = max(len(row.dimensions) for row in rated)
    if not count or _names(rated, width):
        return []
    return [look.text(f"no room for {count} ratings each: --full shows them, -o csv:FILE writes them", "dim")]


def _headings(names: Sequence[str], width: int) -> tuple[list[str], int]:
    """The headings right of the article, and how much room they leave it."""
    headings = ["overall", *names, "words", "errors"]
    return headings, max(width - _wide(headings) - 1, LEAST_FOR_SOURCE)


def _wide(headings: Sequence[str]) -> int:
    return sum(len(heading) + GAP for heading in headings)


def _short(name: str) -> str:
    return name if len(name) <= SHORT_NAME else f"{name[: SHORT_NAME - 1]}."


def _tail(source: str, look: Look, room: int) -> Text:
    """The end of a long path: there stands what tells files apart."""
    name = clean(source)
    cut = "…" if look.unicode else "~"
    return look.text(name if len(name) <= room else f"{cut}{name[1 - room :]}")


def _rating(rating: Rating | None, style: str = "") -> Text:
    if rating is None or rating.value is None:
        return Text("-", style="dim")
    return Text(figure(rating), style=f"{style} {rating_style(rating)}".strip())


def _not_rated(row: Row, look: Look) -> Text:
    return Text.assemble(look.text(row.source), "  ", look.text(f"not rated: {row.rating.withheld}", "dim"))
