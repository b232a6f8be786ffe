"""The report in a notebook: the terminal's layout as HTML, so that there is one layout to keep."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from healthscore.report.model import Report
from healthscore.report.terminal import render

WIDTH = 110
FORMAT = (
    '<pre style="white-space:pre;overflow-x:auto;line-height:1.3;padding:1em;color:{foreground};'
    "background:{background};font-family:Menlo,'DejaVu Sans Mono',Consolas,monospace\">{code}</pre>"
)


def as_html(report: Report) -> str:
    """The report as one HTML element with its styles in it; the article's text is escaped."""
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(render(report))
    return console.export_html(inline_styles=True, code_format=FORMAT)
