"""A page as the task sees it: its sentences in order, and where a sentence can be put."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from healthscore import Article

_END = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“(]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]\.[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|No|Fig|approx))\.[\"”')]*\s*$"
)
_PROSE = frozenset({"paragraph", "list_item"})
APART = 3  # the least number of sentences from a claim to its opposite


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page: where it stands, its place in the order, its block and section by number."""

    start: int
    end: int
    place: int
    block: int
    section: int
    text: str


def sentences(page: Article) -> list[Sentence]:
    """The sentences of the paragraphs and lists of a page; their text has single spaces."""
    found: list[Sentence] = []
    section = 0
    for number, block in enumerate(page.blocks):
        section += block.kind == "heading"
        if block.kind in _PROSE:
            for start, end in _cut(page.prose, block.start, block.end):
                text = " ".join(page.prose[start:end].split())
                found.append(Sentence(start, end, len(found), number, section, text))
    return found


def _cut(prose: str, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of the sentences between two offsets, without the white space around them."""
    ends = [
        match.start()
        for match in _END.finditer(prose, start, end)
        if not _ABBREVIATION.search(prose, start, match.start())
    ]
    ranges = zip([start, *ends], [*ends, end], strict=True)
    trimmed = (
        (a + len(prose[a:b]) - len(prose[a:b].lstrip(" \t\n\"”')")), a + len(prose[a:b].rstrip()))
        for a, b in ranges
    )
    return [(a, b) for a, b in trimmed if a < b]


def home_for(
    originals: Sequence[Sentence], page: Article, all_sentences: Sequence[Sentence], draw: random.Random
) -> int | None:
    """The offset at which a sentence that contradicts ``originals`` may follow, or None.

    It is the end of a paragraph of at least two sentences, at least three sentences away from each of the
    originals; in another section, if there is such a paragraph.
    """
    last_of: dict[int, Sentence] = {}
    counts: dict[int, int] = {}
    for sentence in all_sentences:
        last_of[sentence.block] = sentence
        counts[sentence.block] = counts.get(sentence.block, 0) + 1
    ends = [
        last
        for number, last in last_of.items()
        if page.blocks[number].kind == "paragraph" and counts[number] >= 2 and last.text.endswith((".", "!"))
        if all(_apart(last, original) for original in originals)
    ]
    sections = {original.section for original in originals}
    elsewhere = [last for last in ends if last.section not in sections]
    chosen = elsewhere or ends
    return _end_of(draw.choice(chosen), page) if chosen else None


def _end_of(last: Sentence, page: Article) -> int:
    """The end of the sentence's block: after a mark of emphasis or a footnote's, which the prose leaves out."""
    block = page.blocks[last.block]
    return block.start + len(page.text[block.start : block.end].rstrip())


def _apart(last: Sentence, original: Sentence) -> bool:
    """Whether a sentence after ``last`` would be far enough from the original."""
    return last.place - original.place >= APART - 1 or original.place - last.place >= APART
