"""From what the user names to articles: files, folders, corpora and lists of them, as one stream."""

from __future__ import annotations

import os
import sqlite3
import sys
from codecs import BOM_UTF8
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from msgspec import Struct, field

from healthscore.batch import corpora
from healthscore.batch.corpora import Fields, is_corpus
from healthscore.batch.errors import CorpusError
from healthscore.batch.files import Choice, files_in
from healthscore.batch.item import Item, LeftOut, Refused
from healthscore.batch.own import is_page
from healthscore.errors import HealthscoreError
from healthscore.reading import file_bytes
from healthscore.reading.limits import Limits


class Inputs(Struct, frozen=True):
    """Paths, files that list paths one a line ("-": stdin), and what is wanted of the folders among them.

    ``suffixes`` are those of articles; corpora are found by their own.
    """

    paths: Sequence[str]
    suffixes: Collection[str]
    lists: Sequence[str] = ()
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    fields: Fields = field(default_factory=Fields)
    limits: Limits = field(default_factory=Limits)
    out: Path | None = None

    def items(self) -> Iterator[Item | Refused | LeftOut]:
        """Every article in order, each file once, and in its place what cannot be read or is ours."""
        for found in self._files():
            if not isinstance(found, Path):
                yield found
            elif is_corpus(found):
                yield from corpora.records(found, self.fields, self.limits)
            else:
                yield _read(found, self.limits)

    def count(self) -> int | None:
        """How many articles there are, as far as can be told without reading them; None for a list on stdin."""
        if "-" in self.lists:
            return None
        return sum(
            corpora.count(found) if isinstance(found, Path) and is_corpus(found) else 1
            for found in self._files()
        )

    def _files(self) -> Iterator[Path | Refused | LeftOut]:
        given = (self._in_root(path) for path in self._roots())
        found = (one for files in given for one in files)
        return found if len(self.paths) == 1 and not self.lists else _each_once(found)

    def _roots(self) -> Iterator[str | Refused]:
        yield from self.paths
        for name in self.lists:
            yield from _listed(name)

    def _in_root(self, root: str | Refused) -> Iterator[Path | Refused | LeftOut]:
        if isinstance(root, Refused) or not os.path.isdir(root):  # noqa: PTH112 (as in cli/inputs)
            yield root if isinstance(root, Refused) else Path(root)
            return
        refused: list[OSError] = []
        ours: list[Path] = []
        out = self.out and self.out.resolve()
        choice = Choice((*self.suffixes, *corpora.SUFFIXES), self.include, self.exclude, not_in=out)
        empty = True
        for path in files_in(Path(root), choice, refused.append, ours.append):
            empty = False
            yield path
        for path in ours:
            yield LeftOut(str(path))
        for error in refused:
            yield _not_searched(error)
        if empty and not refused:
            yield _nothing_in(root)


def _read(path: Path, limits: Limits) -> Item | Refused | LeftOut:
    try:
        data = file_bytes(path, limits)
        return LeftOut(str(path)) if is_page(data) else Item(str(path), data)
    except HealthscoreError as error:
        return Refused(str(path), error)


def _listed(name: str) -> Iterator[str | Refused]:
    """The paths of a list, each in whatever bytes the system has for it."""
    empty = True
    try:
        with sys.stdin.buffer if name == "-" else Path(name).open("rb") as lines:
            for number, line in enumerate(lines):
                path = (line.removeprefix(BOM_UTF8) if number == 0 else line).rstrip(b"\r\n")
                if b"\0" in path:
                    yield _not_listed(name, "it holds NUL characters", "a list is text with a path a line")
                    return
                if path:
                    empty = False
                    yield os.fsdecode(path)
    except OSError as error:
        yield _not_listed(name, error.strerror, "check --from-file")
        return
    if empty:
        yield Refused(name, CorpusError(name, "no path in this list", "check --from-file"))


def _not_listed(name: str, reason: str | None, remedy: str) -> Refused:
    return Refused(name, CorpusError(name, f"this list cannot be read ({reason})", remedy))


def _each_once(found: Iterator[Path | Refused | LeftOut]) -> Iterator[Path | Refused | LeftOut]:
    """Without what came before; which paths did is kept on disk, for there may be millions."""
    with closing(sqlite3.connect("")) as seen:
        seen.execute("CREATE TABLE seen (path TEXT PRIMARY KEY) WITHOUT ROWID")
        for one in found:
            name = str(one) if isinstance(one, Path) else one.source
            key = name.encode("utf-8", "surrogateescape")
            if seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,)).rowcount:
                yield one


def _not_searched(error: OSError) -> Refused:
    said = CorpusError(str(error.filename), f"cannot be searched ({error.strerror})", "check its permissions")
    return Refused(str(error.filename), said)


def _nothing_in(root: str) -> Refused:
    said = CorpusError(root, "no articles in this folder", "check its path, --include and --exclude")
    return Refused(root, said)
