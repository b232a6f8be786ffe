"""``explain``, ``rubric``, ``schema``, ``--version``, and what they may not import."""

import json
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest
from click.testing import CliRunner

from healthscore import __version__
from healthscore.checks import documented
from healthscore.checks.base import HEADINGS
from healthscore.checks.case import cases
from healthscore.cli.group import app
from healthscore.report.json import json_schema
from healthscore.rubric.checking import json_schema as rubric_schema

SLOW = ("nltk", "sklearn", "textstat", "numpy", "scipy", "pandas", "datasketch", "jinja2")
READERS = (
    *("lxml", "markdown_it", "mdit_py_plugins", "pypdfium2"),
    *(f"healthscore.reading.{module}" for module in ("door", "plain", "markdown", "html", "pdf", "docx")),
)
NEEDED = {
    "msgspec",
    "typing_extensions",  # by a score of a Markdown file under a shipped rubric; for people rich, too
    *("click", "markdown_it", "mdit_py_plugins", "mdurl"),
    *("rtoml", "Stemmer", "yaml"),
}
FOR_JSON = {"pydantic_core", "typing_extensions"}
MARKDOWN = """# Garlic and blood pressure

Garlic lowers blood pressure a little in people whose blood pressure is high, a review of 20 trials found
(doi:10.3945/jn.114.202333). It does not replace their tablets, and it can cause bleeding after an operation.
"""
IMPORTS = """
import sys
before = set(sys.modules)
from healthscore.cli.group import app
try:
    app(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print(*sorted(sys.modules.keys() - before), file=sys.stderr)
"""


def _call(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


def _imported(*arguments):
    """The modules that are there in the end, and the packages that they are of."""
    command = [sys.executable, "-c", IMPORTS, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8")
    modules = done.stderr.splitlines()[-1].split()
    return {*modules, *(name.partition(".")[0] for name in modules)}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["score", "--help"],
        ["batch", "--help"],
        ["calibrate", "--help"],
        ["rubric", "-h"],
    ],
    ids=" ".join,
)
def test_version_and_help_import_next_to_nothing(arguments):
    assert not {*SLOW, *READERS, "pydantic", "rich", "yaml"} & _imported(*arguments)


def test_the_version_imports_no_command():
    assert not {name for name in _imported("--version") if name.startswith("healthscore.cli.")} - {
        "healthscore.cli.app",
        "healthscore.cli.group",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain"],
        ["explain", "vague-attribution"],
        ["explain", "vague-attribution", "--all"],
        ["rubric", "list"],
        ["rubric", "show", "five-dimensions"],
        ["rubric", "schema"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_reference_commands_import_nothing_slow_and_no_reader(arguments):
    assert not {*SLOW, *READERS} & _imported(*arguments)


@pytest.mark.parametrize(
    ("form", "name", "needed"),
    [
        ("text", "garlic.md", {*NEEDED, "rich"}),
        ("json", "garlic.md", {*NEEDED, *FOR_JSON}),
        ("json", "garlic.txt", {*NEEDED, *FOR_JSON} - {"markdown_it", "mdit_py_plugins", "mdurl"}),
        ("lines", "garlic.md", NEEDED),
    ],
)
def test_a_score_imports_only_what_its_file_and_rubric_need(form, name, needed, tmp_path):
    file = tmp_path / name
    file.write_text(MARKDOWN if name.endswith(".md") else MARKDOWN.removeprefix("# "), encoding="utf-8")
    imported = _imported("score", "--no-config", "--output-format", form, file)
    assert not set(SLOW) & imported
    assert not {f"healthscore.reading.{kind}" for kind in ("html", "pdf", "docx")} & imported
    installed = packages_distributions().keys() & imported
    assert installed - {"healthscore"} <= needed


def test_explain_does_without_rubrics():
    assert "pydantic" not in _imported("explain", "vague-attribution")


def test_the_version():
    assert _call("--version").stdout == f"healthscore {__version__}\n"
    assert _call("-h").exit_code == 0


def test_every_rule_is_listed_and_explained():
    listed = _call("explain").stdout
    for id_, rule in documented().items():
        assert id_ in listed
        manual = _call("explain", id_).stdout
        assert manual.startswith(f"{id_}\n{rule.summary[:50]}")
        assert all(f"\n{heading}\n" in manual for heading in HEADINGS)


def test_a_rule_is_explained_by_a_few_cases_and_with_all_by_every_one():
    known = cases("hedging")["hedging/overclaim"]
    few, every = (" ".join(_call("explain", "overclaim", *all_).stdout.split()) for all_ in ([], ["--all"]))
    assert "Melatonin gummies have “no side effects” and can be taken" in few
    assert f"and {len(known.found) - 4} more with --all" in few
    for case in known.near_misses:
        assert " ".join(case.text.split()) in every
    assert sum(" ".join(case.text.split()) in few for case in known.near_misses) == 4
    assert "--all" not in every


def test_a_rule_may_be_named_without_its_dimension_and_a_dimension_lists_its_rules():
    assert (
        _call("explain", "vague-attribution").stdout == _call("explain", "sourcing/vague-attribution").stdout
    )
    assert {line.partition("/")[0] for line in _call("explain", "sourcing").stdout.splitlines()} == {
        "sourcing"
    }


@pytest.mark.parametrize(
    "word", ["sourcing/vague-atribution", "vague-atribution", "hedging/vague-attribution"]
)
def test_a_misspelt_rule_is_met_with_the_right_one(word):
    result = _call("explain", word)
    assert result.exit_code == 2
    assert "did you mean" in result.stderr
    assert "sourcing/vague-attribution" in result.stderr


def test_rubrics_are_listed_and_shown():
    assert "five-dimensions" in _call("rubric", "list").stdout
    shown = _call("rubric", "show", "five-dimensions").stdout
    assert all(
        dimension in shown for dimension in ("sourcing", "balance", "hedging", "repetition", "consistency")
    )


def test_rubric_files_are_validated_each(rubric, tmp_path):
    good = rubric()
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        good.read_text(encoding="utf-8").replace("version: 1.0.0", "version: one\ncolour: red"), "utf-8"
    )
    result = _call("rubric", "validate", good, bad)
    assert result.exit_code == 2
    assert result.stdout == f"{good}: mine 1.0.0 is valid\n"
    assert len(result.stderr.splitlines()) == 2
    assert all(line.startswith(f"healthscore: {bad}:") for line in result.stderr.splitlines())
    assert _call("rubric", "validate", good).exit_code == 0


def test_both_schemas_are_printed():
    assert json.loads(_call("schema").stdout) == json_schema()
    assert json.loads(_call("rubric", "schema").stdout) == rubric_schema()
