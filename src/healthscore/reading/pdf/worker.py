"""The child process: the bytes of a PDF in, its words with their places out.

PDFium is a large program in C++ that strangers' files are put into. What makes it crash, hang or ask for all
memory there is ends this process and nothing else. A request is a line of JSON and the bytes of the file, an answer a
line of JSON: ``pages``, ``info`` and ``broken`` (pages that could not be read), or ``refused`` with a reason.
"""

from __future__ import annotations

import ctypes
import json
import math
import os
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

BOLD, GLUED = 1, 2  # flags of a word; a glued one follows the word before it without a space

_MEMORY = 200_000_000  # bytes for this process, and some more for each byte of the file
_MEMORY_FOR_A_BYTE = 4
_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!ital)", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # a flag of the font descriptor
_BLANK = frozenset(map(ord, " \t\n\r\f\v\xa0\u2002\u2003\u2007\u2009\u202f\u3000"))
_HYPHENS = (0x02, 0xFFFE)  # what PDFium makes of a hyphen at a line end, which it also drops the line end for
_SAME_SIZE = 0.05  # of the size of the type
_DIGITS = range(ord("0"), ord("9") + 1)
_ANY_DIGIT = frozenset(_DIGITS)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MOST_LINKS = 5_000  # of a page
_LONGEST_ADDRESS = 2_000
_INFO = ("Title", "Author", "CreationDate")

_Box = tuple[float, float, float, float]  # left, bottom, right, top
Word = tuple[str, float, float, float, float, int]  # text, left, right, baseline, size, flags


def main() -> None:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not get among the answers
    requests = sys.stdin.buffer
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        _limit(request["seconds"], len(data))
        answer = _answer(data, request["pages"])
        _limit(0, len(data))
        answers.write(json.dumps(answer).encode("ascii") + b"\n")
        answers.flush()


def _limit(seconds: float, size: int) -> None:
    """End this process after so much work, also where its parent is gone; bound its memory. Both where a system can."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)  # a busy machine makes no file slow
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    most = _MEMORY + _MEMORY_FOR_A_BYTE * size
    with suppress(ValueError, OSError):  # a system that cannot
        resource.setrlimit(
            resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def _answer(data: bytes, max_pages: int) -> dict[str, Any]:
    handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        return {"refused": "locked" if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD else "damaged"}
    document = pypdfium2.PdfDocument(handle)
    try:
        if len(document) > max_pages:
            return {"refused": "pages", "count": len(document)}
        return _read(document)
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> dict[str, Any]:
    pages: list[dict[str, Any]] = []
    broken: list[int] = []
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            broken.append(number + 1)
            continue
        pages.append(_page(document, page, text, number + 1))
        text.close()
        page.close()
    info = {key: document.get_metadata_value(key)[:_LONGEST_ADDRESS] for key in _INFO}
    return {"pages": pages, "info": info, "broken": broken}


def _page(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int
) -> dict[str, Any]:
    """The words of a page, turned so that most of them stand upright, each with the index of what it links to or -1."""
    box = page.get_bbox()
    found = [word for word in _words(text) if _inside(word, box)]
    if not found:
        return {"number": number, "words": [], "targets": []}
    turn = Counter(word.turn for word in found).most_common(1)[0][0]
    targets, areas = _links(document, page)
    words = [(*_upright(word), _link_on(word, areas)) for word in found if word.turn == turn]
    return {"number": number, "words": words, "targets": targets}


class _Found(Struct, frozen=True):
    """A word where PDFium has it: the corners of its first and last character, its baseline's beginning."""

    text: str
    first: _Box
    last: _Box
    origin: tuple[float, float]
    size: float
    flags: int
    turn: int  # quarters of a circle, counter-clockwise


def _inside(word: _Found, box: _Box) -> bool:
    x, y = word.origin
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _upright(word: _Found) -> Word:
    first, last = _turned_box(word.turn, *word.first), _turned_box(word.turn, *word.last)
    y = _turned(word.turn, *word.origin)[1]
    left, right = min(first[0], last[0]), max(first[2], last[2])
    return word.text, round(left, 1), round(right, 1), round(y, 1), round(word.size, 1), word.flags


def _turned(turn: int, x: float, y: float) -> tuple[float, float]:
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turn]


