"""Several rubrics in one run, and a person's answers."""

import json

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from healthscore.cli.group import app
from healthscore.report.json import json_schema

SCHEMA = Draft202012Validator(json_schema())


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, [*map(str, arguments)])


def _reports(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_rubric_says_what_it_says_alone(call, article):
    names = ("five-dimensions", "news-review", "discern-style")
    options = [part for name in names for part in ("--rubric", name)]
    together = _reports(call("score", article.name, "--output-format", "jsonl", *options))
    alone = [
        _reports(call("score", article.name, "--output-format", "jsonl", "--rubric", n))[0] for n in names
    ]
    assert together == alone
    for report in together:
        SCHEMA.validate(report)


def test_one_article_by_two_rubrics_is_an_array_and_two_reports(call, article):
    options = ("--rubric", "jama-style", "--rubric", "hon-style")
    reports = json.loads(call("score", article.name, "--output-format", "json", *options).stdout)
    assert [report["rubric"]["id"] for report in reports] == ["jama-style", "hon-style"]
    shown = call("score", article.name, *options).stdout
    assert "rubric jama-style" in shown
    assert "rubric hon-style" in shown


def test_a_person_fills_in_what_the_machine_withholds(call, article, tmp_path):
    (tmp_path / "rated.csv").write_text("item,rating\nitem-01-purpose,4\n", encoding="utf-8")
    options = ("--rubric", "discern-style", "--output-format", "jsonl")
    before, after = (
        _reports(call("score", article.name, *options, *more))[0] for more in ((), ("--answers", "rated.csv"))
    )
    first = [report["dimensions"][0]["rating"] for report in (before, after)]
    assert first[0]["value"] is None
    assert first[0]["withheld"].startswith("not judged by machine; look at ")
    assert (first[1]["value"], first[1]["withheld"]) == (4, None)
    assert after["rating"]["scale"] == [16, 80]
    assert after["rating"]["value"] > before["rating"]["value"]
    SCHEMA.validate(after)


def test_an_answer_to_no_item_is_refused_in_one_line(call, article, tmp_path):
    (tmp_path / "rated.csv").write_text("item,rating\nitem-99,4\n", encoding="utf-8")
    result = call("score", article.name, "--rubric", "discern-style", "--answers", "rated.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("healthscore: rated.csv:2: no item 'item-99' in discern-style; ")
    assert result.stderr.count("\n") == 1
