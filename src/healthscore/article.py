"""An article as it was read: text, blocks and what is known about it. Immutable, no logic beyond spans."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from msgspec import Struct, field

BlockKind = Literal["heading", "paragraph", "list_item", "quote", "table", "reference", "contents", "code"]
AS_WRITTEN = ("plain", "markdown")  # formats whose text is the file's, character for character


class Span(NamedTuple):
    """A half-open range of characters in ``article.text``."""

    start: int
    end: int


class Block(Struct, frozen=True):
    """One block of an article.

    ``level`` is the depth of a heading (1-6), otherwise 0. A ``contents`` block is an entry of a contents
    list that only echoes a heading; a ``reference`` block is one entry of a reference list.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0


class Link(Struct, frozen=True):
    """A link on the characters ``[start, end)``; ``target`` is its address as written."""

    start: int
    end: int
    target: str


class Comment(Struct, frozen=True):
    """A comment in the article that is addressed to healthscore: ``said`` stands after ``healthscore:``.

    It lies on the characters ``[start, end)``, or, where the text as read does not hold it, at ``start`` between two.
    """

    start: int
    end: int
    said: str


class Pages(NamedTuple):
    """From the character ``start`` on the text stands on the pages ``first`` to ``last`` of the file, from 1."""

    start: int
    first: int
    last: int


class Article(Struct, frozen=True, dict=True):
    """Text as read, with its blocks and what the text says about itself.

    ``prose`` is as long as ``text``, character for character, with everything that is not prose (markup,
    link addresses, front matter) blanked by spaces, and letters that pose as Latin ones made these: language is read
    in ``prose``, quotes are cut from ``text``. ``published``, ``updated`` and ``reviewed`` are ISO dates (``2021``,
    ``2021-03`` or ``2021-03-05``); a page that only says when it was reviewed counts as updated then.
    ``reviewers`` are people by name, or a team as it is called; ``funders`` paid for the article, as they are called.
    ``origins`` says where title, people and dates were found, by field: "JSON-LD headline", "front matter", "text".
    ``notes`` says in words what reading had to decide, such as a guessed encoding. ``pages`` says on which pages of a PDF
    its text stands, in order; for other formats there are none.
    """

    source: str
    text: str
    prose: str
    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    reviewers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    comments: tuple[Comment, ...] = ()
    format: str = "plain"
    notes: tuple[str, ...] = field(default=())
    reviewed: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[Pages, ...] = ()

    @property
    def as_written(self) -> bool:
        """Whether lines and columns are those of the file, and not of a text that was read from it."""
        return self.format in AS_WRITTEN

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the text in UTF-8."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def pages_at(self, offset: int) -> Pages | None:
        """The pages of the block that a character stands in; None where the file has none."""
        at = bisect_right(self.pages, offset, key=attrgetter("start"))
        return self.pages[max(at - 1, 0)] if self.pages else None
