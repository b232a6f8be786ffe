"""Paths that are no plain files, names that are hard to print, files that change: the command goes on past them all."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_inputs import DOCUMENTS, INPUTS, SOUND

from healthscore.reading import errors, read_file

WORDS = SOUND * 3
NAMED = [
    *(name for name in DOCUMENTS if name != "runs.docx"), "empty.txt", "blank.txt", "binary.txt", "utf-16-odd.txt", "large.txt",
    "long-word.txt", "controls.txt", "posing.txt", "front-bomb.md", "front-object.md", "laughs.html", "deep.html", "only-menus.html",
]  # fmt: skip
MOST_MEMORY = 500_000  # kilobytes
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and limits as Linux has them")


def run(*arguments: str, cwd: Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "healthscore", "score", *arguments, "--output-format", "jsonl"]
    return subprocess.run([*before, *command], capture_output=True, cwd=cwd, timeout=120)


WEIGHED = """
import pathlib, resource, subprocess, sys
done = subprocess.run(sys.argv[2:])
pathlib.Path(sys.argv[1]).write_text(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(done.returncode)
"""
"""Runs a command and writes down the most memory, in kilobytes, that it or a process of its took."""


def sources(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [json.loads(line)["article"]["source"] for line in result.stdout.splitlines()]


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    lines = result.stderr.decode().splitlines()
    assert all(line.startswith("healthscore: ") and "; " in line for line in lines), lines
    assert not any("internal error" in line for line in lines), lines
    return [line.removeprefix("healthscore: ").partition(": ")[0] for line in lines]


def test_a_run_over_hostile_inputs_scores_the_sound_one_within_memory(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    memory = tmp_path_factory.mktemp("weighed") / "kilobytes"
    for name in NAMED:
        (tmp_path / name).write_bytes(INPUTS[name]())
    (tmp_path / "sound.txt").write_text(WORDS, encoding="utf-8")
    before = sorted(path.name for path in tmp_path.iterdir())
    result = run(*NAMED, "sound.txt", cwd=tmp_path, before=(sys.executable, "-c", WEIGHED, str(memory)))
    assert result.returncode == 2
    scored = sources(result)
    assert scored[-1] == "sound.txt"
    assert sorted([*scored, *complaints(result)]) == sorted([*NAMED, "sound.txt"])
    assert sorted(path.name for path in tmp_path.iterdir()) == before, "nothing is written"
    assert int(memory.read_text()) < MOST_MEMORY


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        os.chdir(path.parent)  # the path of a socket may be short only
        server.bind(path.name)


SPECIAL = {
    "pipe.txt": os.mkfifo,
    "socket.txt": _socket,
    "zero.txt": lambda path: path.symlink_to("/dev/zero"),
    "loop.txt": lambda path: path.symlink_to(path),
    "nowhere.txt": lambda path: path.symlink_to("nowhere"),
    "up": lambda path: path.symlink_to(path.parent),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article and everything that is no plain file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.txt").write_text(WORDS, encoding="utf-8")
    for name, make in SPECIAL.items():
        make(tmp_path / name)
    return tmp_path


def test_what_is_no_file_is_refused_by_name_and_blocks_nothing(folder: Path) -> None:
    named = [name for name in SPECIAL if name != "up"]
    result = run(*named, "sound.txt", cwd=folder)
    assert result.returncode == 2
    assert sources(result) == ["sound.txt"]
    assert complaints(result) == named


def test_in_a_folder_links_that_lead_nowhere_are_refused_and_circles_are_not_followed(folder: Path) -> None:
    result = run(".", cwd=folder)
    assert result.returncode == 2
    assert sources(result) == ["sound.txt"]
    assert complaints(result) == ["loop.txt", "nowhere.txt"]


@pytest.mark.parametrize(
    "name",
    ["two\nlines.txt", "lone\udcff.txt", "\x1b[31mred.txt", "-.txt", "~.txt", "a" * 250 + ".txt", " .txt"],
)
def test_names_that_are_hard_to_print(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"")
    (tmp_path / f"b{name}").write_text(WORDS, encoding="utf-8") if len(name) < 200 else None
    result = run(f"./{name}", cwd=tmp_path)
    assert result.returncode == 2
    assert len(complaints(result)) == 1
    assert b"\x1b" not in result.stderr
    found = run(".", cwd=tmp_path)
    assert len(complaints(found)) == 1
    assert len(sources(found)) == (1 if len(name) < 200 else 0)


@pytest.mark.parametrize("path", ["a" * 5_000, "a/" * 3_000, "a\x00b.txt"])
def test_paths_that_no_file_can_have(path: str) -> None:
    with pytest.raises(errors.ReadingError, match="; "):
        read_file(path)


def test_a_path_that_is_too_long_is_named_by_the_command(tmp_path: Path) -> None:
    result = run("a" * 5_000, cwd=tmp_path)
    assert result.returncode == 2
    assert len(complaints(result)) == 1


def test_word_s_own_files_beside_an_open_document_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "~$sound.docx").write_bytes(b"\x05Jane" + bytes(150))
    (tmp_path / "sound.txt").write_text(WORDS, encoding="utf-8")
    assert run(".", cwd=tmp_path).returncode == 0


def test_a_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "grows.txt"
    path.write_text("Rest. ", encoding="utf-8")
    monkeypatch.setattr("healthscore.reading.door._size", lambda *_: 6)
    path.write_text("Rest. " * 500_000, encoding="utf-8")
    with pytest.raises(errors.TooLargeError):
        read_file(path)
