"""Living with it in a project: a baseline, rules chosen, suppression, comparing, formats and completion."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from healthscore.cli.formats import FORMATS
from healthscore.cli.group import app

TOP = """This page belongs to a set of ten on the back.

It was first printed in the newsletter of a village.

Pictures are on the other side of the sheet.

Large print can be had at the library.

The next page is about chairs and desks.

"""
FAULTS = "\nWalking is a miracle cure for pain.\n\nResearch suggests so.\n"
NEW_FAULT = "\nExperts agree that walking shoes should fit.\n"


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(app, [*map(str, arguments)], **options)


@pytest.fixture
def faulty(article):
    """An article with faults of several kinds."""
    article.write_text(article.read_text(encoding="utf-8") + FAULTS, encoding="utf-8")
    return article


def _findings(result):
    return json.loads(result.stdout)["findings"]


JSON = ("--output-format", "json")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_after_ten_new_lines_and_one_new_fault_exactly_that_is_reported(call, faulty, form):
    before = _findings(call("score", faulty.name, *JSON, "-o", f"{form}:base.{form}"))
    assert {finding["severity"] for finding in before} == {"error", "note"}
    assert len(TOP.splitlines()) == 10
    text = TOP + faulty.read_text(encoding="utf-8") + NEW_FAULT
    faulty.write_text(text, encoding="utf-8")
    result = call("score", faulty.name, "--baseline", f"base.{form}", *JSON)
    (new,) = _findings(result)
    assert new["rule"] == "sourcing/vague-attribution"
    assert [place["quote"] for place in new["evidence"]] == [NEW_FAULT.strip()]
    assert new["evidence"][0]["line"] == len(text.splitlines())
    assert result.stderr == (
        f"healthscore: {len(before)} findings known from base.{form} and not reported again\n"
    )


def test_known_findings_do_not_count_for_a_limit(call, faulty):
    call("score", faulty.name, "-o", "json:base.json")
    assert call("score", faulty.name, "--fail-on", "note").exit_code == 1
    assert call("score", faulty.name, "--fail-on", "note", "--baseline", "base.json").exit_code == 0


def test_a_new_baseline_is_taken_of_everything(call, tmp_path, faulty):
    call("score", faulty.name, "-o", "json:base.json")
    (tmp_path / "healthscore.toml").write_text('baseline = "base.json"\n', encoding="utf-8")
    before = (tmp_path / "base.json").read_bytes()
    refused = call("score", faulty.name, "-o", "json:base.json")
    assert (refused.exit_code, (tmp_path / "base.json").read_bytes()) == (2, before)
    assert "--no-baseline" in refused.stderr
    assert call("score", faulty.name, "-o", "json:base.json", "--no-baseline").exit_code == 0
    assert (tmp_path / "base.json").read_bytes() == before


def test_a_baseline_of_a_folder_holds_each_article(call, tmp_path, faulty):
    (tmp_path / "a").mkdir()
    for name in ("one.md", "two.md"):
        (tmp_path / "a" / name).write_text(faulty.read_text(encoding="utf-8"), encoding="utf-8")
    call("score", "a", "-o", "json:base.json")
    with (tmp_path / "a" / "two.md").open("a", encoding="utf-8") as file:
        file.write(NEW_FAULT)
    result = call(
        "score", "a", "--baseline", "base.json", "--output-format", "lines", "--ignore", "shared-template"
    )
    assert [line.split(": ")[0].rpartition(":")[0] for line in result.stdout.splitlines()] == ["a/two.md:18"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "cannot be read"),
        ("Tea.", "is no JSON report"),
        ("{}", "is JSON, but no report"),
        ("[1]", "is JSON, but no report"),
        (
            '{"schema": "healthscore-report/9"}',
            "its schema is 'healthscore-report/9', not healthscore-report/1",
        ),
        ('{"schema": "healthscore-report/1"}', "is no whole report"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_one_line(call, tmp_path, article, text, said):
    if text is not None:
        (tmp_path / "base.json").write_text(text, encoding="utf-8")
    result = call("score", article.name, "--baseline", "base.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"healthscore: base.json: {said}")
    assert len(result.stderr.splitlines()) == 1


def test_rules_are_chosen_on_the_command_line(call, faulty):
    result = call(
        "score", faulty.name, *JSON, "--select", "sourcing,hedging/overclaim", "--ignore", "no-date"
    )
    found = {finding["rule"] for finding in _findings(result)}
    assert "hedging/overclaim" in found and "sourcing/vague-attribution" in found
    assert "sourcing/no-date" not in found
    assert {rule.partition("/")[0] for rule in found} == {"sourcing", "hedging"}


def test_ignored_findings_change_no_rating_and_count_for_no_limit(call, faulty):
    whole = json.loads(call("score", faulty.name, *JSON).stdout)
    result = call("score", faulty.name, *JSON, "--ignore", "hedging,balance", "--fail-on", "error")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dimensions"] == whole["dimensions"]


def test_rules_are_ignored_in_some_files(call, faulty):
    result = call("score", faulty.name, *JSON, "--per-file-ignores", "*.md:sourcing,balance")
    assert {f["dimension"] for f in _findings(result)} == {"hedging"}


@pytest.mark.parametrize("option", ["--select", "--ignore", "--per-file-ignores"])
def test_a_rule_that_there_is_not_is_wrong_usage(call, article, option):
    value = "*.md:hedging/overclaims" if option.startswith("--per") else "hedging/overclaims"
    result = call("score", article.name, option, value)
    assert result.exit_code == 2
    assert "did you mean hedging/overclaim" in result.stderr


def test_comments_in_the_text_suppress_and_idle_ones_are_noted(call, faulty):
    text = faulty.read_text(encoding="utf-8")
    comment = "<!-- healthscore: ignore[overclaim, promotional-language] a reader's words -->\n"
    faulty.write_text(
        text.replace("Walking is a miracle", f"{comment}Walking is a miracle")
        + "\n<!-- healthscore: ignore[repetition] -->\n",
        encoding="utf-8",
    )
    found = [finding["rule"] for finding in _findings(call("score", faulty.name, *JSON))]
    assert "hedging/overclaim" not in found and "balance/promotional-language" not in found
    assert found.count("suppression/unused") == 1
    shown = [f["rule"] for f in _findings(call("score", faulty.name, *JSON, "--no-suppressions"))]
    assert "hedging/overclaim" in shown and "suppression/unused" not in shown
    assert "suppression/unused" in call("explain", "suppression").stdout


def test_all_formats_in_one_run(call, tmp_path, faulty):
    arguments = [argument for form in FORMATS for argument in ("-o", f"{form}:out.{form}")]
    assert call("score", faulty.name, *arguments).exit_code == 0
    for form in FORMATS:
        assert (tmp_path / f"out.{form}").stat().st_size > 100, form
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8")))
    sarif = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))
    junit = ElementTree.parse(tmp_path / "out.junit").getroot()
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["findings"]
    assert int(row["errors"]) + int(row["warnings"]) + int(row["notes"]) == len(found)
    assert [r["ruleId"] for r in sarif["runs"][0]["results"]] == [f["rule"] for f in found]
    assert junit.find("testsuite").get("name") == faulty.name


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_hostile_article_commands_neither_terminal_nor_runner(call, tmp_path, form):
    evil = (
        "::error::<script>alert(1)</script> ##[error]x \x1b[2J\u202e `code` | =1+1 [a](javascript:b)"
        " lowers blood pressure and has no side effects."
    )
    title = ("::error::" + "<img src=x onerror=alert(1)> =HYPERLINK(1) " * 300)[:10_000]
    (tmp_path / "evil.txt").write_text(
        f"{title}\n\n{evil}\n\n{evil} raises blood pressure.\n", encoding="utf-8"
    )
    result = call("score", "evil.txt", "--output-format", form)
    assert result.exit_code == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.stdout)
    for line in result.stdout.splitlines():
        assert "##[" not in line
        if form != "github":
            assert not line.lstrip().startswith("::")
        else:
            assert re.match(r"::(error|warning|notice) file=evil\.txt,[^:]*::[^:]", line)


def test_a_folder_in_every_format_names_each_article(call, tmp_path, faulty):
    (tmp_path / "a").mkdir()
    for name in ("one.md", "two.md"):
        (tmp_path / "a" / name).write_text(faulty.read_text(encoding="utf-8"), encoding="utf-8")
    for form in FORMATS:
        text = call("score", "a", "a/gone.md", "--output-format", form).stdout
        assert "one.md" in text and "two.md" in text, form


def test_absolute_paths_are_told_relative_to_where_the_command_runs(call, faulty):
    for form in ("sarif", "github", "lines", "junit", "markdown"):
        text = call("score", faulty, "--output-format", form).stdout
        assert "good.md" in text
        assert str(faulty.parent) not in text, form


def test_what_had_no_room_is_told_on_stderr_too(call, tmp_path, faulty):
    (tmp_path / "a").mkdir()
    for number in range(12):
        (tmp_path / "a" / f"{number}.md").write_text(faulty.read_text(encoding="utf-8"), encoding="utf-8")
    result = call("score", "a", "--output-format", "github")
    assert len(result.stdout.splitlines()) <= 30
    assert "findings not annotated" in result.stdout.splitlines()[-1]
    assert "healthscore: github: " in result.stderr


def test_two_versions_of_an_article_are_compared(call, tmp_path, faulty):
    newer = tmp_path / "newer.md"
    newer.write_text(faulty.read_text(encoding="utf-8").replace("is a miracle cure for", "may ease"), "utf-8")
    result = call("compare", faulty.name, newer.name, *JSON)
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert "hedging/overclaim" in [f["rule"] for f in found["findings"]["gone"]]
    assert found["rating"]["change"] > 0
    assert "gone findings" in call("compare", faulty.name, newer.name).stdout


def test_a_report_is_compared_with_the_article_it_was_made_of(call, faulty):
    call("score", faulty.name, "-o", "json:a.json", "-o", "jsonl:a.jsonl")
    for earlier in ("a.json", "a.jsonl"):
        found = json.loads(call("compare", earlier, faulty.name, *JSON).stdout)
        assert (found["findings"]["new"], found["findings"]["gone"]) == ([], [])
        assert found["rating"]["change"] == 0


def test_what_cannot_be_compared_is_refused(call, tmp_path, faulty):
    call("score", faulty.name, faulty.name, "-o", "json:one.json")
    (tmp_path / "b.md").write_text(faulty.read_text(encoding="utf-8"), encoding="utf-8")
    call("score", faulty.name, "b.md", "-o", "json:two.json")
    result = call("compare", "two.json", faulty.name)
    assert result.exit_code == 2
    assert "holds 2 reports, and one is compared" in result.stderr
    assert call("compare", "gone.json", faulty.name).exit_code == 2
    for given in ([], [faulty.name], [faulty.name] * 3):
        result = call("compare", *given)
        assert result.exit_code == 2
        assert f"Name two, BEFORE and AFTER; {len(given) or 'none'} given." in result.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_printed(call, shell):
    script = call("completion", shell).stdout
    assert "_HEALTHSCORE_COMPLETE" in script
    assert "healthscore" in script


def test_a_shell_is_told_what_may_follow(run):
    env = {
        "_HEALTHSCORE_COMPLETE": "bash_complete",
        "COMP_WORDS": "healthscore score --output-format s",
        "COMP_CWORD": "3",
    }
    assert b"sarif" in run(env=env).stdout
