"""``healthscore score``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from healthscore.cli.config import configured
from healthscore.cli.formats import FORMATS
from healthscore.cli.options import Output, limiting, reading_and_selecting, selection

SHOWABLE = ("claims",)
EXAMPLES = """\b
Examples:
  healthscore score article.md                   the report, for reading
  healthscore score articles/                    a table, worst first
  healthscore score articles/ --full             every report, one after another
  healthscore score article.md --show claims     the claim ledger as a table
  healthscore score article.md --explain         all pairs of statements weighed, and why
  cat page.md | healthscore score - --stdin-filename page.md
  healthscore score draft.md --fail-under 3 --fail-on error
  healthscore score articles/ --output-format jsonl | jq .rating.value
  healthscore score draft.md -o json:report.json -o html:report.html
  healthscore score articles/ -o html:site/      an index, and a page for each article
  healthscore score articles/ --output-format lines --select consistency --ignore name-variant
  healthscore score articles/ -o sarif:out.sarif -o markdown:summary.md --baseline earlier.json
  healthscore score leaflet.md --rubric discern-style --answers rated.csv
  healthscore score news.md --rubric five-dimensions --rubric news-review

\b
Exit codes:
  0  every article was scored and passes
  1  a rating below --fail-under, or a finding at or above --fail-on
  2  a usage, rubric or reading error; what could be read is still reported
"""


if TYPE_CHECKING:
    from healthscore.checks.base import Severity
    from healthscore.report.selection import PerFile


@click.command(epilog=EXAMPLES, short_help="Score files, folders or stdin.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -", is_eager=True)
@click.option(
    "--rubric",
    "rubrics",
    metavar="ID|PATH",
    multiple=True,
    help="The rubric to rate by: a shipped one's id or a YAML file; with several, each article has a report by each "
    "of them.  [default: five-dimensions]",
)
@click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A person's ratings of the rubric's items, which take the place of ours: a CSV with the columns item and "
    "rating, and article where it is about several; or a JSON object.",
)
@click.option(
    "--output-format",
    type=click.Choice([*FORMATS]),
    default="text",
    show_default=True,
    help="What stdout gets.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=Output(),
    multiple=True,
    metavar="FORMAT:PATH",
    help="Write to a file as well, html of several articles to a folder; may be given several times.",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="What to call the article read from '-'; tells its format."
)
@limiting
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="An earlier JSON or JSONL report: only findings that it does not hold are reported and count.",
)
@click.option(
    "--no-baseline",
    is_flag=True,
    help="Report everything though a baseline is configured: to take a new one.",
)
@reading_and_selecting
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show all findings, not the first five of a dimension, what a low rating counted, and all pairs that --explain "
    "shows.",
)
@click.option("--full", is_flag=True, help="With several articles: each one's report instead of a table.")
@click.option(
    "--show",
    type=click.Choice(SHOWABLE),
    multiple=True,
    help="In the text report of each article, show this instead of ratings and findings: its claim ledger. "
    "Changes nothing in JSON, which has the ledger in any case.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="In the text report of each article, show every pair of statements that was held against each "
    "other, and what decided. Changes nothing in JSON.",
)
@configured
@click.pass_context
def score(
    ctx: click.Context,
    paths: tuple[str, ...],
    rubrics: tuple[str, ...],
    answers: Path | None,
    output_format: str,
    outputs: tuple[tuple[str, Path], ...],
    stdin_filename: str | None,
    fail_under: float | None,
    fail_on: Severity | None,
    baseline: Path | None,
    no_baseline: bool,
    max_bytes: int | None,
    max_pages: int | None,
    max_seconds: float | None,
    max_characters: int | None,
    select: tuple[frozenset[str], ...],
    ignore: tuple[frozenset[str], ...],
    per_file_ignores: tuple[PerFile, ...],
    no_suppressions: bool,
    everything: bool,
    full: bool,
    show: tuple[str, ...],
    explain: bool,
) -> None:
    """Score articles: text, Markdown, HTML, PDF or DOCX files, folders of them, or '-' for stdin.

    One file prints its report; several files, or a folder, print a table, worst first. Folders are searched
    with their subfolders for text, Markdown, HTML, PDF and DOCX files; reports that healthscore wrote are left out.
    Options may stand in healthscore.toml or [tool.healthscore] of pyproject.toml, by their names without dashes.
    """
    from healthscore.cli.outputs import Shown
    from healthscore.cli.run import Settings, run
    from healthscore.reading.limits import Limits as ReadingLimits
    from healthscore.report.limits import Limits

    settings = Settings(
        paths=paths,
        rubrics=rubrics,
        answers=answers,
        outputs=((output_format, None), *outputs),
        stdin_name=stdin_filename or "<stdin>",
        reading=ReadingLimits(max_bytes, max_pages, max_seconds, max_characters),
        limits=Limits(fail_under, fail_on),
        selection=selection(select, ignore, per_file_ignores, no_suppressions),
        baseline=None if no_baseline else baseline,
        shown=Shown(everything, full, "claims" in show, explain),
    )
    ctx.exit(run(settings))
