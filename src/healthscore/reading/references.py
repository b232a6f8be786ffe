"""Reference lists: under a heading that says so, or entries at the end that look like citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from healthscore.reading.draft import Chunk, trim
from healthscore.reading.entries import LONGEST_ENTRY, entries, goes_on, is_numbered, looks_cited
from healthscore.reading.signs import plain_words, signs

_LABELLED = re.compile(r"(?:references?|sources?|bibliography)\s?:\s?\S", re.IGNORECASE)
_LONGEST_TITLE = 60
_LONGEST_INDENT = 20  # between a label and its entry


def mark_references(text: str, prose: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with the entries of reference lists told apart and marked as such."""
    result = _unparted(text, prose, chunks)
    for start, end, section in reversed(_lists(text, prose, result)):
        title = result[start - 1]
        if title.kind != "heading":
            result[start - 1] = title._replace(kind="heading", level=2)
        result[start:end] = section
    for index in _at_the_end(text, result):
        result[index] = result[index]._replace(kind="reference")
    return [_labelled(text, chunk) if chunk.kind == "reference" else chunk for chunk in result]


def _labelled(text: str, chunk: Chunk) -> Chunk:
    """The entry with its number or label, by which the text refers to it."""
    start = chunk.start
    if any(map(str.isalnum, chunk.mark)) and not text.startswith(chunk.mark, start):
        labelled = text.rfind(chunk.mark, max(start - len(chunk.mark) - _LONGEST_INDENT, 0), start)
        start = labelled if labelled >= 0 else start
    return chunk._replace(kind="reference", level=0, start=start)


def _unparted(text: str, prose: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks, with a title parted from its list and numbered entries from each other where no blank line does."""
    result: list[Chunk] = []
    for chunk in chunks:
        result += _parted(text, prose, chunk) if chunk.kind == "paragraph" and not chunk.mark else [chunk]
    return result


def _parted(text: str, prose: str, chunk: Chunk) -> list[Chunk]:
    """A paragraph in parts: a title and its list, or numbered entries."""
    if is_numbered(text, chunk):
        found = entries(text, [chunk])
        return found if all(_is_entry(text, entry) for entry in found) else [chunk]
    first = text.find("\n", chunk.start, chunk.end)
    if first < 0:
        return [chunk]
    title = chunk._replace(end=trim(text, chunk.start, first).end)
    listed = chunk._replace(start=trim(text, first, chunk.end).start, gap=0)
    kind = _title_kind(prose, title)
    return [title, listed] if kind and _is_reference_list(text, entries(text, [listed]), kind) else [chunk]


def _lists(text: str, prose: str, chunks: Sequence[Chunk]) -> list[tuple[int, int, list[Chunk]]]:
    """From and to which index a reference list reaches that stands under a title, and what stands there."""
    lists: list[tuple[int, int, list[Chunk]]] = []
    index = 0
    while index < len(chunks):
        title = _title_kind(prose, chunks[index])
        index += 1
        if not title:
            continue
        end = _section_end(text, chunks, index)
        section = entries(text, chunks[index:end])
        last = _without_footer(text, section)
        if last and _is_reference_list(text, section[:last], title):
            listed = [chunk._replace(kind="reference") for chunk in section[:last]]
            lists.append((index, end, [*listed, *section[last:]]))
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
        if chunk.kind == "heading" and not (chunk.mark == "" and _is_cited(text, chunk)):
            break
        end += 1
    return end


def _without_footer(text: str, section: Sequence[Chunk]) -> int:
    """Where a section ends without closing lines that are no entries where all others are numbered."""
    end = len(section)
    while end > 1 and section[0].mark and not section[end - 1].mark and not _is_entry(text, section[end - 1]):
        end -= 1
    return end


def _at_the_end(text: str, chunks: Sequence[Chunk]) -> list[int]:
    """Indices of numbered entries that close the text and read like citations, or a line "Sources: ..."."""
    found: list[int] = []
    for index in range(len(chunks) - 1, max(len(chunks) - 101, -1), -1):
        chunk = chunks[index]
        entry = text[chunk.start : chunk.end]
        if chunk.kind == "reference":
            continue
        if chunk.mark.lstrip("(")[:1].isdigit() or chunk.mark[:1] == "[":
            if not looks_cited(entry):
                break
            found.append(index)
        elif _LABELLED.match(entry) and index >= len(chunks) - 4 and _is_labelled_entry(entry):
            found.append(index)
        elif index < len(chunks) - 3 or chunk.kind == "heading":
            break
    return found


def _is_cited(text: str, chunk: Chunk) -> bool:
    """Whether a line reads like an entry, or like the rest of one that stands right above it."""
    line = text[chunk.start : chunk.end]
    return looks_cited(line) or (chunk.gap == 0 and goes_on(line))


def _is_labelled_entry(entry: str) -> bool:
    return len(entry) <= LONGEST_ENTRY and (looks_cited(entry) or len(entry.split()) <= 12)


def _is_entry(text: str, chunk: Chunk) -> bool:
    return chunk.kind == "reference" or looks_cited(text[chunk.start : chunk.end])


def _is_brief(chunk: Chunk) -> bool:
    return chunk.end - chunk.start <= LONGEST_ENTRY / 2
