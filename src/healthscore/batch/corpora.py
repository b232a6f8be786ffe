"""Corpora: files that hold many texts, one a record. JSON lines (also gzipped) and Parquet, read as a stream."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from msgspec import Struct

from healthscore.batch.errors import CorpusError, InternalError, MissingExtraError
from healthscore.batch.item import Item, LeftOut, Refused
from healthscore.batch.own import is_report
from healthscore.errors import HealthscoreError
from healthscore.reading.errors import TooMuchTextError
from healthscore.reading.limits import Limits

if TYPE_CHECKING:
    from pyarrow import Array
    from pyarrow.parquet import ParquetFile

_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_PARQUET = (".parquet",)
SUFFIXES = (*_LINES, *_PARQUET)
_LONGEST_LINE = 64_000_000  # bytes
_ROWS = 64  # read at a time
_DEFAULT_ID = "id"


class Fields(Struct, frozen=True):
    """Which fields of a record hold the text and its name; without ``id`` it is "id", or else the record's place."""

    text: str = "text"
    id: str | None = None


class _Unreadable(Struct, frozen=True):
    """A cell that is there and of which no value can be made, and why."""

    reason: str


def is_corpus(path: Path) -> bool:
    """Whether a file holds many texts, as far as its name tells."""
    return path.name.lower().endswith(SUFFIXES)


def records(path: Path, fields: Fields, limits: Limits) -> Iterator[Item | Refused | LeftOut]:
    """The texts of a corpus in order; what cannot be used is refused where it stands, and a report of ours left out.

    A file that breaks off is refused from there on, and one that holds nothing as a whole.
    """
    rows = _parquet(path, fields) if path.name.lower().endswith(_PARQUET) else _lines(path)
    empty = True
    try:
        for place, row in rows:
            empty = False
            yield Refused(place, row) if isinstance(row, CorpusError) else _item(place, row, fields, limits)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Refused(
            str(path), CorpusError(str(path), f"cannot be read further ({reason})", "check the file")
        )
    except HealthscoreError as error:
        yield Refused(str(path), error)
    except Exception as error:  # ours, or of a library: one corpus must not cost the other inputs
        yield Refused(str(path), InternalError(str(path), repr(error)))
    else:
        if empty:
            yield Refused(str(path), CorpusError(str(path), "no records in this file", "check the file"))


def count(path: Path) -> int:
    """How many records a corpus has; 0 where it cannot be read."""
    try:
        if path.name.lower().endswith(_PARQUET):
            return int(_opened(path).metadata.num_rows)
        with _stream(path) as stream:
            return sum(1 for line, _ in _each(stream) if line.strip())
    except (OSError, EOFError, zlib.error, CorpusError, MissingExtraError):
        return 0


def _item(place: str, row: Mapping[str, Any], fields: Fields, limits: Limits) -> Item | LeftOut | Refused:
    id_field = fields.id or _DEFAULT_ID
    text, name = row.get(fields.text), row.get(id_field)
    if text is None and is_report(row):
        return LeftOut(place)
    named = name is not None and not isinstance(name, _Unreadable)
    source = str(name) if named else place
    if isinstance(text, str) and len(text) > limits.characters:
        return Refused(source, TooMuchTextError(source, limits.characters))
    if wrong := _wrong_text(row, fields.text) or _wrong_id(row, id_field, needed=fields.id is not None):
        return Refused(source, CorpusError(f"{source} ({place})" if named else place, *wrong))
    return Item(source, cast("str", text))


def _wrong_text(row: Mapping[str, Any], field: str) -> tuple[str, str] | None:
    """What is wrong with a record's text, and what to do; None where nothing is."""
    if field not in row:
        there = ", ".join(map(str, row)) or "none"
        return f"no text in a field {field!r} (fields: {there})", "name the field with --text-field"
    if isinstance(row[field], str):
        return None
    return f"no text in its field {field!r}, {_held(row[field])}", "mend the record, or leave it out"


