"""A person's ratings of a rubric's dimensions, from a file: CSV with ``item`` and ``rating``, or one JSON object.

A CSV may have a third column, ``article``, with the name or path of the file that the line is about; lines without
one are about every article.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from pathlib import Path, PurePath

from msgspec import Struct

from healthscore.errors import HealthscoreError
from healthscore.rubric.errors import shown, suggestion
from healthscore.rubric.schema import Rubric


class AnswersError(HealthscoreError):
    """A file of answers that cannot be used: which file, where, and what would do."""

    def __init__(self, path: Path, line: int | None, message: str) -> None:
        """Name the file and the line."""
        super().__init__(f"{path}{f':{line}' if line else ''}: {message}")


class Answer(Struct, frozen=True):
    """One rating by a person; ``article`` is None where it holds for every article."""

    item: str
    rating: float
    article: str | None
    line: int


class Answers(Struct, frozen=True):
    """All answers of a file."""

    found: tuple[Answer, ...]

    def of(self, rubric: Rubric, source: str) -> dict[str, float]:
        """The answers to a rubric's dimensions for one article; an article's own come before those for all."""
        names = {source, PurePath(source).name}
        known = {dimension.id for dimension in rubric.dimensions}
        here = [a for a in self.found if a.item in known and (a.article is None or a.article in names)]
        return {a.item: a.rating for a in sorted(here, key=lambda a: a.article is not None)}


def read_answers(path: Path, rubrics: Sequence[Rubric]) -> Answers:
    """The answers in a file, each to a dimension of one of the rubrics and within its scale; else ``AnswersError``."""
    text = _text(path)
    rows = _from_json(path, text) if path.suffix == ".json" else _from_csv(path, text)
    found = tuple(_checked(path, answer, rubrics) for answer in rows)
    if not found:
        raise AnswersError(path, None, "no answers in it; a line has an item and a rating")
    return Answers(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise AnswersError(path, None, f"cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise AnswersError(path, None, "not UTF-8 text; save it as CSV in UTF-8") from None


def _from_csv(path: Path, text: str) -> Iterator[Answer]:
    reader = csv.DictReader(text.splitlines())
    if not {"item", "rating"} <= set(reader.fieldnames or ()):
        raise AnswersError(
            path, 1, "the first line must name the columns item and rating, and may name article"
        )
    for row in reader:
        if any(row.values()):
            yield _answer(path, reader.line_num, row.get("item"), row.get("rating"), row.get("article"))


def _from_json(path: Path, text: str) -> Iterator[Answer]:
    try:
        data = json.loads(text)
    except ValueError as error:
        raise AnswersError(path, None, f"not JSON ({error})") from None
    if not isinstance(data, Mapping):
        raise AnswersError(path, None, "must be one object of items and ratings")
    for item, rating in data.items():
        yield _answer(path, 0, item, rating, None)


def _answer(path: Path, line: int, item: str | None, rating: object, article: str | None) -> Answer:
    try:
        value = float(rating)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        value = float("nan")
    if not item or not isfinite(value):
        raise AnswersError(path, line, f"the rating of {shown(item)} must be a number, not {shown(rating)}")
    return Answer(item.strip(), value, (article or "").strip() or None, line)


def _checked(path: Path, answer: Answer, rubrics: Sequence[Rubric]) -> Answer:
    owners = [r for r in rubrics if any(d.id == answer.item and d.weight for d in r.dimensions)]
    if not owners:
        items = [dimension.id for rubric in rubrics for dimension in rubric.dimensions if dimension.weight]
        hint = f"{suggestion(answer.item, items)} allowed: {', '.join(items)}"
        raise AnswersError(path, answer.line, f"no item {shown(answer.item)} in {_names(rubrics)}{hint}")
    for rubric in owners:
        low, high = rubric.scale.min, rubric.scale.max
        if not low <= answer.rating <= high:
            reason = f"{answer.rating:g} for {answer.item} is outside the scale of {rubric.id}, {low:g} to {high:g}"
            raise AnswersError(path, answer.line, reason)
    return answer


def _names(rubrics: Sequence[Rubric]) -> str:
    return " or ".join(rubric.id for rubric in rubrics)
