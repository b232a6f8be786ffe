"""``healthscore compare``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from healthscore.cli.config import configured
from healthscore.cli.options import one_rubric, reading_and_selecting, selection

if TYPE_CHECKING:
    from healthscore.reading.limits import Limits
    from healthscore.report.earlier import Document
    from healthscore.report.selection import PerFile, Selection
    from healthscore.rubric import Rubric

EXAMPLES = """\b
Examples:
  healthscore compare draft-1.md draft-2.md       two versions of an article
  healthscore compare earlier.json draft.md       an earlier report, and the article today
  healthscore compare a.json b.json --output-format json
"""


def _two(_: click.Context, __: click.Parameter, paths: tuple[str, ...]) -> tuple[str, ...]:
    if len(paths) != 2:
        raise click.UsageError(f"Name two, BEFORE and AFTER; {len(paths) or 'none'} given.")
    return paths


@click.command(epilog=EXAMPLES, short_help="Compare two versions of an article.")
@click.argument("paths", nargs=-1, metavar="BEFORE AFTER", is_eager=True, callback=_two)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="What stdout gets.",
)
@one_rubric
@reading_and_selecting
@configured
def compare(
    paths: tuple[str, str],
    output_format: str,
    rubric: str | None,
    max_bytes: int | None,
    max_pages: int | None,
    max_seconds: float | None,
    max_characters: int | None,
    select: tuple[frozenset[str], ...],
    ignore: tuple[frozenset[str], ...],
    per_file_ignores: tuple[PerFile, ...],
    no_suppressions: bool,
) -> None:
    """Say what changed from BEFORE to AFTER: rating by rating, and which findings are new or gone.

    Each is an article, or a JSON report on one (a path that ends in .json or .jsonl). A finding is the same one
    where its rule and the words that it quotes are.
    """
    from healthscore.cli.app import console
    from healthscore.reading.limits import Limits
    from healthscore.report.compare import as_dict
    from healthscore.report.compare import compare as compared
    from healthscore.report.json import dumps
    from healthscore.scoring import as_rubric

    chosen = selection(select, ignore, per_file_ignores, no_suppressions)
    instrument = as_rubric(rubric)
    limits = Limits(max_bytes, max_pages, max_seconds, max_characters)
    before, after = (_document(Path(path), instrument, chosen, limits) for path in paths)
    found = compared(before, after)
    if output_format == "json":
        click.echo(dumps(as_dict(found)).encode() + b"\n", nl=False)
        return
    from healthscore.report.changes import render

    console().print(render(found))


def _document(path: Path, rubric: Rubric, chosen: Selection, limits: Limits) -> Document:
    if path.suffix.lower() not in (".json", ".jsonl"):
        from msgspec.structs import asdict

        from healthscore.scoring import rate, read

        return chosen.of(rate(read(path, **asdict(limits)), rubric)).to_dict()
    from healthscore.report.earlier import EarlierReportError, earlier_reports

    reports = earlier_reports(path)
    if len(reports) != 1:
        raise EarlierReportError(path, f"holds {len(reports)} reports, and one is compared")
    return reports[0]
