"""What ``score_many`` takes: files, texts and articles; how each is called, carried to a worker, and read."""

from __future__ import annotations

import os
from os import PathLike
from pathlib import Path
from typing import cast

from healthscore.article import Article
from healthscore.batch.errors import ItemTypeError
from healthscore.reading import read_text
from healthscore.scoring import read

Source = str | PathLike[str] | Article
TEXT = "<text>"


def checked(item: object) -> Source:
    """An item as it can go to another process, whatever kind of path it is.

    Raises ``ItemTypeError`` for what is neither path, text nor article.
    """
    if isinstance(item, str | Article):
        return item
    try:
        return Path(cast("PathLike[str]", item))
    except Exception as error:  # a TypeError, also for a path of bytes; or what a foreign kind of path raises
        raise ItemTypeError(item) from error


def name_of(item: Source, text: str = TEXT) -> str:
    """What an item is called; ``text``: what to call a text."""
    return text if isinstance(item, str) else item.source if isinstance(item, Article) else os.fspath(item)


def as_article(item: Source, text: str = TEXT) -> Article:
    """A file read, a string as the text called ``text``, an article as it is."""
    if isinstance(item, Article):
        return item
    return read_text(item, source=text) if isinstance(item, str) else read(item)
