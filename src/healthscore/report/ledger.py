"""The claim ledger on a terminal: a row a claim; what a page is too narrow for stands below the object."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table

from healthscore.article import Article
from healthscore.language.claims import Claim
from healthscore.report.amounts import in_words
from healthscore.report.look import Look
from healthscore.report.model import Report
from healthscore.report.places import heading
from healthscore.report.words import clean, shorten

EMPTY = "The ledger is empty: no sentence of this article was read as a claim about health."
BLANK = "Left blank: no subject named, strength none, attribution none, the article's own voice, no limit of scope."
LONGEST = 120
NUMBERS = ("line", "page", "certainty")  # columns of them
GAP = 2
INDENT = 2

_LEAST = {"subject": 16, "object": 26, "scope": 16, "amount": 14, "conflicts": 10}  # may take several lines
_NARROW = ("scope", "amount", "conflicts")  # the room that is left over goes to subject and object
_FOLDED_FIRST = ("scope", "voice", "amount", "attribution", "conflicts", "strength", "certainty")
_STYLES = {"id": "dim", "line": "dim", "page": "dim", "conflicts": "bold red"}


class Column(Struct, frozen=True):
    """One thing said of every claim, in the ledger's order; an empty cell where there is nothing to say."""

    name: str
    cells: tuple[str, ...]

    @property
    def least(self) -> int:
        """The width under which it is no longer readable."""
        widest = max(map(cell_len, (self.name, *self.cells)))
        return min(widest, _LEAST.get(self.name, widest))


def ledger(report: Report, look: Look, width: int) -> list[RenderableType]:
    """All claims as a table that fits the width, or a sentence where there are none."""
    if not report.claims:
        return [look.text(EMPTY), ""]
    kept, folded = _fold(columns(report), width - INDENT)
    return [
        heading("claims", len(report.claims), "bold", look),
        "",
        Padding(_table(kept, folded, look), (0, 0, 0, INDENT)),
        "",
        look.text(BLANK, "dim"),
        "",
    ]


def columns(report: Report) -> list[Column]:
    """What is claimed and where, and of how it is said every column in which something stands."""
    rows = [_row(claim, report) for claim in report.claims]
    columns = [Column(name, tuple(row[name] for row in rows)) for name in rows[0]]
    return [column for column in columns if any(column.cells) or column.name not in _FOLDED_FIRST]


def _row(claim: Claim, report: Report) -> dict[str, str]:
    return {
        "id": claim.id,
        **_place(claim, report.article),
        "subject": shorten(clean(claim.subject), LONGEST),
        "relation": _relation(claim),
        "object": shorten(clean(claim.object), LONGEST),
        "certainty": f"{claim.certainty:.2f}",
        "strength": "" if claim.strength == "none" else claim.strength,
        "attribution": "" if claim.attribution == "none" else claim.attribution,
        "voice": "" if claim.voice == "article" else claim.voice,
        "scope": "; ".join(map(_scope, claim.scope)),
        "amount": in_words(claim.quantity) if claim.quantity else "",
        "conflicts": ", ".join(report.links[claim.id].conflicts),
    }


def _place(claim: Claim, article: Article) -> dict[str, str]:
    """The line of a claim, or of a PDF the page."""
    pages = article.pages_at(claim.start)
    return {"page": str(pages.first)} if pages else {"line": str(article.position(claim.start)[0])}


def _relation(claim: Claim) -> str:
    if not claim.is_not:
        return claim.relation
    return "is not" if claim.relation == "is" else f"not {claim.relation}"


def _scope(limit: str) -> str:
    """``population:children`` as a reader would write it."""
    kind, _, terms = clean(limit).partition(":")
    return f"{kind}: {' '.join(term.lstrip('=') for term in terms.split('+'))}"


def _fold(columns: Sequence[Column], width: int) -> tuple[list[Column], list[Column]]:
    """The columns that there is room for, and those that have to stand below the object."""
    kept, folded = list(columns), list[Column]()
    for name in _FOLDED_FIRST:
        if sum(column.least + GAP for column in kept) - GAP <= width:
            break
        folded += [column for column in kept if column.name == name]
        kept = [column for column in kept if column.name != name]
    return kept, sorted(folded, key=columns.index)


def _table(kept: Sequence[Column], folded: Sequence[Column], look: Look) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for column in kept:
        table.add_column(
            column.name,
            no_wrap=column.name not in _LEAST,
            overflow="fold",
            max_width=column.least if column.name in _NARROW else None,
            justify="right" if column.name in NUMBERS else "left",
        )
    for rank in range(len(kept[0].cells)):
        table.add_row(*(_cell(column, folded, rank, look) for column in kept))
    return table


def _cell(column: Column, folded: Sequence[Column], rank: int, look: Look) -> RenderableType:
    said = look.text(column.cells[rank], _STYLES.get(column.name, ""))
    below = [f for f in folded if f.cells[rank]] if column.name == "object" else []
    return Group(said, *(look.text(f"{f.name} {f.cells[rank]}", _STYLES.get(f.name, "dim")) for f in below))
