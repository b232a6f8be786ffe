"""The one door through which articles come in."""

from __future__ import annotations

import re
from pathlib import Path

from healthscore.article import Article, Block


def read_file(path: str | Path) -> Article:
    """Read an article from a file."""
    return read_text(Path(path).read_text(encoding="utf-8"), source=str(path))


def read_text(text: str, *, source: str = "<text>") -> Article:
    """Read an article from a string."""
    blocks = []
    for m in re.finditer(r"[^\n]+", text):
        line = m.group()
        kind = (
            "list_item"
            if line.startswith("- ")
            else "heading"
            if len(line) < 90 and line[-1] not in '.!?”"'
            else "paragraph"
        )
        blocks.append(Block(kind, m.start(), m.end(), 0))  # type: ignore[arg-type]
    return Article(source, text, text, tuple(blocks))
