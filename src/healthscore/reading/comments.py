"""Comments that are addressed to healthscore: ``<!-- healthscore: ignore[rule-id] reason -->``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthscore.article import Comment

WHOLE = "ignore-file"
"""How a comment about the whole article begins."""
_LONGEST = 1_000  # characters
_COMMENT = re.compile(rf"<!--(?P<body>\s*healthscore:(?:(?!<!--).){{0,{_LONGEST}}}?)-->", re.DOTALL)
_BODY = re.compile(r"\s*healthscore:\s*(?P<said>.*?)\s*", re.DOTALL)


def comments(text: str) -> Iterator[Comment]:
    """Those in a text, in order."""
    for match in _COMMENT.finditer(text):
        yield Comment(match.start(), match.end(), said(match["body"]) or "")


def said(body: str) -> str | None:
    """What a comment with this body says to healthscore; None where it is addressed to nobody or somebody else."""
    match = _BODY.fullmatch(body)
    return " ".join(match["said"].split()) if match else None
