"""What things cost: every figure is measured, ours beside others on the same texts, and what is missing is told."""

import importlib
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEAFLET = ROOT / "examples" / "leaflet.txt"
DIMENSIONS = ("sourcing", "balance", "hedging", "repetition", "consistency")
STAGES = {"reading", "language", "sources", "claims", "rating", "report", *(f"check {d}" for d in DIMENSIONS)}


@pytest.fixture
def module(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return importlib.import_module


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the network was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def _run(*arguments):
    command = [sys.executable, ROOT / "benchmarks" / "speed.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_ours_stands_beside_other_libraries_on_the_same_texts():
    run = _run(LEAFLET, "--part", "articles", "--rounds", "1", "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)["articles"]
    stages, libraries = figures["stages_ms_per_article"], figures["libraries"]
    assert stages.keys() >= STAGES
    assert libraries.keys() >= {"healthscore", "textstat", "proselint"}
    ours = libraries["healthscore"]["ms_per_article"]
    assert ours == pytest.approx(sum(stages.values()), rel=0.01)
    for one in libraries.values():
        assert one["ms_per_article"] > 0
        assert one["ours_over_it"] == pytest.approx(ours / one["ms_per_article"], rel=0.02)
        assert one["articles_per_second"] == pytest.approx(1000 / one["ms_per_article"], rel=0.05)


def test_texts_that_cannot_be_read_are_one_line_and_exit_2(tmp_path):
    run = _run(tmp_path / "none", "--part", "articles")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"speed.py: {tmp_path / 'none'}: no such file or folder\n"


def test_a_library_that_is_not_there_is_left_out_with_how_to_install_it(module, monkeypatch):
    monkeypatch.setitem(sys.modules, "distill", None)
    monkeypatch.setitem(sys.modules, "proselint.checks", None)
    found, missing = module("yardsticks").loaded()
    assert list(found) == ["textstat"]
    assert missing == [
        f"{name} is not installed and left out: pip install '.[benchmark]'"
        for name in ("proselint", "distill-score")
    ]


def test_textstat_gives_its_seven_indices_without_the_network(module, no_network):
    found, _ = module("yardsticks").loaded()
    easy, hard = found["textstat"]("The cat sat."), found["textstat"]("Hypertension necessitates medication.")
    assert len(easy) == len(hard) == 7
    assert easy[0] > hard[0]


def test_proselint_lints_with_its_default_checks_without_the_network(module, no_network):
    for _ in range(2):  # registered once, however often it is loaded
        found, _ = module("yardsticks").loaded()
    paths = [result.check_result.check_path for result in found["proselint"]("This tea is very unique.")]
    assert paths.count("uncomparables") == 1


def test_distill_score_gives_its_seven_scores_without_the_network(module, no_network):
    pytest.importorskip("distill", reason="pip install '.[benchmark]'")
    found, _ = module("yardsticks").loaded()
    report = found["distill-score"](LEAFLET.read_text(encoding="utf-8"))
    assert len(report["dimensions"]) == 7
    assert 0 < report["overall_score"] < 1


def test_a_round_that_was_slowed_down_does_not_count(module, monkeypatch):
    stopwatch = module("stopwatch")
    clock = iter([0.0, 5.0, 5.0, 7.0, 7.0, 10.0])
    monkeypatch.setattr(stopwatch.time, "process_time", lambda: next(clock))

    def work(number, watch):
        rounds.append(number)
        with watch.stage("reading"):
            pass

    rounds = []
    assert stopwatch.fastest(3, work) == {"reading": 2.0}
    assert rounds == [1, 2, 3]


def test_one_core_is_held_no_longer_than_asked(module, monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("no cores can be chosen here")
    before = os.sched_getaffinity(0)
    with module("stopwatch").one_core():
        assert len(os.sched_getaffinity(0)) == 1
        assert os.environ["OMP_NUM_THREADS"] == os.environ["MKL_NUM_THREADS"] == "1"
    assert os.sched_getaffinity(0) == before
    assert (os.environ["OMP_NUM_THREADS"], os.environ.get("MKL_NUM_THREADS")) == ("7", None)


def test_growth_is_measured_at_every_length(module, monkeypatch):
    stages = module("stages")
    monkeypatch.setattr(stages, "LENGTHS", (1_000, 9_000))
    short, long = stages.growth([LEAFLET.read_text(encoding="utf-8")], 1)
    assert (short["characters"], long["characters"]) == (1_000, 9_000)
    assert (short["pieces"], long["pieces"]) == (9, 1)
    assert long["words"] == pytest.approx(short["words"], rel=0.02)  # the same words, cut or whole
    for row in (short, long):
        assert row["all_ms_per_800_words"] > row["ms_per_800_words"] > 0 < row["repetition_ms_per_800_words"]


def test_a_cold_start_is_told_by_import_and_by_work(module):
    figures = module("cold").cold_start(LEAFLET, 1)
    assert figures["libraries"]["version"] == ["click"]
    assert {"click", "rich", "rtoml"} <= set(figures["libraries"]["score"])
    assert not {"healthscore", "json", "markdown_it", "pydantic", "sklearn", "yaml"} & set(
        figures["libraries"]["score"]
    )
    steps = figures["steps"]
    assert [*steps] == [
        "python",
        "import of libraries",
        "import of our modules",
        "rubric",
        "reading",
        "lexicons",
        "scoring",
        "report",
        "command line and exit",
    ]
    for kind, ratio in zip(("wall_ms", "cpu_ms"), figures["score_over_bare"], strict=True):
        assert ratio == pytest.approx(figures["score"][kind] / figures["bare_score"][kind], abs=0.02)
        assert sum(cost[kind] for cost in steps.values()) == pytest.approx(figures["score"][kind], abs=1)


def test_the_peak_of_memory_never_falls(module):
    peaks = module("memory").peaks(["Iron tablets may help. " * 60, "Tea is warm."])
    values = list(peaks.values())
    assert len(values) == 4
    assert values == sorted(values)
    assert values[-1] > values[0] > 5


def test_a_corpus_is_timed_with_each_number_of_workers(module):
    figures = module("corpus").speed(3, (1, 2), 1)
    assert figures["articles"] == 3
    assert figures["seconds_1_jobs"] > 0 < figures["seconds_2_jobs"]
    assert figures["times_faster"] == pytest.approx(
        figures["seconds_1_jobs"] / figures["seconds_2_jobs"], abs=0.3
    )


def test_each_part_is_a_table_for_a_person():
    run = _run(LEAFLET, "--part", "articles", "--part", "cold", "--part", "memory", "--rounds", "1")
    assert run.returncode == 0, run.stderr
    for said in ("check consistency", "textstat", "proselint", "healthscore --version", "one article"):
        assert said in run.stdout
    assert "a whole corpus" not in run.stdout
