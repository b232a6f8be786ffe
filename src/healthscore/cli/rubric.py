"""``healthscore rubric``: list, show and validate rubrics, and print their schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from healthscore.cli.app import FAILED, complain, console

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.rubric import Rubric
    from healthscore.rubric.schema import Condition, Dimension


@click.group(
    short_help="List, show and validate rubrics.", context_settings={"help_option_names": ["-h", "--help"]}
)
def rubric() -> None:
    """List, show and validate rubrics: the instruments by which articles are rated."""


@rubric.command("list")
def list_() -> None:
    """List the rubrics that come with healthscore."""
    from rich.table import Table

    from healthscore.rubric import rubrics

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="bold")
    grid.add_column(no_wrap=True)
    grid.add_column()
    for known in rubrics():
        grid.add_row(known.id, known.version, known.title)
    console().print(grid)


@rubric.command()
@click.argument("id_or_path", metavar="ID|PATH")
def show(id_or_path: str) -> None:
    """Show a rubric: its questions, and how what is measured becomes a rating."""
    from healthscore.rubric import load_rubric

    out = console()
    for part in _shown(load_rubric(id_or_path)):
        out.print(part)


@rubric.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.pass_context
def validate(ctx: click.Context, paths: tuple[str, ...]) -> None:
    """Check rubric files; every problem is named with its line."""
    from healthscore.errors import HealthscoreError
    from healthscore.rubric import RubricError, load_rubric

    failed = False
    for path in paths:
        try:
            loaded = load_rubric(path)
        except HealthscoreError as error:
            failed = True
            for problem in error.problems if isinstance(error, RubricError) else [error]:
                complain(problem)
        else:
            click.echo(f"{path}: {loaded.id} {loaded.version} is valid")
    ctx.exit(FAILED if failed else 0)


@rubric.command()
def schema() -> None:
    """Print the JSON Schema of rubric files, for editors that complete and check them."""
    from healthscore.rubric.checking import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False).encode() + b"\n", nl=False)


def _shown(rubric: Rubric) -> list[RenderableType]:
    from rich.text import Text

    bands = ", ".join(f"{band.name} from {band.at_least:g}" for band in rubric.bands)
    parts: list[RenderableType] = [
        Text(f"{rubric.id} {rubric.version}: {rubric.title}", style="bold"),
        Text(rubric.source.strip(), style="dim"),
        "",
        Text(f"scale {rubric.scale.min:g} to {rubric.scale.max:g}: {bands}"),
    ]
    if rubric.total is not None:
        scale, whole = rubric.whole
        named = ", ".join(f"{band.name} from {band.at_least:g}" for band in whole)
        parts.append(Text(f"the whole is the sum, {scale.min:g} to {scale.max:g}: {named}"))
    for withholding in rubric.withhold_when:
        parts.append(Text(f"not rated where {_condition(withholding.when)} ({withholding.id})"))
    for dimension in rubric.dimensions:
        parts += ["", *_dimension(dimension)]
    return parts


def _dimension(dimension: Dimension) -> list[RenderableType]:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    head = Text.assemble((dimension.id, "bold cyan"), f"  weight {dimension.weight:g}  {dimension.question}")
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for criterion in dimension.criteria:
        curve = ", ".join(f"{x:g} gives {y:g}" for x, y in criterion.ratings)
        grid.add_row(Text(criterion.id, style="bold"), f"{criterion.question} Weight {criterion.weight:g}.")
        grid.add_row("", Text(f"{criterion.measure}: {curve}", style="dim"))
        if criterion.not_applicable_when:
            unless = _condition(criterion.not_applicable_when)
            grid.add_row("", Text(f"not applicable where {unless}", style="dim"))
    if dimension.only_lowers:
        grid.add_row(
            Text("only lowers", style="bold"),
            "In the whole it counts as no more than the mean of the others.",
        )
    if dimension.look_at:
        grid.add_row(Text("for a person", style="bold"), f"Look at {dimension.look_at}")
    for cap in dimension.caps:
        limit = f"at most {cap.at_most:g} where {_condition(cap.when)}"
        grid.add_row(Text(cap.id, style="bold yellow"), limit)
    return [head, Padding(grid, (0, 0, 0, 2))]


def _condition(condition: Condition) -> str:
    if condition.below is not None:
        return f"{condition.measure} is below {condition.below:g}"
    return f"{condition.measure} is above {condition.above:g}"
