"""CSV, JUnit XML, annotations, lines and Markdown: what each tells, and what it leaves out."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest
from made import CLAIMS, DIMENSIONS, HITS, SCALE, article, report, span, withheld
from msgspec.structs import replace

from healthscore.checks.base import Hit
from healthscore.report.csv import as_csv
from healthscore.report.github import annotations_of, as_annotations
from healthscore.report.junit import as_junit, suite_of
from healthscore.report.limits import Limits
from healthscore.report.lines import as_lines
from healthscore.report.markdown import as_markdown, part_of
from healthscore.rubric.rating import Rating

FIXED = [
    "source", "title", "authors", "published", "updated", "sha256", "words", "sentences", "claims", "errors", "warnings",
    "notes", "version", "rubric", "rubric_version", "withheld", "confidence", "band", "rating",
]  # fmt: skip


def _many(count, severity="note"):
    hits = tuple(Hit(severity, f"number {i}", "s", (span("Valerian"),)) for i in range(count))
    return report(hits={"hedging/overclaim": hits}, claims=CLAIMS)


def test_a_row_has_the_same_columns_for_every_article_and_the_rubrics_last():
    for made in (report(), withheld(), report(hits={}, claims=())):
        assert list(made.to_row()) == [*FIXED, *(f"rating_{d.id}" for d in DIMENSIONS)]
    other = replace(report(), dimensions=report().dimensions[:1]).to_row()
    assert list(other) == [*FIXED, "rating_sourcing"]


def test_a_row_is_what_the_report_says():
    row = report().to_row()
    assert (row["rating"], row["rating_hedging"], row["errors"], row["notes"]) == (2.44, 3.2, 2, 1)
    assert withheld().to_row()["rating"] is None


def test_csv_has_one_heading_and_a_line_an_article():
    text = as_csv([report().to_row(), withheld().to_row()])
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["rating"] for row in rows] == ["2.44", ""]
    assert as_csv([]) == ""


def test_a_line_break_in_a_title_breaks_no_row():
    made = report(article(title='One\nof "two", lines'))
    (row,) = csv.DictReader(io.StringIO(as_csv([made.to_row()])))
    assert row["title"] == 'One of "two", lines'


def test_markdown_tells_the_sides_of_a_conflict_apart():
    hit = replace(HITS["consistency/safety-conflict"][0], sides=(1, 2, 1))
    text = as_markdown([part_of(report(hits={"consistency/safety-conflict": (hit,)}))], one=True).text
    first, _, second = text.partition("\n  against\n")
    assert "no side effects" in first
    assert "should not use it" in first
    assert "Drowsiness" in second


def _cases(*reports, limits, failed=0):
    root = ElementTree.fromstring(as_junit([suite_of(each, limits) for each in reports], failed))
    return root, {
        (case.get("classname"), case.get("name")): [child.tag for child in case]
        for case in root.iter("testcase")
    }


def test_what_fails_a_test_is_what_fails_the_run():
    source = "articles/valerian.txt"
    _, cases = _cases(report(), limits=Limits(under=2, on="note"))
    assert cases[source, "overall"] == []
    assert cases[source, "hedging"] == ["failure"]
    _, cases = _cases(report(), limits=Limits(under=3, on="error"))
    assert cases[source, "overall"] == ["failure"]
    assert cases[source, "hedging"] == ["system-out"]
    assert cases[source, "balance"] == []


def test_without_a_limit_errors_fail():
    _, cases = _cases(report(), limits=Limits())
    assert [name for (_, name), tags in cases.items() if "failure" in tags] == ["consistency"]


def test_a_withheld_rating_is_skipped_with_its_reason():
    root, _ = _cases(withheld(), limits=Limits(under=5))
    assert "too short" in root.find(".//testcase[@name='overall']/skipped").get("message")


def test_the_counts_of_a_suite_are_those_of_its_tests():
    root, cases = _cases(report(), withheld(), limits=Limits(), failed=3)
    assert (root.get("tests"), root.get("failures"), root.get("errors"), root.get("skipped")) == (
        str(len(cases) + 6),  # both articles have one name
        "1",
        "1",
        "1",
    )
    assert root.find(".//error").get("message") == "3 inputs could not be read"


def test_a_finding_outside_the_rubrics_dimensions_has_a_test_of_its_own():
    made = report(hits={"suppression/unused": (Hit("note", "m", "s", (), "x"),)})
    assert ("articles/valerian.txt", "suppression") in _cases(made, limits=Limits(on="note"))[1]


def test_annotations_are_cut_where_github_cuts_them_and_say_so():
    found = [
        annotation
        for each in (_many(30), _many(5, "error"), _many(12, "warning"))
        for annotation in annotations_of(each)
    ]
    document = as_annotations(found)
    commands = [line.split(" ")[0].split("::")[1] for line in document.text.splitlines()]
    assert (commands.count("error"), commands.count("warning"), commands.count("notice")) == (5, 10, 10)
    assert document.text.splitlines()[-1].startswith("::notice::23 findings not annotated")
    assert len(document.left_out) == 1


def test_a_place_over_several_lines_has_no_columns():
    long = span("Valerian and a good night\n\nResearch suggests")
    made = report(hits={"a/b": (Hit("error", "m", "s", (long,)),)})
    (annotation,) = annotations_of(made)
    assert annotation.line.startswith("::error file=articles/valerian.txt,line=1,endLine=3,title=a/b::")


def test_lines_of_a_document_are_not_annotated_as_those_of_its_file():
    made = replace(report(), article=replace(article(), format="docx"))
    assert all(",line=" not in annotation.line for annotation in annotations_of(made))


def test_an_article_without_findings_has_no_lines():
    assert as_lines(report(hits={})) == ""
    assert as_annotations([]).text == ""


def test_markdown_shows_five_of_a_dimension_and_all_on_demand():
    short = as_markdown([part_of(_many(8))], one=True).text
    assert "number 4" in short and "number 5" not in short
    assert "and 3 more" in short
    full = as_markdown([part_of(_many(8), full=True)], one=True).text
    assert "number 7" in full and "more, which" not in full


def _rated(source, value):
    return part_of(report(article(source=source), rating=Rating(value, SCALE, "poor", 0.8, None)))


def test_many_articles_are_a_table_with_the_worst_first():
    parts = [_rated("b.md", 3.0), part_of(withheld()), _rated("a.md", 1.5)]
    text = as_markdown(parts, one=False, failed=1).text
    places = [text.index(f"\n| {name} |") for name in ("a.md", "b.md", "articles/valerian.txt")]
    assert places == sorted(places)
    assert text.index("<summary>a.md</summary>") < text.index("<summary>b.md</summary>")
    assert "1 input could not be read." in text


@pytest.mark.parametrize("one", [True, False])
def test_markdown_stays_within_a_comments_size_and_says_what_it_left_out(one):
    parts = [part_of(_many(400), full=True), *(part_of(_many(50), full=True) for _ in range(30))]
    document = as_markdown(parts, one=one, most=20_000)
    assert len(document.text) <= 20_000
    assert len(document.left_out) == 1
    assert document.left_out[0] in document.text


def test_a_table_of_more_articles_than_a_comment_holds_keeps_the_worst():
    parts = [_rated(f"{number:04}.md", 1 + number / 1_000) for number in range(3_000)]
    document = as_markdown(parts, one=False)
    assert len(document.text) <= 60_000
    assert "| 0000.md |" in document.text and "| 2999.md |" not in document.text
    said, findings = document.left_out
    assert findings.startswith("findings of ")
    rows = len(re.findall(r"^\| \d{4}\.md ", document.text, re.MULTILINE))
    assert said.startswith(f"{3_000 - rows:,} articles, none rated lower, left out")
    assert said in document.text
