"""Reports written earlier: a JSON report, an array of them, or JSON lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from healthscore.errors import HealthscoreError
from healthscore.report.model import SCHEMA

Document = Mapping[str, Any]


class EarlierReportError(HealthscoreError):
    """A file that should hold reports and cannot be used."""

    def __init__(self, path: Path, problem: str) -> None:
        """Name the path, what is wrong, and how such a file is made."""
        super().__init__(f"{path}: {problem}; make one with 'healthscore score ... -o json:{path.name}'")


def earlier_reports(path: Path) -> list[Document]:
    """The reports in a file, in its order.

    Raises:
        EarlierReportError: the file cannot be read, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise EarlierReportError(path, f"cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise EarlierReportError(path, "is no JSON report (not UTF-8)") from None
    found = _parsed(path, text)
    for document in found:
        if not isinstance(document, dict) or "schema" not in document:
            raise EarlierReportError(path, "is JSON, but no report of healthscore's")
        if document["schema"] != SCHEMA:
            raise EarlierReportError(path, f"its schema is {document['schema']!r}, not {SCHEMA}")
        if not _is_whole(document):
            raise EarlierReportError(path, "is no whole report: parts of it are missing")
    return found


def _parsed(path: Path, text: str) -> list[Any]:
    try:
        whole = json.loads(text)
        return whole if isinstance(whole, list) else [whole]
    except ValueError:
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError:
        raise EarlierReportError(path, "is no JSON report") from None


def _is_whole(document: Document) -> bool:
    """Whether the parts that are read are there and of their kind; the rest is left to the JSON Schema."""
    try:
        return (
            isinstance(document["article"]["source"], str)
            and isinstance(document["rating"], dict)
            and all({"id", "rating"} <= dimension.keys() for dimension in document["dimensions"])
            and all({"rule", "fingerprint"} <= finding.keys() for finding in document["findings"])
        )
    except (KeyError, TypeError, AttributeError):
        return False
