"""How far we agree with people, for people and for programs; each a pure function of an Agreement."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO

from msgspec import Struct, to_builtins
from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from healthscore.report.look import Look
from healthscore.study.agreement import FEW, FEWEST, Agreement, Among, Comparison, Estimate

COLUMNS = ("item", "n", "exact", "±1", "kappa", "weighted", "alpha", "ICC", "Spearman", "difference")
_NARROW = (0, 1, 2, 3, 5, 7, 8, 9)  # the columns of a terminal that has no room for all
_WIDE = 88
_SHARES = ("exact", "within_one")
_FIGURES = ("kappa", "weighted_kappa", "alpha", "icc", "spearman")
_BANDS = ((0.8, "almost perfect"), (0.6, "substantial"), (0.4, "moderate"), (0.2, "fair"), (0.0, "slight"))
_HOW = (
    "exact, ±1: share of the n articles with the same whole rating, and with one at most one step apart",
    "kappa, weighted: agreement of whole ratings beyond chance; weighted counts a far miss more. 0.41 to 0.60 is "
    "called moderate, 0.61 to 0.80 substantial (Landis and Koch 1977)",
    "alpha: reliability; below 0.667 no conclusions (Krippendorff 2004)",
    "ICC: absolute agreement of single ratings; below 0.5 poor, from 0.75 good (Koo and Li 2016)",
    "Spearman: whether both put the articles in the same order, whatever the level",
    "difference: the first less the second in points; within the limits lie 95 % of articles (Bland and Altman 1986)",
    "below each figure its 95 % interval, from 1,000 resamples of the articles",
)


def as_json(found: Agreement) -> str:
    """Everything, as one JSON object."""
    return (
        json.dumps({"schema": "healthscore-agreement/1", **to_builtins(found)}, ensure_ascii=False, indent=2)
        + "\n"
    )


def as_csv(found: Agreement) -> str:
    """A row a figure: item, the two raters, articles, figure, value and interval."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("item", "first", "second", "articles", "figure", "value", "low", "high"))
    for one in (*found.with_people, *found.between_people):
        for name, e in one.estimates.items():
            writer.writerow((one.item, one.first, one.second, one.articles, name, e.value, e.low, e.high))
    for among in found.among_people:
        for name, e in (("alpha", among.alpha), ("icc", among.icc)):
            row = (among.item, f"all {among.raters} people", "", among.articles, name, e.value, e.low, e.high)
            writer.writerow(row)
    return out.getvalue()


def as_markdown(found: Agreement) -> str:
    """The tables for a paper's supplement or a pull request."""
    parts = []
    for title, rows in _tables(found):
        cells = [COLUMNS, ("---", *["---:"] * (len(COLUMNS) - 1)), *rows]
        parts.append(
            f"**{_escaped(title)}**\n\n" + "".join(f"| {' | '.join(map(_escaped, row))} |\n" for row in cells)
        )
    parts += [f"{_escaped(line)}\n" for line in (*map(_people, found.among_people), *remarks(found))]
    return "\n".join([*parts, *(f"- {_escaped(how)}" for how in _HOW)]) + "\n"


def render(found: Agreement, *, confusion: bool = False) -> RenderableType:
    """The same on a terminal, with the confusion tables where they are wanted."""
    return _View(found, confusion)


def remarks(found: Agreement) -> Iterator[str]:
    """What the figures say in plain words, and what they are too few to say."""
    for one in found.with_people[:1]:
        kappa = one.estimates["weighted_kappa"]
        if kappa.value is not None:
            band = next((name for least, name in _BANDS if kappa.value > least), "no")
            yield f"On {one.item} the agreement of {one.first} with {one.second} is {band}: weighted kappa {_inline(kappa)}."
    fewest = min((one.articles for one in found.with_people), default=0)
    if fewest < FEWEST:
        yield f"With {fewest} articles in common for some item nothing can be said of agreement beyond chance."
    elif fewest < FEW:
        yield f"With {fewest} articles the intervals are wide: rate {FEW} or more before you rely on a figure."
    if found.unmatched:
        named = ", ".join(found.unmatched[:5]) + (" ..." if len(found.unmatched) > 5 else "")
        yield f"{len(found.unmatched)} articles are rated by one side only and left out: {named}"


