"""The entries of a reference list that stand one a line, with no blank lines between them, or run over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from healthscore.reading.draft import Chunk
from healthscore.reading.metadata import is_metadata
from healthscore.reading.wrapping import lines_of
from healthscore.regexes import when_needed

_YEAR = when_needed(r"\b(?:19|20)\d\d\b")
_IDENTIFIER = when_needed(
    r"\bdoi\b|\b10\.\d{4,9}/|\bPMID\b|\bPMC\d|\bISBN\b|\bhttps?:|\bwww\.|\]\(http", re.IGNORECASE
)
_PLACE = when_needed(
    r"\b\d{1,4}\s?(?:\(\d{1,3}\)\s?)?:\s?e?\d{1,6}|\bpp?\.\s?\d+|\bvol(?:ume\b|\.)", re.IGNORECASE
)
_PERSONS = when_needed(r"\bet al\b|\b[A-Z][\w'’-]+,? (?:[A-Z]\.?\s?){1,3}[,.;(&]")
_LOOKED_UP = when_needed(r"\b(?:accessed|retrieved|available (?:at|from))\b", re.IGNORECASE)
_LABEL = when_needed(  # by its style, so that "(3)" in a list of "[3]" is none
    r"(?:\[\^?(?P<square>\d{1,3})\]:?|\((?P<round>\d{1,3})\):?|(?P<stopped>\d{1,3})[.):]|(?P<bare>\d{1,3}))(?=\s+\S)"
)
_BEGINS_WITH_PERSONS = when_needed(
    r"[\"“*_]{0,4}(?:(?:de|del|di|van|von|der|den|la|le|al|el|ten|ter)[ -]){0,2}"
    r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})?(?:,? (?:[A-Z]\.?[\s-]?){1,3}[,.;:(&]|,? et al\b|,? (?:[A-Z]\.?){1,3} (?:and|&) )"
)
_GOES_ON = when_needed(  # the rest of an entry: a journal with its year, volume and pages, or where it can be found
    r"[^.?!\n]{0,70}?[\s(,](?:(?:19|20)\d\d(?: [A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?\s?[;:]|\d{1,4}\s?\(\d[\d\s–-]{0,8}\)|\d{1,4}\s?[:,]\s?e?\d)"
    r"|[\[(<]{0,3}(?:doi|10\.\d{4}|PMID|PMC\d|ISBN|https?:|www\.|pp?\. ?\d|vol\b|available\b|accessed\b|retrieved\b|in:)",
    re.IGNORECASE,
)
_ADDRESS_ALONE = when_needed(r"[<\[(]{0,3}(?:https?:|www\.)\S+", re.IGNORECASE)
_STOPS = (".", "!", "?", ")", "]", ">", "”", '"', "*", "_")
LONGEST_ENTRY = 700  # characters


class _Line(NamedTuple):
    """A line of a list, and the chunk that it stands in; ``first``: that begins with it."""

    start: int
    end: int
    chunk: Chunk
    first: bool


class _Label(NamedTuple):
    style: str
    number: int
    written: str


def looks_cited(entry: str) -> bool:
    """Whether some text reads like an entry of a reference list."""
    if len(entry) > LONGEST_ENTRY:
        return False
    signs_found = sum(
        pattern().search(entry) is not None for pattern in (_YEAR, _IDENTIFIER, _PLACE, _PERSONS, _LOOKED_UP)
    )
    return signs_found >= 2 or _IDENTIFIER().search(entry) is not None


def goes_on(line: str) -> bool:
    """Whether a line reads like the rest of an entry that began above it: "BMJ 2015;350:h1"."""
    return _GOES_ON().match(line) is not None


def is_numbered(text: str, chunk: Chunk) -> bool:
    """Whether a chunk begins with a number in brackets, as an entry does."""
    return text[chunk.start] in "[(" and _LABEL().match(text, chunk.start, chunk.end) is not None


def entries(text: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a reference list, one for each entry.

    Under a numbered list's first number all belongs to an entry up to the next number. Of a list without numbers a line
    begins an entry where the one before it is complete and it does not read like the rest of that.
    """
    lines = list(_lines(text, chunks))
    labels = _labels(text, lines)
    last = max((at for at, label in enumerate(labels) if label), default=-1)
    found: list[Chunk] = []
    for at, (line, label) in enumerate(zip(lines, labels, strict=True)):
        begins = (
            not found
            or (line.first and bool(line.chunk.mark or line.chunk.gap))
            or label is not None
            or (at > last and _begins(text, found[-1], line, numbered=last >= 0))
        )
        if not begins and _same_list(found[-1], line.chunk):
            found[-1] = found[-1]._replace(end=line.end)
            continue
        chunk = line.chunk if line.first else line.chunk._replace(gap=0, mark="")
        mark = label.written if label and not chunk.mark else chunk.mark
        found.append(chunk._replace(start=line.start, end=line.end, mark=mark))
    return found


