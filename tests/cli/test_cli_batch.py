"""``healthscore batch``: the real command on real articles, and what it says on the way."""

import csv
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from healthscore.batch.errors import TimeLimitError
from healthscore.batch.run import Results
from healthscore.batch.summary import Summary
from healthscore.batch.tally import Tally
from healthscore.cli.group import app
from healthscore.cli.progress import Bar, Lines, columns

EXAMPLES = Path(__file__).parents[2] / "examples"
SPUN = (
    "{0} is a herb that people have used for ages. {0} may help {1} when it is taken as a tea every evening. "
    "Many people in {2} drink {0} before bed because its leaves hold a mild and pleasant oil. "
    "Ask a pharmacist before taking {0} together with other medicines that make you drowsy. "
    "Pour hot water over one spoon of {0} leaves and let the cup stand under a lid for ten minutes. "
    "Some people feel sick after their first cup of {0}, and this passes within an hour or two. "
)


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def spun(tmp_path):
    """Three pages of one template, one that is not, and one that cannot be read."""
    folder = tmp_path / "spun"
    folder.mkdir()
    topics = [
        ("Valerian", "sleep", "Norway"),
        ("Fennel", "digestion", "Greece"),
        ("Nettle", "joints", "Wales"),
    ]
    for topic in topics:
        (folder / f"{topic[0].lower()}.txt").write_text(SPUN.format(*topic), encoding="utf-8")
    (folder / "statin.md").write_text((EXAMPLES / "balanced-and-sourced.md").read_text("utf-8"), "utf-8")
    (folder / "broken.txt").write_bytes(bytes(range(256)) * 40)
    return folder


def test_a_run_writes_reports_rows_failures_and_templates_and_says_so(run, spun, tmp_path):
    result = run("batch", "spun", "--out", "results", "--jobs", 2, "--ignore", "no-author")
    assert result.returncode == 2
    assert all(b" of 5 articles" in line for line in result.stderr.splitlines()), "no more than how far it is"
    out = tmp_path / "results"
    reports = _lines(out / "reports.jsonl")
    names = [f"spun/{name}" for name in ("fennel.txt", "nettle.txt", "statin.md", "valerian.txt")]
    assert [report["article"]["source"] for report in reports] == names
    with (out / "summary.csv").open(encoding="utf-8", newline="") as rows:
        assert [row["source"] for row in csv.DictReader(rows)] == names
    (failed,) = _lines(out / "errors.jsonl")
    assert (failed["source"], failed["error"]) == ("spun/broken.txt", "BinaryError")
    assert _lines(out / "templates.jsonl") == [{"articles": [names[0], names[1], names[3]]}]
    said = result.stdout.decode()
    for words in (
        "ratings",
        "found most",
        "made from one template",
        "1 could not be read",
        "spun/broken.txt",
    ):
        assert words in said
    assert said.splitlines()[-1] == "4 articles scored, 1 failed · results in results"
    alone = run("score", *names, "--output-format", "jsonl", "--ignore", "no-author")
    assert alone.stdout == (out / "reports.jsonl").read_bytes()


