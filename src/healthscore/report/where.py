"""Where a quote stands, as a reader can find it: a line of the file, a page of a PDF, or the words themselves."""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Article
from healthscore.report.model import Finding, Quote
from healthscore.report.words import clean, shorten

CAVEAT = "lines are those of the text that was read from the file, not of the file itself"
_QUOTED = 2  # places of a finding, where only words can show them


def caveat(article: Article) -> str | None:
    """What has to be said of the lines that ``where`` gives; None where they can be found in the file, or are pages."""
    return None if article.as_written or article.pages else CAVEAT


def where(article: Article, start: int) -> str:
    """``line 5`` for a character, or of a PDF ``page 2``; ``pages 2-3`` where its paragraph goes over both."""
    pages = article.pages_at(start)
    if pages is None:
        return f"line {article.position(start)[0]}"
    return f"page {pages.first}" if pages.first == pages.last else f"pages {pages.first}-{pages.last}"


def wheres(article: Article, quotes: Iterable[Quote]) -> str:
    """All of them, each once: ``lines 5, 9 and 12``."""
    numbers = list(dict.fromkeys(where(article, quote.start).partition(" ")[2] for quote in quotes))
    noun = "page" if article.pages else "line"
    *first, last = numbers
    if not first:
        return f"{noun}{'s' if '-' in last else ''} {last}"
    return f"{noun}s {', '.join(first)} and {last}"


def in_words(article: Article, finding: Finding, longest: int) -> str:
    """The first words that a finding quotes, where no line leads to them: ``(page 2: “...” / page 5: “...”)``."""
    if article.as_written or finding.searched is not None or not finding.evidence:
        return ""
    said = " / ".join(_quoted(article, quote, longest) for quote in finding.evidence[:_QUOTED])
    return f"({said})"


def _quoted(article: Article, quote: Quote, longest: int) -> str:
    page = f"{where(article, quote.start)}: " if article.pages else ""
    return f"{page}“{shorten(clean(quote.quote), longest)}”"
