"""``healthscore score``: what goes where, and the exit code."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from healthscore.cli import run as run_module
from healthscore.cli.group import app
from healthscore.report.json import json_schema

SCHEMA = Draft202012Validator(json_schema())
OTHER = "# Short\n\nTea is nice.\n"
OPPOSED = "\nWalking lowers blood pressure.\n\nWalking raises blood pressure.\n"


@pytest.fixture
def folder(tmp_path, article):
    """Articles in a folder tree, beside what must be left out."""
    tree = tmp_path / "tree"
    (tree / "b").mkdir(parents=True)
    (tree / ".hidden").mkdir()
    text = article.read_text(encoding="utf-8")
    for name in ("z.txt", "b/a.markdown", ".hidden/c.txt", ".d.md", "e.odt", "b/f.TEXT"):
        (tree / name).write_text(text, encoding="utf-8")
    (tree / "b" / "short.md").write_text(OTHER, encoding="utf-8")
    (tree / "loop").symlink_to(tree)
    (tree / "b" / "dangling").symlink_to(tree / "nothing")
    return tree


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(app, [*map(str, arguments)], **options)


def _sources(output):
    return [report["article"]["source"] for report in output]


def test_one_file_prints_its_report(call, article):
    result = call("score", article.name)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith("Walking and back pain\n")
    assert "how the number came about" in result.stdout


def test_one_file_as_json_is_one_object_that_validates(call, article):
    result = call("score", article.name, "--output-format", "json")
    report = json.loads(result.stdout)
    SCHEMA.validate(report)
    assert report["article"]["source"] == "good.md"


def test_a_folder_prints_a_table(call, folder):
    result = call("score", "tree")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("article")
    assert result.stdout.splitlines()[-1].startswith("4 articles · median rating ")
    assert "tree/b/short.md  not rated: " in result.stdout


def test_a_link_in_a_folder_that_leads_nowhere_is_told_and_the_others_are_scored(call, folder):
    (folder / "b" / "dangling.txt").symlink_to(folder / "nothing")
    (folder / "linked.txt").symlink_to(folder / "z.txt")
    result = call("score", "tree", "--output-format", "jsonl")
    assert result.exit_code == 2
    assert (
        result.stderr
        == "healthscore: tree/b/dangling.txt: is a link to a file that is not there; mend the link or remove it\n"
    )
    found = _sources(map(json.loads, result.stdout.splitlines()))
    assert found[-2:] == ["tree/linked.txt", "tree/z.txt"]
    assert len(found) == 5
    named = call("score", "tree/b/dangling.txt")
    assert (named.exit_code, named.stderr) == (2, result.stderr)


def test_a_folder_is_searched_in_order_without_hidden_files_and_circles(call, folder):
    result = call("score", "tree", "--output-format", "jsonl")
    reports = [json.loads(line) for line in result.stdout.splitlines()]
    assert _sources(reports) == ["tree/b/a.markdown", "tree/b/f.TEXT", "tree/b/short.md", "tree/z.txt"]
    for report in reports:
        SCHEMA.validate(report)


def test_several_files_are_an_array_and_each_is_scored_once(call, article, folder):
    result = call("score", "tree/z.txt", article.name, "tree/z.txt", "--output-format", "json")
    assert _sources(json.loads(result.stdout)) == ["tree/z.txt", "good.md"]
    assert (
        _sources(json.loads(call("score", "tree", "--output-format", "json").stdout))[0]
        == "tree/b/a.markdown"
    )


def test_a_folder_with_one_article_is_an_array(call, tmp_path, article):
    (tmp_path / "one").mkdir()
    article.rename(tmp_path / "one" / "good.md")
    assert len(json.loads(call("score", "one", "--output-format", "json").stdout)) == 1


def test_full_prints_every_report(call, folder):
    result = call("score", "tree/z.txt", "tree/b/f.TEXT", "--full")
    assert result.stdout.count("how the number came about") == 2


def test_a_folder_is_held_against_itself(call, folder):
    result = call("score", "tree", "--output-format", "json")
    reports = json.loads(result.stdout)
    for report in reports:
        SCHEMA.validate(report)
    shared = [f for f in reports[0]["findings"] if f["rule"] == "repetition/shared-template"]
    assert shared and "tree/z.txt" in "".join(finding["message"] for finding in shared)
    assert "article of the 4 in tree" in str(reports[0]["dimensions"])


def test_the_table_of_a_folder_names_templates_and_common_sentences(call, folder):
    shown = " ".join(call("score", "tree").stdout.split())
    assert "made from one template 3 articles: a.markdown, f.TEXT, z.txt" in shown
    assert "sentences that most articles share 3 articles: “" in shown


def test_files_named_one_by_one_are_not_held_against_each_other(call, folder):
    reports = json.loads(call("score", "tree/z.txt", "tree/b/f.TEXT", "--output-format", "json").stdout)
    assert not any(f["rule"] == "repetition/shared-template" for r in reports for f in r["findings"])


def test_a_fault_of_ours_in_comparing_costs_no_report(call, folder, monkeypatch):
    def faulty(article):
        raise RuntimeError("broken")

    monkeypatch.setattr(run_module.scoring, "sketch", faulty)
    result = call("score", "tree", "--output-format", "json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == 4


def test_the_ledger_is_shown_instead_of_ratings_and_findings(call, article):
    result = call("score", article.name, "--show", "claims")
    assert result.exit_code == 0
    claims = json.loads(call("score", article.name, "--output-format", "json").stdout)["claims"]
    assert len(claims) > 3
    assert result.stdout.startswith("Walking and back pain\n")
    assert f"claims ({len(claims)})" in result.stdout
    shown = [line.split()[0] for line in result.stdout.splitlines() if line.startswith("  c")]
    assert shown == [claim["id"] for claim in claims]
    assert not {"overall", "errors", "criterion"} & set(result.stdout.split())


def test_each_of_several_articles_has_its_ledger(call, folder):
    result = call("score", "tree", "--show", "claims")
    assert result.stdout.count("  relation  object") == 3
    assert all(name in result.stdout for name in ("tree/b/a.markdown", "tree/b/f.TEXT", "tree/z.txt"))
    short = result.stdout.partition("tree/b/short.md")[2].partition("tree/z.txt")[0]
    assert "The ledger is empty" in short


def test_the_ledger_of_stdin_goes_to_a_file_as_well(call, tmp_path, article):
    arguments = ("-", "--stdin-filename", "page.md", "--show", "claims", "-o", "text:claims.txt")
    result = call("score", *arguments, input=article.read_bytes())
    assert "page.md · " in result.stdout
    assert (tmp_path / "claims.txt").read_text(encoding="utf-8").split() == result.stdout.split()


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_shown_in_text_changes_nothing_in_json(call, article, form):
    plain = call("score", article.name, "--output-format", form).stdout
    assert (
        call("score", article.name, "--output-format", form, "--show", "claims", "--explain").stdout == plain
    )


def test_the_pairs_that_were_weighed_are_shown_on_demand(call, article):
    article.write_text(article.read_text(encoding="utf-8") + OPPOSED, encoding="utf-8")
    result = call("score", article.name, "--explain")
    found, _, weighed = result.stdout.partition("pairs weighed (")
    assert "because    same subject" in found
    assert "“Walking raises blood pressure.”" in weighed
    assert weighed.index("reported as a") < weighed.index("how the number came about")
    plain = call("score", article.name).stdout
    assert "because    same subject" not in plain
    assert "pairs weighed" not in plain


def test_each_of_several_articles_is_explained(call, folder):
    result = call("score", "tree/z.txt", "tree/b/f.TEXT", "--explain")
    assert result.stdout.count("pairs weighed") == 2


def test_stdin_has_a_name(call, article):
    result = call(
        "score", "-", "--stdin-filename", "page.md", "--output-format", "json", input=article.read_bytes()
    )
    report = json.loads(result.stdout)
    assert report["article"]["source"] == "page.md"
    assert report["article"]["title"] == "Walking and back pain"


def test_too_much_on_stdin_is_refused(call, article):
    result = call("score", "-", "--max-bytes", "100", input=article.read_bytes())
    assert result.exit_code == 2
    assert result.stderr.startswith("healthscore: <stdin>: ")


def test_files_get_what_is_asked_beside_stdout(call, tmp_path, article):
    result = call("score", article.name, "-o", "json:r.json", "-o", "text:r.txt", "-o", "jsonl:r.jsonl")
    assert json.loads((tmp_path / "r.json").read_bytes()) == json.loads((tmp_path / "r.jsonl").read_bytes())
    assert (tmp_path / "r.txt").read_text(encoding="utf-8").split() == result.stdout.split()
    assert len((tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_rubric_by_path(call, article, rubric):
    report = json.loads(call("score", article.name, "--rubric", rubric(), "--output-format", "json").stdout)
    assert report["rubric"]["id"] == "mine"
    assert report["rating"]["value"] == 5


@pytest.mark.parametrize(("limit", "code"), [("1", 0), ("5", 0), ("3", 0)])
def test_at_or_above_the_limit_passes(call, article, rubric, limit, code):
    assert call("score", article.name, "--rubric", rubric(), "--fail-under", limit).exit_code == code


def test_below_the_limit_exits_1_and_says_which(call, article, rubric):
    low = rubric("[[0, 1], [100, 5]]", "[[0, 1], [100000, 5]]")
    result = call("score", article.name, "--rubric", low, "--fail-under", "3", "--output-format", "json")
    assert result.exit_code == 1
    assert result.stderr.startswith("healthscore: good.md: rated 1.0")
    json.loads(result.stdout)


def test_a_finding_at_or_above_the_severity_exits_1(call, article):
    report = json.loads(call("score", article.name, "--output-format", "json").stdout)
    found = {finding["severity"] for finding in report["findings"]}
    for level, grave in (("error", {"error"}), ("warning", {"error", "warning"}), ("note", found)):
        assert call("score", article.name, "--fail-on", level).exit_code == bool(found & grave)


def test_a_failure_weighs_more_than_a_limit(call, article, rubric):
    low = rubric("[[0, 1], [100, 5]]", "[[0, 1], [100000, 5]]")
    assert call("score", article.name, "missing.txt", "--rubric", low, "--fail-under", "3").exit_code == 2


def test_a_withheld_rating_is_not_below_the_limit(call, tmp_path):
    (tmp_path / "short.md").write_text(OTHER, encoding="utf-8")
    result = call("score", "short.md", "--fail-under", "5")
    assert result.exit_code == 0
    assert "This article is not rated" in result.stdout


def test_an_article_that_is_not_rated_is_named_where_a_limit_is_set(call, tmp_path, article):
    (tmp_path / "short.md").write_text(OTHER, encoding="utf-8")
    result = call("score", "short.md", article.name, "--fail-under", "1", "--output-format", "jsonl")
    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert line.startswith("healthscore: short.md: not rated, so not held against 1: too short")
    for limits in ([], ["--fail-on", "error"]):
        assert "not rated" not in call("score", "short.md", *limits).stderr


def test_the_same_run_gives_the_same_bytes(run, article):
    seen = {
        run("score", article.name, "--output-format", "json", env={"PYTHONHASHSEED": s}).stdout for s in "12"
    }
    assert len(seen) == 1


def test_json_is_utf_8_whatever_the_locale(run, tmp_path, article):
    accented = tmp_path / "accent.md"
    accented.write_text(
        article.read_text(encoding="utf-8").replace("Walking and", "Wälking “and” 🚶"), encoding="utf-8"
    )
    plain = {"PYTHONIOENCODING": "ascii"}
    report = json.loads(run("score", accented.name, "--output-format", "json", env=plain).stdout)
    assert report["article"]["title"] == "Wälking “and” 🚶 back pain"
    result = run("score", accented.name, env=plain)
    assert result.returncode == 0
    assert result.stdout.isascii()


def test_a_reader_that_goes_away_is_met_quietly(article):
    command = [sys.executable, "-m", "healthscore", "score", str(article), "--output-format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


def test_an_interrupt_ends_in_one_line(call, article, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run_module, "_reports", interrupted)
    result = call("score", article.name)
    assert result.exit_code == 130
    assert result.stderr == "healthscore: interrupted\n"


def test_a_fault_of_ours_costs_one_article_only(call, article, folder, monkeypatch):
    rate_by = run_module.scoring.rate_by

    def faulty(read, *rest):
        if read.source == "good.md":
            raise RuntimeError("broken")
        return rate_by(read, *rest)

    monkeypatch.setattr(run_module.scoring, "rate_by", faulty)
    result = call("score", article.name, "tree/z.txt", "--output-format", "jsonl")
    assert result.exit_code == 2
    assert "good.md: internal error, RuntimeError('broken')" in result.stderr
    assert _sources(map(json.loads, result.stdout.splitlines())) == ["tree/z.txt"]
