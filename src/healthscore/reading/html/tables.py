"""Tables that hold data, and tables that only lay out a page."""

from __future__ import annotations

from healthscore.reading.html.node import HEADINGS, Node, walk

_BLOCKS = frozenset((*HEADINGS, "table", "article", "section", "blockquote", "form"))
_MOST_PARAGRAPHS = 2  # in one cell of a table that holds data
_MOST_CELLS = 3_000  # looked at


def is_data_table(table: Node) -> bool:
    """Whether a table holds rows of cells and does not lay out the page."""
    if table.role in ("presentation", "none"):
        return False
    widest = 0
    paragraphs = 0
    for number, node in enumerate(walk(table)):
        if number > _MOST_CELLS:
            break
        if node is table:
            continue
        if node.tag in ("th", "caption", "thead"):
            return True
        if node.tag in _BLOCKS:
            return False
        if node.tag == "tr":
            widest = max(widest, sum(cell.tag == "td" for cell in node.elements))
        paragraphs = paragraphs + 1 if node.tag == "p" else 0 if node.tag == "td" else paragraphs
        if paragraphs > _MOST_PARAGRAPHS:
            return False
    return widest > 1
