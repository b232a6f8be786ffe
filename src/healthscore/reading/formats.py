"""Which format some bytes are in: by content first, by name second. One row a format, one module a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from healthscore.reading import plain
from healthscore.reading.draft import Draft
from healthscore.reading.limits import Limits

Reader = Callable[[str], Draft]
DocumentReader = Callable[[bytes, str, Limits], Draft]


def _read_markdown(text: str) -> Draft:
    from healthscore.reading import markdown  # brings a parser along: only for Markdown

    return markdown.read(text)


def _read_pdf(data: bytes, name: str, limits: Limits) -> Draft:
    from healthscore.reading import pdf  # starts a process, and needs a library that may be missing

    return pdf.read(data, name, limits)


READERS: Mapping[str, Reader] = MappingProxyType({"plain": plain.read, "markdown": _read_markdown})

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd"})


@dataclass(frozen=True, slots=True)
class Document:
    """A format that is no plain text: how its files begin (in lower case) and what their names end with.

    ``read`` makes a draft of a file's bytes and name within limits; None where there is no reader. ``format`` is what the article's
    ``format`` says, ``label`` what people call it.
    """

    format: str
    label: str
    starts: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    read: DocumentReader | None = None


_ARCHIVE = b"pk\x03\x04"
DOCUMENTS = (
    Document("pdf", "PDF", (b"%pdf-",), (".pdf",), _read_pdf),
    Document(
        "html",
        "HTML",
        (b"<!doctype html", b"<html", b"<head", b"<body"),
        (".html", ".htm", ".xhtml"),
    ),
    Document("docx", "DOCX", (), (".docx", ".docm")),
    Document("doc", "old Word (DOC)", (b"\xd0\xcf\x11\xe0",), (".doc",)),
    Document("odt", "OpenDocument", (), (".odt",)),
    Document("rtf", "RTF", (b"{\\rtf",), (".rtf",)),
    Document("epub", "EPUB", (), (".epub",)),
    Document("zip", "a ZIP archive (as DOCX, ODT and EPUB are)", (_ARCHIVE,), (".zip",)),
)
_MARKDOWN_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^ {0,3}#{1,6}[ \t]+\S",  # a heading
        r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}\)",  # a link
        r"^ {0,3}\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+",  # the line under a table's head
        r"^\[\^[^\s\]]{1,40}\]:",  # a footnote
        r"^ {0,3}(?:```|~~~)",  # code
        r"\A---[ \t]*\n[A-Za-z_]+[ \t]*:",  # front matter
        r"(?:^|\s)\*\*[^\s*][^*\n]{0,300}\*\*",  # bold
    )
)


def document_format(data: bytes, name: str) -> Document | None:
    """The document format that the bytes begin like, else that of the name; None for text."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    suffix = PurePath(name).suffix.lower()
    by_suffix = next((document for document in DOCUMENTS if suffix in document.suffixes), None)
    by_content = next((document for document in DOCUMENTS if start.startswith(document.starts)), None)
    if by_content and by_suffix and _ARCHIVE in by_content.starts:
        return by_suffix
    return by_content or by_suffix


def text_format(text: str, name: str) -> str:
    """``markdown`` where the name or the text's own markup says so, else ``plain``."""
    if PurePath(name).suffix.lower() in _MARKDOWN_SUFFIXES:
        return "markdown"
    return "markdown" if any(sign.search(text) for sign in _MARKDOWN_SIGNS) else "plain"
