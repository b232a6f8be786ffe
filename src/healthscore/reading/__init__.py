"""Bytes to Article, through one door: ``read_file``, ``read_text``, ``read_bytes``.

The door is imported when it is first used: rules ask this room about names, and what explains a rule reads no article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from healthscore.reading.door import file_bytes, read_bytes, read_file, read_text
    from healthscore.reading.errors import ReadingError

__all__ = ["ReadingError", "file_bytes", "read_bytes", "read_file", "read_text"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = "errors" if name == "ReadingError" else "door"
    return getattr(import_module(f"{__name__}.{home}"), name)
