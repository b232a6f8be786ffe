"""The article as other programs print it: ``python tests/reading/pdf/producers.py`` writes the files beside this one.

Needs chromium, soffice (LibreOffice), groff with gropdf, and the packages typst and weasyprint; no test does.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from itertools import groupby
from pathlib import Path

from healthscore.article import Article, Block
from healthscore.reading import read_file

HERE = Path(__file__).parent
COLUMNS = "<style>body { column-count: 2; font-size: 10pt; text-align: justify; hyphens: auto } h1 { column-span: all }</style>"
PAGED = "<style>@page { size: A4; margin: 22mm; @top-left { content: 'Letters on Hearing' } @bottom-center { content: counter(page) } }</style>"


def main() -> None:
    """Write every fixture."""
    article = read_file(HERE / "tinnitus.txt")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        page = work / "tinnitus.html"
        page.write_text(as_html(article, ""), encoding="utf-8")
        browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
        run([*browser, f"--print-to-pdf={HERE / 'chromium.pdf'}", page.as_uri()])
        run(
            [
                "soffice",
                "--headless",
                "--convert-to",
                "pdf:writer_web_pdf_Export",
                "--outdir",
                folder,
                str(page),
            ]
        )
        (work / "tinnitus.pdf").rename(HERE / "libreoffice.pdf")
        (work / "tinnitus.ms").write_text(as_ms(article), encoding="utf-8")
        with (HERE / "groff-two-columns.pdf").open("wb") as out:
            run(["groff", "-ms", "-t", "-Kutf8", "-Tpdf", str(work / "tinnitus.ms")], stdout=out)
        (work / "tinnitus.typ").write_text(as_typst(article), encoding="utf-8")
        import typst
        import weasyprint

        typst.compile(work / "tinnitus.typ", output=HERE / "typst-two-columns.pdf")
        page = weasyprint.HTML(string=as_html(article, COLUMNS + PAGED))
        page.write_pdf(HERE / "weasyprint-two-columns.pdf")


def run(command: list[str], stdout: object = subprocess.DEVNULL) -> None:
    """Run a program, and stop where it fails."""
    subprocess.run(command, check=True, stdout=stdout, stderr=sys.stderr)  # type: ignore[call-overload]


def groups(article: Article) -> list[tuple[str, list[str], Block]]:
    """Neighbouring blocks of a kind: the kind, their texts, the first block."""
    result = []
    for kind, group in groupby(article.blocks, key=lambda block: block.kind):
        blocks = list(group)
        result.append((kind, [article.text[block.start : block.end] for block in blocks], blocks[0]))
    return result


def as_html(article: Article, head: str) -> str:
    """A page of HTML."""
    body = []
    for kind, texts, first in groups(article):
        shown = [html.escape(text) for text in texts]
        if kind == "heading":
            body += [f"<h{first.level}>{text}</h{first.level}>" for text in shown]
        elif kind == "list_item":
            body.append("<ul>" + "".join(f"<li>{text}</li>" for text in shown) + "</ul>")
        elif kind == "reference":
            body.append("<ol>" + "".join(f"<li>{text.split('. ', 1)[1]}</li>" for text in shown) + "</ol>")
        elif kind == "table":
            rows = ["".join(f"<td>{cell}</td>" for cell in row.split(" | ")) for row in shown]
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            body += [f"<p>{text}</p>" for text in shown]
    return (
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{html.escape(article.title or "")}</title>{head}'
        + "\n".join(body)
    )


def as_ms(article: Article) -> str:
    """Source for groff's ms macros, on two columns."""
    lines = [".ds LH Letters on Hearing", ".ds CH", ".ds CF %"]
    for kind, texts, first in groups(article):
        for number, text in enumerate(texts):
            if kind == "heading" and first.level == 1:
                lines += [".TL", text, ".2C"]
            elif kind == "heading":
                lines += [".SH", text]
            elif kind == "list_item":
                lines += [r".IP \(bu 2", text]
            elif kind == "reference":
                label, _, rest = text.partition(" ")
                lines += [f".IP {label} 3", rest]
            elif kind == "table":
                lines += [".TS", "l l l."] if number == 0 else []
                lines.append(text.replace(" | ", "\t"))
                lines += [".TE"] if number == len(texts) - 1 else []
            else:
                lines += [".PP", text]
    return "\n".join(lines) + "\n"


def as_typst(article: Article) -> str:
    """Source for typst, with the title above two columns and its markers as raised figures."""
    head = [
        '#set page(paper: "a4", columns: 2, numbering: "1", header: [Letters on Hearing])',
        '#set text(size: 10pt, lang: "en", region: "GB", hyphenate: true)',
        "#set par(justify: true)",
    ]
    body = []
    for kind, texts, first in groups(article):
        shown = [text.replace("@", r"\@").replace("#", r"\#") for text in texts]
        if kind == "heading" and first.level == 1:
            body.append(f'#place(top, scope: "parent", float: true)[= {shown[0]}]')
        elif kind == "heading":
            body += [f"== {text}" for text in shown]
        elif kind == "list_item":
            body.append("\n".join(f"- {text}" for text in shown))
        elif kind == "reference":
            body.append("\n".join(f"+ {text.split('. ', 1)[1]}" for text in shown))
        elif kind == "table":
            cells = ", ".join(f"[{cell}]" for row in shown for cell in row.split(" | "))
            body.append(f"#table(columns: 3, stroke: none, {cells})")
        else:
            body += [raised(text) for text in shown]
    return "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"


def raised(text: str) -> str:
    """The text with [1] as a raised figure."""
    for number in range(1, 10):
        text = text.replace(f" [{number}]", f"#super[{number}]")
    return text


if __name__ == "__main__":
    main()
