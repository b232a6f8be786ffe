"""``healthscore score``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

FORMATS = ("text", "json", "jsonl")
SEVERITIES = ("error", "warning", "note")
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
  healthscore score leaflet.md --rubric discern-style --answers rated.csv
  healthscore score news.md --rubric five-dimensions --rubric news-review
  healthscore score draft.md -o json:report.json -o text:report.txt

\b
Exit codes:
  0  every article was scored and passes
  1  a rating below --fail-under, or a finding at or above --fail-on
  2  a usage, rubric or reading error; what could be read is still reported
"""


if TYPE_CHECKING:
    _Parameter = click.ParamType[tuple[str, Path]]
else:
    _Parameter = click.ParamType  # takes no type arguments before click 8.4


class Output(_Parameter):
    """``FORMAT:PATH``."""

    name = "FORMAT:PATH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Path]:
        """Both halves, or an error that says what is allowed."""
        if isinstance(value, tuple):
            return value
        form, _, path = str(value).partition(":")
        if form not in FORMATS or not path:
            self.fail(f"{value!r} is not FORMAT:PATH with a format of {', '.join(FORMATS)}", param, ctx)
        return form, Path(path)


@click.command(epilog=EXAMPLES, short_help="Score files, folders or stdin.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
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
    "--output-format", type=click.Choice(FORMATS), default="text", show_default=True, help="What stdout gets."
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=Output(),
    multiple=True,
    metavar="FORMAT:PATH",
    help="Write to a file as well; may be given several times.",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="What to call the article read from '-'; tells its format."
)
@click.option(
    "--fail-under", type=float, metavar="RATING", help="Exit 1 where an article is rated below this."
)
@click.option(
    "--fail-on", type=click.Choice(SEVERITIES), help="Exit 1 for a finding at or above this severity."
)
@click.option("--max-bytes", type=click.IntRange(min=1), metavar="N", help="Refuse files larger than this.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Show all findings, not the first five of a dimension, and all pairs that --explain shows.",
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
    fail_on: str | None,
    max_bytes: int | None,
    everything: bool,
    full: bool,
    show: tuple[str, ...],
    explain: bool,
) -> None:
    """Score articles: text or Markdown files, folders of them, or '-' for stdin.

    One file prints its report; several files, or a folder, print a table, worst first. Folders are searched
    with their subfolders for .txt, .text, .md and .markdown files.
    """
    from healthscore.cli.outputs import Shown
    from healthscore.cli.run import Limits, Settings, run

    settings = Settings(
        paths=paths,
        rubrics=rubrics,
        answers=answers,
        outputs=((output_format, None), *outputs),
        stdin_name=stdin_filename or "<stdin>",
        max_bytes=max_bytes,
        limits=Limits(fail_under, fail_on),
        shown=Shown(everything, full, "claims" in show, explain),
    )
    ctx.exit(run(settings))
