"""Saved pages: how much of the article is read, how much of the rest, and whether title, people and dates are right.

A page is an HTML file in which comments part the article from everything else: ``<!--[article]-->``, ``<!--[rest]-->``
and, for what may be read or not (bylines, captions, contents lists), ``<!--[neither]-->``. A first comment ``[gold]``
holds in TOML what is right: ``title``, ``authors``, ``published``, ``updated``; what is not named must not be found.
The comments are taken out before anything is read. Beside it, trafilatura with its defaults.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, median

from articles import DataError
from tasks.base import Figures, Task
from tasks.html.pages import Page, Read, pages
from tasks.html.readers import READERS
from tasks.html.words import share_read

_ROUNDS = 5
_LONG = 100_000  # characters of the page that is timed


def measure(files: Sequence[Path], fit: bool) -> Figures:
    """The figures of both readers; there is nothing to fit."""
    data = _pages(files[0])
    figures: dict[str, int | float | list[float] | None] = {"n": len(data)}
    for name, read in READERS.items():
        suffix = "" if name == "healthscore" else f"_{name}"
        results = [(page, read(page.html)) for page in data]
        figures |= {
            f"article_read{suffix}": _mean(share_read(page, got.text, "article") for page, got in results),
            f"rest_read{suffix}": _mean(share_read(page, got.text, "rest") for page, got in results),
            f"title{suffix}": _mean(_same_title(page, got) for page, got in results),
            f"dates{suffix}": _mean(_same_dates(page, got) for page, got in results),
            f"authors{suffix}": _mean(float(got.authors == page.authors) for page, got in results),
            f"long_page_ms{suffix}": _milliseconds(data, read),
        }
    return figures


def rows(files: Sequence[Path]) -> Iterator[Mapping[str, object]]:
    """Page by page what healthscore reads."""
    for page in _pages(files[0]):
        got = READERS["healthscore"](page.html)
        yield {
            "page": page.name,
            "article_read": round(share_read(page, got.text, "article"), 4),
            "rest_read": round(share_read(page, got.text, "rest"), 4),
            "title": got.title if not _same_title(page, got) else "right",
            "dates": [got.published, got.updated] if not _same_dates(page, got) else "right",
            "authors": list(got.authors) if got.authors != page.authors else "right",
        }


def _pages(folder: Path) -> list[Page]:
    data = pages(folder)
    if not data:
        raise DataError(f"{folder}: no marked HTML pages in it")
    return data


def _mean(values: Iterable[float]) -> float:
    return round(mean(values), 4)


def _same_title(page: Page, got: Read) -> float:
    return float(" ".join((got.title or "").split()) == page.title)


def _same_dates(page: Page, got: Read) -> float:
    """Whether both dates are right, as exactly as the page says; a reader that knows one date may give either."""
    if got.updated is None and not got.tells_updated:
        return float(got.published in ({page.published, page.updated} - {None} or {None}))
    return float((got.published, got.updated) == (page.published, page.updated))


def _milliseconds(data: Sequence[Page], read: Callable[[str], Read]) -> float:
    """CPU time for a page of 100,000 characters that is made of all pages' bodies; the median of some rounds."""
    html = _long_page(data)
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        read(html)
        times.append(time.process_time() - began)
    return round(1000 * median(times), 1)


def _long_page(data: Sequence[Page]) -> str:
    """A news page whose article goes on until the page is long enough."""
    parts, size = [], 0
    while size < _LONG:
        for page in data:
            part = page.html.partition("<body")[2].partition(">")[2].partition("</body")[0] or page.html
            parts.append(f"<section>{part}</section>")
            size += len(parts[-1])
            if size >= _LONG:
                break
    return f"<!doctype html><html><head><title>All of it</title></head><body>{''.join(parts)}</body></html>"


TASK = Task(
    name="html",
    summary="how much of the articles on marked pages is read, and of the rest; trafilatura beside it",
    files=("a folder of marked HTML pages",),
    measure=measure,
    rows=rows,
)