def _hear_interrupts():
    """What a shell starts in the background is deaf to them, and so would be all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_it_and_says_how_to_go_on(spun, tmp_path):
    command = [sys.executable, "-m", "healthscore", "batch", "spun", "--out", "results", "--jobs", "1"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=tmp_path, preexec_fn=_hear_interrupts, **pipes) as process:
        while process.poll() is None and not (tmp_path / "results" / "errors.jsonl").exists():
            time.sleep(0.01)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert stdout == b""
    assert stderr.decode().startswith("healthscore: interrupted after ")
    assert stderr.decode().endswith("of 5 articles; the same command goes on from there\n")
    assert len(stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "x"], "Name a file"),
        (["spun"], "--out"),
        (["spun", "--out", "x", "--formats", "xml"], "'xml' is not a list of jsonl, csv, parquet"),
        (["spun", "--out", "x", "--jobs", "0"], "--jobs"),
        (["spun", "--out", "x", "--timeout", "0"], "--timeout"),
        (["spun", "--out", "x", "--timeout", "nan"], "'--timeout': 'nan' is not a number of seconds"),
        (["spun", "--out", "x", "--max-seconds", "nan"], "'--max-seconds': 'nan' is not a number"),
        (["spun", "--out", "x", "--rubric", "no-such"], "five-dimensions"),
        (["spun", "--out", "x", "--fail-under", "9"], "outside the scale of five-dimensions, 1 to 5"),
    ],
)
def test_wrong_usage_of_batch_exits_2_and_writes_nothing(arguments, said, spun, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["batch", *arguments])
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "arguments", [["nothing-here"], ["empty"], ["--from-file", "nothing-here"]], ids=" ".join
)
def test_nothing_to_score_is_a_failure_with_its_name(arguments, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["batch", *arguments, "--out", "results"])
    assert result.exit_code == 2
    (failed,) = _lines(tmp_path / "results" / "errors.jsonl")
    assert failed["source"] == arguments[-1]
    assert f"· {failed['message']}" in " ".join(result.stdout.split("\n"))


def test_the_leading_process_imports_nothing_that_only_workers_need(spun, tmp_path):
    code = """
import sys
from healthscore.cli.group import app
try:
    app(["batch", "spun", "--out", "results", "--include", "statin*", "--jobs", "1"])
except SystemExit as end:
    assert not end.code, end.code
