"""PDFs that are broken or mean harm, each made of a few objects."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from functools import cache

from printing import printed
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
SENTENCE = "Walking lowers the pain of a stiff back in many adults, and some of them sleep better afterwards."


def assembled(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of some objects, the first of them the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        max(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def content(*shown: str, size: int = 10) -> bytes:
    lines = b" ".join(b"(%s) Tj 0 -14 Td" % text.encode() for text in shown)
    return b"BT /F %d Tf 60 780 Td %s ET" % (size, lines)


def page_with(body: bytes, **objects: bytes) -> bytes:
    """One page that shows some content, with some objects replaced: ``page``, ``pages``, ``font``, ``catalog``."""
    return assembled(
        {
            1: objects.get("catalog", CATALOG),
            2: objects.get("pages", ONE_PAGE),
            3: objects.get("page", PAGE),
            4: body if body.startswith(b"<<") else stream(body),
            5: objects.get("font", FONT),
            **({6: objects["more"]} if "more" in objects else {}),
        }
    )


LINES = [SENTENCE[:59], SENTENCE[60:]] * 8
SOUND = page_with(content(*LINES))


def _locked() -> bytes:
    style = ParagraphStyle("text")
    return printed([Paragraph(SENTENCE * 20, style)], encrypt=StandardEncryption("secret", strength=128))


def _scanned() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    canvas.drawImage(ImageReader(Image.new("L", (600, 800), 200)), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


def many_pages(count: int) -> bytes:
    return page_with(
        content(*LINES), pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    )


@cache
def _bomb(size: int, times: int) -> bytes:
    """A content stream that unpacks to spaces."""
    data = zlib.compress(b" " * size, 9)
    for _ in range(times - 1):
        data = zlib.compress(data, 9)
    return page_with(stream(data, b"/Filter [%s]" % (b"/FlateDecode " * times)))


def _flood(megabytes: int) -> bytes:
    """A content stream that unpacks to text without end."""
    unit = b"(Walking lowers pain and helps.) Tj 0 -1 Td "
    body = b"BT /F 1 Tf 60 780 Td " + unit * (megabytes * 1_000_000 // len(unit)) + b"ET"
    return page_with(stream(zlib.compress(body, 9), b"/Filter /FlateDecode"))


def _looping_xref() -> bytes:
    at = SOUND.rindex(b"xref\n0 1")
    return SOUND.replace(b"trailer <<", b"trailer << /Prev %d" % at)


def _form_in_itself() -> bytes:
    page = PAGE.replace(b"/Font", b"/XObject << /X 6 0 R >> /Font")
    form = stream(
        b"/X Do /X Do " + content(*LINES),
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> /Font << /F 5 0 R >> >>",
    )
    return page_with(b"/X Do /X Do", page=page, more=form)


def _object_streams() -> bytes:
    """Object streams that extend each other, with the page in them."""
    inner = b"3 0 " + PAGE
    one = stream(inner, b"/Type /ObjStm /N 1 /First 4 /Extends 7 0 R")
    two = stream(inner, b"/Type /ObjStm /N 100000000 /First 4 /Extends 6 0 R")
    return assembled({1: CATALOG, 2: ONE_PAGE, 4: stream(content(*LINES)), 5: FONT, 6: one, 7: two})


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked": (_locked, "needs a password"),
    "scanned": (_scanned, "ocrmypdf"),
    "blank": (lambda: page_with(b""), "ocrmypdf"),
    "no pages": (lambda: page_with(b"", pages=b"<< /Type /Pages /Kids [] /Count 0 >>"), "damaged"),
    "no page tree": (lambda: page_with(b"", catalog=b"<< /Type /Catalog >>"), "damaged"),
    "head only": (lambda: b"%PDF-1.7\n", "damaged"),
    "junk": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 500, "damaged"),
    "zeros": (lambda: b"%PDF-1.7\n" + bytes(100_000), "damaged"),
    "100,000 pages": (lambda: many_pages(100_000), "--max-pages"),
    "a bomb": (lambda: _bomb(300_000_000, 1), ""),
    "a bomb in a bomb": (lambda: _bomb(300_000_000, 3), ""),
    "a flood of text": (lambda: _flood(60), ""),
    "a pit of brackets": (lambda: page_with(b"", page=b"[" * 1_000_000), "damaged"),
    "a pit in the content": (lambda: page_with(b"[" * 2_000_000), ""),
    "cut off": (lambda: SOUND[:-300], "damaged"),
    "cut in half": (lambda: SOUND[: len(SOUND) // 2], "damaged"),
    "a huge page": (
        lambda: page_with(content(*LINES), page=PAGE.replace(b"595 842", b"1000000000 1000000000")),
        "",
    ),
    "a form in itself": (_form_in_itself, ""),
    "object streams in a circle": (_object_streams, "damaged"),
    "a tree of itself": (
        lambda: page_with(b"", pages=b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"),
        "",
    ),
}

READ: dict[str, Callable[[], bytes]] = {
    "sound": lambda: SOUND,
    "junk behind": lambda: SOUND + bytes(200_000),
    "a wrong start": lambda: SOUND.replace(b"startxref\n", b"startxref\n99"),
    "a table of itself": _looping_xref,
    "a page of no size": lambda: page_with(content(*LINES), page=PAGE.replace(b"595 842", b"0 0")),
    "a turned page": lambda: page_with(content(*LINES), page=PAGE.replace(b"/Contents", b"/Rotate 90 /Contents")),
    "a wrong count": lambda: page_with(content(*LINES), pages=ONE_PAGE.replace(b"/Count 1", b"/Count -7")),
    "a script": lambda: page_with(
        content(*LINES), catalog=CATALOG[:-2] + b"/OpenAction << /S /Launch /F (/bin/sh) /JS (app.alert\\(1\\)) >> >>"
    ),
    "words over each other": lambda: page_with(content(*LINES, *LINES).replace(b"0 -14 Td", b"0 0 Td")),
    "a word of a million letters": lambda: page_with(content(*LINES, "a" * 200_000)),
    "type of every size": lambda: page_with(content(*LINES) + b"".join(content(text, size=n) for n, text in enumerate(LINES * 5))),
}  # fmt: skip
