"""What healthscore wrote itself into a folder that it reads: pages, lines of reports, results. None is an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HIDDEN = ".healthscore"
"""The folder in which a batch keeps what it knows, beside its results."""

RESULTS = frozenset(
    {"reports.jsonl", "summary.csv", "summary.parquet", "index.html", "errors.jsonl", "templates.jsonl"}
)
"""What a batch may write into the folder that it is given."""

_GENERATOR = re.compile(rb'<meta name="generator" content="healthscore [^"<>]*">')
_START = 2048  # bytes of a page, in which that stands
_SCHEMA = "healthscore-report/"
_PAGES = (".html", ".htm", ".xhtml")


def is_page(data: bytes) -> bool:
    """Whether a file that begins so is a report or an index of ours."""
    return bool(_GENERATOR.search(data[:_START]))


def is_page_file(path: Path) -> bool:
    """The same of a file, of which no more than the start is read; False where that fails."""
    if path.suffix.lower() not in _PAGES:
        return False
    try:
        with path.open("rb") as file:
            return is_page(file.read(_START))
    except OSError:
        return False


def is_report(row: Mapping[str, Any]) -> bool:
    """Whether a line of JSON is a report of ours."""
    return str(row.get("schema")).startswith(_SCHEMA)


def told(number: int, first: str) -> str:
    """In words, what was left out: the first by its name, and how many more."""
    more = f" and {number - 1} more" if number > 1 else ""
    return f"{first}{more} left out: written by healthscore, no {'articles' if number > 1 else 'article'}"
