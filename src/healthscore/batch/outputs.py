"""The files of results: one class a form, each given the records one after another, in the order of the input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TextIO

from healthscore.batch.errors import MissingExtraError
from healthscore.batch.record import Record
from healthscore.batch.templates import Compared
from healthscore.errors import HealthscoreError
from healthscore.report.csv import Rows
from healthscore.report.json import dumps
from healthscore.report.model import RubricReference
from healthscore.report.row import Cell
from healthscore.report.table import Row, rank

if TYPE_CHECKING:
    from pyarrow import DataType

_ROWS = 10_000  # of a Parquet row group
_LISTED = 5_000  # articles in an index: a page of more can hardly be opened
_WHOLE = frozenset({"words", "sentences", "claims", "errors", "warnings", "notes"})


class Output:
    """One file, begun anew by each run: what an earlier one left is never trusted."""

    name: str

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Begin the file in the folder of results; ``columns`` are those of its rows, if it has any."""

    def add(self, source: str, record: Record) -> None:
        """Take the next report."""

    def fail(self, source: str, error: HealthscoreError) -> None:
        """Take the next article without one."""

    def finish(self, compared: Compared | None) -> None:
        """There are no more; ``compared`` is what they share, where that is known."""

    def close(self) -> None:
        """Let go of the file, finished or not."""


class JsonLines(Output):
    """One report a line."""

    name = "reports.jsonl"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Begin the file."""
        self._stream = (folder / self.name).open("wb")

    def add(self, source: str, record: Record) -> None:
        """Write a line."""
        self._stream.write(record.line(source))

    def close(self) -> None:
        """Nothing is left to write."""
        self._stream.close()


class Csv(Output):
    """One row a report, below a line of headings."""

    name = "summary.csv"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Begin the file."""
        self._stream: TextIO = (folder / self.name).open("w", 1, encoding="utf-8", newline="")
        self._rows = Rows(self._stream, columns)

    def add(self, source: str, record: Record) -> None:
        """Write a row."""
        self._rows.add(record.row(source))

    def close(self) -> None:
        """Nothing is left to write."""
        self._stream.close()


class Parquet(Output):
    """The rows of the CSV, as typed columns; the file is in its place when it is whole."""

    name = "summary.parquet"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """See that pyarrow is there."""
        try:
            import pyarrow.parquet  # noqa: F401
        except ImportError:
            raise MissingExtraError("--formats parquet", "parquet") from None
        self._path = folder / self.name
        self._part = folder / f"{self.name}.part"
        self._columns = columns
        self._rows: list[dict[str, Cell]] = []
        self._writer: Any = None

    def add(self, source: str, record: Record) -> None:
        """Keep a row, and write a group of them when there are enough."""
        self._rows.append({column: _plain(cell) for column, cell in record.row(source).items()})
        if len(self._rows) == _ROWS:
            self._write()

    def finish(self, compared: Compared | None) -> None:
        """Write what is left, and put the file in its place."""
        if self._rows or self._writer is None:
            self._write()
        self._writer.close()
        self._part.replace(self._path)

    def close(self) -> None:
        """Let go of what is not finished."""
        if self._writer is not None:
            self._writer.close()

    def _write(self) -> None:
        import pyarrow
        from pyarrow.parquet import ParquetWriter

        schema = pyarrow.schema([(column, _type(column)) for column in self._columns])
        if self._writer is None:
            self._writer = ParquetWriter(self._part, schema)
        self._writer.write_table(pyarrow.Table.from_pylist(self._rows, schema))
        self._rows.clear()


class Html(Output):
    """An index of the reports, the worst first, and how they are spread; of very many the worst alone."""

    name = "index.html"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Nothing is known yet."""
        self._path = folder / self.name
        self._rows: list[tuple[Row, str | None, RubricReference]] = []
        self._failed = 0

    def add(self, source: str, record: Record) -> None:
        """Keep what the index shows of a report, unless enough are worse."""
        row = record.row(source)
        words, errors, title = (row[column] for column in ("words", "errors", "title"))
        kept = Row(source, int(words or 0), int(errors or 0), record.rating, record.dimensions)
        self._rows.append((kept, None if title is None else str(title), record.rubric))
        if len(self._rows) == 2 * _LISTED:
            self._drop_the_best()

    def fail(self, source: str, error: HealthscoreError) -> None:
        """Count it."""
        self._failed += 1

    def finish(self, compared: Compared | None) -> None:
        """Write the page."""
        from healthscore.report.html import Entry, index

        self._drop_the_best()
        entries = [Entry(*kept, page=None) for kept in self._rows]
        page = index(entries, failed=self._failed, folder=compared)
        self._path.write_text(page, encoding="utf-8", newline="\n")

    def _drop_the_best(self) -> None:
        self._rows = sorted(self._rows, key=lambda kept: rank(kept[0]))[:_LISTED]


class Errors(Output):
    """Articles without a report, with the reason, one a line."""

    name = "errors.jsonl"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Begin the file."""
        self._stream = (folder / self.name).open("wb", 0)

    def fail(self, source: str, error: HealthscoreError) -> None:
        """Write a line."""
        line = {"source": source, "error": type(error).__name__, "message": str(error)}
        self._stream.write(dumps(line, None).encode() + b"\n")

    def close(self) -> None:
        """Nothing is left to write."""
        self._stream.close()


class Templates(Output):
    """The articles of each template, a template a line; no file where articles were not compared."""

    name = "templates.jsonl"

    def __init__(self, folder: Path, columns: Sequence[str]) -> None:
        """Remove what an earlier run has found."""
        self._path = folder / self.name
        self._path.unlink(missing_ok=True)

    def finish(self, compared: Compared | None) -> None:
        """Write all of them."""
        if compared is not None:
            lines = (dumps({"articles": names}, None) + "\n" for names in compared.templates)
            self._path.write_text("".join(lines), encoding="utf-8", newline="\n")


ALWAYS: tuple[type[Output], ...] = (Errors, Templates)
FORMATS: Mapping[str, type[Output]] = MappingProxyType(
    {"jsonl": JsonLines, "csv": Csv, "parquet": Parquet, "html": Html}
)


def _plain(cell: Cell) -> Cell:
    return cell.encode("utf-8", "backslashreplace").decode() if isinstance(cell, str) else cell


def _type(column: str) -> DataType:
    """Of a column, whatever stands in it: the first rows may have nothing there."""
    import pyarrow

    if column in _WHOLE:
        return pyarrow.int64()
    rating = column in ("rating", "confidence") or column.startswith("rating_")
    return pyarrow.float64() if rating else pyarrow.string()
