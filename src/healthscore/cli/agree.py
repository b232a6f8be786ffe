"""``healthscore agree``: our ratings beside people's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from healthscore.study import Sheet

EXAMPLES = """\b
Examples:
  healthscore score pages/ -o jsonl:ours.jsonl
  healthscore agree ours.jsonl anna.csv ben.csv
  healthscore agree ours.jsonl people.csv --item overall --picture agreement.svg
  healthscore agree ours.jsonl people.csv --output-format csv > agreement.csv

\b
A person's sheet, as CSV (or JSON lines with the same names):
  article,overall,sourcing,balance
  asthma.html,4,3,4
  warts.html,2,1,
"""


@click.command(epilog=EXAMPLES, short_help="Hold ratings against those of people.")
@click.argument("ours", metavar="OURS")
@click.argument("people", nargs=-1, required=True, metavar="PEOPLE...")
@click.option(
    "--item", "items", multiple=True, metavar="ID", help="Only this item; may be given several times."
)
@click.option(
    "--output-format",
    type=click.Choice(("text", "markdown", "csv", "json")),
    default="text",
    show_default=True,
    help="What stdout gets.",
)
@click.option("--confusion", is_flag=True, help="In the text: which grade we gave where people gave which.")
@click.option(
    "--picture",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Draw the Bland-Altman picture of each item into an SVG, PDF or PNG file.",
)
def agree(
    ours: str,
    people: tuple[str, ...],
    items: tuple[str, ...],
    output_format: str,
    confusion: bool,
    picture: Path | None,
) -> None:
    """Say how far OURS, the JSON or JSON lines of `healthscore score`, agrees with the ratings of PEOPLE.

    Each file of PEOPLE is a sheet of one rater, or has a column `rater`. Its items are called as in the report:
    `overall`, a dimension, or a criterion of the rubric. What was not judged is left empty. OURS may also be a sheet,
    so that people can be compared alone.
    """
    from healthscore.report import agreement as forms
    from healthscore.study import agreement, read_sheets

    found = agreement(_only(ours), [sheet for path in people for sheet in read_sheets(path)], items)
    if picture is not None:
        from healthscore.report.picture import draw

        draw([one for one in found.with_people if one.second == found.with_people[0].second], picture)
    if output_format == "text":
        from healthscore.cli.app import console

        console().print(forms.render(found, confusion=confusion))
    else:
        written = {"markdown": forms.as_markdown, "csv": forms.as_csv, "json": forms.as_json}[output_format]
        click.echo(written(found), nl=False)


def _only(path: str) -> Sheet:
    """The one sheet of a file."""
    from healthscore.study import SheetError, read_sheets

    first, *more = read_sheets(path)
    if more:
        raters = ", ".join(sheet.rater for sheet in (first, *more))
        raise SheetError(path, f"holds the ratings of {raters}", "give a file with those of one rater first")
    return first
