"""Records on disk, by key: what a killed run has already scored, and what later runs need not score again."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from healthscore.batch.errors import ResultsError
from healthscore.batch.record import Record

_TABLE = "CREATE TABLE IF NOT EXISTS records (key BLOB PRIMARY KEY, report BLOB, facts TEXT, sketch BLOB)"
_COMMIT_EVERY = 0.25  # seconds; so much work a killed run loses at most


class Store:
    """An SQLite file: it comes through a kill at any moment, and holds next to nothing in memory."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._path = path
        self._committed = time.monotonic()
        with self._told():
            self._rows = sqlite3.connect(path)
            self._rows.execute("PRAGMA synchronous = NORMAL")
            self._rows.execute(_TABLE)

    def __enter__(self) -> Self:
        """Leave by committing what is there, whatever has happened."""
        return self

    def __exit__(self, *_: object) -> None:
        """Commit and close."""
        with self._told():
            self._rows.commit()
            self._rows.close()

    def has(self, key: bytes, *, sketch: bool) -> bool:
        """Whether there is a record, with its sketch where that is asked for."""
        where = "key = ? AND sketch IS NOT NULL" if sketch else "key = ?"
        with self._told():
            return self._rows.execute(f"SELECT 1 FROM records WHERE {where}", (key,)).fetchone() is not None

    def get(self, key: bytes) -> Record:
        """A record that is there."""
        with self._told():
            report, facts = self._rows.execute(
                "SELECT report, facts FROM records WHERE key = ?", (key,)
            ).fetchone()
        return Record(report, facts, None)

    def sketch(self, key: bytes) -> bytes | None:
        """The sketch of an article."""
        with self._told():
            row = self._rows.execute("SELECT sketch FROM records WHERE key = ?", (key,)).fetchone()
        found: bytes | None = row[0] if row else None
        return found

    def put(self, key: bytes, record: Record) -> None:
        """Keep a record, in place of an older one."""
        row = (key, record.report, record.facts, record.sketch)
        with self._told():
            self._rows.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", row)
            if time.monotonic() - self._committed > _COMMIT_EVERY:
                self.commit()

    def commit(self) -> None:
        """Make safe what was put."""
        with self._told():
            self._rows.commit()
        self._committed = time.monotonic()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ResultsError(
                self._path,
                f"the cache cannot be used ({error})",
                "check the disk, or --restart to begin anew",
            ) from None