class _View(Struct, frozen=True):
    found: Agreement
    confusion: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        look = Look.of(options)
        parts: list[RenderableType] = []
        chosen = range(len(COLUMNS)) if options.max_width >= _WIDE else _NARROW
        for title, rows in _tables(self.found):
            shown = [tuple(row[place] for place in chosen) for row in (COLUMNS, *rows)]
            parts += [look.text(title, "bold"), _grid(shown[0], shown[1:], look), ""]
        parts += [look.text(_people(among)) for among in self.found.among_people]
        if self.confusion:
            others = self.found.with_people[:1]
            for one in (c for c in self.found.with_people if c.second == others[0].second):
                parts += [
                    "",
                    look.text(f"{one.item}: {one.first} down, {one.second} across"),
                    _counts(one, look),
                ]
        parts += ["", *(look.text(line, "yellow") for line in remarks(self.found)), ""]
        parts += [look.text(how, "dim") for how in _HOW]
        yield from console.render(Group(*parts), options)


def _tables(found: Agreement) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """A table for each two raters: its title and its rows."""
    pairs: dict[tuple[str, str], list[Comparison]] = {}
    for one in (*found.with_people, *found.between_people):
        pairs.setdefault((one.first, one.second), []).append(one)
    for (first, second), several in pairs.items():
        yield f"{first} and {second}", [_row(one) for one in several]


def _row(one: Comparison) -> tuple[str, ...]:
    shares = [_share(one.estimates[name]) for name in _SHARES]
    figures = [_figure(one.estimates[name]) for name in _FIGURES]
    mean = one.estimates["difference"].value
    limits = f"\n{one.limits[0]:+.1f} to {one.limits[1]:+.1f}" if one.limits else ""
    return (one.item, str(one.articles), *shares, *figures, "-" if mean is None else f"{mean:+.2f}{limits}")


def _people(among: Among) -> str:
    return (
        f"{among.item}: {among.raters} people on {among.articles} articles, alpha {_inline(among.alpha)}, "
        f"ICC {_inline(among.icc)}"
    )


def _share(estimate: Estimate) -> str:
    return "-" if estimate.value is None else f"{estimate.value:.0%}"


def _figure(estimate: Estimate) -> str:
    if estimate.value is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.2f}"
    return f"{estimate.value:.2f}\n{_bare(estimate.low)}–{_bare(estimate.high)}"


def _bare(figure: float) -> str:
    return f"{figure:.2f}".replace("0.", ".", 1)


def _inline(estimate: Estimate) -> str:
    figure, _, interval = _figure(estimate).partition("\n")
    return f"{figure} ({interval})" if interval else figure


def _counts(one: Comparison, look: Look) -> Table:
    rows = [(str(grade), *map(str, row)) for grade, row in zip(one.grades, one.confusion, strict=True)]
    return _grid(("", *map(str, one.grades)), rows, look)


def _grid(columns: Sequence[str], rows: Sequence[tuple[str, ...]], look: Look) -> Table:
    style = box.SIMPLE_HEAD if look.unicode else box.ASCII
    table = Table(box=style, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for place, column in enumerate(columns):
        table.add_column(column, justify="right" if place else "left", no_wrap=place > 0)
    for row in rows:
        table.add_row(*(Text("\n").join(map(look.text, cell.split("\n"))) for cell in row))
    return table


def _escaped(cell: str) -> str:
    return "".join(
        f"\\{char}" if char in "\\|`*_<>[]#" else "<br>" if char == "\n" else char for char in cell
    )
