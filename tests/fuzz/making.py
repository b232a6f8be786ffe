"""Broken articles of every format, made of sound ones by random changes. A new format is one row in ``FORMATS``."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random

from docxes import docx, paragraph, styled

TESTS = Path(__file__).parents[1]
EXAMPLES = TESTS.parent / "examples"
_LONGEST = (
    3_000  # characters of a sound piece: what goes wrong shows in short texts too, and these are read faster
)
PIECES = (
    "# ", "- ", "1. ", "> ", "| a | b |\n", "|---|\n", "\n", "\n\n", "\r\n", "```\n", "---\n", "**", "_", "`", "[", "](", ")", "[^1]",
    "[^1]: ", "<b>", "</p>", "<!--", "-->", "<script>", "<p>", "<div style='display:none'>", "&amp;", "&#0;", "\\", "~~", "\t",
    "http://a.b/c_(d).", "10.1000/x", "[1]", "(Smith 2019)", "e\u0301", "👩‍⚕️", "\ufeff", "\u200b", "\u202e", "\u00ad", "\u2028", "\x0b",
    "\x85", "\x00", "\ud800", "mir\u0430cle", "500 mg", "3.5%", "2-3 g a day", "References\n", "By Jane Smith, MD\n", "3 March 2021", "not ",
    " may ", " cures ", " raises ", " lowers ", "?", "!", ".", "...", "“", "”", "'", "(", "é", "µg", "½", "²", "①", "Q: ", "A: ",
)  # fmt: skip
_WORDML = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", "<w:del>", "</w:del>",
    "<w:ins>", "</w:ins>", "<w:br/>", "<w:tab/>", '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>',
    '<w:fldChar w:fldCharType="separate"/>', "<w:instrText>HYPERLINK x</w:instrText>", "<w:rPr><w:vanish/></w:rPr>",
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
    '<w:footnoteReference w:id="2"/>', "<w:txbxContent>", "</w:txbxContent>", '<w:sym w:font="Symbol" w:char="F061"/>',
    "<mc:AlternateContent>", "</mc:AlternateContent>", "<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>",
)  # fmt: skip


def make(name: str, chance: Random) -> bytes:
    """An input of a format."""
    return FORMATS[name](chance)


def changed(text: str, chance: Random, pieces: Sequence[str] = PIECES) -> str:
    """A text after a few random changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 9, 20))):
        at, length = chance.randrange(len(text) + 1), chance.choice((1, 1, 2, 5, 20, 100))
        before, cut, after = text[:at], text[at : at + length], text[at + length :]
        what = chance.randrange(7)
        if what == 0:
            text = before + after
        elif what == 1:
            text = before + cut * chance.choice((2, 3, 30)) + after
        elif what == 2:
            text = before + chance.choice(pieces) * chance.choice((1, 1, 1, 2, 40)) + cut + after
        elif what == 3:
            text = before + chance.choice(pieces) + after
        elif what == 4:
            text = before + cut[::-1] + after
        elif what == 5:
            text = after + before if chance.random() < 0.2 else before
        else:
            text = (
                before
                + chr(
                    chance.choice(
                        (chance.randrange(128), chance.randrange(0x3000), chance.randrange(0x110000))
                    )
                )
                + after
            )
    return text


def _broken(data: bytes, chance: Random) -> bytes:
    """Bytes after a few random changes."""
    data = bytearray(data)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(data) + 1)
        what = chance.randrange(4)
        if what == 0:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif what == 1:
            del data[at : at + chance.choice((1, 4, 100))]
        elif what == 2:
            data[at:at] = data[at : at + chance.choice((4, 50))]
        else:
            data[at:at] = chance.randbytes(chance.choice((1, 4, 16)))
    return bytes(data)


@cache
def _articles() -> tuple[str, ...]:
    files = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".md"))
    return tuple(path.read_text(encoding="utf-8") for path in files)


def _piece(chance: Random) -> str:
    """A stretch of a sound article, or of nothing but marks."""
    if chance.random() < 0.1:
        return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 60)))
    text = chance.choice(_articles())
    at = chance.randrange(max(len(text) - 200, 1))
    return text[at : at + chance.choice((150, 400, _LONGEST))]


def _encoded(text: str, chance: Random) -> bytes:
    encoding = chance.choice(("utf-8",) * 8 + ("utf-16", "cp1252"))
    data = text.encode(encoding, "replace" if encoding == "cp1252" else "surrogatepass")
    return _broken(data, chance) if chance.random() < 0.1 else data


def _text(chance: Random) -> bytes:
    return _encoded(changed(_piece(chance), chance), chance)


def _html(chance: Random) -> bytes:
    body = "".join(f"<p>{each}</p>\n" for each in re.split(r"\n\n+", _piece(chance)))
    title = chance.choice(
        ("<h1>Title</h1>", "<meta property='article:published_time' content='2021-03-05'>", "<nav>Home</nav>")
    )
    page = f"<!doctype html><html><head><title>T</title></head><body>{title}<article>{body}</article></body></html>"
    return _encoded(changed(page, chance), chance)


def _docx(chance: Random) -> bytes:
    paragraphs = [
        chance.choice((paragraph, lambda text: styled("Heading1", text)))(
            re.sub("[^\x20-\x7e]|[<&]", " ", each)
        )
        for each in re.split(r"\n\n+", _piece(chance))
    ]
    body = "".join(paragraphs)
    if chance.random() < 0.5:
        body = _rearranged(body, chance)
    body = changed(body, chance, _WORDML) if chance.random() < 0.3 else body
    data = docx(body.encode("utf-8", "replace").decode())  # half a character has no bytes to be written as
    return _broken(data, chance) if chance.random() < 0.3 else data


def _rearranged(body: str, chance: Random) -> str:
    """Sound XML that no program writes: elements wrapped in others where they do not belong."""
    parts = re.split(r"(?<=</w:p>)", body)
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(parts))
        opening = chance.choice([piece for piece in _WORDML if re.fullmatch(r"<[\w:]+>", piece)])
        parts[at] = f"{opening}{parts[at]}</{opening[1:]}"
        single = chance.choice([piece for piece in _WORDML if piece.endswith("/>")])
        parts[at] = parts[at].replace("<w:t", f"{single}<w:t", 1)
    return "".join(parts).replace("\x00", "").encode("utf-8", "replace").decode()


def _pdf(chance: Random) -> bytes:
    words = re.sub(r"[^\x20-\x7e]|[()\\]", " ", _piece(chance))
    lines = "".join(f"({words[at : at + 80]}) Tj T* " for at in range(0, len(words), 80))
    page = f"BT /F1 10 Tf 12 TL 50 800 Td {changed(lines, chance) if chance.random() < 0.5 else lines} ET"
    content = zlib.compress(page.encode("utf-8", "replace"))
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj\n"
        + b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(content)
        + content
        + b"\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    return _broken(data, chance) if chance.random() < 0.6 else data


FORMATS: dict[str, Callable[[Random], bytes]] = {
    "txt": _text,
    "md": _text,
    "docx": _docx,
    "html": _html,
    "pdf": _pdf,
}
SHARES = {"pdf": 40}  # one turn in so many: each is read in a process of its own
