"""What a rubric may be called by: the id of a shipped one, or a path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePath

FOLDER = Path(__file__).parents[1] / "rubrics"
SUFFIXES = (".yaml", ".yml")


@cache
def files() -> Mapping[str, Path]:
    """The file of each shipped rubric by its id, which is the file's name; in the order of the ids."""
    return {file.stem: file for file in sorted(FOLDER.glob("*.yaml"))}


def is_path(name: str) -> bool:
    """A shipped id comes first; anything else that looks like a file, or is one, is a path."""
    if not name or name in files():
        return False
    return name.endswith(SUFFIXES) or PurePath(name).name != name or os.path.exists(name)  # noqa: PTH110 - never raises
