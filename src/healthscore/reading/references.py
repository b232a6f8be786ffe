"""Reference lists: under a heading that says so, or entries at the end that look like citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from healthscore.reading.draft import Chunk
from healthscore.reading.signs import plain_words, signs
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
_LABELLED = re.compile(r"(?:references?|sources?|bibliography)\s?:\s?\S", re.IGNORECASE)
_LONGEST_ENTRY = 700  # characters
_LONGEST_TITLE = 60
_LONGEST_INDENT = 20  # between a label and its entry


def mark_references(text: str, prose: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with the entries of reference lists marked as such."""
    result = list(chunks)
    for start, end in _lists(text, prose, result):
        title = result[start - 1]
        if title.kind != "heading":
            result[start - 1] = title._replace(kind="heading", level=2)
        result[start:end] = [chunk._replace(kind="reference") for chunk in result[start:end]]
    for index in _at_the_end(text, result):
        result[index] = result[index]._replace(kind="reference")
    return [_labelled(text, chunk) if chunk.kind == "reference" else chunk for chunk in result]


def _labelled(text: str, chunk: Chunk) -> Chunk:
    """The entry with its number or label, by which the text refers to it."""
    start = chunk.start
    if any(map(str.isalnum, chunk.mark)):
        labelled = text.rfind(chunk.mark, max(start - len(chunk.mark) - _LONGEST_INDENT, 0), start)
        start = labelled if labelled >= 0 else start
    return chunk._replace(kind="reference", level=0, start=start)


def looks_cited(entry: str) -> bool:
    """Whether some text reads like an entry of a reference list."""
    if len(entry) > _LONGEST_ENTRY:
        return False
    signs_found = sum(
        pattern().search(entry) is not None for pattern in (_YEAR, _IDENTIFIER, _PLACE, _PERSONS, _LOOKED_UP)
    )
    return signs_found >= 2 or _IDENTIFIER().search(entry) is not None


def _lists(text: str, prose: str, chunks: Sequence[Chunk]) -> list[tuple[int, int]]:
    """Indices from and to which reference lists reach that stand under a title."""
    lists: list[tuple[int, int]] = []
    index = 0
    while index < len(chunks):
        title = _title_kind(prose, chunks[index])
        index += 1
        if not title:
            continue
        end = _without_footer(text, chunks, index, _section_end(text, chunks, index))
        if end > index and _is_reference_list(text, chunks[index:end], title):
            lists.append((index, end))
            index = end
    return lists


def _is_reference_list(text: str, section: Sequence[Chunk], title: str) -> bool:
    """Whether what stands under a title are references; a sure title needs less to be believed."""
    cited = sum(_is_entry(text, chunk) for chunk in section)
    if title == "perhaps":
        return 0 < cited >= 0.5 * len(section)
    return cited > 0 or all(_is_brief(chunk) for chunk in section)


def _title_kind(prose: str, chunk: Chunk) -> str:
    """Whether a chunk heads a reference list: ``surely``, ``perhaps``, or not (empty)."""
    could_be = chunk.kind in ("heading", "paragraph") or chunk.mark[:1].isdigit()
    if not could_be or chunk.end - chunk.start > _LONGEST_TITLE:
        return ""
    words = plain_words(prose[chunk.start : chunk.end])
    if words in signs("headings")["references"]:
        return "surely"
    return "perhaps" if words in signs("headings")["perhaps_references"] else ""


def _section_end(text: str, chunks: Sequence[Chunk], start: int) -> int:
    """The index of the heading that ends a section; an entry may have been taken for a heading."""
    end = start
    while end < len(chunks):
        chunk = chunks[end]
        if chunk.kind == "heading" and not (chunk.mark == "" and looks_cited(text[chunk.start : chunk.end])):
            break
        end += 1
    return end


def _without_footer(text: str, chunks: Sequence[Chunk], start: int, end: int) -> int:
    """The end of a section without closing lines that are no entries where all others are numbered."""
    while (
        end - start > 1
        and chunks[start].mark
        and not chunks[end - 1].mark
        and not _is_entry(text, chunks[end - 1])
    ):
        end -= 1
    return end


def _at_the_end(text: str, chunks: Sequence[Chunk]) -> list[int]:
    """Indices of numbered entries that close the text and read like citations, or a line "Sources: ..."."""
    entries: list[int] = []
    for index in range(len(chunks) - 1, max(len(chunks) - 101, -1), -1):
        chunk = chunks[index]
        entry = text[chunk.start : chunk.end]
        if chunk.kind == "reference":
            continue
        if chunk.mark[:1].isdigit() or chunk.mark[:1] == "[":
            if not looks_cited(entry):
                break
            entries.append(index)
        elif _LABELLED.match(entry) and index >= len(chunks) - 4 and _is_labelled_entry(entry):
            entries.append(index)
        elif index < len(chunks) - 3 or chunk.kind == "heading":
            break
    return entries


def _is_labelled_entry(entry: str) -> bool:
    return len(entry) <= _LONGEST_ENTRY and (looks_cited(entry) or len(entry.split()) <= 12)


def _is_entry(text: str, chunk: Chunk) -> bool:
    return chunk.kind == "reference" or looks_cited(text[chunk.start : chunk.end])


def _is_brief(chunk: Chunk) -> bool:
    return chunk.end - chunk.start <= _LONGEST_ENTRY / 2
