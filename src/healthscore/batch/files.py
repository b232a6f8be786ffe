"""The files of a folder tree, in order and one folder's names at a time, however many there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.batch.own import HIDDEN, RESULTS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_LEFT_OUT = (".", "~$")  # hidden, and what Word keeps beside a file while it is open


class Choice(Struct, frozen=True, dict=True):
    """Which files of a folder are wanted: those that end in one of ``suffixes`` (small letters), or like ``include``.

    ``include`` and ``exclude`` are lines as in a .gitignore, relative to the folder; where there is anything in
    ``include`` it decides instead of the suffixes, and ``exclude`` has the last word. ``not_in`` is never entered.
    """

    suffixes: Collection[str]
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()
    not_in: Path | None = None

    def takes(self, path: PurePath) -> bool:
        """Whether a file is wanted; ``path`` is that below the folder."""
        if self._included:
            wanted = self._included.match_file(path)
        else:
            wanted = path.name.lower().endswith(tuple(self.suffixes))
        return wanted and not (self._excluded and self._excluded.match_file(path))

    def enters(self, folder: Path, path: PurePath) -> bool:
        """Whether a subfolder is searched: it stands at ``folder``, and at ``path`` below the one given."""
        if self.not_in is not None and folder.resolve() == self.not_in:
            return False
        return not (self._excluded and self._excluded.match_file(f"{path.as_posix()}/"))

    @cached_property
    def _included(self) -> GitIgnoreSpec | None:
        return _spec(self.include)

    @cached_property
    def _excluded(self) -> GitIgnoreSpec | None:
        return _spec(self.exclude)


def files_in(
    folder: Path, choice: Choice, refuse: Callable[[OSError], None], leave_out: Callable[[Path], None]
) -> Iterator[Path]:
    """The wanted files in a folder and its subfolders, sorted by path.

    Hidden files and folders are left out; links to folders are not followed, so that no circle is. A link that leads
    nowhere comes too, and a file that is gone when its turn comes: who reads it says so. A folder that cannot be
    searched is handed to ``refuse``, and what a batch has written to ``leave_out``.
    """
    return _below(folder, PurePath(), choice, refuse, leave_out)


def _below(
    root: Path,
    inside: PurePath,
    choice: Choice,
    refuse: Callable[[OSError], None],
    leave_out: Callable[[Path], None],
) -> Iterator[Path]:
    try:
        with os.scandir(root / inside) as entries:
            names = {e.name: e.is_dir(follow_symlinks=False) for e in entries}
    except OSError as error:
        refuse(error)
        return
    results = RESULTS if HIDDEN in names else ()
    for name in sorted(name for name in names if not name.startswith(_LEFT_OUT)):
        path = inside / name
        if names[name]:
            if choice.enters(root / path, path):
                yield from _below(root, path, choice, refuse, leave_out)
        elif choice.takes(path) and _may_be_read(root / path):
            if name in results:
                leave_out(root / path)
            else:
                yield root / path


def _may_be_read(path: Path) -> bool:
    """Whether it is a file, or a link that leads nowhere, or is gone; what may never end, such as a pipe, is neither."""
    return os.path.isfile(path) or not os.path.exists(path)  # noqa: PTH110, PTH113 (a Path raises where it may not look)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec | None:
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
