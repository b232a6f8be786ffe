"""The readers that are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from articles import DataError
from healthscore.reading import read_text
from tasks.html.pages import Read


def _healthscore(html: str) -> Read:
    article = read_text(html, format="html")
    return Read(article.prose, article.title, article.authors, article.published, article.updated)


def _trafilatura(html: str) -> Read:
    """With its defaults; its one date is that of publication."""
    try:
        import trafilatura
    except ImportError:
        raise DataError("trafilatura is not there to compare with; pip install '.[benchmark]'") from None
    text = trafilatura.extract(html) or ""
    said = trafilatura.extract_metadata(html)
    authors = tuple(name for name in (said.author or "").split("; ") if name)
    return Read(text, said.title, authors, said.date, None, tells_updated=False)


READERS: Mapping[str, Callable[[str], Read]] = {"healthscore": _healthscore, "trafilatura": _trafilatura}
