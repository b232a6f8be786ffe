"""HTML on its way to files: one page, or a folder of them with an index."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct, field

from healthscore.cli.outputs import Output, Write, naming, opening, removed, writing
from healthscore.report.model import Report

if TYPE_CHECKING:
    from healthscore.across import Folder
    from healthscore.report.html import Entry

REPORTS = "reports"
INDEX = "index.html"
SUFFIXES = (".html", ".htm")
_LONGEST = 60  # characters of an article's name in that of its page
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@contextmanager
def pages(path: Path | None, *, one: bool) -> Iterator[Output]:
    """An output for HTML; ``one``: there is one report at most.

    One report goes to the file ``path``, or to stdout. Of several, or where ``path`` is a folder, the index goes to
    ``path`` or to ``index.html`` in it, and each report to a page of its own in a folder beside the index:
    ``DIR/reports``, or ``NAME-reports`` beside ``NAME.html``. Stdout gets the index alone.
    """
    folder = path is not None and _is_folder(path)
    if path is not None and folder:
        _make(path)
        yield _begun(Site(path / INDEX, path / REPORTS))
    elif one:
        with opening(path) as file:
            yield Page(writing(file))
    else:
        yield _begun(Site(path, path and path.with_name(f"{path.stem}-{REPORTS}")))


def _begun(site: Site) -> Site:
    """The site with no index of an earlier run, and seen to be one that can be written."""
    if site.file is not None:
        with opening(site.file):
            pass
        removed(site.file)
    return site


def _is_folder(path: Path) -> bool:
    """What there is tells by itself; what is not yet there becomes a folder unless it is called ``.html``."""
    return path.is_dir() or not (path.exists() or path.suffix.lower() in SUFFIXES)


def _make(folder: Path) -> None:
    with naming(folder):
        folder.mkdir(parents=True, exist_ok=True)


class Page(Struct):
    """One report as one page."""

    write: Write

    def add(self, report: Report) -> None:
        """Write the report."""
        from healthscore.report.html import render

        self.write(render(report).encode())

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Nothing is left to write."""


class Site(Struct):
    """A page for each report, written as it is made, and at the end the index of them.

    ``file`` is the index and ``folder`` holds the pages; both are None where the index goes to stdout. There is no
    index until all pages are there: nobody takes a part of them for the whole.
    """

    file: Path | None
    folder: Path | None
    entries: list[Entry] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def add(self, report: Report) -> None:
        """Write the report's page, and keep what the index needs."""
        from healthscore.report.html import Entry, render

        if self.file is None or self.folder is None:
            self.entries.append(Entry.of(report, None))
            return
        _make(self.folder)
        name = self._name(report.article.source)
        with opening(self.folder / name) as file:
            writing(file)(render(report, home=f"../{_link(self.file.name)}").encode())
        self.entries.append(Entry.of(report, f"{_link(self.folder.name)}/{name}"))

    def finish(self, failed: int, folder: Folder | None) -> None:
        """Write the index."""
        from healthscore.report.html import index

        with opening(self.file) as file:
            writing(file)(index(self.entries, failed=failed, folder=folder).encode())

    def _name(self, source: str) -> str:
        """A file's name that any system takes: the end of the article's own, and what tells it from all others."""
        words = _UNSAFE.sub("-", source.removesuffix(PurePath(source).suffix))[-_LONGEST:].strip("-")
        digest = hashlib.sha256(os.fsencode(source)).hexdigest()[:8]
        name = f"{words or 'article'}-{digest}.html"
        while name in self.names:  # as stdin's, under the name of a file that was given too
            name = f"again-{name}"
        self.names.add(name)
        return name


def _link(name: str) -> str:
    return quote(os.fsencode(name))
