"""Ratings from files: who gave which article what for which item."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from os import PathLike, fspath
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from healthscore.errors import HealthscoreError

ARTICLE = ("article", "source", "file", "filename", "page", "url", "id")
"""The names a column of articles may have, the likeliest first."""
RATER, ITEM, RATING = "rater", "item", "rating"
_NOT_JUDGED = frozenset({"", "-", "na", "n/a", "nan", "none", "null", "?"})
SCHEMA = "healthscore-report/1"

Cell = tuple[str, str, str, float]  # rater, article, item, rating


class SheetError(HealthscoreError):
    """A file of ratings that cannot be used."""

    def __init__(self, name: str, problem: str, remedy: str) -> None:
        """Name the file, the place and the remedy."""
        super().__init__(f"{name}: {problem}; {remedy}")


class Sheet(Struct, frozen=True):
    """One rater's ratings: by article, then by item. What was not judged is not there."""

    rater: str
    ratings: Mapping[str, Mapping[str, float]]

    @property
    def items(self) -> tuple[str, ...]:
        """All items rated, in order of their first rating."""
        return tuple(dict.fromkeys(item for rated in self.ratings.values() for item in rated))


def read_sheets(path: str | PathLike[str]) -> list[Sheet]:
    """The sheets in a file, one a rater; where it names none, the rater is the file's name.

    A CSV file, or JSON lines, has a row an article with a column an item, or a row a rating with the columns ``item``
    and ``rating``; either may have a column ``rater``. The article's column is called ``article``, ``source``,
    ``file``, ``page``, ``url`` or ``id``. Reports of healthscore, as JSON or JSON lines, rate by rubric: ``overall``,
    each dimension and each criterion by its id.

    Raises:
        SheetError: the file cannot be read, has no such columns, or a rating is no number or given twice.
    """
    name = fspath(path)
    text = text_of(name)
    start = text.lstrip()[:1]
    rows = json_rows(text, name) if start in ("{", "[") else _csv_rows(text, name)
    sheets: dict[str, dict[str, dict[str, float]]] = {}
    for place, row in rows:
        for rater, article, item, rating in _cells(row, Path(name).stem, name, place):
            rated = sheets.setdefault(rater, {}).setdefault(article, {})
            if item in rated:
                raise SheetError(name, f"{place}: {rater} rates {item} of {article} twice", "keep one rating")
            rated[item] = rating
    if not sheets:
        raise SheetError(name, "holds no ratings", "give a table with a row an article and a column an item")
    return [Sheet(rater, MappingProxyType(ratings)) for rater, ratings in sheets.items()]


def text_of(name: str) -> str:
    """What a file holds; ``SheetError`` where it cannot be read."""
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SheetError(name, "no such file", "check the path") from None
    except UnicodeDecodeError:
        raise SheetError(name, "is not UTF-8 text", "save the table as CSV in UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SheetError(name, f"cannot be read ({reason})", "check the file") from None


def _csv_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)  # spreadsheets of some countries write semicolons
    reader = csv.DictReader(StringIO(text), delimiter=delimiter)
    try:
        for row in reader:
            if None in row:
                raise SheetError(name, f"line {reader.line_num}: more fields than columns", "mend the row")
            yield f"line {reader.line_num}", {str(key).strip(): value or "" for key, value in row.items()}
    except csv.Error as error:
        raise SheetError(name, f"line {reader.line_num}: {error}", "save the table as CSV in UTF-8") from None


def json_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of a JSON document, or of JSON lines, each with its place in words."""
    for place, value in _json_values(text, name):
        if not isinstance(value, dict):
            raise SheetError(name, f"{place}: not an object", "give an object a row")
        yield place, value


def _json_values(text: str, name: str) -> Iterable[tuple[str, Any]]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return list(_json_lines(text, name))
    rows = whole if isinstance(whole, list) else [whole]
    return [(f"entry {number}", row) for number, row in enumerate(rows, 1)]


def _json_lines(text: str, name: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield f"line {number}", json.loads(line)
            except (ValueError, RecursionError):
                raise SheetError(name, f"line {number}: not JSON", "give one object a line") from None


def _cells(row: Mapping[str, Any], rater: str, name: str, place: str) -> Iterator[Cell]:
    if row.get("schema") == SCHEMA:
        yield from _of_report(row)
        return
    columns = {key.casefold(): key for key in row}
    key = next((columns[known] for known in ARTICLE if known in columns), None)
    if key is None:
        raise SheetError(
            name, f"{place}: no column says which article", f"call it one of: {', '.join(ARTICLE)}"
        )
    article = str(row[key]).strip()
    rater = str(row[columns[RATER]]).strip() if RATER in columns else rater
    number = _number_in(name, place)
    if ITEM in columns and RATING in columns:
        ratings = {str(row[columns[ITEM]]).strip(): row[columns[RATING]]}
    else:
        ratings = {c: value for c, value in row.items() if c != key and c.casefold() != RATER}
    for item, value in ratings.items():
        if article and (rating := number(item, value)) is not None:
            yield rater, article, item.strip(), rating


def _number_in(name: str, place: str) -> Callable[[str, Any], float | None]:
    def number(item: str, value: Any) -> float | None:
        if value is None or str(value).strip().casefold() in _NOT_JUDGED:
            return None
        try:
            if isinstance(value, bool):
                raise ValueError
            found = float(str(value).strip().replace(",", "."))
        except ValueError:
            found = float("nan")
        if not abs(found) < float("inf"):
            raise SheetError(
                name,
                f"{place}: {item} is rated {str(value)[:40]!r}, which is no number",
                "leave what was not judged empty, and take out columns that hold no ratings",
            )
        return found

    return number


def _of_report(report: Mapping[str, Any]) -> Iterator[Cell]:
    """The ratings of one ``healthscore-report/1``."""
    rater, article = f"healthscore {report['rubric']['id']}", report["article"]["source"]
    rated = {"overall": report["rating"]["value"]}
    for dimension in report["dimensions"]:
        rated[dimension["id"]] = dimension["rating"]["value"]
        for criterion in dimension["criteria"]:
            rated.setdefault(criterion["id"], criterion["rating"])
    yield from ((rater, article, item, value) for item, value in rated.items() if value is not None)
