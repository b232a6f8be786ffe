"""Articles of which every sentence is labelled by its writer as sound or as a fault of some kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from articles import DataError, json_rows
from healthscore import Article
from healthscore.reading import read_text

SOUND = "ok"
_A_PARAGRAPH = 4  # sentences
_KEYS = {"article", "kind", "text"}


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article by one writer: ``ends`` and ``kinds`` say where each labelled part ends and what it is."""

    writer: str
    name: str
    article: Article
    ends: Sequence[int]
    kinds: Sequence[str]

    @property
    def flawed(self) -> bool:
        """Whether any of it is a fault."""
        return any(kind != SOUND for kind in self.kinds)

    def kind_at(self, start: int, end: int) -> str:
        """The kind of the part that holds the middle of a span."""
        return self.kinds[min(bisect_left(self.ends, (start + end) // 2), len(self.kinds) - 1)]


def labelled_articles(folder: Path) -> Iterator[LabelledArticle]:
    """The articles of a folder of JSON lines, one file a writer, with an ``article``, ``text`` and ``kind`` a line."""
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        raise DataError(f"{folder}: no files of JSON lines in it")
    for path in paths:
        rows = [row for _, row in json_rows(path)]
        if not all(row.keys() >= _KEYS for row in rows):
            raise DataError(f"{path}: each line needs {', '.join(sorted(_KEYS))}")
        for number, parts in groupby(rows, key=lambda row: row["article"]):
            yield _article(path.stem, f"{path.stem}-{number}", list(parts))


def _article(writer: str, name: str, parts: Sequence[Mapping[str, Any]]) -> LabelledArticle:
    text, in_paragraph = "", 0
    ends = []
    for part in parts:
        heading = part.get("heading", False)
        if heading or in_paragraph == _A_PARAGRAPH:
            text, in_paragraph = f"{text.rstrip()}\n\n" if text else "", 0
        if heading:
            text += "## " if text else "# "
        text += part["text"]
        ends.append(len(text))
        text += "\n\n" if heading else " "
        in_paragraph += not heading
    article = read_text(text, format="markdown", source=name)
    return LabelledArticle(writer, name, article, ends, [part["kind"] for part in parts])
