"""What a run has come to, for people: how the ratings are spread, the worst, what is found most, what failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table

from healthscore.batch.run import Results
from healthscore.batch.tally import Tally
from healthscore.batch.templates import Compared
from healthscore.checks.base import counted
from healthscore.errors import HealthscoreError
from healthscore.report.look import Look
from healthscore.report.shared import shared

_RULES = 10
_BAR = 30  # cells
_KINDS: Mapping[str, tuple[str, str]] = {
    "WorkerDiedError": ("killed its worker", "killed their workers"),
    "TimeLimitError": ("ran past the time limit", "ran past the time limit"),
    "InternalError": ("met an internal error", "met an internal error"),
}


class Summary:
    """The summary as a rich renderable; ``out`` is where the results lie."""

    def __init__(self, results: Results, out: Path) -> None:
        """Take what the run has come to."""
        self._results, self._out = results, out

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts that there is something to say about, with empty lines between them."""
        look = Look.of(options)
        yield from console.render(Group(*_parts(self._results, self._out, look)), options)


def _parts(results: Results, out: Path, look: Look) -> Iterator[RenderableType]:
    tally = results.tally
    if tally.articles:
        yield from (look.text("ratings", "bold"), Padding(_bands(tally, look), (0, 0, 0, 2)), "")
    if tally.worst:
        yield from (look.text("rated lowest", "bold"), Padding(_worst(tally, look), (0, 0, 0, 2)), "")
    if tally.rules:
        yield from (look.text("found most", "bold"), Padding(_rules(tally, look), (0, 0, 0, 2)), "")
    yield from _compared(results.compared, tally, look)
    if tally.unmet:
        yield from (look.text("do not pass", "bold"), *_first(tally.shortcomings, tally.unmet, look), "")
    if tally.passed_over:
        heading = look.text("pass unrated", "bold")
        yield from (heading, *_first(tally.unrated, tally.passed_over, look), "")
    if tally.failed:
        yield from (look.text("failed", "bold"), *_failures(tally, look), "")
    unmet = f"{tally.unmet} of them {'does' if tally.unmet == 1 else 'do'} not pass, " if tally.unmet else ""
    scored = f"{counted(tally.articles, 'article')} scored"
    yield look.text(f"{scored}, {unmet}{tally.failed} failed · results in {out}")


def _bands(tally: Tally, look: Look) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    most = max(tally.bands.values())
    for band, number in tally.bands.items():
        cells = round(_BAR * number / most) or min(number, 1)
        grid.add_row(band, ("█" if look.unicode else "#") * cells, str(number))
    return grid


def _worst(tally: Tally, look: Look) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for value, band, source in tally.worst:
        grid.add_row(value, band, look.text(source))
    return grid


def _rules(tally: Tally, look: Look) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    ranked = sorted(tally.rules.items(), key=lambda found: (-found[1], found[0]))
    for rule, number in ranked[:_RULES]:
        grid.add_row(rule, look.text(f"in {counted(number, 'article')}", "dim"))
    return grid


def _compared(
    compared: Compared | HealthscoreError | None, tally: Tally, look: Look
) -> Iterator[RenderableType]:
    if isinstance(compared, HealthscoreError):
        yield from (look.text(f"the articles were not compared: {compared}", "yellow"), "")
    elif compared is not None:
        yield from shared(compared, look)
        if compared.articles < tally.articles:
            said = f"compared with each other: {compared.articles} of {tally.articles} articles (--compare)"
            yield from (look.text(said, "dim"), "")


def _first(lines: Sequence[str], of: int, look: Look) -> Iterator[RenderableType]:
    """The first few, and how many there are besides."""
    yield _listed(lines, look)
    if (more := of - len(lines)) > 0:
        yield Padding(look.text(f"and {more} more", "dim"), (0, 0, 0, 2))


def _listed(lines: Sequence[str], look: Look) -> Padding:
    """Each with a dot in front, so that one that takes two lines is still seen as one."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row(look.text("·" if look.unicode else "-", "dim"), look.text(line))
    return Padding(grid, (0, 0, 0, 2))


def _failures(tally: Tally, look: Look) -> Iterator[RenderableType]:
    unread = tally.failed - sum(tally.kinds[kind] for kind in _KINDS)
    said = [f"{unread} could not be read"] if unread else []
    for kind, (one, many) in _KINDS.items():
        if number := tally.kinds[kind]:
            said.append(f"{number} {one if number == 1 else many}")
    yield Padding(look.text(", ".join(said)), (0, 0, 0, 2))
    yield _listed(tally.failures, look)
    if (more := tally.failed - len(tally.failures)) > 0:
        yield Padding(look.text(f"and {more} more in errors.jsonl", "dim"), (0, 0, 0, 2))
