"""Reports as CSV: one row an article, UTF-8, a line of headings."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from healthscore.report.row import Cell
from healthscore.report.words import clean

LONGEST = 32_000  # characters; a cell of a spreadsheet holds 32,767
_FORMULA = ("=", "+", "-", "@")


def as_csv(rows: Iterable[Mapping[str, Cell]]) -> str:
    """Rows as ``Report.to_row()`` makes them, all of one rubric; no rows give no text.

    Every text is one line without control characters; one that a spreadsheet would take for a formula is led by an
    apostrophe, as OWASP advises against CSV injection.
    """
    out = StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({column: _safe(cell) for column, cell in row.items()})
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = clean(cell)[:LONGEST]
    return f"'{text}" if text.startswith(_FORMULA) else text
