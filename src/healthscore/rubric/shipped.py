"""The shipped rubrics. To read YAML takes far longer than what comes of it, which an installation therefore leaves."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from msgspec import msgpack

from healthscore.built import keep, kept
from healthscore.rubric.errors import UnknownRubricError
from healthscore.rubric.names import FOLDER, files
from healthscore.rubric.schema import Rubric, from_document

_BUILT = FOLDER / "compiled.msgpack"
_MAKERS = [
    Path(__file__).with_name(f"{name}.py") for name in ("document", "extending", "resolving", "shipped")
]


@cache
def shipped(id_: str) -> Rubric:
    """The shipped rubric of an id, as an installation has built it where its file is still the same."""
    documents = _documents()
    if id_ not in documents:
        raise UnknownRubricError(id_, tuple(documents))
    return from_document(documents[id_])


def build() -> Path:
    """Leave the documents of the shipped rubrics beside them, and say where; every installation does so."""
    return keep(_BUILT, _sources(), _made())


@cache
def _documents() -> dict[str, Any]:
    found: dict[str, Any] = msgpack.decode(kept(_BUILT, _sources()) or _made())
    return found


def _sources() -> list[Path]:
    return [*files().values(), *_MAKERS]


def _made() -> bytes:
    from healthscore.rubric.resolving import resolved

    return msgpack.encode({id_: resolved(id_).plain() for id_ in files()})
