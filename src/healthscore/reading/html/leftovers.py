"""Blocks in the midst of an article that are not of it: lines of the site, lists of links to other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from healthscore.reading.entries import looks_cited
from healthscore.reading.html.piece import Piece
from healthscore.reading.html.words import words
from healthscore.reading.signs import plain_words, signs

_LINKED = 0.8  # share of characters on which links lie, from which a block is no more than a link
_SHORT = 14  # words of a line that may be the site's
_HEADLINE = 4  # words from which a link in a list is a headline and not a term
_COUNT = re.compile(r"\(?\b\d[\d,.]*k?\b\)?")
_SOURCE = re.compile(r"(?:sources?|references?)\s?:", re.IGNORECASE)
_AFTER = (":", "|", "–", "-", "→", "»")  # between "Photo" and whose it is
_STOPS = (".", "!", "?", ":", '."', ".”", ".)", "…")


def without_leftovers(pieces: Sequence[Piece]) -> list[Piece]:
    """The blocks that are the article's."""
    return _without_link_lists([piece for piece in _without_parts(pieces) if not _is_line(piece)])


def _without_parts(pieces: Sequence[Piece]) -> list[Piece]:
    """Without what stands under headings that lead to other pages, to the next heading of their level."""
    kept: list[Piece] = []
    level = 0  # of the heading whose part is left out; 0 for none
    for piece in pieces:
        heading = piece.level or (3 if piece.mark == "**" else 0)
        ends = bool(kept) and _leads_away(piece)
        if ends and heading:
            level = heading
        elif level and heading and (heading <= level or _is_sources(piece)) and piece.kind == "heading":
            level = 0
        if not level and not ends:
            kept.append(piece)
    return kept


def _leads_away(piece: Piece) -> bool:
    if piece.kind not in ("heading", "paragraph") or len(piece.text) > 100:
        return False
    said = _plain(piece.text)
    if (
        piece.kind == "heading"
        and len(said.split()) <= _SHORT
        and said.startswith(_beginnings("headings", "ends_begin"))
    ):
        return True
    return said in words("headings")["ends"]


@lru_cache(maxsize=1_000)
def _plain(text: str) -> str:
    """A short text for comparison, without the numbers of readers and comments."""
    return plain_words(_COUNT.sub("", text))


def _is_sources(piece: Piece) -> bool:
    return plain_words(piece.text) in signs("headings")["references"]


def _is_line(piece: Piece) -> bool:
    """Whether a short line is the site's: "Read more: ...", "Advertisement"."""
    if piece.kind in ("heading", "table", "code") or len(piece.text) > 200:
        return False
    said = _plain(piece.text)
    if said in words("lines")["whole"] or _is_empty(piece):
        return True
    if piece.node.tag == "figcaption" and not piece.text.endswith(_STOPS):
        return True
    if piece.kind != "paragraph" or len(said.split()) > _SHORT + _SHORT * (piece.linked >= 0.5):
        return False
    return _begins_as_line(piece, said) and (piece.linked >= 0.5 or not piece.text.endswith(_STOPS))


def _begins_as_line(piece: Piece, said: str) -> bool:
    """``Tags: ...``, ``Photo: ...``: the word, then a colon or a link."""
    beginnings = _beginnings("lines", "begin")
    if not said.startswith(beginnings):
        return False
    rests = (piece.text[len(beginning) :].lstrip() for beginning in beginnings if said.startswith(beginning))
    return piece.linked >= 0.5 or any(rest[:1] in _AFTER for rest in rests if rest)


@cache
def _beginnings(section: str, name: str) -> tuple[str, ...]:
    return tuple(sorted(words(section)[name]))


def _is_empty(piece: Piece) -> bool:
    return not any(map(str.isalpha, piece.text))


def _without_link_lists(pieces: Sequence[Piece]) -> list[Piece]:
    """Without runs of blocks that are links to other pages; what a sentence announces is kept."""
    kept: list[Piece] = []
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and _is_link(pieces[end]):
            end += 1
        if end == start:
            kept.append(pieces[start])
        elif _is_announced(kept) and not _are_headlines(pieces[start:end]):
            kept += pieces[start:end]
        elif kept and kept[-1].level > 1 and (end == len(pieces) or pieces[end].kind == "heading"):
            kept.pop()  # nothing is left under it
        start = max(end, start + 1)
    while len(kept) > 1 and kept[-1].kind == "heading":
        kept.pop()  # nothing stands under it
    return kept


def _is_link(piece: Piece) -> bool:
    if piece.kind not in ("list_item", "paragraph", "heading") or piece.level == 1 or piece.linked < _LINKED:
        return False
    return not (looks_cited(piece.text) or _SOURCE.match(piece.text))


def _is_announced(kept: Sequence[Piece]) -> bool:
    return bool(kept) and (kept[-1].text.endswith(":") or kept[-1].kind == "list_item")


def _are_headlines(run: Sequence[Piece]) -> bool:
    return sum(len(piece.text.split()) for piece in run) >= _HEADLINE * len(run)
