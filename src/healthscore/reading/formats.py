"""Which format some bytes are in: by content first, by name second. One row a format, one module a reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

from healthscore.reading import plain
from healthscore.reading.draft import Draft

Reader = Callable[[str], Draft]


def _read_markdown(text: str) -> Draft:
    from healthscore.reading import markdown  # brings a parser along: only for Markdown

    return markdown.read(text)


READERS: Mapping[str, Reader] = MappingProxyType({"plain": plain.read, "markdown": _read_markdown})

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdx", ".rmd", ".qmd"})
_FOREIGN: tuple[tuple[str, tuple[bytes, ...], tuple[str, ...]], ...] = (
    ("PDF", (b"%pdf-",), (".pdf",)),
    ("HTML", (b"<!doctype html", b"<html", b"<head", b"<body"), (".html", ".htm", ".xhtml")),
    ("DOCX", (), (".docx", ".docm")),
    ("old Word (DOC)", (b"\xd0\xcf\x11\xe0",), (".doc",)),
    ("OpenDocument", (), (".odt",)),
    ("RTF", (b"{\\rtf",), (".rtf",)),
    ("EPUB", (), (".epub",)),
    ("a ZIP archive (as DOCX, ODT and EPUB are)", (b"pk\x03\x04",), (".zip",)),
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


def foreign_format(data: bytes, name: str) -> str | None:
    """The name of a known format that has no reader yet, or None."""
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    suffix = PurePath(name).suffix.lower()
    by_suffix = next((format_name for format_name, _, suffixes in _FOREIGN if suffix in suffixes), None)
    by_content = next((format_name for format_name, starts, _ in _FOREIGN if start.startswith(starts)), None)
    if by_content and by_suffix and by_content.startswith("a ZIP"):
        return by_suffix
    return by_content or by_suffix


def text_format(text: str, name: str) -> str:
    """``markdown`` where the name or the text's own markup says so, else ``plain``."""
    if PurePath(name).suffix.lower() in _MARKDOWN_SUFFIXES:
        return "markdown"
    return "markdown" if any(sign.search(text) for sign in _MARKDOWN_SIGNS) else "plain"
