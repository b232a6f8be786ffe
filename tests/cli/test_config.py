"""Configuration files: which one counts, what may stand in it, and what is wrong with it."""

import json

import pytest
from click.testing import CliRunner

from healthscore.cli.config import _options, _start
from healthscore.cli.group import app
from healthscore.cli.score import score


@pytest.fixture
def call(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(app, [*map(str, arguments)], **options)


@pytest.fixture
def config(tmp_path):
    """A function that writes a configuration file and gives its path."""

    def write(text, name="healthscore.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def _rules(result):
    return {finding["rule"] for finding in json.loads(result.stdout)["findings"]}


JSON = ("--output-format", "json")


def test_options_are_configured_by_their_names(call, article, config):
    config('output-format = "json"\nfail-on = "note"\nignore = ["balance", "no-date"]\n')
    result = call("score", article.name)
    assert result.exit_code == 1
    assert _rules(result)
    assert not any(rule.startswith("balance/") or rule == "sourcing/no-date" for rule in _rules(result))


def test_a_section_of_pyproject_does_the_same(call, article, config):
    config('[project]\nname = "x"\n\n[tool.healthscore]\nselect = ["sourcing"]\n', "pyproject.toml")
    assert {rule.partition("/")[0] for rule in _rules(call("score", article.name, *JSON))} == {"sourcing"}


def test_the_closest_file_to_what_is_read_wins(call, tmp_path, article, config):
    (tmp_path / "a").mkdir()
    article.rename(tmp_path / "a" / "good.md")
    config('select = ["balance"]')
    config('[tool.healthscore]\nselect = ["sourcing"]', "a/pyproject.toml")
    assert {r.partition("/")[0] for r in _rules(call("score", "a/good.md", *JSON))} == {"sourcing"}
    config("[tool.other]\nhealthscore = 1", "a/pyproject.toml")
    assert {r.partition("/")[0] for r in _rules(call("score", "a/good.md", *JSON))} <= {"balance"}


def test_healthscore_toml_goes_before_pyproject_beside_it(call, article, config):
    config('select = ["sourcing"]')
    config('[tool.healthscore]\nselect = ["balance"]', "pyproject.toml")
    assert {r.partition("/")[0] for r in _rules(call("score", article.name, *JSON))} == {"sourcing"}


def test_the_command_line_goes_before_the_file(call, article, config):
    config('fail-under = 5\nselect = ["balance"]')
    assert call("score", article.name).exit_code == 1
    assert call("score", article.name, "--fail-under", "1").exit_code == 0
    assert {r.partition("/")[0] for r in _rules(call("score", article.name, "--select=sourcing", *JSON))} == {
        "sourcing"
    }


def test_a_file_can_be_named_and_files_can_be_left_aside(call, article, config):
    config("fail-under = 5")
    other = config("fail-under = 1", "other.toml")
    assert call("score", article.name, "--config", other).exit_code == 0
    assert call("score", "--config", other, article.name).exit_code == 0
    assert call("score", article.name, "--no-config").exit_code == 0


def test_paths_are_those_from_the_files_folder(call, tmp_path, article, config, rubric, monkeypatch):
    rubric()
    config('rubric = "mine.yaml"\noutput = ["json:out.json"]\nper-file-ignores = {"a/*.md" = ["sourcing"]}\n')
    (tmp_path / "a").mkdir()
    article.rename(tmp_path / "a" / "good.md")
    monkeypatch.chdir(tmp_path / "a")
    result = CliRunner().invoke(app, ["score", "good.md", *JSON])
    assert json.loads((tmp_path / "out.json").read_bytes()) == json.loads(result.stdout)
    assert json.loads(result.stdout)["rubric"]["id"] == "mine"
    assert not any(rule.startswith("sourcing/") for rule in _rules(result))


def test_stdin_is_configured_where_the_command_runs(call, article, config):
    config('select = ["sourcing"]')
    result = call("score", "-", *JSON, input=article.read_bytes())
    assert {rule.partition("/")[0] for rule in _rules(result)} == {"sourcing"}


def test_compare_takes_what_it_knows_of_the_same_file(call, article, config):
    config('fail-on = "error"\nselect = ["sourcing"]\noutput-format = "json"')
    call("score", article.name, "-o", "json:a.json")
    assert json.loads(call("compare", "a.json", article.name).stdout)["findings"]["new"] == []


BROKEN = {
    "fail-one = 3": "unknown key 'fail-one'; did you mean 'fail-on'? allowed: ",
    "config = 'x'": "unknown key 'config'; allowed: ",
    'fail-on = "grave"': "fail-on: 'grave' is not one of",
    'fail-under = "three"': "fail-under must be a number",
    "fail-under = true": "fail-under must be a number",
    'all = "yes"': "all must be true or false",
    "full = 1": "full must be true or false",
    'ignore = "hedging"': "ignore must be a list of texts",
    "select = [1]": "select must be a list of texts",
    'select = ["hedgin"]': "select: 'hedgin' is neither a rule nor a dimension; did you mean hedging?",
    'per-file-ignores = {"*.md" = "x"}': "per-file-ignores must be a table of lists",
    'per-file-ignores = {"*.md" = ["x"]}': "per-file-ignores: 'x' is neither a rule nor a dimension",
    'output = ["xml:a"]': "output: 'xml:a' is not FORMAT:PATH",
    'output = ["json:-"]': "output: 'json:-' would be a file named -; for stdout use --output-format json",
    "baseline = 3": "baseline must be a text",
    "max-bytes = 0": "max-bytes: 0 is not in the range",
    "max-bytes = 2.5": "max-bytes must be a whole number",
    "x = [": "is no TOML: ",
}


@pytest.mark.parametrize(("text", "said"), BROKEN.items(), ids=list(BROKEN))
def test_what_is_wrong_is_one_line_that_names_the_file(text, said, call, article, config):
    path = config(text)
    result = call("score", article.name)
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"healthscore: {path}: {said}")


def test_a_file_that_is_named_must_be_there_and_ours(call, article, config):
    assert "cannot be read" in call("score", article.name, "--config", "none.toml").stderr
    other = config('[project]\nname = "x"', "pyproject.toml")
    assert "has no [tool.healthscore]" in call("score", article.name, "--config", other).stderr


def test_a_name_too_long_for_the_system_is_no_fault_of_the_configuration(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert _start(["x" * 5_000]) == tmp_path


def test_a_broken_pyproject_that_does_not_name_us_is_left_alone(call, article, config):
    config("[broken", "pyproject.toml")
    assert call("score", article.name).exit_code == 0


def test_every_option_is_configurable_or_left_out_on_purpose():
    assert {o.opts[-1].removeprefix("--") for o in score.params if o.param_type_name == "option"} - set(
        _options(score)
    ) == {"config", "no-config", "no-baseline", "stdin-filename"}
