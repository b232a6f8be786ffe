"""HTML on its way to files: one page, or a folder of them with an index."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from healthscore.cli.outputs import Output, Write, stream, writer
from healthscore.report.model import Report

if TYPE_CHECKING:
    from healthscore.across import Folder
    from healthscore.report.html import Entry

ARTICLES = "articles"
SUFFIXES = (".html", ".htm")
_LONGEST = 60  # characters of an article's name in that of its page
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@contextmanager
def pages(path: Path | None, *, one: bool) -> Iterator[Output]:
    """An output for HTML; ``one``: there is one report at most.

    One report goes to the file ``path``, or to stdout. Of several, or where ``path`` is no ``.html`` file but a
    folder, the index goes to ``path`` or to ``index.html`` in it, and each report to a page of its own in a folder
    beside it; stdout gets the index alone.
    """
    folder = path is not None and _is_folder(path)
    with stream(path / "index.html" if path and folder else path) as opened:
        write = writer(opened)
        if one and not folder:
            yield Page(write)
        else:
            yield Site(write, _beside(path, folder) if path else None)


def _is_folder(path: Path) -> bool:
    """What exists tells by itself, as ``/dev/stdout`` does; what does not, by its name. A folder is made."""
    if not path.exists() and path.suffix.lower() not in SUFFIXES:
        made(path)
    return path.is_dir()


def _beside(path: Path, folder: bool) -> Path:
    """Where the pages lie: ``DIR/articles`` or, beside ``NAME.html``, ``NAME-articles``."""
    return path / ARTICLES if folder else path.with_name(f"{path.stem}-{ARTICLES}")


@dataclass
class Page(Output):
    """One report as one page."""

    write: Write

    def add(self, report: Report) -> None:
        """Write the report."""
        from healthscore.report.html import render

        self.write(render(report).encode())

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


@dataclass
class Site(Output):
    """A page for each report, as soon as there is one, and at the end the index of them."""

    write: Write
    folder: Path | None
    entries: list[Entry] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)

    def add(self, report: Report) -> None:
        """Write the report's page, and keep what the index needs."""
        from healthscore.report.html import Entry

        self.entries.append(Entry.of(report, self._page(report)))

    def _page(self, report: Report) -> str | None:
        """A link to the page just written; None where there is no place for pages."""
        from healthscore.report.html import render
        ...

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Write the index."""
        from healthscore.report.html import index

        self.write(index(self.entries, failed=failed, folder=folder).encode())
