"""Reports as CSV: one row an article, UTF-8, a line of headings."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import TextIO

from healthscore.report.row import Cell
from healthscore.report.words import clean, spelt

LONGEST = 32_000  # characters; a cell of a spreadsheet holds 32,767
_FORMULA = re.compile(r"\A'*+ *+[=+@-]")
"""A formula, or one that is guarded already: to take an apostrophe off gives the text back."""
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def as_csv(rows: Iterable[Mapping[str, Cell]]) -> str:
    """Rows as ``Report.to_row()`` makes them, all of one rubric; no rows give no text."""
    out = StringIO()
    writer = Rows(out)
    for row in rows:
        writer.add(row)
    return out.getvalue()


class Rows:
    """Writes rows of one rubric to a stream, one after another; the first brings the line of headings.

    Every text is one line without control characters; those of a source are spelt instead, so that no two become one.
    A text that a spreadsheet would take for a formula is led by an apostrophe, as OWASP advises against CSV injection;
    a number is none.
    """

    def __init__(self, stream: TextIO, columns: Sequence[str] | None = None) -> None:
        """Write the headings now where the columns are known, so that they stand there without a row."""
        self._stream = stream
        self._rows: csv.DictWriter[str] | None = None if columns is None else self._headed(columns)

    def add(self, row: Mapping[str, Cell]) -> None:
        """Write a row."""
        if self._rows is None:
            self._rows = self._headed(list(row))
        self._rows.writerow({column: _safe(column, cell) for column, cell in row.items()})

    def _headed(self, columns: Sequence[str]) -> csv.DictWriter[str]:
        rows = csv.DictWriter(self._stream, columns, lineterminator="\n")
        rows.writeheader()
        return rows


def _safe(column: str, cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = (spelt(cell) if column == "source" else clean(cell))[:LONGEST]
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
