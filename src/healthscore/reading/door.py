"""The one door through which articles come in: a path, bytes or a string becomes an Article."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from healthscore.article import Article, Block
from healthscore.reading import errors
from healthscore.reading.decode import clean, decode
from healthscore.reading.draft import BLANKS, Chunk, Draft
from healthscore.reading.formats import READERS, document_format, text_format
from healthscore.reading.metadata import metadata
from healthscore.reading.outline import outline

DEFAULT_MAX_BYTES = 2_000_000


def read_file(path: str | os.PathLike[str], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Article:
    """Read an article from a file.

    Raises:
        ReadingError: the file is missing, unreadable, too large, empty, binary or of an unsupported format.
    """
    name = os.fspath(path)
    try:
        size = _size(Path(path), name)
    except FileNotFoundError:
        raise errors.MissingFileError(name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        raise _refused(name, error) from None
    if size > max_bytes:
        raise errors.TooLargeError(name, size, max_bytes)
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise errors.VanishedFileError(name) from None
    except OSError as error:
        raise _refused(name, error) from None
    return read_bytes(data, name=name, max_bytes=max_bytes)


def read_bytes(data: bytes, *, name: str, max_bytes: int = DEFAULT_MAX_BYTES) -> Article:
    """Read an article from the bytes of a file; its name helps to tell the format.

    Raises:
        ReadingError: as for :func:`read_file`.
    """
    if len(data) > max_bytes:
        raise errors.TooLargeError(name, len(data), max_bytes)
    if not data:
        raise errors.EmptyError(name)
    if document := document_format(data, name):
        if document.read is None:
            raise errors.UnsupportedFormatError(name, document.label)
        return _article(document.read(data, name), document.format, name, ())
    text, notes = decode(data, name)
    text = clean(text)
    return _from_text(text, text_format(text, name), name, notes)


def read_text(
    text: str, *, format: Literal["auto", "plain", "markdown"] = "auto", source: str = "<text>"
) -> Article:
    """Read an article from a string.

    Line ends become ``\\n`` and lone surrogates U+FFFD; every other character keeps its place.

    Raises:
        EmptyError, BlankError: there is nothing to read.
        ValueError: there is no such format.
    """
    if format not in ("auto", *READERS):
        raise ValueError(f"format is {format!r}, must be one of: auto, {', '.join(READERS)}")
    if not text:
        raise errors.EmptyError(source)
    text = clean(text)
    return _from_text(text, text_format(text, source) if format == "auto" else format, source, ())


def _size(path: Path, name: str) -> int:
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        raise errors.FolderError(name)
    return info.st_size


def _refused(name: str, error: OSError | ValueError) -> errors.ReadingError:
    if isinstance(error, PermissionError):
        return errors.PermissionDeniedError(name)
    return errors.UnreadableFileError(name, getattr(error, "strerror", None) or str(error))


def _has_content(prose: str, chunk: Chunk) -> bool:
    """Whether a block is more than a picture or an address on its own."""
    return chunk.kind in ("code", "reference") or bool(prose[chunk.start : chunk.end].strip(BLANKS))


def _from_text(text: str, format_name: str, source: str, notes: tuple[str, ...]) -> Article:
    if not text.strip(BLANKS):
        raise errors.BlankError(source)
    return _article(READERS[format_name](text), format_name, source, notes)


def _article(draft: Draft, format_name: str, source: str, notes: tuple[str, ...]) -> Article:
    text = draft.text
    if not text.strip(BLANKS):
        raise errors.BlankError(source)
    chunks = [chunk for chunk in outline(text, draft.prose, draft.chunks) if _has_content(draft.prose, chunk)]
    found = metadata(draft.prose, chunks, draft.declared)
    return Article(
        source=source,
        text=text,
        prose=draft.prose,
        blocks=tuple(Block(chunk.kind, chunk.start, chunk.end, chunk.level) for chunk in chunks),
        title=found.title,
        authors=found.authors,
        published=found.published,
        updated=found.updated,
        reviewers=found.reviewers,
        funders=found.funders,
        links=tuple(draft.links),
        comments=tuple(draft.comments),
        format=format_name,
        notes=notes + draft.notes,
    )
