"""What was measured in each article, out of the reports of ``healthscore score``."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike, fspath
from typing import Any

from healthscore.checks import measures
from healthscore.study.fitting import Values
from healthscore.study.sheets import SCHEMA, SheetError, json_rows, text_of

_REMEDY = "write it with `healthscore score ARTICLES -o jsonl:FILE`"


def read_measures(path: str | PathLike[str], rubric: str) -> dict[str, Values]:
    """The measures of each article by name, from those reports in a JSON or JSON lines file that are of the rubric.

    Raises:
        SheetError: the file cannot be read, holds something else than reports or none under this rubric's id, or
            reports on an article twice.
    """
    name = fspath(path)
    text = text_of(name)
    if text.lstrip()[:1] not in ("{", "["):
        raise SheetError(name, "holds no JSON reports", _REMEDY)
    found: dict[str, Values] = {}
    others: dict[str, None] = {}
    for place, row in json_rows(text, name):
        id_, article, measures = _report(row, name, place)
        if id_ != rubric:
            others[id_] = None
        elif article in found:
            raise SheetError(name, f"{place}: a second report on {article}", "keep one")
        else:
            found[article] = measures
    if not found:
        said = f"reports by {', '.join(others)}, not by {rubric}" if others else "holds no reports"
        raise SheetError(name, said, f"score the articles with --rubric {rubric}" if others else _REMEDY)
    return found


def _report(row: Mapping[str, Any], name: str, place: str) -> tuple[str, str, Values]:
    try:
        if row["schema"] != SCHEMA:
            raise KeyError("schema")
        values = {str(measure): _number(measure, value) for measure, value in row["measures"].items()}
        return str(row["rubric"]["id"]), str(row["article"]["source"]), values
    except (KeyError, TypeError, ValueError, AttributeError):
        raise SheetError(name, f"{place}: no sound report of healthscore", _REMEDY) from None


def _number(measure: str, value: Any) -> float | None:
    """A measure's value; ``ValueError`` for one that it cannot have, as NaN is."""
    known = measures().get(measure)
    if known and value is not None and not known.low <= float(value) <= known.high:
        raise ValueError(measure)
    return None if value is None else float(value)
