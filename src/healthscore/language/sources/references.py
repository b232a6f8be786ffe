"""The reference list: its entries, and what a marker in the text can find there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from healthscore.article import Article
from healthscore.language.sources.shapes import shapes
from healthscore.regexes import when_needed

_NUMBER = when_needed(
    r"\s*(?:[-*]\s+)?(?:\[?\^?(?P<label>\w{1,20})(?:\]:?|[.):])|\((?P<number>\d{1,3})\):?)\s"
)
_YEAR = when_needed(r"\b(?:1[89]|20)\d\d\b")
_WORD = when_needed(r"[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FINDABLE = frozenset({"doi", "pmid", "pmcid", "trial", "isbn"})


class Entry(Struct, frozen=True):
    """One entry of the reference list; ``label`` is its number or footnote name.

    ``findable``: it gives an identifier or an address, or author, year and title.
    """

    label: str
    start: int
    end: int
    names: frozenset[str]
    years: frozenset[int]
    findable: bool


def entries(article: Article) -> tuple[Entry, ...]:
    """The entries of an article's reference list, in order."""
    blocks = [block for block in article.blocks if block.kind == "reference"]
    links = sorted(link.start for link in article.links if "." in link.target) if blocks else []
    return tuple(_entry(article, links, n, block.start, block.end) for n, block in enumerate(blocks, 1))


def _entry(article: Article, links: Sequence[int], ordinal: int, start: int, end: int) -> Entry:
    line = article.text.rfind("\n", 0, start) + 1
    text = article.text[line:end]
    label = _NUMBER().match(text)
    names = frozenset(word.lower().replace("’", "'") for word in _WORD().findall(text))
    years = frozenset(int(year) for year in _YEAR().findall(text))
    identified = any(shape.form in _FINDABLE for shape in shapes(text))
    linked = bisect_left(links, start) < bisect_left(links, end)
    described = bool(years) and len(names) >= 2 and len(text.split()) >= 7
    written = label and (label["label"] or label["number"])
    name = written if written and (written.isdigit() or "[^" in text[:3]) else str(ordinal)
    return Entry(name, start, end, names, years, identified or linked or described)
