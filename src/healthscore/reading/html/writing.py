"""Blocks written out as the text of an article, as a person would write them: a blank line between two, items with bullets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from healthscore.article import Comment, Link, Span
from healthscore.reading.addresses import addresses
from healthscore.reading.draft import Chunk, Draft, keep_only, without
from healthscore.reading.html.piece import Piece


def write(
    pieces: Iterable[Piece],
    declared: Mapping[str, object],
    origins: Mapping[str, str],
    notes: tuple[str, ...],
    asides: Sequence[str],
) -> Draft:
    """The draft of an article: its blocks, and what was found about it."""
    parts: list[str] = []
    chunks: list[Chunk] = []
    links: list[Link] = []
    cells: list[Span] = []
    comments: list[Comment] = []
    at = 0
    before: Piece | None = None
    for piece in pieces:
        lead = "" if before is None else "\n" if _is_next_in_run(before, piece) else "\n\n"
        lead += f"{piece.mark} " if _is_item(piece) else ""
        parts += [lead, piece.text]
        at += len(lead)
        comments += [Comment(at, at, said) for said in piece.above]
        chunks.append(
            Chunk(piece.kind, at, at + len(piece.text), piece.level, int(lead.startswith("\n\n")), piece.mark)
        )
        links += [Link(at + link.start, at + link.end, link.target) for link in piece.links]
        cells += [Span(at + place, at + place + 1) for place in piece.cells]
        at += len(piece.text)
        comments += [Comment(at, at, said) for said in piece.below]
        before = piece
    text = "".join([*parts, "\n"] if parts else [])
    shown = without(
        keep_only(text, (Span(chunk.start, chunk.end) for chunk in chunks if chunk.kind != "code")), cells
    )
    bare = list(addresses(shown))
    prose = without(shown, (Span(link.start, link.end) for link in bare))
    return Draft(
        text, prose, chunks, _joined(links, bare), declared, notes, origins, asides, comments=comments
    )


def _is_item(piece: Piece) -> bool:
    return piece.kind in ("list_item", "reference") and bool(piece.mark)


def _is_next_in_run(before: Piece, piece: Piece) -> bool:
    return piece.kind == before.kind and piece.kind in ("list_item", "table", "reference")


def _joined(links: list[Link], bare: list[Link]) -> list[Link]:
    """All links in order; an address that is written out within a link is no second one."""
    taken = sorted(links, key=lambda link: link.start)
    result, at = list(links), 0
    for link in bare:
        while at < len(taken) and taken[at].end <= link.start:
            at += 1
        if at == len(taken) or taken[at].start >= link.end:
            result.append(link)
    return sorted(result, key=lambda link: (link.start, link.end))
