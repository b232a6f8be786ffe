"""What the README shows of living with healthscore in a project is what works."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from healthscore.checks.suppression import suppressions
from healthscore.cli.group import app
from healthscore.reading import read_text

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
TEXT = "Walking has no side effects and is safe for everyone.\n"


def _blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_configuration_is_understood(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (configuration,) = (block for block in _blocks("toml") if block.startswith("[tool.healthscore]"))
    (tmp_path / "pyproject.toml").write_text(configuration, encoding="utf-8")
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    assert (
        CliRunner().invoke(app, ["score", "a.md", "-o", "json:baseline.json", "--no-baseline"]).exit_code == 1
    )
    result = CliRunner().invoke(app, ["score", "a.md"])
    assert result.exit_code == 0
    assert "known from baseline.json" in result.stderr


def test_the_comments_are_understood():
    (comments,) = _blocks("markdown")
    article = read_text(f"{comments}\n{TEXT}", format="markdown")
    assert len(article.comments) == 4
    found, faults = suppressions(article)
    assert (len(found), faults) == (3, ())


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_the_rules_in_the_commands_are_rules(option, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    for rules in re.findall(rf"{option} (\S+)", README):
        assert CliRunner().invoke(app, ["score", "a.md", option, rules]).exit_code == 0