def _wrong_id(row: Mapping[str, Any], field: str, *, needed: bool) -> tuple[str, str] | None:
    """The same of what to call it, without which a record can do where no field was named for it."""
    if isinstance(name := row.get(field), _Unreadable):
        return f"its field {field!r} holds nothing to call it by, {_held(name)}", "mend the record"
    if name is None and needed:
        return f"no field {field!r}", "name the field with --id-field, or leave it out"
    return None


def _held(value: object) -> str:
    """What stands in a field instead of a text, in the words of JSON."""
    if isinstance(value, _Unreadable):
        return f"its cell cannot be read ({value.reason})"
    if value is None or isinstance(value, bool):
        return f"but {json.dumps(value)}"
    kinds = {int: "a number", float: "a number", list: "a list", dict: "an object"}
    return f"but {kinds.get(type(value), type(value).__name__)}"


def _lines(path: Path) -> Iterator[tuple[str, Mapping[str, Any] | CorpusError]]:
    with _stream(path) as stream:
        for number, (line, whole) in enumerate(_each(stream), 1):
            if line.strip():
                place = f"{path}:{number}"
                yield place, _parsed(place, line) if whole else _too_long(place)


def _stream(path: Path) -> BinaryIO | gzip.GzipFile:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def _each(stream: BinaryIO | gzip.GzipFile) -> Iterator[tuple[bytes, bool]]:
    """Every line, and whether it is whole: the rest of one that is too long is passed over."""
    while line := stream.readline(_LONGEST_LINE):
        whole = rest = len(line) < _LONGEST_LINE or line.endswith(b"\n")
        while not rest:
            more = stream.readline(_LONGEST_LINE)
            rest = not more or more.endswith(b"\n")
        yield line, whole


def _too_long(place: str) -> CorpusError:
    return CorpusError(
        place, f"a line of more than {_LONGEST_LINE:,} bytes", "one line is to hold one record"
    )


def _parsed(place: str, line: bytes) -> Mapping[str, Any] | CorpusError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return CorpusError(place, "is not JSON in UTF-8", "mend the line; one line is one record")
    return row if isinstance(row, dict) else CorpusError(place, "is no JSON object", "one line is one record")


def _parquet(path: Path, fields: Fields) -> Iterator[tuple[str, Mapping[str, Any]]]:
    from pyarrow import ArrowException

    file = _opened(path)
    wanted = [name for name in (fields.text, fields.id or _DEFAULT_ID) if name in file.schema_arrow.names]
    if fields.text not in wanted:
        raise _no_column(path, fields.text, file.schema_arrow.names)
    number = 0
    try:
        for batch in file.iter_batches(_ROWS, columns=wanted):
            for row in range(batch.num_rows):
                number += 1
                cells = zip(batch.schema.names, batch.columns, strict=True)
                yield f"{path}:{number}", {name: _cell(column, row) for name, column in cells}
    except ArrowException as error:
        raise CorpusError(str(path), f"cannot be read further ({error})", "check the file") from None


def _cell(column: Array, row: int) -> object:
    """A cell's value. What Parquet may hold and Python may not: bytes that are no UTF-8 in a text, a date beyond 9999."""
    try:
        return column[row].as_py()
    except (ValueError, ArithmeticError, LookupError) as error:  # the last: a time zone that nobody knows
        return _Unreadable(str(error))


def _opened(path: Path) -> ParquetFile:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError(f"{path}: a Parquet file", "parquet") from None
    try:
        return ParquetFile(path)
    except ArrowException as error:
        raise CorpusError(str(path), f"is not Parquet ({error})", "check the file") from None


def _no_column(path: Path, name: str, there: Sequence[str]) -> CorpusError:
    return CorpusError(
        str(path), f"no column {name!r} (columns: {', '.join(there)})", "name it with --text-field"
    )
