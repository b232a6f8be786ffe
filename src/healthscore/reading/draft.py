"""What a format's reader hands over: pieces of text in order, not yet an Article."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from healthscore.article import BlockKind, Comment, Link, Pages, Span
from healthscore.reading.decode import INVISIBLE

_NOT_LINE_END = re.compile(r"[^\n]+")
_BLANKS = "".join(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))))
_EDGES = string.ascii_letters + string.digits + string.punctuation  # mostly; nothing is to be trimmed there
BLANKS = _BLANKS + "\u2028\u2029\u202f\u205f\u3000" + INVISIBLE  # what may be trimmed from an edge


class Chunk(NamedTuple):
    """A piece that will be one block, with what its surroundings tell about it.

    ``gap`` counts the blank lines before it; ``mark`` is the markup that made it what it is (``-``, ``1.``,
    ``#``, ``[1]``) and is empty where nothing but the words can tell.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    gap: int = 0
    mark: str = ""


class Draft(Struct, frozen=True):
    """Text with its chunks and prose; ``declared`` is what front matter says, ``notes`` what was decided.

    ``comments`` are those addressed to healthscore; they are no part of the prose.
    ``origins`` says where each declared field stands, where that is not front matter. ``asides`` are lines that are no
    part of the text and may tell who wrote it and when. ``pages`` are those of a file that has pages.
    """

    text: str
    prose: str
    chunks: Sequence[Chunk]
    links: Sequence[Link] = ()
    declared: Mapping[str, object] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    asides: Sequence[str] = ()
    comments: Sequence[Comment] = ()
    pages: Sequence[Pages] = ()


def blank(text: str) -> str:
    """Spaces of the same length, with line ends kept."""
    if text == "\n" or not text:
        return text
    return _NOT_LINE_END.sub(lambda match: " " * len(match.group()), text)


def keep_only(text: str, spans: Iterable[Span]) -> str:
    """The text with everything outside some ordered spans blanked."""
    pieces: list[str] = []
    cursor = 0
    for start, end in spans:
        pieces += [blank(text[cursor:start]), text[start:end]]
        cursor = end
    pieces.append(blank(text[cursor:]))
    return "".join(pieces)


def without(text: str, spans: Iterable[Span]) -> str:
    """The text with some spans blanked; they may overlap and come in any order."""
    pieces: list[str] = []
    cursor = 0
    for start, end in sorted(spans):
        if end <= cursor:
            continue
        pieces += [text[cursor : max(start, cursor)], blank(text[max(start, cursor) : end])]
        cursor = end
    pieces.append(text[cursor:])
    return "".join(pieces)


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space and invisible characters at its edges (empty at ``start`` if all is)."""
    piece = text[start:end]
    if piece[:1] in _EDGES and piece[-1:] in _EDGES and piece:
        return Span(start, end)
    left = len(piece) - len(piece.lstrip(BLANKS))
    return Span(start + left, max(start + left, start + len(piece.rstrip(BLANKS))))
