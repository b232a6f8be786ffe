"""``healthscore calibrate``: a rubric fitted to people's ratings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from healthscore.study import Calibration, Provenance

EXAMPLES = """\b
Examples:
  healthscore score pages/ -o jsonl:reports.jsonl
  healthscore calibrate reports.jsonl anna.csv ben.csv --out my-rubric.yaml
  healthscore score pages/ --rubric my-rubric.yaml
"""


@click.command(epilog=EXAMPLES, short_help="Fit a rubric to the ratings of people.")
@click.argument("reports", metavar="REPORTS")
@click.argument("people", nargs=-1, required=True, metavar="PEOPLE...")
@click.option(
    "--rubric",
    default="five-dimensions",
    show_default=True,
    metavar="ID|PATH",
    help="The rubric to start from, by which REPORTS were made.",
)
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The new rubric, ending in .yaml; its card is put beside it, ending in .md.",
)
@click.option("--id", "name", metavar="NAME", help="Its id.  [default: the old one's with -calibrated]")
@click.option("--licence", metavar="TEXT", help="The licence of the ratings, for the card.")
@click.option("--source", metavar="TEXT", help="Where the ratings are from, for the card.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def calibrate(
    reports: str,
    people: tuple[str, ...],
    rubric: str,
    out: Path,
    name: str | None,
    licence: str | None,
    source: str | None,
    force: bool,
) -> None:
    """Fit the curves and weights of a rubric to the ratings of PEOPLE, and write a new rubric with its card.

    REPORTS is the JSON or JSON lines of `healthscore score` on the articles that PEOPLE rated; nothing is scored again.
    PEOPLE are sheets as for `agree`, with the rubric's dimensions, or `overall`, as items, on its scale. A dimension
    that fewer than 30 articles rate stays as it is. The card, also on stdout, says how well the new numbers agree
    with people on articles that they were not fitted to.
    """
    from healthscore.rubric import load_rubric
    from healthscore.study import CalibrationError, read_measures, read_sheets
    from healthscore.study import calibrate as fitted

    card = out.with_suffix(".md")
    _may_write(out, card, rubric, force=force)
    base = load_rubric(rubric)
    measures = read_measures(reports, base.id)
    sheets = [sheet for path in people for sheet in read_sheets(path)]
    try:
        found = fitted(
            base, measures, sheets, name=name, provenance=_provenance((reports, *people), licence, source)
        )
    except CalibrationError as error:
        raise CalibrationError(f"{reports} and {', '.join(people)}: {error}") from None
    _write(found, rubric, out, card)
    click.echo(found.card(), nl=False)


def _may_write(out: Path, card: Path, rubric: str, *, force: bool) -> None:
    from healthscore.study import CalibrationError

    if out.suffix not in (".yaml", ".yml"):
        raise CalibrationError(f"{out}: no name for a rubric file; end it in .yaml")
    if out.resolve() == Path(rubric).resolve():
        raise CalibrationError(f"{out}: the rubric to start from; write the new one elsewhere")
    for path in (out, card):
        if path.exists() and not force:
            raise CalibrationError(f"{path}: is there already; give another name, or --force to overwrite it")


def _provenance(paths: tuple[str, ...], licence: str | None, source: str | None) -> Provenance:
    from datetime import date
    from hashlib import sha256

    from healthscore.study import Provenance

    files = tuple((Path(path).name, sha256(Path(path).read_bytes()).hexdigest()) for path in paths)
    return Provenance(files, licence, source, date.today().isoformat())


def _write(found: Calibration, rubric: str, out: Path, card: Path) -> None:
    from healthscore.rubric import load_rubric
    from healthscore.study import CalibrationError

    is_file = rubric.endswith((".yaml", ".yml"))
    extends = Path(os.path.relpath(rubric, out.parent)).as_posix() if is_file else None
    try:
        out.write_text(found.yaml(extends), encoding="utf-8")
        card.write_text(found.card(), encoding="utf-8")
    except OSError as error:
        raise CalibrationError(f"{out}: cannot be written ({error.strerror}); check the folder") from None
    load_rubric(out)
