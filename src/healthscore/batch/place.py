"""The folder that results are written to: held by one run at a time, with a hidden folder for what runs keep."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from healthscore.batch.errors import FolderInUseError, ForeignFileError, ResultsError
from healthscore.batch.own import HIDDEN, RESULTS

_NOTE = "results"
_CACHE, _UNCACHED = "cache.sqlite3", "once.sqlite3"


@contextmanager
def held(out: Path, results: Iterable[str], *, cache: bool, restart: bool) -> Iterator[Path]:
    """Hold the folder, made where it is missing, and give the path of the store to use.

    Raises ``FolderInUseError`` where another run holds it, ``ForeignFileError`` where one of ``results`` is there
    though no run of ours was. Without ``cache`` the store is one that is removed in the end.
    """
    hidden = out / HIDDEN
    try:
        if not restart and not hidden.is_dir():
            _refuse_foreign(out, results)
        hidden.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ResultsError(out, f"cannot be written to ({error.strerror})", "choose another --out") from None
    with closing(_locked(hidden / "lock", out)):
        _remove(hidden / _UNCACHED)
        if restart:
            _remove(hidden / _CACHE)
        try:
            yield hidden / (_CACHE if cache else _UNCACHED)
        finally:
            _remove(hidden / _UNCACHED)


def keep_only(out: Path, results: Collection[str]) -> None:
    """Remove the results of earlier runs that this run does not write anew, and note which ones it writes.

    What no run has noted is left alone: it may be somebody else's, whatever its name.
    """
    note = out / HIDDEN / _NOTE
    noted = note.read_text(encoding="utf-8").split() if note.exists() else []
    for name in RESULTS.intersection(noted).difference(results):
        (out / name).unlink(missing_ok=True)
    note.write_text("\n".join(sorted(results)), encoding="utf-8")


def _refuse_foreign(out: Path, results: Iterable[str]) -> None:
    for name in results:
        if (out / name).exists():
            raise ForeignFileError(out / name)


def _locked(path: Path, out: Path) -> sqlite3.Connection:
    """A lock of the system on an empty file: it ends with the process, however that ends. SQLite knows how."""
    lock = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise FolderInUseError(out) from None
        raise ResultsError(out, f"cannot be held ({error})", "choose another --out") from None
    return lock


def _remove(store: Path) -> None:
    """A store with the journal that a killed run may have left beside it."""
    for path in (store, store.with_name(f"{store.name}-journal")):
        path.unlink(missing_ok=True)
