"""SARIF against the schema of its standard, and within what GitHub's code scanning takes.

``sarif-2.1.0-rtm.5.schema.json`` is the OASIS schema as SchemaStore publishes it (Apache-2.0), taken from the npm package
``@microsoft/jest-sarif`` 1.0.0-beta.0 (MIT).
"""

import gzip
import json
from pathlib import Path, PurePath

import pytest
from hostile_article import hostile
from jsonschema import Draft4Validator
from made import PARAGRAPHS, TEXT, article, report, span, withheld
from msgspec.structs import replace

from healthscore.checks import rules
from healthscore.checks.base import Hit
from healthscore.report.sarif import MOST_LOCATIONS, MOST_RESULTS, as_sarif, part_of

SCHEMA = Draft4Validator(
    json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.schema.json").read_text(encoding="utf-8"))
)


def _run(*reports, root=None, **options):
    document = json.loads(as_sarif([part_of(each, root) for each in reports], **options).text)
    SCHEMA.validate(document)
    return document["runs"][0]


def _with(count, severity="warning", rule="hedging/overclaim"):
    return report(
        hits={rule: tuple(Hit(severity, f"{severity} {i}", "s", (span("Valerian"),)) for i in range(count))}
    )


@pytest.mark.parametrize(
    "made", [report(), withheld(), hostile(), report(hits={}), _with(3, rule="not/ours")], ids=range(5)
)
def test_it_keeps_the_standards_schema(made):
    assert len(_run(made)["results"]) == len(made.findings)


def test_no_reports_are_a_run_without_results():
    assert _run()["results"] == []


def test_a_places_columns_begin_at_one_and_end_after_its_last_character():
    place = next(
        r for r in _run(report())["results"] if r["ruleId"] == "hedging/stacked-hedges"
    )["locations"][0]["physicalLocation"]["region"]  # fmt: skip
    line = TEXT.split("\n")[place["startLine"] - 1]
    assert (
        line[place["startColumn"] - 1 : place["endColumn"] - 1]
        == "may potentially"
        == place["snippet"]["text"]
    )


def test_a_conflict_names_its_other_place_and_links_to_it():
    result = _run(report())["results"][0]
    assert result["message"]["text"].endswith("See also [line 7](1).")
    assert [(place["id"], place["message"]["text"]) for place in result["relatedLocations"]] == [
        (1, "line 7")
    ]


def test_something_absent_stands_at_the_first_line_with_what_was_searched():
    result = next(r for r in _run(report())["results"] if r["ruleId"] == "sourcing/no-references")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "Searched: no reference list" in result["message"]["text"]


def test_lines_of_an_extracted_text_are_not_given_for_those_of_the_file():
    made = replace(report(), article=replace(article(), format="pdf"))
    results = _run(made)["results"]
    assert {r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results} == {1}
    assert f"“{PARAGRAPHS[1].split('. ')[0]}.”" in results[0]["message"]["text"]


@pytest.mark.parametrize(
    ("source", "uri", "base"),
    [
        ("a/b c.md", "a/b%20c.md", "%SRCROOT%"),
        ("/project/a/b.md", "a/b.md", "%SRCROOT%"),
        ("/elsewhere/b.md", "file:///elsewhere/b.md", None),
        ("<stdin>", "%3Cstdin%3E", "%SRCROOT%"),
        ("C:x", "C%3Ax", "%SRCROOT%"),
    ],
)
def test_addresses_are_relative_to_the_project(source, uri, base):
    run = _run(report(article(source=source)), root=PurePath("/project"))
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert (place["uri"], place.get("uriBaseId")) == (uri, base)


def test_a_rules_help_is_its_docstring():
    run = _run(report())
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(described) == {finding.rule for finding in report().findings}
    for id_, rule in described.items():
        assert rule["shortDescription"]["text"] == rules()[id_].summary
        assert all(heading in rule["help"]["markdown"] for heading in rules()[id_].manual)
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


def test_fingerprints_do_not_hold_lines():
    moved = f"Ten\n\n{TEXT}"
    hits = {"hedging/stacked-hedges": (Hit("note", "m", "s", (span("may potentially", moved),)),)}
    after = _run(report(article(moved), hits=hits, claims=()))["results"][0]
    before = next(r for r in _run(report())["results"] if r["ruleId"] == "hedging/stacked-hedges")
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert before["locations"] != after["locations"]


def test_a_folder_with_2000_findings_is_told_whole():
    reports = [replace(_with(20), article=article(source=f"{n}.md")) for n in range(100)]
    document = as_sarif([part_of(each) for each in reports])
    assert document.left_out == ()
    assert len(json.loads(document.text)["runs"][0]["results"]) == 2_000
    assert len(gzip.compress(document.text.encode())) < 10_000_000


def test_more_findings_than_code_scanning_keeps_lose_the_least_grave_and_say_so():
    reports = [_with(MOST_RESULTS - 10, "note"), _with(200, "warning"), _with(1, "error")]
    document = as_sarif([part_of(each) for each in reports])
    run = json.loads(document.text)["runs"][0]
    levels = [result["level"] for result in run["results"]]
    assert (len(levels), levels.count("error"), levels.count("warning")) == (MOST_RESULTS, 1, 200)
    assert document.left_out == (
        "191 findings left out to stay within the limits of code scanning, none graver than the 5,000 kept",
    )
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"] == document.left_out[0]


def test_more_places_than_are_kept_of_a_finding_are_counted():
    many = report(hits={"a/b": (Hit("note", "m", "s", (span("Valerian"),) * (MOST_LOCATIONS + 30)),)})
    run = _run(many)
    assert len(run["results"][0]["relatedLocations"]) == MOST_LOCATIONS - 1
    assert "30 places" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_log_that_is_too_large_is_halved_until_it_is_not():
    document = as_sarif([part_of(_with(400))], most_bytes=4_000)
    kept = len(json.loads(document.text)["runs"][0]["results"])
    assert 0 < kept < 400
    assert f"{400 - kept} findings left out" in document.left_out[0]
    assert len(gzip.compress(document.text.encode())) <= 4_000


def test_inputs_that_could_not_be_read_are_told():
    run = _run(report(), failed=2)
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "2 inputs" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
