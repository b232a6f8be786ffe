"""Bytes to text: which encoding, one kind of line end, no characters that break later work."""

from __future__ import annotations

import codecs

from healthscore.reading.errors import BinaryError, EncodingError

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"  # no width and no meaning as white space

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY_STARTS = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"OggS",
    b"ID3",
    b"SQLite format 3",
    b"II*\x00",
    b"MM\x00*",
)
_TEXT_CONTROLS = frozenset("\t\n\r\f\v\x1b\x85")
_GUESS = "encoding guessed: Windows-1252, as the file is not UTF-8"
_LETTERS_NEEDED = 0.6  # of the visible characters, before a guessed encoding is believed
_ASCII_IN_UTF16 = 0.6  # of the bytes, without a single NUL: no text in pairs of bytes looks like that
_ODD_LETTERS_ALLOWED = 0.3  # of the letters outside ASCII: more is mojibake, not Western text


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes, and in words what had to be guessed.

    Raises:
        BinaryError: it is no text.
        EncodingError: it may be text, but nothing tells in which encoding.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _marked(data, encoding, name), ()
    if data.startswith(_BINARY_STARTS) or b"\x00" in data:
        raise BinaryError(name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or (_guessed(data, name), (_GUESS,))
    if _share_of_controls(text) > 0.1:
        raise BinaryError(name)
    return text, ()


def _damaged(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 in which a few bytes are broken; None where it is more likely another encoding."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(not char.isascii() for char in text) - broken
    if sound < 3 * broken:
        return None
    return text, (f"{broken} characters are not valid UTF-8 and were replaced",)


def clean(text: str) -> str:
    """Text with ``\\n`` as its only line end and without lone surrogates or NUL characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and "\x00" not in text:
        return text
    text = text.translate({0x2028: "\n", 0x2029: "\n", 0: "\ufffd"})
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def _marked(data: bytes, encoding: str, name: str) -> str:
    if encoding == "utf-16" and b"\x00" not in data and _share_of_ascii(data) > _ASCII_IN_UTF16:
        raise EncodingError(name)  # single bytes behind a mark that promises pairs
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise EncodingError(name) from None
    if "\x00" in text:
        raise BinaryError(name)
    return text


def _guessed(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise EncodingError(name) from None
    visible = [char for char in text if not char.isspace()]
    letters = [char for char in visible if char.isalpha()]
    odd = sum(not char.isascii() for char in letters)
    if (
        _share_of_controls(text) > 0.01
        or len(letters) < _LETTERS_NEEDED * len(visible)
        or odd > _ODD_LETTERS_ALLOWED * len(letters)
    ):
        raise EncodingError(name)
    return text


def _share_of_ascii(data: bytes) -> float:
    return sum(b" "[0] <= byte <= b"~"[0] for byte in data) / len(data)


def _share_of_controls(text: str) -> float:
    sample = text[:65_536]
    controls = sum(char < " " or "\x7f" <= char < "\xa0" for char in sample if char not in _TEXT_CONTROLS)
    return controls / max(len(sample), 1)
