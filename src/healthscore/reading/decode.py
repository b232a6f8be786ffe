"""Bytes to text: which encoding, one kind of line end, no characters that break later work."""

from __future__ import annotations

import codecs
import re

from healthscore.reading.errors import BinaryError, EncodingError
from healthscore.regexes import when_needed

INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"  # no width and no meaning as white space

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PAIRS = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))  # pages in UTF-16 without a mark
_HEAD = 4_096  # bytes in which a page declares its encoding
_DECLARATION = when_needed(
    rb"<(?:meta\b[^<>]{0,200}?\bcharset|\?xml\b[^<>]{0,100}?\bencoding)\s*=\s*[\"']?\s*(?P<label>[\w.:-]{2,30})",
    re.IGNORECASE,
)
_KNOWN_LABEL = when_needed(  # those of the WHATWG Encoding Standard that Python knows by the same name
    r"iso[-_]?8859[-_]?\d{1,2}|latin-?\d|windows-\d{3,4}|cp125\d|koi8-[ru]|macintosh|gb2312|gbk|gb18030|big5|euc-jp|euc-kr"
    r"|shift[-_]jis|us-ascii|ascii"
)
_AS_BROWSERS_DO = dict.fromkeys(
    ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"
)
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
_ZEROS_IN_UTF16 = 0.6  # of every other byte of a text in Latin letters
_STRAY_ZEROS_IN_UTF16 = 0.01  # of the others
_ASCII_IN_UTF16 = 0.6  # of the bytes, without a single NUL: no text in pairs of bytes looks like that
_ODD_LETTERS_ALLOWED = 0.3  # of the letters outside ASCII: more is mojibake, not Western text


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of some bytes, and in words what had to be guessed.

    What is UTF-8 is read as such, whatever it declares: pages are often labelled wrongly, and by chance no other text is.

    Raises:
        BinaryError: it is no text.
        EncodingError: it may be text, but nothing tells in which encoding.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _marked(data, encoding, name), ()
    if encoding := next((encoding for start, encoding in _PAIRS if data.startswith(start)), ""):
        return _marked(data, encoding, name), (
            f"encoding guessed: {encoding.upper()}, from how the page begins",
        )
    if data.startswith(_BINARY_STARTS):
        raise BinaryError(name)
    if b"\x00" in data:
        return _unmarked(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged(data) or _declared(data) or (_guessed(data, name), (_GUESS,))
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


def _declared(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """The text in the encoding that an HTML or XML page says it is in; None where it says none, or a wrong one."""
    match = _DECLARATION().search(data, 0, _HEAD)
    label = match["label"].decode("ascii").lower() if match else ""
    if not _KNOWN_LABEL().fullmatch(label):
        return None
    try:
        return data.decode(_AS_BROWSERS_DO.get(label, label)), ()
    except (UnicodeDecodeError, LookupError):
        return None


def clean(text: str) -> str:
    """Text with ``\\n`` as its only line end and without lone surrogates or NUL characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and "\x00" not in text:
        return text
    for char, instead in (("\u2028", "\n"), ("\u2029", "\n"), ("\x00", "\ufffd")):
        text = text.replace(char, instead)
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


def _unmarked(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of bytes with zeros among them, if they are UTF-16 without a mark: the zeros stand in every other place."""
    sample = data[: _HEAD * 2]
    zeros = [half.count(0) for half in (sample[::2], sample[1::2])]
    encoding = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    pairs = len(sample) // 2
    if min(zeros) > _STRAY_ZEROS_IN_UTF16 * pairs or max(zeros) < _ZEROS_IN_UTF16 * pairs:
        raise BinaryError(name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise EncodingError(name) from None
    if "\x00" in text or _share_of_controls(text) > 0.01 or not _is_in_letters(text):
        raise BinaryError(name)
    return text, (f"encoding guessed: {encoding.upper()}, from where its zero bytes stand",)


def _guessed(data: bytes, name: str) -> str:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise EncodingError(name) from None
    if _share_of_controls(text) > 0.01 or not _is_in_letters(text):
        raise EncodingError(name)
    return text


def _is_in_letters(text: str) -> bool:
    """Whether most of what is visible are letters, and few of them outside ASCII."""
    visible = [char for char in text if not char.isspace()]
    letters = [char for char in visible if char.isalpha()]
    odd = sum(not char.isascii() for char in letters)
    return len(letters) >= _LETTERS_NEEDED * len(visible) and odd <= _ODD_LETTERS_ALLOWED * len(letters)


def _share_of_ascii(data: bytes) -> float:
    return sum(b" "[0] <= byte <= b"~"[0] for byte in data) / len(data)


def _share_of_controls(text: str) -> float:
    sample = text[:65_536]
    controls = sum(char < " " or "\x7f" <= char < "\xa0" for char in sample if char not in _TEXT_CONTROLS)
    return controls / max(len(sample), 1)