print(*{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert not {"nltk", "numpy", "scipy", "sklearn", "pandas", "datasketch"} & set(done.stderr.split())


def test_lines_say_how_far_it_is(capsys):
    tally = Tally(Counter(poor=0, fair=0))
    lines = Lines(every=0)
    lines.start(20)
    tally.articles, tally.bands["fair"] = 3, 3
    tally.fail(TimeLimitError("a.txt", 5))
    lines.step(tally)
    assert capsys.readouterr().err == "healthscore: 4 of 20 articles: failed 1 · fair 3\n"


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_bar_shows_how_far_it_is_however_narrow_the_terminal(width):
    from rich.console import Console
    from rich.progress import Progress

    bands = {"very poor": 123, "poor": 456, "fair": 455, "good": 144, "very good": 44, "not rated": 2}
    progress = Progress(*columns(width), console=Console(width=width, color_system=None), expand=True)
    bar = Bar(progress)
    bar.start(20_000)
    bar.step(Tally(Counter(bands), articles=1224, failed=10))
    with progress.console.capture() as capture:
        progress.console.print(progress.get_renderable())
    (line,) = capture.get().splitlines()
    assert " 1234/20000 " in line
    assert "failed 10 ·" in line
    assert ("very good 44" in line) == (width == 120)


def test_the_summary_tells_failures_apart(tmp_path):
    from rich.console import Console

    tally = Tally(Counter(poor=0))
    for number in range(30):
        tally.fail(TimeLimitError(f"{number}.txt", 5))
    console = Console(width=200, color_system=None)
    with console.capture() as capture:
        console.print(Summary(Results(tally, None), tmp_path))
    said = capture.get()
    assert "30 ran past the time limit" in said
    assert "0.txt: not scored within 5 s" in said
    assert "and 20 more in errors.jsonl" in said


@pytest.mark.parametrize(
    ("limits", "code", "said"),
    [
        (["--fail-under", "1"], 0, ""),
        (["--fail-under", "5"], 1, "spun/statin.md: rated {rating}, below 5"),
        (["--fail-on", "note"], 1, "spun/statin.md: {notes} findings at or above note"),
        (["--fail-under", "5", "--fail-on", "note"], 1, "below 5, {notes} findings at or above note"),
    ],
)
def test_a_limit_that_is_not_met_exits_1_and_says_which_article(run, spun, tmp_path, limits, code, said):
    for name in ("broken.txt", "valerian.txt", "fennel.txt", "nettle.txt"):
        (spun / name).unlink()
    result = run("batch", "spun", "--out", "results", "--jobs", 1, *limits)
    assert result.returncode == code
    (report,) = _lines(tmp_path / "results" / "reports.jsonl")
    told = said.format(rating=f"{report['rating']['value']:g}", notes=len(report["findings"]))
    shown = result.stdout.decode()
    assert told in shown
    assert ("do not pass" in shown) == bool(code)
    assert shown.splitlines()[-1] == (
        f"1 article scored, {'1 of them does not pass, ' if code else ''}0 failed · results in results"
    )


def test_a_failure_weighs_more_than_a_limit_and_neither_changes_the_results(run, spun, tmp_path):
    assert run("batch", "spun", "--out", "without", "--jobs", 1).returncode == 2
    assert run("batch", "spun", "--out", "with", "--jobs", 1, "--fail-under", 5).returncode == 2
    for name in ("reports.jsonl", "summary.csv", "errors.jsonl"):
        assert (tmp_path / "with" / name).read_bytes() == (tmp_path / "without" / name).read_bytes()


def test_of_very_many_that_do_not_pass_the_summary_names_the_first(tmp_path):
    from rich.console import Console

    tally = Tally(Counter(poor=31), articles=31)
    for number in range(31):
        tally.fall_short(f"{number}.txt", ["rated 1.5, below 3"] if number else [])
    console = Console(width=200, color_system=None)
    with console.capture() as capture:
        console.print(Summary(Results(tally, None), tmp_path))
    said = [line.strip(" ·-") for line in capture.get().splitlines()]
    assert "0.txt: rated 1.5, below 3" not in said
    assert "1.txt: rated 1.5, below 3" in said
    assert "and 20 more" in said
    assert said[-1].startswith("31 articles scored, 30 of them do not pass, 0 failed")


def test_the_summary_names_those_that_pass_for_want_of_a_rating(run, tmp_path):
    (tmp_path / "short.md").write_text("Tea is drunk by many people.\n", encoding="utf-8")
    result = run("batch", "short.md", "--out", "results", "--jobs", 1, "--fail-under", 3)
    assert result.returncode == 0
    shown = result.stdout.decode()
    assert "pass unrated" in shown
    assert "short.md: not rated, so not held against 3: too short" in shown
    again = run("batch", "short.md", "--out", "results", "--jobs", 1)
    assert "pass unrated" not in again.stdout.decode()


def test_results_inside_the_input_are_no_articles(run, spun, tmp_path):
    def names(folder):
        return [report["article"]["source"] for report in _lines(tmp_path / folder / "reports.jsonl")]

    (spun / "broken.txt").unlink()
    assert run("score", "spun", "-o", "html:spun/site/", "-o", "jsonl:spun/all.jsonl").returncode == 0
    again = run("score", "spun", "--output-format", "jsonl")
    assert (
        again.stderr
        == b"healthscore: spun/site/index.html and 4 more left out: written by healthscore, no articles\n"
    )
    assert len(again.stdout.splitlines()) == 4
    first = run("batch", "spun", "--out", "spun/one", "--formats", "jsonl,html")
    second = run("batch", "spun", "--out", "spun/two")
    assert (first.returncode, second.returncode) == (0, 0)
    assert (
        names("spun/one")
        == names("spun/two")
        == [f"spun/{n}" for n in sorted(p.name for p in spun.glob("*.[tm]*"))]
    )
    assert first.stderr.endswith(
        b"spun/all.jsonl:1 and 8 more left out: written by healthscore, no articles\n"
    )
    assert second.stderr.endswith(
        b"spun/all.jsonl:1 and 12 more left out: written by healthscore, no articles\n"
    )


def test_results_may_go_into_the_folder_that_is_read(run, spun):
    for _ in range(2):
        assert run("batch", "spun", "--out", "spun", "--restart").returncode == 2
        assert len(_lines(spun / "reports.jsonl")) == 4
        assert [failed["source"] for failed in _lines(spun / "errors.jsonl")] == ["spun/broken.txt"]
