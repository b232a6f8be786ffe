"""Rubric files to rubrics: shipped ones by id, a user's own by path, each error with file and line."""

from __future__ import annotations

import os

from healthscore.rubric.names import files, is_path
from healthscore.rubric.schema import Rubric
from healthscore.rubric.shipped import shipped


def load_rubric(name_or_path: str | os.PathLike[str]) -> Rubric:
    """A rubric by the id of a shipped one (``five-dimensions``), or from a file ending in .yaml or .yml.

    Raises ``UnknownRubricError`` for a name that is not shipped and ``RubricError``, with every problem's
    file and line, for a file that cannot be used.
    """
    name = os.fspath(name_or_path)
    if isinstance(name_or_path, str) and not is_path(name):
        return shipped(name)
    from healthscore.rubric.checking import checked
    from healthscore.rubric.resolving import resolved

    path = name if is_path(name) else os.path.join(os.curdir, name)  # noqa: PTH118 - Path would drop the dot
    return checked(resolved(path))


def rubrics() -> tuple[Rubric, ...]:
    """Every shipped rubric, by id."""
    return tuple(map(shipped, files()))
