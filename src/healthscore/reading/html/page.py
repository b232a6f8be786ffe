"""A page from its HTML to a draft: the steps in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from healthscore.reading.dates import DATE, iso_date
from healthscore.reading.draft import Draft
from healthscore.reading.errors import NoArticleError
from healthscore.reading.html.asides import byline_lines, dated_lines
from healthscore.reading.html.chrome import take_out_chrome
from healthscore.reading.html.content import article_part
from healthscore.reading.html.declared import Declared, head_of, on_page
from healthscore.reading.html.flow import blocks_of
from healthscore.reading.html.hidden import take_out_hidden
from healthscore.reading.html.leftovers import without_leftovers
from healthscore.reading.html.node import Node, text_of
from healthscore.reading.html.parsing import parse
from healthscore.reading.html.piece import Piece
from healthscore.reading.html.titles import best_title, title_heading
from healthscore.reading.html.writing import write
from healthscore.reading.names import names_in

_PEOPLE = ("authors", "reviewers", "funders")


def read(text: str, name: str) -> Draft:
    """The article on a page.

    Raises:
        NoArticleError: there is none.
        TooDeepError, TooManyElementsError: no page is built like that.
    """
    page = parse(text, name)
    root = page.root
    head = head_of(page.unseen)
    notes = take_out_hidden(root, page.unseen["style"], page.comments)
    title = title_heading(root, head.titles, head.site)
    asides = take_out_chrome(root, title)
    part = article_part(root, title)
    pieces = _titled(without_leftovers(blocks_of(part)), title)
    if not any(piece.kind != "heading" for piece in pieces):
        raise NoArticleError(name)
    pieces[0].above[:0] = page.whole
    said, origins = _chosen(head, on_page([*asides.bylines, part]), title)
    lines = [*byline_lines(asides.bylines), *dated_lines(asides.around)]
    return write(pieces, said, origins, notes, lines)


def _titled(pieces: Sequence[Piece], title: Node | None) -> list[Piece]:
    """The blocks, with the title's heading as the only one of the first level, where it comes first."""
    if not pieces or title is None or pieces[0].node is not title:
        return list(pieces)
    first, *others = pieces
    first.level = 1
    for piece in others:
        if piece.level == 1:
            piece.level = 2
    return [first, *others]


def _chosen(
    head: Declared, page: Mapping[str, tuple[object, str]], title: Node | None
) -> tuple[dict[str, object], dict[str, str]]:
    """For each field what is said and where: in the head of the page before the page itself, if it can be used."""
    said: dict[str, object] = {}
    origins: dict[str, str] = {}
    if title is not None:
        said["title"], origins["title"] = text_of(title), f"{title.tag} element"
    elif named := best_title(head.titles, head.site):
        said["title"], origins["title"] = named
    for field in dict.fromkeys((*head.said, *page)):
        sources = [source[field] for source in (head.said, page) if field in source]
        value, where = next((each for each in sources if _is_usable(field, each[0])), sources[0])
        said[field], origins[field] = value, where
    if "updated" not in said and "reviewed" in origins:
        origins["updated"] = origins["reviewed"]
    return said, origins


def _is_usable(field: str, value: object) -> bool:
    """Whether a person's name, or a date, is said and not only a body's name or something else."""
    if field in _PEOPLE:
        entries = value if isinstance(value, list) else [value]
        return field == "funders" or any(names_in(str(entry)) for entry in entries)
    match = DATE().match(str(value).strip())
    return match is not None and iso_date(match) is not None