def _lines(text: str, chunks: Sequence[Chunk]) -> Iterator[_Line]:
    for chunk in chunks:
        if chunk.kind in ("table", "code"):
            yield _Line(chunk.start, chunk.end, chunk, first=True)
            continue
        written = (line for line in lines_of(text, chunk.start, chunk.end) if line.start < line.end)
        for number, line in enumerate(written):
            yield _Line(line.start, line.end, chunk, first=number == 0)


def _labels(text: str, lines: Sequence[_Line]) -> list[_Label | None]:
    """The numbers of entries, in the style of the first; none where the first line has none."""
    labels: list[_Label | None] = []
    before: _Label | None = None
    for line in lines:
        label = _label(text, line)
        if label and before:
            follows = label.number == before.number + 1 or (
                label.style == "square" and label.number > before.number
            )
            label = label if label.style == before.style and follows else None
        elif labels:
            label = None
        before = label or before
        labels.append(label)
    return labels


def _label(text: str, line: _Line) -> _Label | None:
    marked = line.chunk.mark if line.first else ""
    match = _LABEL().match(f"{marked} x") if marked else _LABEL().match(text, line.start, line.end)
    if not match or not match.lastgroup:
        return None
    return _Label(match.lastgroup, int(match[match.lastgroup]), match.group())


def _begins(text: str, entry: Chunk, line: _Line, *, numbered: bool) -> bool:
    """Whether a line without a number begins something new below an entry."""
    before, words = text[entry.start : entry.end], text[line.start : line.end]
    if is_metadata(words):
        return True
    if _ADDRESS_ALONE().fullmatch(words):
        return not numbered and _ADDRESS_ALONE().fullmatch(before) is not None
    if _is_indented(text, entry, line) or words[0].islower() or not _is_ended(before):
        return False
    if numbered:
        return looks_cited(before) and not goes_on(words)
    if line.first and not goes_on(words):
        return True  # a paragraph of its own
    if _BEGINS_WITH_PERSONS().match(words):
        return True
    return looks_cited(before) and looks_cited(words) and not goes_on(words)


def _is_ended(entry: str) -> bool:
    """Whether an entry may end here: with a stop, a number or an address."""
    last = entry.rsplit(maxsplit=1)[-1]
    return entry.endswith(_STOPS) or last[-1].isdigit() or _IDENTIFIER().search(last) is not None


def _is_indented(text: str, entry: Chunk, line: _Line) -> bool:
    """Whether a line stands further in than the one that the entry begins with."""
    return _indent(text, line.start) > _indent(text, entry.start)


def _indent(text: str, place: int) -> int:
    start = text.rfind("\n", 0, place) + 1
    return len(text[start:place]) - len(text[start:place].lstrip())


def _same_list(entry: Chunk, chunk: Chunk) -> bool:
    """Whether what stands in one chunk may belong to an entry that began in another."""
    return not {entry.kind, chunk.kind} & {"table", "code"}
