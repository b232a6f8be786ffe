"""The report on a terminal: ratings as bars, findings with their quotes, and the arithmetic."""

from __future__ import annotations

from io import StringIO

from msgspec import Struct
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from healthscore.checks.base import counted
from healthscore.report.arithmetic import arithmetic
from healthscore.report.figures import figure
from healthscore.report.findings import counts_in_words
from healthscore.report.look import Look, rating_style
from healthscore.report.model import DISCLAIMER, Report, what_ratings_mean
from healthscore.report.places import findings
from healthscore.report.reasons import HEADING, weighed_most
from healthscore.report.stacked import GAP, LEAST, Row, room, stacked
from healthscore.report.where import caveat
from healthscore.rubric.rating import Rating

WIDEST = 120
SHOWN = 5
PAIRS_SHOWN = 20
BAR = 16
INDENT = 2


def render(
    report: Report, *, full: bool = False, explain: bool = False, claims: bool = False
) -> RenderableType:
    """The report as a rich renderable.

    ``full`` shows every finding and pair, else the first five findings of a dimension and 20 pairs.
    ``explain`` adds the pairs of statements that were weighed, and what decided on each. ``claims`` shows the
    ledger in place of ratings and findings.
    """
    return _View(report, full, explain, claims)


def as_text(
    report: Report, *, width: int = 100, full: bool = False, explain: bool = False, claims: bool = False
) -> str:
    """The report as plain text without colours."""
    console = Console(file=StringIO(), width=width, no_color=True, legacy_windows=False)
    with console.capture() as capture:
        console.print(render(report, full=full, explain=explain, claims=claims))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


class _View(Struct, frozen=True, dict=True):
    report: Report
    full: bool
    explain: bool
    claims: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        look = Look.of(options)
        narrow = options.update(max_width=min(options.max_width, WIDEST))
        yield from console.render(Group(*self._parts(look, narrow.max_width)), narrow)

    def _parts(self, look: Look, width: int) -> list[RenderableType]:
        report = self.report
        rated = report.rating.withheld is None
        parts: list[RenderableType] = [_head(report, look), ""]
        if self.claims:
            from healthscore.report.ledger import ledger

            parts += ledger(report, look, width)
        else:
            parts += [_ratings(report, look, width) if rated else _withheld(report, look), ""]
            parts += findings(report, look, None if self.full else SHOWN, explain=self.explain)
        if self.explain:
            from healthscore.report.pairs import pairs

            parts += pairs(report, look, None if self.full else PAIRS_SHOWN)
        if rated and not self.claims:
            parts += arithmetic(report, look, width, full=self.full)
        meant = DISCLAIMER if self.claims else what_ratings_mean(report)
        return [*parts, look.text(meant, "dim italic")]


def _head(report: Report, look: Look) -> RenderableType:
    article, rubric = report.article, report.rubric
    low, high = report.rating.scale
    details = [
        counted(report.words, "word"),
        counted(report.sentences, "sentence"),
        counted(len(report.claims), "claim"),
        f"rubric {rubric.id} {rubric.version}, {low:g} to {high:g}",
    ]
    notes = [*article.notes, *filter(None, [caveat(article)])]
    named = [article.source] if article.title is not None else []
    return Group(
        look.text(article.title or article.source, "bold"),
        look.text(" · ".join([*named, *details]), "dim"),
        *(look.text(f"reading: {note}", "dim") for note in notes),
    )


def _ratings(report: Report, look: Look, width: int) -> RenderableType:
    """The overall rating and those of the dimensions; a bar is drawn where it leaves the reasons room."""
    overall = _row("overall", report.rating, _overall_words(report), look, "bold")
    rows = [_row(d.id, d.rating, weighed_most(d), look) for d in report.dimensions]
    left = room([overall, *rows], width - INDENT)
    heading = look.text(HEADING, "dim")
    if left < LEAST:
        head = Row(Text(), tuple(Text() for _ in overall.cells), heading)
        return Padding(stacked([overall, head, *rows], width - INDENT, left=1), (0, 0, 0, INDENT))
    drawn = left >= BAR + GAP + LEAST
    grid = Table.grid(padding=(0, GAP, 0, 0), expand=True)
    for _ in ("name", "bar") if drawn else ("name",):
        grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    ratings = [report.rating, *(dimension.rating for dimension in report.dimensions)]
    for row, rating in zip([overall, *rows], ratings, strict=True):
        bar = [look.bar(rating, BAR)] if drawn else []
        grid.add_row(row.name, *bar, *row.cells, row.reason)
        if row is overall:
            grid.add_row(*[""] * (len(grid.columns) - 1), heading)
    return Padding(grid, (0, 0, 0, INDENT))


def _row(name: str, rating: Rating, words: str, look: Look, style: str = "") -> Row:
    shade = f"{style} {rating_style(rating)}".strip()
    value = Text(figure(rating), style=shade)
    return Row(look.text(name, style), (value, look.text(rating.band or "", shade)), look.text(words, style))


def _overall_words(report: Report) -> str:
    return f"confidence {report.rating.confidence:.0%} · {counts_in_words(report.findings)}"


def _withheld(report: Report, look: Look) -> RenderableType:
    reason = look.text(f"This article is not rated: {report.rating.withheld}.".replace("..", "."))
    return Panel(reason, title="not rated", title_align="left", border_style="yellow", padding=(0, 1))
