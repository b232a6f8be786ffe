"""Where an article lies, as other programs want it told."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote

from healthscore.report.words import clean


def relative(source: str, root: PurePath | None) -> str:
    """The path of a source below ``root`` with slashes between its parts; one that lies elsewhere is left as it is."""
    path = PurePath(source)
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return clean(path.as_posix())


def uri(source: str, root: PurePath | None) -> str:
    """The same as a URI reference: relative below ``root`` and for relative paths, else ``file:``."""
    path = relative(source, root)
    return Path(path).as_uri() if PurePath(path).is_absolute() else quote(path)
