"""The one door through which articles come in: a path, bytes or a string becomes an Article."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Literal

from healthscore.article import AS_WRITTEN, Article, Block
from healthscore.reading import errors
from healthscore.reading.decode import clean, decode
from healthscore.reading.disguise import undisguised
from healthscore.reading.draft import BLANKS, Chunk, Draft
from healthscore.reading.formats import READERS, document_format, text_format
from healthscore.reading.limits import Limits
from healthscore.reading.metadata import metadata
from healthscore.reading.outline import outline

_START = 1_024  # bytes by which a format is told


def read_file(
    path: str | os.PathLike[str],
    *,
    max_bytes: int | None = None,
    max_pages: int | None = None,
    max_seconds: float | None = None,
    max_characters: int | None = None,
) -> Article:
    """Read an article from a file, within limits; None is the default of the format.

    Raises:
        ReadingError: the file is missing, unreadable, too large, empty, binary, of an unsupported format, or
            whatever else keeps its format's reader from reading it.
    """
    name, limits = os.fspath(path), Limits(max_bytes, max_pages, max_seconds, max_characters)
    return _from_bytes(file_bytes(path, limits), name, limits)


def file_bytes(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """What is in a file, for :func:`read_bytes`.

    Raises:
        ReadingError: the file is missing, unreadable or too large.
    """
    name = os.fspath(path)
    try:
        size = _size(Path(path), name)
    except FileNotFoundError:
        missing = errors.BrokenLinkError if Path(path).is_symlink() else errors.MissingFileError
        raise missing(name) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        raise _refused(name, error) from None
    try:
        with Path(path).open("rb") as file:
            data = file.read(_START)
            most = _most_bytes(data, name, limits)
            if size > most:
                raise errors.TooLargeError(name, size, most)
            return data + file.read(most + 1 - len(data))
    except FileNotFoundError:
        raise errors.VanishedFileError(name) from None
    except OSError as error:
        raise _refused(name, error) from None


def read_bytes(
    data: bytes,
    *,
    name: str,
    max_bytes: int | None = None,
    max_pages: int | None = None,
    max_seconds: float | None = None,
    max_characters: int | None = None,
) -> Article:
    """Read an article from the bytes of a file; its name helps to tell the format.

    Raises:
        ReadingError: as for :func:`read_file`.
    """
    return _from_bytes(data, name, Limits(max_bytes, max_pages, max_seconds, max_characters))


def read_text(
    text: str, *, format: Literal["auto", "plain", "markdown", "html"] = "auto", source: str = "<text>"
) -> Article:
    """Read an article from a string.

    Line ends become ``\\n`` and lone surrogates U+FFFD; every other character of plain text and Markdown keeps its
    place. Of HTML the article has the text that a reader of the page sees. No limit counts: the string is there already.

    Raises:
        EmptyError, BlankError: there is nothing to read.
        NoArticleError, TooDeepError, TooManyElementsError: it is HTML, and no page with an article on it.
        ValueError: there is no such format.
    """
    if format not in ("auto", *READERS):
        raise ValueError(f"format is {format!r}, must be one of: auto, {', '.join(READERS)}")
    if not text:
        raise errors.EmptyError(source)
    text = clean(text)
    if not text.strip(BLANKS):
        raise errors.BlankError(source)
    format_name = text_format(text, source) if format == "auto" else format
    return _article(READERS[format_name](text, source), format_name, source, ())


def _most_bytes(start: bytes, name: str, limits: Limits) -> int:
    """How large an input may be that begins so and is called so."""
    return limits.bytes(document=document_format(start, name) is not None)


def _from_bytes(data: bytes, name: str, limits: Limits) -> Article:
    if len(data) > (most := _most_bytes(data, name, limits)):
        raise errors.TooLargeError(name, len(data), most)
    if not data:
        raise errors.EmptyError(name)
    if document := document_format(data, name):
        if document.read is None:
            raise errors.UnsupportedFormatError(name, document.label)
        return _article(_within(document.read(data, name, limits), name, limits), document.format, name, ())
    text, notes = decode(data, name)
    text = clean(text)
    format_name = text_format(text, name)
    if format_name in AS_WRITTEN and len(text) > limits.characters:  # known before it is read
        raise errors.TooMuchTextError(name, limits.characters)
    if not text.strip(BLANKS):
        raise errors.BlankError(name)
    return _article(_within(READERS[format_name](text, name), name, limits), format_name, name, notes)


def _within(draft: Draft, name: str, limits: Limits) -> Draft:
    """The draft, if its text is not longer than the limit."""
    if len(draft.text) > limits.characters:
        raise errors.TooMuchTextError(name, limits.characters)
    return draft


def _size(path: Path, name: str) -> int:
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        raise errors.FolderError(name)
    if not stat.S_ISREG(info.st_mode):
        raise errors.SpecialFileError(name)  # to open a pipe may wait for ever, a device may never end
    return info.st_size


def _refused(name: str, error: OSError | ValueError) -> errors.ReadingError:
    if isinstance(error, PermissionError):
        return errors.PermissionDeniedError(name)
    return errors.UnreadableFileError(name, getattr(error, "strerror", None) or str(error))


def _has_content(prose: str, chunk: Chunk) -> bool:
    """Whether a block is more than a picture or an address on its own."""
    return chunk.kind in ("code", "reference") or bool(prose[chunk.start : chunk.end].strip(BLANKS))


def _article(draft: Draft, format_name: str, source: str, notes: tuple[str, ...]) -> Article:
    text = draft.text
    if not text.strip(BLANKS):
        raise errors.BlankError(source)
    prose, disguises = undisguised(draft.prose)
    chunks = [chunk for chunk in outline(text, prose, draft.chunks) if _has_content(prose, chunk)]
    found = metadata(prose, chunks, draft.declared, draft.origins, draft.asides)
    return Article(
        source=source,
        text=text,
        prose=prose,
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
        notes=notes + draft.notes + disguises,
        reviewed=found.reviewed,
        origins=found.origins,
        pages=tuple(draft.pages),
    )
