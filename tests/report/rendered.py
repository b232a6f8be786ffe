"""One made report in every format; as a script, writes the expected documents in ``golden/`` anew."""

from pathlib import Path, PurePath

from made import report

from healthscore.report import csv, github, junit, lines, markdown, sarif, terminal
from healthscore.report.limits import Limits

GOLDEN = Path(__file__).parent / "golden"
ROOT = PurePath("/project")


def rendered(made=None):
    """The documents of a report by the name of their file."""
    made = made or report()
    return {
        "report-100.txt": terminal.as_text(made),
        "report.html": made.to_html(),
        "report.json": made.to_json() + "\n",
        "report.jsonl": made.to_json(None) + "\n",
        "report.lines.txt": lines.as_lines(made, ROOT),
        "report.md": markdown.as_markdown([markdown.part_of(made, root=ROOT)], one=True).text,
        "report.csv": csv.as_csv([made.to_row()]),
        "report.sarif": sarif.as_sarif([sarif.part_of(made, ROOT)]).text,
        "report.junit.xml": junit.as_junit([junit.suite_of(made, Limits(under=3, on="warning"), ROOT)]),
        "report.github.txt": github.as_annotations(github.annotations_of(made, ROOT)).text,
    }


if __name__ == "__main__":
    for name, text in rendered().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
