"""HTML inside Markdown: where its tags, comments and scripts lie."""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthscore.article import Span

_TAG = re.compile(r"</?[a-zA-Z!?]")
_HIDDEN = ("script", "style", "svg", "head")


def tag_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """Every stretch of ``text[start:end]`` that a browser would not show as text, in order."""
    while match := _TAG.search(text, start, end):
        opened = match.start()
        start = _end_of(text, opened, end)
        yield Span(opened, start)


def _end_of(text: str, opened: int, end: int) -> int:
    """Where a comment, hidden element or tag ends; without an end, everything belongs to it."""
    if text.startswith("<!--", opened):
        return _past(text, "-->", opened + 4, end)
    name = re.match(r"[a-z]*", text[opened + 1 : opened + 10].lower())
    if name and name.group() in _HIDDEN:
        closing = re.compile(f"</{name.group()}", re.IGNORECASE).search(text, opened, end)
        return _past(text, ">", closing.start(), end) if closing else end
    return _past(text, ">", opened, end)


def _past(text: str, closing: str, start: int, end: int) -> int:
    at = text.find(closing, start, end)
    return end if at < 0 else at + len(closing)
