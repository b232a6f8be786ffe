"""From paths on the command line to articles: files, folders with their subfolders, stdin."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from healthscore.article import Article
from healthscore.cli.app import complain
from healthscore.reading.limits import Limits
from healthscore.scoring import read

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".docm")


class Input(Struct, frozen=True):
    """Something to score, under the name by which the user knows it, and the folder given that it was found in."""

    name: str
    read: Callable[[], Article]
    folder: str | None = None


def gather(paths: Sequence[str], stdin_name: str, limits: Limits) -> tuple[list[Input], int]:
    """All inputs in order, each once, and how many folders could not be searched or held nothing."""
    inputs: dict[str, Input] = {}
    failed = 0
    for path in paths:
        if path == "-":
            inputs.setdefault("-", Input(stdin_name, partial(_read_stdin, stdin_name, limits)))
            continue
        folder = path if os.path.isdir(path) else None  # noqa: PTH112 (a Path raises where a name is too long)
        files, problems = _search(Path(path)) if folder else ([Path(path)], [])
        for problem in problems:
            complain(problem)
        failed += len(problems)
        for file in files:
            inputs.setdefault(str(file), Input(str(file), partial(read, file, **asdict(limits)), folder))
    return list(inputs.values()), failed


def _search(folder: Path) -> tuple[list[Path], list[str]]:
    """The articles in a folder and its subfolders, sorted by path, and what went wrong on the way.

    Hidden files and folders are left out, and what healthscore wrote; links to folders are not followed, so that no
    circle is.
    """
    from healthscore.batch.files import Choice, files_in
    from healthscore.batch.own import is_page_file, told

    refused: list[str] = []

    def refuse(error: OSError) -> None:
        refused.append(f"{error.filename}: cannot be searched ({error.strerror}); check its permissions")

    ours: list[Path] = []
    files: list[Path] = []
    for path in files_in(folder, Choice(SUFFIXES), refuse, ours.append):
        (ours if is_page_file(path) else files).append(path)
    if ours:
        complain(told(len(ours), str(ours[0])))
    if not files and not refused:
        listed = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
        refused.append(f"{folder}: no articles in this folder; it is searched for {listed} files")
    return files, refused


def _read_stdin(name: str, limits: Limits) -> Article:
    from healthscore.reading import read_bytes

    most = limits.bytes(document=True)
    data = sys.stdin.buffer.read(most + 1)  # one more than allowed tells too much from enough
    return read_bytes(data, name=name, **asdict(limits))
