"""Rubric files to trees, with what they extend merged below them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from healthscore.rubric.document import MAX_BYTES, Node, parse
from healthscore.rubric.errors import Problem, RubricError, UnknownRubricError, shown
from healthscore.rubric.extending import merge
from healthscore.rubric.names import SUFFIXES, files, is_path


def resolved(name: str, above: tuple[str, ...] = ()) -> Node:
    """The tree of a rubric with what it extends merged below it; ``above`` is the way by which we came."""
    text = _read(name) if is_path(name) else _text_of_shipped(name)
    root = parse(text, name if is_path(name) else f"{name}.yaml")
    if not isinstance(root.value, dict):
        message = f"a rubric is a mapping of keys to values, not {shown(root.plain())}"
        raise RubricError([Problem(root.file, root.line, message)])
    if "extends" not in root.value:
        return root
    return _extended(root, root.value, name, above)


def _extended(root: Node, entries: dict[str, Node], name: str, above: tuple[str, ...]) -> Node:
    extends = entries["extends"]
    chain = (*above, _identity(name))
    base_name = _base_name(extends, name)
    if _identity(base_name) in chain:
        steps = " -> ".join(Path(step).name for step in (*chain, _identity(base_name)))
        raise RubricError([Problem(extends.file, extends.line, f"extends goes round in a circle: {steps}")])
    try:
        base = resolved(base_name, chain)
    except (UnknownRubricError, RubricError) as error:
        if isinstance(error, RubricError) and error.problems[0].line is not None:
            raise  # a fault within the base, which names its own place
        raise RubricError([Problem(extends.file, extends.line, f"extends: {error}")]) from None
    missing = tuple(_own_identity(root, entries, base))
    if missing:
        raise RubricError(missing)
    own = {key: node for key, node in entries.items() if key != "extends"}
    return merge(base, Node(own, root.file, root.line))


def _own_identity(root: Node, entries: dict[str, Node], base: Node) -> Iterator[Problem]:
    """Ratings of a changed rubric must not pass for those of the one that it extends."""
    for key in ("schema", "id", "version"):
        if key not in entries:
            yield Problem(root.file, root.line, f"missing key {key!r}; what extends a rubric needs its own")
    own, other = root.at(("id",))[-1], base.at(("id",))[-1]
    if "id" in entries and own.value == other.value:
        yield Problem(
            own.file, own.line, f"id {shown(own.value)} is that of the rubric it extends; give it its own"
        )


def _base_name(extends: Node, name: str) -> str:
    if not isinstance(extends.value, str) or not extends.value:
        message = f"extends must be the id of a rubric or a path, not {shown(extends.plain())}"
        raise RubricError([Problem(extends.file, extends.line, message)])
    if not extends.value.endswith(SUFFIXES):
        return extends.value
    return os.path.join(os.path.dirname(name), extends.value)  # noqa: PTH118, PTH120 - shown as the user wrote it


def _identity(name: str) -> str:
    return str(Path(name).resolve()) if name.endswith(SUFFIXES) else name


def _text_of_shipped(id_: str) -> str:
    if id_ not in files():
        raise UnknownRubricError(id_, tuple(files()))
    return files()[id_].read_text(encoding="utf-8")


def _read(name: str) -> str:
    try:
        return _bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8 text: byte 0x{error.object[error.start]:02X} at offset {error.start}"
    except OSError as error:
        reason = (
            "no such file" if isinstance(error, FileNotFoundError) else (error.strerror or "cannot be read")
        )
    except ValueError:  # a null byte in the path
        reason = "not a path"
    raise RubricError([Problem(name, None, reason)])


def _bytes(name: str) -> bytes:
    path = Path(name)
    if path.is_dir():
        raise RubricError([Problem(name, None, "a folder, not a rubric file")])
    if path.exists() and not (path.is_file() and name.endswith(SUFFIXES)):
        raise RubricError([Problem(name, None, "not a rubric file, which ends in .yaml or .yml")])
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise RubricError(
            [Problem(name, None, f"larger than {MAX_BYTES // 1_000_000} MB; a rubric is a page or two")]
        )
    return content
