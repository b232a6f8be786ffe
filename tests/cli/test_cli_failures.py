"""What goes wrong is one clear line on stderr and exit code 2; everything else is still scored."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def _huge(path):
    with path.open("wb") as file:
        file.truncate(50_000_000)
        file.write(b"one line without an end ")


BAD = {
    "missing.txt": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "binary.txt": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "empty.txt": lambda path: path.write_bytes(b""),
    "ff.txt": lambda path: path.write_bytes(b"\xff" * 5_000),
    "line.txt": _huge,
}


def _is_one_line_about(result, name):
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"healthscore: {name}: ")
    assert "; " in lines[0], "says what to do"
    assert "internal error" not in lines[0]


@pytest.mark.parametrize("name", BAD)
def test_an_input_that_cannot_be_read(name, tmp_path, run):
    BAD[name](tmp_path / name)
    result = run("score", name)
    assert result.returncode == 2
    assert result.stdout == b""
    _is_one_line_about(result, name)


def test_the_others_are_still_scored(tmp_path, run, article):
    for name, make in BAD.items():
        make(tmp_path / name)
    result = run("score", *BAD, article.name, "--output-format", "json")
    assert result.returncode == 2
    assert [report["article"]["source"] for report in json.loads(result.stdout)] == [article.name]
    lines = result.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in lines] == ["folder", *(name for name in BAD if name != "folder")]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("title: Mine", "title: Mine\ntitel: Mine", 5, "'titel'"),
        ("article.words", "article.wrods", 14, "'article.wrods'"),
        ("[[0, 1], [100, 5]]", "[[0, 1], [50, 5], [100, 2]]", 15, "'long'"),
        ("id: mine", "id: [mine", None, ""),
    ],
    ids=["unknown key", "unknown measure", "curve up and down", "no YAML"],
)
def test_a_rubric_that_cannot_be_used(old, new, line, said, run, article, rubric):
    rubric(old, new)
    result = run("score", article.name, "--rubric", "mine.yaml")
    assert result.returncode == 2
    assert result.stdout == b""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith(f"healthscore: mine.yaml:{'' if line is None else line}")
    assert said in lines[0]


def test_an_unknown_rubric_names_those_there_are(run, article):
    result = run("score", article.name, "--rubric", "six-dimensions")
    assert result.returncode == 2
    assert b"five-dimensions" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_searched(tmp_path, run):
    (tmp_path / "closed").mkdir(mode=0)
    result = run("score", "closed")
    assert result.returncode == 2
    _is_one_line_about(result, "closed")


def test_an_output_that_cannot_be_written_stops_before_the_work(run, article):
    result = run("score", article.name, "-o", "json:nowhere/report.json")
    assert result.returncode == 2
    assert result.stdout == b""
    _is_one_line_about(result, "nowhere/report.json")


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")


@FULL
@pytest.mark.parametrize("form", ["json", "csv"], ids=["while it is written", "when it is closed"])
def test_an_output_that_fails_is_named_and_nothing_half_written_is_left(form, tmp_path, run, article):
    result = run("score", article.name, "-o", f"{form}:/dev/full", "-o", "html:page.html")
    assert result.returncode == 2
    _is_one_line_about(result, "/dev/full")
    page = tmp_path / "page.html"
    assert not page.exists() or page.read_text(encoding="utf-8").endswith("</html>\n")


@FULL
def test_a_site_without_all_its_pages_has_no_index(tmp_path, run, article):
    (tmp_path / "other.md").write_bytes(article.read_bytes())
    assert run("score", article.name, "other.md", "-o", "html:site").returncode == 0
    assert (tmp_path / "site" / "index.html").exists()
    result = run("score", article.name, "other.md", "-o", "json:/dev/full", "-o", "html:site")
    assert result.returncode == 2
    assert not (tmp_path / "site" / "index.html").exists(), "neither that of an earlier run"


def test_a_page_for_which_there_is_no_room_is_not_left_in_part(tmp_path, run, article):
    resource = pytest.importorskip("resource")
    (tmp_path / "other.md").write_bytes(article.read_bytes())
    limited = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))}
    result = run("score", article.name, "other.md", "-o", "html:site", **limited)
    assert result.returncode == 2
    (page,) = re.findall(
        r"healthscore: (site/reports/good-\w+\.html): cannot be written", result.stderr.decode()
    )
    assert not (tmp_path / page).exists()
    assert not (tmp_path / "site" / "index.html").exists()


@FULL
@pytest.mark.parametrize("form", ["text", "json"])
def test_stdout_that_fails_is_named(form, run, article):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "healthscore", "score", str(article), "--output-format", form]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=120, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith(b"healthscore: stdout: cannot be written")


@pytest.mark.parametrize(
    "arguments",
    [
        ["score"],
        ["score", "x", "--output-format", "xml"],
        ["score", "x", "-o", "report.json"],
        ["score", "x", "-o", "json:"],
        ["score", "x", "--fail-under", "9"],
        ["score", "x", "--fail-under", "nan"],
        ["score", "x", "--max-bytes", "0"],
        ["score", "x", "--show", "findings"],
        ["grade", "x"],
        ["explain", "no-such-rule"],
        ["rubric", "show", "no-such-rubric"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_and_leaves_stdout_empty(arguments, run):
    result = run(*arguments)
    assert result.returncode == 2
    assert result.stdout == b""
    assert b"Traceback" not in result.stderr
