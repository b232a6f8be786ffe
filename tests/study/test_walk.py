"""The way of docs/agreement.md can be walked: its commands run, and end in a table and a picture."""

import csv
import re
import shlex
import shutil
from pathlib import Path

import pytest
import twenty
from click.testing import CliRunner

from healthscore.cli.group import app

DOCS = Path(__file__).parents[2] / "docs" / "agreement.md"
SHEETS = Path(__file__).parent / "walk"


def commands():
    """The lines of the page's shell blocks, each with the file that its output goes to, if any."""
    for block in re.findall(r"```sh\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL):
        for line in block.strip().splitlines():
            said, _, file = line.partition(" > ")
            yield shlex.split(said)[1:], file


@pytest.fixture(scope="module")
def walked(tmp_path_factory):
    """The folder after all commands, and what each printed."""
    pytest.importorskip("matplotlib", reason="needs matplotlib, which the dev extra brings")
    folder = tmp_path_factory.mktemp("walk")
    twenty.write(folder / "pages")
    for sheet in SHEETS.glob("*.csv"):
        shutil.copy(sheet, folder)
    printed = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for arguments, file in commands():
            done = CliRunner().invoke(app, arguments)
            assert done.exit_code == 0, (arguments, done.output)
            if file:
                Path(file).write_text(done.stdout, encoding="utf-8")
            printed.append(done.stdout)
    return folder, printed


def test_twenty_pages_are_rated_on_the_items_of_the_instrument(walked):
    folder, _ = walked
    assert len(list((folder / "pages").iterdir())) == 20
    assert (folder / "ours.jsonl").read_text(encoding="utf-8").count("\n") == 20


def test_the_table_has_us_beside_people_and_people_beside_each_other(walked):
    _, printed = walked
    for title in (
        "healthscore discern-style and people (mean)",
        "healthscore discern-style and ben",
        "anna and ben",
    ):
        assert title in printed[1]
    assert "articles the intervals are wide" in printed[1]
    assert "item-04-sources: healthscore discern-style down, people (mean) across" in printed[2]


def test_the_picture_is_one_that_a_paper_can_print(walked):
    folder, _ = walked
    picture = (folder / "agreement.svg").read_text(encoding="utf-8")
    assert picture.count("item-04-sources (n = ") == 1
    assert "<text" in picture  # letters stay letters


def test_the_figures_come_for_a_statistics_program(walked):
    folder, _ = walked
    with (folder / "agreement.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    items = {row["item"] for row in rows}
    assert len(items) == 10  # six of the sixteen are for people alone
    icc = next(
        row for row in rows if (row["item"], row["second"], row["figure"]) == ("item-05-date", "ben", "icc")
    )
    assert 0 < float(icc["low"]) < float(icc["value"]) < float(icc["high"]) <= 1
