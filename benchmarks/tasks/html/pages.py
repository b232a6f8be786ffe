"""Marked pages: what they look like without the marks, and which of their words are the article's."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from articles import DataError

_GOLD = re.compile(r"<!--\[gold\](?P<toml>.*?)-->\s*", re.DOTALL)
_MARK = re.compile(r"<!--\[(article|rest|neither)\]-->")
_UNSEEN = re.compile(
    r"<(head|script|style|svg|template|noscript)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]*>")
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|font|i|span|strong|sub|u)\b[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its marks, its words with what each belongs to, and what is right about it."""

    name: str
    html: str
    words: tuple[tuple[str, str], ...]
    title: str
    authors: tuple[str, ...]
    published: str | None
    updated: str | None


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader makes of a page."""

    text: str
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    tells_updated: bool = True


def pages(folder: Path) -> list[Page]:
    """The marked pages of a folder, by name."""
    return [_page(path) for path in sorted(folder.glob("*.html"))]


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.lower())


def _page(path: Path) -> Page:
    marked = path.read_text(encoding="utf-8")
    gold = _GOLD.match(marked)
    if not gold:
        raise DataError(f"{path}: does not begin with a comment [gold]")
    right = tomllib.loads(gold["toml"])
    body = marked[gold.end() :]
    return Page(
        path.name,
        _MARK.sub("", body),
        tuple(_words(body)),
        right["title"],
        tuple(right.get("authors", ())),
        right.get("published"),
        right.get("updated"),
    )


def _words(marked: str) -> list[tuple[str, str]]:
    """Each word that the page shows, with the mark before it."""
    protected = _MARK.sub(r"\0\1\0", marked)
    shown = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", protected)))
    belongs, found = "rest", []
    for number, piece in enumerate(shown.split("\0")):
        if number % 2:
            belongs = piece
        else:
            found += [(word, belongs) for word in words_of(unescape(piece))]
    return found
