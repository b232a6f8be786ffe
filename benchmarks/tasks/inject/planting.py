"""Which claims of a page are contradicted, and the page with the contradiction in it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from healthscore import Article
from healthscore.reading import read_text
from tasks.inject.claims import Opposite, opposites
from tasks.inject.pages import Sentence, home_for, sentences

SEED = 20240501
PER_KIND = 2  # for a page
_SCARCEST_FIRST = ("quantity", "safety", "frequency", "direction", "negation")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True)
class Plant:
    """A page and a sentence of one style put into it. Spans are offsets in the text of ``variant``.

    ``originals`` are the places of the contradicted sentence: more than one where the page repeats it.
    """

    page: Article
    variant: Article
    kind: str
    pattern: str
    style: str
    original: str
    planted: str
    originals: tuple[tuple[int, int], ...]
    span: tuple[int, int]


def plants(pages: Iterable[Article]) -> Iterator[Plant]:
    """The plants for each page, always the same: at most two of a kind and one of a sentence, in every style."""
    for page in pages:
        yield from _plants_in(page)


def _plants_in(page: Article) -> Iterator[Plant]:
    found = sentences(page)
    copies: dict[str, list[Sentence]] = {}
    for sentence in found:
        copies.setdefault(_BRACKETS.sub("", sentence.text).lower(), []).append(sentence)
    for originals, opposite in _chosen([*copies.values()], page):
        home = home_for(originals, page, found, _draw("home", originals[0].text, opposite.kind))
        if home is not None:
            for style in opposite.texts:
                yield _planted(page, originals, opposite, style, home)


def _chosen(
    copies: Sequence[Sequence[Sentence]], page: Article
) -> Iterator[tuple[Sequence[Sentence], Opposite]]:
    """Kind by kind in turn, so that each has its share of the claims that more than one can use."""
    candidates: dict[str, list[tuple[Sequence[Sentence], Opposite]]] = {kind: [] for kind in _SCARCEST_FIRST}
    for originals in sorted(copies, key=lambda same: _draw("order", same[0].text).random()):
        text = originals[0].text
        for opposite in opposites(text, page.prose, str(SEED)):
            candidates[opposite.kind].append((originals, opposite))
    used: set[int] = set()
    for kind in _SCARCEST_FIRST * PER_KIND:
        free = ((same, opposite) for same, opposite in candidates[kind] if same[0].start not in used)
        choice = next(free, None)
        if choice:
            used.add(choice[0][0].start)
            yield choice


def _planted(
    page: Article, originals: Sequence[Sentence], opposite: Opposite, style: str, home: int
) -> Plant:
    planted = opposite.texts[style]
    added = f" {planted}"
    spans = ((original.start, original.end) for original in originals)
    return Plant(
        page=page,
        variant=read_text(
            page.text[:home] + added + page.text[home:], format=_format(page), source=page.source
        ),
        kind=opposite.kind,
        pattern=opposite.pattern,
        style=style,
        original=originals[0].text,
        planted=planted,
        originals=tuple((a, b) if b <= home else (a + len(added), b + len(added)) for a, b in spans),
        span=(home + 1, home + len(added)),
    )


def _format(page: Article) -> Literal["plain", "markdown"]:
    return "markdown" if page.format == "markdown" else "plain"


def _draw(*what: str) -> random.Random:
    """Chance that depends on nothing but the seed and these words."""
    return random.Random("\n".join((str(SEED), *what)))
