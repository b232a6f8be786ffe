"""Articles to measure on: a folder of files, one file, or JSON lines (also gzipped) with a ``text``."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from healthscore import Article, HealthscoreError, read
from healthscore.reading import read_text

SHARED = Path(__file__).resolve().parents[2] / "shared"


class DataError(Exception):
    """The data that was asked for cannot be used; its text is one line for a person."""


def articles(path: Path) -> list[Article]:
    """The articles at a path, in a fixed order."""
    if not path.exists():
        raise DataError(f"{path}: no such file or folder")
    found = list(_from(path))
    if not found:
        raise DataError(f"{path}: no articles in it")
    return found


def _from(path: Path) -> Iterator[Article]:
    if path.is_dir():
        for file in sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".md")):
            yield _read(file)
    elif path.name.endswith((".jsonl", ".jsonl.gz")):
        yield from _rows(path)
    else:
        yield _read(path)


def _read(path: Path) -> Article:
    try:
        return read(path)
    except HealthscoreError as error:
        raise DataError(str(error)) from None


def _rows(path: Path) -> Iterator[Article]:
    for number, row in json_rows(path):
        if not isinstance(row.get("text"), str):
            raise DataError(f"{path}, line {number}: not a JSON object with a text")
        yield read_text(row["text"], format="plain", source=str(row.get("id", number)))


def json_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file of JSON lines, also gzipped, each with the number of its line; empty lines are left out."""
    open_text = gzip.open if path.suffix == ".gz" else open
    try:
        with open_text(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, _object(path, number, line)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read ({error})") from None


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{path}, line {number}: not JSON ({error})") from None
    if not isinstance(row, dict):
        raise DataError(f"{path}, line {number}: not a JSON object")
    return row
