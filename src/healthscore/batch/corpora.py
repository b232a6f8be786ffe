"""Corpora: files that hold many texts, one a record. JSON lines (also gzipped) and Parquet, read as a stream."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec import Struct

from healthscore.batch.errors import CorpusError, MissingExtraError
from healthscore.batch.item import Item, LeftOut, Refused
from healthscore.batch.own import is_report
from healthscore.reading.errors import TooMuchTextError
from healthscore.reading.limits import Limits

if TYPE_CHECKING:
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


def is_corpus(path: Path) -> bool:
    """Whether a file holds many texts, as far as its name tells."""
    return path.name.lower().endswith(SUFFIXES)


def records(path: Path, fields: Fields, limits: Limits) -> Iterator[Item | Refused | LeftOut]:
    """The texts of a corpus in order; what cannot be used is refused where it stands, and a report of ours left out.

    A file that breaks off is refused from there on.
    """
    rows = _parquet(path, fields) if path.name.lower().endswith(_PARQUET) else _lines(path)
    try:
        for place, row in rows:
            item = row if isinstance(row, CorpusError) else _item(place, row, fields, limits)
            yield item if isinstance(item, Item | LeftOut) else Refused(place, item)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Refused(
            str(path), CorpusError(str(path), f"cannot be read further ({reason})", "check the file")
        )
    except (CorpusError, MissingExtraError) as error:
        yield Refused(str(path), error)


def count(path: Path) -> int:
    """How many records a corpus has; 0 where it cannot be read."""
    try:
        if path.name.lower().endswith(_PARQUET):
            return int(_opened(path).metadata.num_rows)
        with _stream(path) as stream:
            return sum(1 for line, _ in _each(stream) if line.strip())
    except (OSError, EOFError, zlib.error, CorpusError, MissingExtraError):
        return 0


def _item(
    place: str, row: Mapping[str, Any], fields: Fields, limits: Limits
) -> Item | LeftOut | CorpusError | TooMuchTextError:
    text, name = row.get(fields.text), row.get(fields.id or _DEFAULT_ID)
    if text is None and is_report(row):
        return LeftOut(place)
    if not isinstance(text, str):
        there = ", ".join(map(str, row)) or "none"
        problem = f"no text in a field {fields.text!r} (fields: {there})"
        return CorpusError(place, problem, "name the field with --text-field")
    if name is None and fields.id is not None:
        return CorpusError(
            place, f"no field {fields.id!r}", "name the field with --id-field, or leave it out"
        )
    source = place if name is None else str(name)
    if len(text) > limits.characters:
        return TooMuchTextError(source, limits.characters)
    return Item(source, text)


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
            for row in batch.to_pylist():
                number += 1
                yield f"{path}:{number}", row
    except ArrowException as error:
        raise CorpusError(str(path), f"cannot be read further ({error})", "check the file") from None


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
