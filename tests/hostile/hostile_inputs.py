"""Files that are broken, or made to harm: what each is, by the name of the file. A new format adds its own rows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from docxes import RELATIONS, TYPES, docx, packed, paragraph, styled

SOUND = (
    "Walking and back pain\n\nWalking lowers the pain of a stiff lower back in many adults. In a trial of 120 adults published in "
    "the Journal of Plain Examples in 2019, those who walked had less pain after eight weeks.\n\n"
)
BOMB = 60_000_000  # bytes that a bomb unpacks to
DEEP = 100_000
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>{}]>".format(
    "".join(
        f"<!ENTITY {one} '{f'&{before};' * 10}'>" for before, one in zip("abcdefgh", "bcdefghi", strict=True)
    )
)
FETCH = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y SYSTEM 'http://127.0.0.1:9/'>]>"


def text(body: str, times: int = 1) -> Callable[[], bytes]:
    """The sound article with something after it, so many times."""
    return lambda: (SOUND + body * times).encode("utf-8", "surrogatepass")


def page(body: str, times: int = 1) -> Callable[[], bytes]:
    """The same as a page of HTML."""
    words = SOUND.split("\n\n")[1]
    return lambda: f"<!doctype html><title>T</title><h1>Walking</h1><p>{words}</p>{body * times}".encode()


def word(body: str, times: int = 1, **parts: str) -> Callable[[], bytes]:
    """The same as a DOCX file; ``parts`` are others of the document."""
    return lambda: docx(paragraph(SOUND.split("\n\n")[1]) + body * times, **parts)  # type: ignore[arg-type]


def document(xml: str | bytes, **members: str | bytes) -> Callable[[], bytes]:
    """A DOCX file with this main part, and other members."""
    return lambda: packed(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": xml, **members}
    )


def wordml(body: str, before: str = "") -> str:
    return f'{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'


def _lying() -> bytes:
    """An archive whose list says that a bomb is small."""
    data = bytearray(document(b"<" + b" " * 1_000_000)())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def _flagged() -> bytes:
    """An archive that says its members are encrypted."""
    data = bytearray(docx(paragraph("Rest.")))
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def _spoilt() -> bytes:
    """An archive in which one byte of the text is another."""
    data = bytearray(docx(paragraph("Rest the sore knee for a day or two. " * 40)))
    at = data.index(b"word/document.xml") + 60
    data[at] ^= 0xFF
    return bytes(data)


def _lzma() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", wordml(paragraph("Rest.")))
    return stream.getvalue()


def _crowded() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", wordml(paragraph("Rest.")))
        for number in range(12_000):
            archive.writestr(f"word/{number}", "")
    return stream.getvalue()


def _ole(*names: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "".join(names).encode("utf-16-le") + bytes(512)


TEXTS: dict[str, Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "blank.txt": lambda: b" \n\t\xc2\xa0\n" * 50,
    "mark-alone.txt": lambda: b"\xff\xfe",
    "nul.txt": lambda: SOUND.encode() + b"\x00" + SOUND.encode(),
    "binary.txt": lambda: bytes(range(256)) * 40,
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "gzip.md": lambda: b"\x1f\x8b\x08" + bytes(50),
    "utf-16-unmarked.txt": lambda: SOUND.encode("utf-16-le"),
    "utf-16-odd.txt": lambda: SOUND.encode("utf-16")[:-1],
    "utf-16-lie.txt": lambda: b"\xff\xfe" + SOUND.encode(),
    "utf-8-cut.txt": lambda: (SOUND + "naïve café – “rest” " * 9 + "é").encode()[:-1],
    "continuation.txt": lambda: b"\x80" * 5_000,
    "windows.txt": lambda: (SOUND + "“Rest” – naïve café.").encode("cp1252"),
    "cyrillic.txt": lambda: ("Мигрень болит. " * 40).encode("cp1251"),
    "other-language.txt": lambda: ("Die Migräne ist mehr als ein Kopfschmerz. " * 40).encode(),
    "controls.txt": lambda: ("".join(map(chr, range(1, 32))) * 99).encode(),
    "surrogates.txt": text("lone \ud800 and \udfff. ", 50),
    "long-word.txt": text("a", 1_000_000),
    "long-word-allowed.txt": text("a", 199_000),
    "long-number.txt": text("1", 150_000),
    "spaces.txt": text(" ", 190_000),
    "line-ends.txt": text("\n", 190_000),
    "mixed-ends.txt": text("Rest.\r\r\n\n\r", 5_000),
    "no-stop.txt": text("walking lowers pain and ", 2_000),
    "stops.txt": text(". ", 90_000),
    "numbers.txt": text("5 mg, ", 7_000),
    "brackets.txt": text("(see (this ", 9_000),
    "long-citations.txt": text(f"({'A' * 150} 2019x) ", 1_000),
    "lost.txt": text("(Smith et al., 2019) ", 9_000),
    "frequencies.txt": text("Headaches are rare. Headaches are common. ", 4_500),
    "version.txt": text("It lowers the risk by 50% and 1.1" + ".1" * 90_000 + " "),
    "citations.txt": text("Rest helps [1-99]. ", 9_900),
    "conflicts.txt": text("Garlic is safe. Garlic is not safe. ", 1_300),
    "unseen.txt": text("\u200b", 150_000),
    "joiners.txt": text("w\u200do\u200dr\u200dd ", 10_000),
    "right-to-left.txt": text("\u202eeruc elcarim a si cilraG\u202c. ", 500),
    "posing.txt": text("A mir\u0430cle cur\u0435 that h\u0435als. ", 300),
    "marks.txt": text("c\u0336u\u0338r\u0300\u0301\u0302e ", 5_000),
    "families.txt": text("👩\u200d👩\u200d👧\u200d👦 ", 9_000),
    "other-ends.txt": text("Rest.\u2028Walk.\u2029Sleep.\x85Eat.\x0b\x0c", 900),
    "large.txt": lambda: b"Rest the sore knee. " * 120_000,
}
MARKDOWN: dict[str, Callable[[], bytes]] = {
    "quotes.md": text(">", 30_000),
    "lists.md": lambda: "".join(f"{' ' * (2 * n)}- a\n" for n in range(300)).encode(),
    "labels.md": text("[", 30_000),
    "images.md": text("![a](", 9_000),
    "ticks.md": lambda: "".join("`" * n + " " for n in range(1, 400)).encode(),
    "stars.md": text("*a _b ", 9_000),
    "columns.md": lambda: ("|a" * 3_000 + "|\n" + "|-" * 3_000 + "|\n" + "|b" * 3_000 + "|\n").encode(),
    "comment.md": text("<!--", 9_000),
    "script.md": text("<script>alert(1)</script>\n\n", 900),
    "entities.md": text("&amp;&#0;&#x110000;", 5_000),
    "definitions.md": lambda: "".join(f"[{n}]: http://a.example/{n}\n" for n in range(6_000)).encode(),
    "front-bomb.md": lambda: (
        "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "title: *i\nauthor: *i\n---\n\n" + SOUND
    ).encode(),
    "front-object.md": lambda: b"---\ntitle: !!python/object/apply:os.system ['touch /tmp/x']\n---\n\n" + SOUND.encode(),
    "front-deep.md": lambda: ("---\ntitle: " + "[" * 9_000 + "\n---\n\n" + SOUND).encode(),
    "front-toml.md": lambda: ("+++\ntitle = " + "[" * 9_000 + "\n+++\n\n" + SOUND).encode(),
}  # fmt: skip
PAGES: dict[str, Callable[[], bytes]] = {
    "deep.html": page("<div>", DEEP),
    "deep-inline.html": page("<b>", DEEP),
    "unclosed.html": page("<p>a<table><tr><td>", 3_000),
    "attributes.html": page("<p " + "a=1 " * 50_000 + ">x</p>"),
    "style.html": page(f"<p style='{'-' * 100_000}'>x</p>"),
    "laughs.html": lambda: (LAUGHS + f"<html><body><p>{SOUND}&i;</p></body></html>").encode(),
    "fetch.html": page(
        "<img src='http://127.0.0.1:9/x'><iframe src='file:///etc/passwd'></iframe><link rel=stylesheet href='//x/y'>"
    ),
    "title.html": page(f"<meta property='og:title' content='{chr(9) * 150_000}x'><h1>x</h1>"),
    "script.html": page("<script>while(1){}</script>", 500),
    "only-menus.html": lambda: b"<!doctype html><nav><a href=/>Home</a></nav>",
    "open-comment.html": page("<!-- ", 30_000),
    "signs.html": page("<", 100_000),
    "plaintext.html": page("<plaintext>", 500),
    "nul.html": page("<p>a\x00b</p>", 5),
    "lie.html": lambda: "<!doctype html><meta charset=utf-16><p>Rest helps a sore knee – often.".encode(),
    "data.html": page(f"<script type='application/ld+json'>{'[' * 50_000}</script>"),
    "data-uri.html": page(f"<img src='data:image/png;base64,{'A' * 500_000}'>"),
}
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "bomb.docx": document(b" " * BOMB),
    "bomb-styles.docx": document(
        wordml(paragraph("Rest.")),
        **{"word/styles.xml": b" " * BOMB, "word/_rels/document.xml.rels": RELATIONS.replace("officeDocument\"", "styles\"").replace("word/document", "styles")},
    ),
    "lying.docx": _lying,
    "crowded.docx": _crowded,
    "laughs.docx": document(wordml(paragraph("&i;"), LAUGHS)),
    "laughs-16.docx": document(wordml(paragraph("&i;"), LAUGHS).encode("utf-16")),
    "fetch.docx": document(wordml(paragraph("&x;&y;"), FETCH)),
    "deep.docx": document(wordml("<w:r>" * DEEP)),
    "deep-tables.docx": word("<w:tbl><w:tr><w:tc>" * 900 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 900),
    "tables-that-end.docx": word("<w:tbl><w:tr><w:tc>" * 50 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 50),
    "fields.docx": word('<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r></w:p>', 9_000),
    "ends.docx": word('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:t>x </w:t></w:r></w:p>', 3_000),
    "runs.docx": word(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 60_000}</w:p>"),
    "attributes.docx": word("<w:p " + " ".join(f'w:a{n}="1"' for n in range(20_000)) + "/>"),
    "notes.docx": word(
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>', 3_000,
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>Marsh 2019. doi:10.1/x</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>',
    ),
    "circle.docx": word(
        styled("A", "Rest."),
        styles='<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    ),
    "numbers.docx": word(
        paragraph("Rest.", '<w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr>'), 500,
        numbering='<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:start w:val="99999999"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    ),
    "cut.docx": lambda: docx(paragraph("Rest."))[:-200],
    "half.docx": lambda: docx(paragraph("Rest."))[:300],
    "spoilt.docx": _spoilt,
    "flagged.docx": _flagged,
    "lzma.docx": _lzma,
    "no-document.docx": lambda: packed({"[Content_Types].xml": TYPES}),
    "broken-xml.docx": document("<w:document"),
    "no-body.docx": document(f'<w:document xmlns:w="{NAMESPACE}"/>'),
    "sheet.docx": lambda: packed({"xl/workbook.xml": "<workbook/>"}),
    "wander.docx": document(
        wordml(paragraph("Rest the sore knee.")), **{"../../etc/passwd": "x", "/abs": "x", "word\\odd": "x"}
    ),
    "encoding.docx": document(b'<?xml version="1.0" encoding="utf-7"?><w:document/>'),
    "text.docx": lambda: SOUND.encode(),
    "empty-archive.docx": lambda: b"PK\x05\x06" + bytes(18),
    "password.docx": lambda: _ole("EncryptedPackage"),
    "old.doc": lambda: _ole("WordDocument"),
    "renamed.txt": lambda: docx(paragraph(SOUND.split("\n\n")[1])),
    "archive.zip": lambda: packed({"a.txt": SOUND}),
    "book.epub": lambda: packed({"mimetype": "application/epub+zip"}),
    "rich.rtf": lambda: b"{\\rtf1 Rest.}",
    "cut.pdf": lambda: b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
    "noise.pdf": lambda: b"%PDF-1.4\n" + bytes(range(256)) * 99,
    "circle.pdf": lambda: b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>",
}  # fmt: skip
INPUTS = {**TEXTS, **MARKDOWN, **PAGES, **DOCUMENTS}