def _turned_box(turn: int, left: float, bottom: float, right: float, top: float) -> _Box:
    a, b = _turned(turn, left, bottom), _turned(turn, right, top)
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _words(text: pypdfium2.PdfTextPage) -> Iterator[_Found]:
    """The page's words in the order of the file, parted at white space and where the size of the type changes."""
    fonts: dict[tuple[bytes, int], bool] = {}
    size = raw.FPDFText_GetFontSize
    for units, start, glued in _runs(text):
        end = start + len(units)
        begun, current = start, size(text, start)
        if abs(size(text, end - 1) - current) > _SAME_SIZE * current or not _ANY_DIGIT.isdisjoint(units):
            for at in range(start + 1, end):
                here = size(text, at)
                if abs(here - current) > _SAME_SIZE * current:
                    yield from _word(text, units[begun - start : at - start], begun, glued, fonts)
                    begun, current, glued = at, here, True
        yield from _word(text, units[begun - start :], begun, glued, fonts)


def _runs(text: pypdfium2.PdfTextPage) -> Iterator[tuple[list[int], int, bool]]:
    """Characters without white space or a line end between them, where they begin, and whether white space is missing there."""
    code = raw.FPDFText_GetUnicode
    units: list[int] = []
    glued = False
    count = text.count_chars()
    for at in range(count):
        unit = code(text, at)
        if unit in _BLANK:
            if units:
                yield units, at - len(units), glued
                units = []
            glued = False
        elif unit in _HYPHENS:
            yield [*units, 0xFFFE], at - len(units), glued
            units, glued = [], True
        else:
            units.append(_raised(text, at, unit) if unit in _DIGITS else unit)
    if units:
        yield units, count - len(units), glued


def _raised(text: pypdfium2.PdfTextPage, at: int, digit: int) -> int:
    """The digit as a superscript where its font draws it as one: its foot stands high above the baseline."""
    edges, x, y = [ctypes.c_double() for _ in range(4)], ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharBox(text, at, *edges)
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    _, _, bottom, top = (edge.value for edge in edges)
    high = bottom - y.value > 0.4 * (top - bottom) > 0
    return ord(_SUPERSCRIPTS[digit - _DIGITS[0]]) if high else digit


def _word(
    text: pypdfium2.PdfTextPage,
    units: list[int],
    start: int,
    glued: bool,
    fonts: dict[tuple[bytes, int], bool],
) -> Iterator[_Found]:
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    if not raw.FPDFText_GetMatrix(text, start, matrix) or not raw.FPDFText_GetCharOrigin(text, start, x, y):
        return
    across, up = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    turn = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    size = raw.FPDFText_GetFontSize(text, start) * (up or across)
    if abs(turn - round(turn)) > 0.05 or not size or not math.isfinite(size):
        return  # slanted: a watermark
    flags = (BOLD if _is_bold(text, start, fonts) else 0) | (GLUED if glued else 0)
    yield _Found(
        _decoded(units),
        _box(text, start),
        _box(text, start + len(units) - 1),
        (x.value, y.value),
        size,
        flags,
        round(turn) % 4,
    )


def _decoded(units: list[int]) -> str:
    """The word; characters beyond the first plane come in halves."""
    joined = "".join(chr(unit) if unit else "\ufffd" for unit in units)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _box(text: pypdfium2.PdfTextPage, at: int) -> _Box:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, box)
    return box.left, box.bottom, box.right, box.top


def _is_bold(text: pypdfium2.PdfTextPage, at: int, fonts: dict[tuple[bytes, int], bool]) -> bool:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, buffer, len(buffer), flags)
    key = buffer.value, flags.value
    if key not in fonts:
        name = key[0].decode("utf-8", "replace")
        fonts[key] = bool(_BOLD.search(name)) or bool(key[1] & _FORCED_BOLD)
    return fonts[key]


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> tuple[list[str], list[_Box]]:
    """The addresses that a page leads to, and the areas that lead there."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    targets: list[str] = []
    areas: list[_Box] = []
    while len(targets) < _MOST_LINKS and raw.FPDFLink_Enumerate(page, position, link):
        box, buffer = raw.FS_RECTF(), ctypes.create_string_buffer(_LONGEST_ADDRESS)
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        if 1 < raw.FPDFAction_GetURIPath(document, action, buffer, len(buffer)) <= len(buffer):
            targets.append(buffer.value.decode("utf-8", "replace"))
            areas.append((box.left, box.bottom, box.right, box.top))
    return targets, areas


def _link_on(word: _Found, areas: list[_Box]) -> int:
    """The index of the link that a word's middle stands in; -1 where there is none."""
    x = (min(word.first[0], word.last[0]) + max(word.first[2], word.last[2])) / 2
    y = (min(word.first[1], word.last[1]) + max(word.first[3], word.last[3])) / 2
    return next(
        (
            at
            for at, (left, bottom, right, top) in enumerate(areas)
            if left <= x <= right and bottom <= y <= top
        ),
        -1,
    )


if __name__ == "__main__":
    main()
