"""Which format some bytes or a text are in: by content first, by name second. One row a format, one module a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from healthscore.reading import plain
from healthscore.reading.draft import Draft

Reader = Callable[[str, str], Draft]
DocumentReader = Callable[[bytes, str], Draft]


def _read_plain(text: str, _name: str) -> Draft:
    return plain.read(text)


def _read_markdown(text: str, _name: str) -> Draft:
    from healthscore.reading import markdown  # brings a parser along: only for Markdown

    return markdown.read(text)


def _read_html(text: str, name: str) -> Draft:
    from healthscore.reading import html  # brings a parser along: only for HTML

    return html.read(text, name)


READERS: Mapping[str, Reader] = MappingProxyType(
    {"plain": _read_plain, "markdown": _read_markdown, "html": _read_html}
)

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd"})


@dataclass(frozen=True, slots=True)
class Document:
    """A format that is no plain text: how its files begin (in lower case) and what their names end with.

    ``read`` makes a draft of a file's bytes and name; None where there is no reader. ``format`` is what the article's
    ``format`` says, ``label`` what people call it.
    """

    format: str
    label: str
    starts: tuple[bytes, ...]
    suffixes: tuple[str, ...]
    read: DocumentReader | None = None


_ARCHIVE = b"pk\x03\x04"
DOCUMENTS = (
    Document("pdf", "PDF", (b"%pdf-",), (".pdf",)),
    Document("docx", "DOCX", (), (".docx", ".docm")),
    Document("doc", "old Word (DOC)", (b"\xd0\xcf\x11\xe0",), (".doc",)),
    Document("odt", "OpenDocument", (), (".odt",)),
    Document("rtf", "RTF", (b"{\\rtf",), (".rtf",)),
    Document("epub", "EPUB", (), (".epub",)),
    Document("zip", "a ZIP archive (as DOCX, ODT and EPUB are)", (_ARCHIVE,), (".zip",)),
)
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^<>]{0,300}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,5}<(?:!doctype\s+html|(?:html|head|body)\b)",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?:article|section|main|div|header|p|h[1-6]|ul|ol|table|blockquote|figure|center|span|title|meta)\b[^<>]*>",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(?:p|div|li|h[1-6]|td|article|section|blockquote)\s*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_FEWEST_CLOSED = 2  # elements of a fragment of HTML
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
    """``html`` or ``markdown`` where the text's own markup or the name says so, else ``plain``."""
    suffix = PurePath(name).suffix.lower()
    if _PAGE.match(text.removeprefix("\ufeff")):
        return "html"
    if suffix in _MARKDOWN_SUFFIXES:
        return "markdown"
    if (suffix in _HTML_SUFFIXES and _TAG.search(text)) or _is_fragment(text):
        return "html"
    return "markdown" if any(sign.search(text) for sign in _MARKDOWN_SIGNS) else "plain"


def _is_fragment(text: str) -> bool:
    """Whether a text without ``<html>`` is HTML all the same; Markdown may hold HTML as well."""
    if not _FRAGMENT.match(text) or len(_CLOSED.findall(text)) < _FEWEST_CLOSED:
        return False
    return not any(sign.search(text) for sign in _MARKDOWN_SIGNS)
