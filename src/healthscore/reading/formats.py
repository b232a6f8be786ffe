"""Which format some bytes or a text are in: by content first, by name second. One row a format, one module a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from msgspec import Struct

from healthscore.reading import plain
from healthscore.reading.draft import Draft
from healthscore.reading.errors import LockedError
from healthscore.reading.limits import Limits
from healthscore.regexes import when_needed

Reader = Callable[[str, str], Draft]
DocumentReader = Callable[[bytes, str, Limits], Draft]


def _read_plain(text: str, _name: str) -> Draft:
    return plain.read(text)


def _read_markdown(text: str, _name: str) -> Draft:
    from healthscore.reading import markdown  # brings a parser along: only for Markdown

    return markdown.read(text)


def _read_html(text: str, name: str) -> Draft:
    from healthscore.reading import html  # brings a parser along: only for HTML

    return html.read(text, name)


def _read_pdf(data: bytes, name: str, limits: Limits) -> Draft:
    from healthscore.reading import pdf  # starts a process, and needs a library that may be missing

    return pdf.read(data, name, limits)


def _read_docx(data: bytes, name: str, limits: Limits) -> Draft:
    from healthscore.reading import docx

    return docx.read(data, name, limits)


def _refuse_locked(_data: bytes, name: str, _limits: Limits) -> Draft:
    """A DOCX file with a password is another kind of file, with the archive inside."""
    raise LockedError(name)


READERS: Mapping[str, Reader] = MappingProxyType(
    {"plain": _read_plain, "markdown": _read_markdown, "html": _read_html}
)

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd"})


class Document(Struct, frozen=True):
    """A format that is no plain text: how its files begin (in lower case) and what their names end with.

    ``read`` makes a draft of a file's bytes and name within limits; None where there is no reader. ``format`` is what
    the article's ``format`` says, ``label`` what people call it. ``holds`` is found somewhere in each of its files and
    tells it from others that begin alike; empty where none do.
    """

    format: str
    label: str
    starts: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    read: DocumentReader | None = None
    holds: bytes = b""


_ARCHIVE = b"pk\x03\x04"
_COMPOUND = (
    b"\xd0\xcf\x11\xe0"  # of Microsoft's before there was DOCX; holds DOCX files with a password still
)
DOCUMENTS = (
    Document("pdf", "PDF", (b"%pdf-",), (".pdf",), _read_pdf),
    Document("docx", "DOCX", (_ARCHIVE,), (".docx", ".docm", ".dotx", ".dotm"), _read_docx, b"word/document"),
    Document("docx", "DOCX", (_COMPOUND,), (), _refuse_locked, "EncryptedPackage".encode("utf-16-le")),
    Document("doc", "old Word (DOC)", (_COMPOUND,), (".doc",)),
    Document("odt", "OpenDocument", (_ARCHIVE,), (".odt",), None, b"application/vnd.oasis.opendocument.text"),
    Document("rtf", "RTF", (b"{\\rtf",), (".rtf",)),
    Document("epub", "EPUB", (_ARCHIVE,), (".epub",), None, b"application/epub+zip"),
    Document("zip", "a ZIP archive (as DOCX, ODT and EPUB are)", (_ARCHIVE,), (".zip",)),
)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^<>]{0,300}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,5}<(?:!doctype\s+html|(?:html|head|body)\b)",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = when_needed(
    r"\s*<(?:article|section|main|div|header|p|h[1-6]|ul|ol|table|blockquote|figure|center|span|title|meta)\b[^<>]*>",
    re.IGNORECASE,
)
_CLOSED = when_needed(r"</(?:p|div|li|h[1-6]|td|article|section|blockquote)\s*>", re.IGNORECASE)
_TAG = when_needed(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_FEWEST_CLOSED = 2  # elements of a fragment of HTML
_MARKDOWN_SIGNS = tuple(
    when_needed(pattern, re.MULTILINE)
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
    alike = [document for document in DOCUMENTS if start.startswith(document.starts)]
    held = next((document for document in alike if document.holds and document.holds in data), None)
    by_content = held or next((document for document in alike if not document.holds), None)
    if by_suffix in alike and not held:
        return by_suffix
    return by_content or by_suffix


def text_format(text: str, name: str) -> str:
    """``html`` or ``markdown`` where the text's own markup or the name says so, else ``plain``."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(text.removeprefix("\ufeff")):
        return "html"
    if suffix in _MARKDOWN_SUFFIXES:
        return "markdown"
    if (suffix in _HTML_SUFFIXES and _TAG().search(text)) or _is_fragment(text):
        return "html"
    return "markdown" if any(sign().search(text) for sign in _MARKDOWN_SIGNS) else "plain"


def _is_fragment(text: str) -> bool:
    """Whether a text without ``<html>`` is HTML all the same; Markdown may hold HTML as well."""
    if not _FRAGMENT().match(text) or len(_CLOSED().findall(text)) < _FEWEST_CLOSED:
        return False
    return not any(sign().search(text) for sign in _MARKDOWN_SIGNS)
