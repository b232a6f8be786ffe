"""The benchmark commands: one JSON object with plain names, one clear line for what cannot be used."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def _run(script, *arguments):
    command = [sys.executable, ROOT / "benchmarks" / script, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture
def tiers(tmp_path):
    folders = {
        "worse": ["one-sided.md", "self-contradicting.txt", "spun.txt"],
        "better": ["balanced-and-sourced.md", "leaflet.txt"],
    }
    for folder, names in folders.items():
        (tmp_path / folder).mkdir()
        for name in names:
            shutil.copy(EXAMPLES / name, tmp_path / folder)
    return tmp_path / "worse", tmp_path / "better"


def test_tiers_tells_the_bad_examples_from_the_sound_ones(tiers):
    run = _run("accuracy.py", "tiers", "--data", *tiers, "--json", "--no-fit")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    assert figures["auc"] == 1.0
    assert figures["auc_interval"] == [1.0, 1.0]
    assert (figures["n"], figures["n_worse"], figures["n_better"]) == (5, 3, 2)
    assert figures["median_worse"] < figures["median_better"]
    assert figures["consistency_error_share_better"] == 0


def test_tiers_reads_json_lines(tiers, tmp_path):
    lines = tmp_path / "better.jsonl"
    texts = [path.read_text(encoding="utf-8") for path in sorted(tiers[1].iterdir())]
    lines.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    run = _run("accuracy.py", "tiers", "--data", tiers[0], lines, "--json")
    assert json.loads(run.stdout)["n_better"] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["tiers"],
        ["nothing", "--data", "a", "b"],
        ["tiers", "--data", "missing", "missing"],
        ["tiers", "--data", EXAMPLES],
        ["tiers", "--data", EXAMPLES / "expected", EXAMPLES],
        ["tiers", "--data", EXAMPLES / "too-short.txt", EXAMPLES],
    ],
    ids=["nothing", "no data", "no such task", "missing", "one of two", "no articles", "all withheld"],
)
def test_bad_arguments_are_one_line_and_exit_2(arguments):
    run = _run("accuracy.py", *arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stderr


def test_speed_measures_every_stage(tiers):
    run = _run("speed.py", tiers[1], "--rounds", "1", "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    stages = figures["stages_ms_per_article"]
    dimensions = ("sourcing", "balance", "hedging", "repetition", "consistency")
    assert {"reading", "language", "rating", "report", *(f"check {d}" for d in dimensions)} <= set(stages)
    assert figures["articles"] == 2
    assert min(stages.values()) > 0
    assert figures["core_time_over_textstat"] > 0
