"""The pre-commit hook and the GitHub action do what they say, and run nothing that an input holds."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
STEPS = {step.get("name"): step for step in ACTION["runs"]["steps"]}
BAD = "# Walking\n\nWalking has no side effects and is safe for everyone, says a leaflet on the hall table.\n"
GOOD = "# Walking\n\nThe library opens at nine.\n"

needs_bash = pytest.mark.skipif(
    shutil.which("bash") is None, reason="there is no bash to run the action's script"
)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "bad page.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def _environment(**more):
    bin_ = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", **more}


def _hook(project, *names):
    command = [*HOOK["entry"].split(), *HOOK["args"], *names]
    return subprocess.run(command, cwd=project, env=_environment(), capture_output=True, text=True)


def test_the_hook_fails_on_errors_and_shows_each_finding_on_a_line(project):
    result = _hook(project, "bad page.md", "good.md")
    assert result.returncode == 1
    assert re.search(r"^bad page\.md:3:1: error balance/blanket-safety: ", result.stdout, re.MULTILINE)
    assert _hook(project, "good.md").returncode == 0


def _action(project, **inputs):
    """What the action's own script does with some inputs and the defaults of the others."""
    given = {name: str(spec.get("default", "")) for name, spec in ACTION["inputs"].items()} | inputs
    filled = {
        key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], value)
        for key, value in STEPS["Score"]["env"].items()
    }
    script = project / "script.sh"
    script.write_text(STEPS["Score"]["run"], encoding="utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=project,
        env=_environment(**filled, GITHUB_STEP_SUMMARY=str(project / "summary.md")),
        capture_output=True,
        text=True,
    )


@needs_bash
def test_the_action_annotates_summarises_writes_sarif_and_fails(project):
    result = _action(project, **{"fail-on": "error", "sarif": "out.sarif", "paths": "bad page.md\ngood.md\n"})
    assert result.returncode == 1
    assert "::error file=bad page.md,line=3," in result.stdout
    assert "## healthscore: 2 articles" in (project / "summary.md").read_text(encoding="utf-8")
    assert json.loads((project / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@needs_bash
def test_the_action_passes_by_default_and_writes_only_what_is_asked(project):
    result = _action(project, summary="false", annotations="false")
    assert result.returncode == 0
    assert "bad page.md:3:1: error" in result.stdout
    assert not (project / "summary.md").exists()


@needs_bash
@pytest.mark.parametrize("name", [n for n in ACTION["inputs"] if n != "python-version"])
def test_no_input_is_run_as_a_command(project, name):
    _action(
        project, **{name: "$(touch owned)`touch owned`'; touch owned; '\"; touch owned; \"\n; touch owned"}
    )
    assert not (project / "owned").exists()


def test_inputs_reach_scripts_as_variables_only():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    assert set(ACTION["inputs"]) - {"python-version"} == {
        value.removeprefix("${{ inputs.").removesuffix(" }}") for value in STEPS["Score"]["env"].values()
    }
