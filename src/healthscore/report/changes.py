"""What changed between two reports, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from healthscore.report.compare import Change, Comparison
from healthscore.report.earlier import Document
from healthscore.report.gutter import Gutter
from healthscore.report.look import SEVERITY_STYLES, Look
from healthscore.report.places import INDENT, heading
from healthscore.report.words import clean, shorten

WIDEST = 120
LONGEST_QUOTE = 200


def render(comparison: Comparison) -> RenderableType:
    """The comparison as a rich renderable."""
    return _View(comparison)


class _View(Struct, frozen=True, dict=True):
    comparison: Comparison

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        look = Look.of(options)
        narrow = options.update(max_width=min(options.max_width, WIDEST))
        yield from console.render(Group(*self._parts(look)), narrow)

    def _parts(self, look: Look) -> Iterator[RenderableType]:
        found = self.comparison
        yield Text.assemble(("before  ", "dim"), look.text(_name(found.before)))
        yield Text.assemble(("after   ", "dim"), look.text(_name(found.after)))
        yield ""
        if not found.same_rubric:
            yield look.text("The ratings were made with different rubrics and cannot be compared.", "yellow")
            yield ""
        yield _ratings([found.rating, *found.dimensions], look)
        yield ""
        for title, findings in (("new", found.new), ("gone", found.gone)):
            if findings:
                yield heading(f"{title} findings", len(findings), "bold", look)
                yield from _findings(findings, look)
                yield ""
        yield look.text(f"{len(found.new)} new, {len(found.gone)} gone, {found.kept} as before")


def _name(report: Document) -> str:
    article = report["article"]
    return " · ".join([article["source"], *([article["title"]] if article["title"] else [])])


def _ratings(changes: Iterable[Change], look: Look) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for _ in range(3):
        grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    arrow = "→" if look.unicode else "->"
    for change in changes:
        values = f"{_value(change.before)} {arrow} {_value(change.after)}"
        words = look.text("; ".join(change.criteria) if change.by else "", "dim")
        grid.add_row(
            look.text(change.id, "bold" if change.id == "overall" else ""), values, _by(change), words
        )
    return Padding(grid, (0, 0, 0, 2))


def _value(value: float | None) -> str:
    return "  - " if value is None else f"{value:.2f}"


def _by(change: Change) -> Text:
    by = change.by
    if not by:
        return Text("" if by is None else "same", style="dim")
    return Text(f"{by:+.2f}", style="green" if by > 0 else "red")


def _findings(findings: Sequence[Document], look: Look) -> Iterator[RenderableType]:
    for finding in findings:
        yield look.text(finding["rule"], SEVERITY_STYLES[finding["severity"]])
        quotes = finding["evidence"]
        label = f"line {quotes[0]['line']}" if quotes else ""
        said = [look.text(finding["message"])]
        said += [
            look.text(look.fold(f"“{shorten(clean(quote['quote']), LONGEST_QUOTE)}”"), "italic")
            for quote in quotes[:2]
        ]
        yield Gutter(label, Group(*said), INDENT)
