"""Files that an installation leaves beside our data, with what comes of the data: a first score need not wait for it.

Such a file is of use as long as the data and the code that it was made of are the same, byte by byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_MARK = 4  # bytes


def kept(file: Path, sources: Iterable[Path]) -> bytes | None:
    """What is kept in a file; None where there is none that is whole and was made of the sources as they are."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return content[:-_MARK] if content[-_MARK:] == _mark_of(sources) else None


def keep(file: Path, sources: Iterable[Path], content: bytes) -> Path:
    """Leave what was made of the sources in a file, and say where."""
    file.write_bytes(content + _mark_of(sources))
    return file


def _mark_of(sources: Iterable[Path]) -> bytes:
    """What stands at the end of a file that was made of them: one that breaks off has none."""
    total = 0
    for source in sources:
        with suppress(FileNotFoundError):  # of code only the compiled form need be there
            total = zlib.crc32(source.read_bytes(), total)
    return total.to_bytes(_MARK, "big")
