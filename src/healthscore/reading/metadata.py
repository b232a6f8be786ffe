"""Who wrote, reviewed and paid for it, and when: what is declared, and what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from healthscore.reading.credits import (
    authors,
    date_of_byline,
    described_author,
    funders,
    named_with_date,
    reviewers,
    signed_and_dated,
)
from healthscore.reading.date_lines import bare_date, is_bare_date, labelled_dates, parts_of, with_labels
from healthscore.reading.declared import Metadata, declared_in
from healthscore.reading.draft import Chunk
from healthscore.reading.properties import PROPERTIES
from healthscore.regexes import when_needed

_HEAD, _TAIL = 10, 8  # chunks from either end in which bylines and dates are looked for
_LONGEST = 250  # characters of such a line
_LONGEST_WORDS = 30
_LONGEST_SIGNED = 600  # characters of a paragraph that opens with who wrote it
_OPENS_SIGNED = re.compile(r"(?:By (?:Dr|Prof|[A-Z][a-z]+ [A-Z])|(?:[Ww]ritten|[Rr]eviewed) by [A-Z])")
_HINT = re.compile(
    r"\b[Bb][Yy]\b|[Aa]uthor|^(?:Text|Words|Story|Writer|Reporter)\s?:|\b(?:19|20)\d\d|,\s*\(?[A-Z][\w.]*[A-Z.]"
)  # cheap, before the rest
_SIGNED = when_needed(
    r"(?:medically |clinically |fact[- ])?(?:written|reviewed|authored|edited|checked|prepared|compiled|produced)"
    r"(?: and \w+)? by\b",
    re.IGNORECASE,
)


def is_metadata(text: str) -> bool:
    """Whether a short line is a byline or a date and nothing else."""
    if len(text) > _LONGEST or not _HINT.search(text) or len(text.split()) > _LONGEST_WORDS:
        return False
    parts = parts_of(text)
    return (
        _SIGNED().match(text) is not None
        or bool(authors(text, parts))
        or date_of_byline(parts) != ""
        or any(True for _ in labelled_dates(parts))
        or is_bare_date(text)
        or bool(signed_and_dated(parts)[0])
    )


def has_date(line: str) -> bool:
    """Whether a line says when it was written, changed or reviewed."""
    return any(True for _ in labelled_dates(parts_of(line)))


def metadata(
    prose: str,
    chunks: Sequence[Chunk],
    declared: Mapping[str, object],
    origins: Mapping[str, str] = MappingProxyType({}),
    asides: Sequence[str] = (),
) -> Metadata:
    """Title, people and dates; what the page or its front matter declares comes before what the text says.

    A byline comes before the author in a file's properties.

    ``origins`` says where what is declared stands, by field. ``asides`` are lines beside the text.
    """
    declares, says = declared_in(declared), _said(prose, chunks, [*asides, *_lines(prose, chunks)])
    if says.authors and origins.get("authors") == PROPERTIES:  # who saved a file may be named as its reviewer
        declares = replace(declares, authors=())
    values = {
        name: getattr(declares, name) or getattr(says, name)
        for name in Metadata.__struct_fields__
        if name != "origins"
    }
    found = {
        name: origins.get(name, "front matter") if getattr(declares, name) else "text"
        for name, value in values.items()
        if value
    }
    return replace(Metadata(**values), origins=found)


def _said(prose: str, chunks: Sequence[Chunk], lines: Sequence[str]) -> Metadata:
    """What the text says."""
    parts = list(map(parts_of, lines))
    dates: dict[str, str] = {}
    for these in with_labels(lines, parts):
        for kind, iso in labelled_dates(these):
            dates.setdefault(kind, iso)
    if "published" not in dates:
        dates["published"] = _unlabelled_date(lines, parts)
    return Metadata(
        _title(prose, chunks),
        next(filter(None, map(authors, lines, parts)), ())
        or named_with_date(lines[:_HEAD], parts[:_HEAD], prose)
        or described_author(prose, chunks),
        dates.get("published") or None,
        dates.get("updated") or dates.get("reviewed") or None,
        dates.get("reviewed"),
        next(filter(None, map(reviewers, parts)), ()),
        next(filter(None, map(funders, parts)), ()),
    )


def _unlabelled_date(lines: Sequence[str], parts: Sequence[Sequence[str]]) -> str:
    """The date of a byline, or one that stands alone or beside a name near the beginning."""
    alone = next(filter(None, map(bare_date, lines[:_HEAD])), "")
    beside = (signed_and_dated(these)[1] for these in parts[:_HEAD])
    return alone or next(filter(None, (*map(date_of_byline, parts), *beside)), "")


def _title(prose: str, chunks: Sequence[Chunk]) -> str | None:
    """The first heading of the first level, else the first heading."""
    headings = [chunk for chunk in chunks if chunk.kind == "heading"]
    best = next((chunk for chunk in headings if chunk.level == 1), headings[0] if headings else None)
    return (" ".join(prose[best.start : best.end].split()) or None) if best else None


def _lines(prose: str, chunks: Sequence[Chunk]) -> Iterator[str]:
    """The short lines near both ends, where bylines and dates stand."""
    near = chunks if len(chunks) <= _HEAD + _TAIL else [*chunks[:_HEAD], *chunks[-_TAIL:]]
    for chunk in near:
        if (
            chunk.kind not in ("paragraph", "heading", "list_item", "quote")
            or chunk.end - chunk.start > _LONGEST_SIGNED
        ):
            continue
        line = " ".join(prose[chunk.start : chunk.end].split())
        short = len(line) <= _LONGEST and len(line.split()) <= _LONGEST_WORDS
        if line and (short or _OPENS_SIGNED.match(line)):
            yield line
