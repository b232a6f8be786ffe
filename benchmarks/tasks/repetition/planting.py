"""A page with one fault put into it, and where the fault is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from healthscore import Article
from healthscore.reading import read_text

SEED = 20240501
Fault = Literal["paragraph", "sentence", "stuffing"]
Span = tuple[int, int]


@dataclass(frozen=True)
class Plant:
    """A page and one fault of a kind in it. Spans are offsets in the text of ``variant``.

    ``spans`` are the places of what was planted: one, but for stuffing, where it is each occurrence of the phrase.
    ``original`` and its place are what a paragraph or sentence repeats; stuffing has the phrase and no place.
    ``rate`` is the share of the words of the variant that are the stuffed phrase's, where the fault is stuffing.
    """

    page: Article
    variant: Article
    fault: Fault
    kind: str
    original: str
    planted: str
    originals: tuple[Span, ...]
    spans: tuple[Span, ...]
    rate: float | None = None


def again(page: Article, fault: Fault, kind: str, original: Span, home: int, added: str) -> Plant:
    """The page in which ``added``, white space before it included, repeats the original at another place."""
    variant, (span,) = inserted(page, [(home, added)])
    start, end = original
    shift = len(added) if home <= start else 0
    return Plant(
        page=page,
        variant=variant,
        fault=fault,
        kind=kind,
        original=page.text[start:end],
        planted=added.strip(),
        originals=((start + shift, end + shift),),
        spans=(span,),
    )


def inserted(page: Article, additions: Sequence[tuple[int, str]]) -> tuple[Article, list[Span]]:
    """The page with texts put in at offsets, and their places in it without the white space around them."""
    pieces: list[str] = []
    spans: list[Span] = []
    done = length = 0
    for offset, added in sorted(additions):
        before = page.text[done:offset]
        start = length + len(before) + len(added) - len(added.lstrip())
        spans.append((start, start + len(added.strip())))
        pieces += [before, added]
        length += len(before) + len(added)
        done = offset
    text = "".join([*pieces, page.text[done:]])
    form: Literal["plain", "markdown"] = "markdown" if page.format == "markdown" else "plain"
    return read_text(text, format=form, source=page.source), spans


def draw(*what: str) -> random.Random:
    """Chance that depends on nothing but the seed and these words."""
    return random.Random("\n".join((str(SEED), *what)))
