"""``healthscore batch``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from healthscore.batch.defaults import COMPARED, LIMIT
from healthscore.cli.app import FAILED, INTERRUPTED, complain, console
from healthscore.cli.config import configured
from healthscore.cli.options import (
    Seconds,
    check_limits,
    limiting,
    one_rubric,
    reading_and_selecting,
    selection,
)
from healthscore.errors import HealthscoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from healthscore.batch.corpora import Fields
    from healthscore.batch.inputs import Inputs
    from healthscore.batch.run import Batch
    from healthscore.checks.base import Severity
    from healthscore.reading.limits import Limits as ReadingLimits
    from healthscore.report.selection import PerFile

FORMATS = ("jsonl", "csv", "parquet", "html")
EXAMPLES = """\b
Examples:
  healthscore batch articles/ --out results
  healthscore batch articles/ --out results --exclude 'drafts/' --exclude '*.old.md'
  healthscore batch corpus.jsonl.gz --text-field body --id-field url --out results
  find . -name '*.txt' | healthscore batch --from-file - --out results
  healthscore batch articles/ --out results --jobs 8 --formats jsonl,csv,parquet

\b
Results, in the order of the input:
  reports.jsonl     one report a line
  summary.csv       one row a report; a text that a spreadsheet would take for a
                    formula has an apostrophe before it, control characters in
                    the source are spelt (\\x07)
  summary.parquet   with the format parquet: the same as it is
  index.html        with the format html: the reports at a glance, the 5,000 worst of more
  errors.jsonl      articles without a report, each with the reason
  templates.jsonl   groups of articles that were made from one template

\b
Exit codes:
  0  every article was scored and passes
  1  a rating below --fail-under, or a finding at or above --fail-on
  2  a usage or rubric error, or an article that could not be scored; the others
     are scored all the same
"""


if TYPE_CHECKING:
    _Parameter = click.ParamType[tuple[str, ...]]
else:
    _Parameter = click.ParamType  # takes no type arguments before click 8.4


class Formats(_Parameter):
    """Names of formats with commas between them."""

    name = "FORMAT,..."

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Each of them once."""
        if isinstance(value, tuple):
            return value
        chosen = tuple(dict.fromkeys(part.strip() for part in str(value).split(",") if part.strip()))
        if not chosen or not set(chosen) <= set(FORMATS):
            self.fail(f"{value!r} is not a list of {', '.join(FORMATS)}", param, ctx)
        return chosen


@click.command(epilog=EXAMPLES, short_help="Score a whole corpus into a folder of results.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", is_eager=True)
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder of results; made if it is missing.",
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: one a core]"
)
@click.option(
    "--resume/--restart",
    default=True,
    help="Go on where an earlier run stopped and score nothing twice, or forget all earlier runs.  "
    "[default: --resume]",
)
@click.option(
    "--formats",
    type=Formats(),
    metavar="FORMAT,...",
    default="jsonl,csv",
    show_default=True,
    help="What to write: jsonl, csv, parquet, html; what earlier runs wrote there in others is removed.",
)
@click.option(
    "--from-file",
    "lists",
    multiple=True,
    metavar="FILE",
    help="Also what this file lists, a path a line; '-' is stdin. May be given several times.",
)
@click.option(
    "--include",
    multiple=True,
    metavar="PATTERN",
    help="Of folders take only files like this, as in a .gitignore, whatever they end in.",
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Of folders leave out what is like this.")
@click.option(
    "--text-field",
    default="text",
    show_default=True,
    metavar="NAME",
    help="Of JSON lines and Parquet: the text.",
)
@click.option(
    "--id-field", metavar="NAME", help="And what to call it.  [default: 'id', else the file and line]"
)
@click.option(
    "--timeout",
    type=Seconds(),
    default=LIMIT,
    show_default=f"{LIMIT:g}",
    metavar="SECONDS",
    help="How long one article may take; inf: as long as it does.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Use no reports of earlier runs and keep none; a run that is killed has then to begin anew.",
)
@click.option(
    "--compare",
    type=click.IntRange(min=0),
    default=COMPARED,
    show_default=True,
    metavar="N",
    help="How many articles at most to hold against each other for templates; of more, as many as a hash picks. "
    "0: none.",
)
@one_rubric
@limiting
@reading_and_selecting
@configured
@click.pass_context
def batch(
    ctx: click.Context,
    paths: tuple[str, ...],
    out: Path,
    jobs: int | None,
    resume: bool,
    formats: tuple[str, ...],
    rubric: str | None,
    lists: tuple[str, ...],
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    text_field: str,
    id_field: str | None,
    timeout: float,
    no_cache: bool,
    compare: int,
    fail_under: float | None,
    fail_on: Severity | None,
    max_bytes: int | None,
    max_pages: int | None,
    max_seconds: float | None,
    max_characters: int | None,
    select: tuple[frozenset[str], ...],
    ignore: tuple[frozenset[str], ...],
    per_file_ignores: tuple[PerFile, ...],
    no_suppressions: bool,
) -> None:
    """Score a whole corpus: files, folders, JSON lines (also .gz) and Parquet, on every core.

    It may be stopped or killed at any moment: the same command goes on from there, and ends with the same results
    as if nothing had happened. Later runs score only what is new or has changed. An article that crashes or hangs
    costs itself alone. A report is the one that `healthscore score` gives for that file by itself. Reports that
    healthscore wrote are no articles, and left out.
    """
    from healthscore.batch.corpora import Fields
    from healthscore.batch.run import Batch
    from healthscore.reading.limits import Limits as ReadingLimits
    from healthscore.report.limits import Limits
    from healthscore.scoring import as_rubric

    loaded, passing = as_rubric(rubric), Limits(fail_under, fail_on)
    check_limits(passing, loaded)
    fields = Fields(text_field, id_field)
    reading = ReadingLimits(max_bytes, max_pages, max_seconds, max_characters)
    settings = Batch(
        inputs=_inputs(paths, lists, include, exclude, fields, reading, out),
        out=out,
        rubric=loaded,
        jobs=jobs or _cores(),
        selection=selection(select, ignore, per_file_ignores, no_suppressions),
        formats=formats,
        limit=timeout,
        cache=not no_cache,
        restart=not resume,
        compare=compare,
        passing=passing,
    )
    ctx.exit(_scored(settings))


def _inputs(
    paths: Sequence[str],
    lists: Sequence[str],
    include: Sequence[str],
    exclude: Sequence[str],
    fields: Fields,
    limits: ReadingLimits,
    out: Path,
) -> Inputs:
    from healthscore.batch.inputs import Inputs
    from healthscore.cli.inputs import SUFFIXES

    if not paths and not lists:
        raise click.UsageError("Name a file, a folder or a corpus, or a list of them with --from-file.")
    return Inputs(paths, SUFFIXES, lists, include, exclude, fields, limits, out)


def _scored(settings: Batch) -> int:
    from healthscore.batch.own import told
    from healthscore.batch.run import run
    from healthscore.batch.summary import Summary
    from healthscore.cli.progress import watching

    with watching() as watch:
        try:
            results = run(settings, watch)
        except KeyboardInterrupt:
            results = None
    if results is None:
        onward = "goes on from there" if settings.cache else "begins anew"
        complain(f"interrupted after {watch.told}; the same command {onward}")
        return INTERRUPTED
    if results.tally.left_out:
        complain(told(results.tally.left_out, results.tally.first_left_out))
    console().print(Summary(results, settings.out))
    failed = results.tally.failed or isinstance(results.compared, HealthscoreError)
    return FAILED if failed else 1 if results.tally.unmet else 0


def _cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
