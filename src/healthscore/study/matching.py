"""Which article of one sheet is which of another, though one calls it by a path and the other by a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

from healthscore.study.sheets import Sheet


def aligned(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The sheets with articles and items under common names.

    An article goes by its file's name without the ending, else by that name, else by all of it: the shortest that tells
    the articles of every sheet apart. Items go by their letters and digits: ``No alternatives`` is
    ``no-alternatives``.
    """
    sheets = list(sheets)
    name = next(short for short in (_stem, _file, str) if all(_tells_apart(short, s) for s in sheets))
    return [
        Sheet(sheet.rater, {name(article): _by_letters(rated) for article, rated in sheet.ratings.items()})
        for sheet in sheets
    ]


def _tells_apart(name: Callable[[str], str], sheet: Sheet) -> bool:
    return len({name(article) for article in sheet.ratings}) == len(sheet.ratings)


def _file(article: str) -> str:
    return PurePath(article.replace("\\", "/")).name.casefold()


def _stem(article: str) -> str:
    return PurePath(_file(article)).stem


def _by_letters(rated: Mapping[str, float]) -> dict[str, float]:
    return {"-".join(_words(item)): rating for item, rating in rated.items()}


def _words(item: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in item.casefold()).split()
