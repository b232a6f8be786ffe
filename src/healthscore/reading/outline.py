"""What nothing marks and the words and surroundings must tell: headings, lists, contents, references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from healthscore.reading.draft import Chunk
from healthscore.reading.listing import part_items
from healthscore.reading.metadata import is_metadata
from healthscore.reading.references import mark_references
from healthscore.reading.signs import plain_words, signs

_HEADING_WORDS = 14
_HEADING_LENGTH = 110
_TITLE_WORDS = 30
_TITLE_LENGTH = 220
_ITEM_WORDS = 24
_ITEM_LENGTH = 200
_LAST_WORD_SHORT = 3  # letters of a word that a title need not capitalise
_SHORT_HEADING_WORDS = 6
# The stop comes first, since a set of single characters is searched for at the speed of C.
_SENTENCE_INSIDE = re.compile(r"[.!](?<=[a-z]{2}.)(?<!\bvs.)(?<!\bMrs.)(?<!\bProf.)['\"”’)]*\s+['\"“]?[A-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = ('"', "“", "'", "‘", "(")
_NOT_HEADING = (".", "!", ":", ";", ",", "…", '."', ".”", ").")
_ENDS = (".", "!", "?", "…", '"', "”", ")", "]")


class Words:
    """The words of a text's chunks; what is asked of a line more than once is worked out once."""

    def __init__(self, prose: str) -> None:  # noqa: D107
        self._prose = prose
        self.plain = cache(plain_words)
        self.is_metadata = cache(is_metadata)
        self.is_line = cache(_is_line)

    def of(self, chunk: Chunk) -> str:
        """Those of one chunk."""
        return self._prose[chunk.start : chunk.end].strip()

    def are_short(self, text: str, words: int, length: int = _HEADING_LENGTH) -> bool:
        """Whether they are one line of at most so many words and characters, and no sentence ends inside."""
        return len(text) <= length and len(text.split()) <= words and self.is_line(text)

    def are_contents_title(self, text: str) -> bool:
        """Whether they head a list of contents."""
        return self.plain(text) in signs("headings")["contents"]


def outline(text: str, prose: str, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with headings, list items, contents and references told apart."""
    words = Words(prose)
    chunks = part_items(prose, chunks)
    echoed = _echoes(chunks, words)
    result = _runs(chunks, words, echoed)
    result = _levels(_headings(result, words, echoed))
    result = _contents(result, words)
    return mark_references(text, prose, result)


def _echoes(chunks: Sequence[Chunk], words: Words) -> frozenset[int]:
    """Indices of lines that repeat an earlier list entry word for word: what a contents list points to."""
    seen: dict[str, int] = {}
    echoed = set()
    for index, chunk in enumerate(chunks):
        if chunk.end - chunk.start > _TITLE_LENGTH or words.of(chunk).endswith((".", ":", ",", ";")):
            continue
        key = words.plain(words.of(chunk))
        if key in seen and chunk.kind == "paragraph" and index > seen[key] + 1:
            echoed.add(index)
        elif key and (
            chunk.kind == "list_item" or words.are_short(words.of(chunk), _ITEM_WORDS, _ITEM_LENGTH)
        ):
            seen.setdefault(key, index)
    return frozenset(echoed)


def _runs(chunks: list[Chunk], words: Words, echoed: frozenset[int]) -> list[Chunk]:
    """The chunks, with lists that have no bullets found."""
    start = 1
    while start < len(chunks):
        end = _run_end(chunks, start, words)
        announced = _is_announced(chunks[start - 1], words)
        first = start if announced else start + 1  # a list that nothing announces stands under its heading
        last = _last_of_list(chunks, first, end, words, echoed)
        spaced = end - start > 1 and chunks[start + 1].gap > 0
        if last - first >= (3 if spaced else 2):
            chunks[first:last] = [chunk._replace(kind="list_item") for chunk in chunks[first:last]]
        start = max(end, start + 1)
    return chunks


def _run_end(chunks: Sequence[Chunk], start: int, words: Words) -> int:
    """Where the run of short lines ends that begins here; all its lines stand equally far apart."""
    end = start
    while end < len(chunks) and _could_be_item(chunks[end], words):
        if end > start and (chunks[end].gap > 0) != (chunks[start + 1].gap > 0):
            break
        end += 1
    return end


def _is_announced(before: Chunk, words: Words) -> bool:
    """Whether the chunk before a run leads into a list: a heading, or a sentence left open."""
    if before.kind == "heading":
        return True
    return before.kind == "paragraph" and not words.of(before).endswith(_ENDS)


def _last_of_list(chunks: Sequence[Chunk], start: int, end: int, words: Words, echoed: frozenset[int]) -> int:
    """The end of the run without a heading that closely follows the list."""
    if end - start < 2 or end >= len(chunks) or chunks[end].kind == "heading":
        return end
    last = words.of(chunks[end - 1])
    others = [words.of(chunk) for chunk in chunks[start : end - 1]]
    stands_out = (
        end - 1 in echoed
        or (last.endswith("?") and not any(other.endswith("?") for other in others))
        or (last[:1].isupper() and all(other[:1].islower() for other in others))
        or (chunks[end - 1].gap > 0 and _is_title_case(last))
    )
    return end - 1 if stands_out else end


def _could_be_item(chunk: Chunk, words: Words) -> bool:
    if chunk.kind != "paragraph" or chunk.mark:
        return False
    text = words.of(chunk)
    return (
        words.are_short(text, _ITEM_WORDS, _ITEM_LENGTH)
        and not text.endswith((".", "!", ":", "…", '."', ".”"))
        and not text.startswith(_QUOTED)
        and not words.is_metadata(text)
        and not words.are_contents_title(text)
    )


def _headings(chunks: list[Chunk], words: Words, echoed: frozenset[int]) -> list[Chunk]:
    """The chunks, with headings found that only their shape and place give away."""
    has_title = any(chunk.kind == "heading" and chunk.level == 1 for chunk in chunks)
    for index in range(len(chunks) - 2, -1, -1):  # from the end: a heading needs something under it
        chunk = chunks[index]
        text = words.of(chunk)
        if index == 0 and not has_title and _could_be_title(chunk, text, words):
            level = 1
        elif index in echoed or _could_be_heading(chunks, index, text, words):
            level = 2
        else:
            continue
        chunks[index] = chunk._replace(kind="heading", level=level)
    return chunks


def _levels(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks, with headings that no markup ranks placed below the marked one before them."""
    marked = 1
    for index, chunk in enumerate(chunks):
        if chunk.kind == "heading" and chunk.mark == "#":
            marked = chunk.level
        elif chunk.kind == "heading" and chunk.level > 1 and chunk.mark != "=":
            chunks[index] = chunk._replace(level=min(marked + 1, 6))
    return chunks


def _could_be_title(chunk: Chunk, text: str, words: Words) -> bool:
    return (
        chunk.kind == "paragraph"
        and not chunk.mark
        and len(text) <= _TITLE_LENGTH
        and len(text.split()) <= _TITLE_WORDS
        and "\n" not in text
        and not text.endswith((".", ":", ";", ","))
        and not text.startswith(_QUOTED)
        and not text[:1].islower()
        and _LETTER.search(text) is not None
        and not words.is_metadata(text)
    )


def _could_be_heading(chunks: Sequence[Chunk], index: int, text: str, words: Words) -> bool:
    chunk, following = chunks[index], chunks[index + 1]
    if following.kind in ("reference", "contents") or following.mark in ("#", "="):
        return False
    if not words.are_short(text, _HEADING_WORDS) or words.is_metadata(text):
        return False
    if text.startswith(_QUOTED) or text.endswith(_NOT_HEADING):
        return text.isupper()
    if chunk.kind == "list_item":
        return _is_numbered_heading(chunks, index, text)
    if (
        chunk.kind != "paragraph"
        or text[:1].islower()
        or _is_open(text)
        or _is_sign_off(chunks, index, words)
    ):
        return False
    return not chunk.mark or chunk.mark == "**" or (chunk.mark[0] in "Qq" and text.endswith("?"))


def _is_open(text: str) -> bool:
    """Whether a line breaks off in mid-sentence, or is an address for letters."""
    return text.rsplit(maxsplit=1)[-1].lower() in signs("headings")["open_ends"] or "@" in text


def _is_sign_off(chunks: Sequence[Chunk], index: int, words: Words) -> bool:
    """Whether a name under "With kind regards," stands here."""
    before = words.of(chunks[index - 1]) if index else ""
    return before.endswith(",") and len(before.split()) <= _SHORT_HEADING_WORDS


def _is_numbered_heading(chunks: Sequence[Chunk], index: int, text: str) -> bool:
    """A numbered line with a paragraph under it, and no other numbered line before it."""
    chunk, following = chunks[index], chunks[index + 1]
    before = chunks[index - 1].kind if index else "heading"
    return (
        chunk.mark[:1].isdigit()
        and following.kind == "paragraph"
        and not following.mark
        and following.end - following.start > chunk.end - chunk.start
        and before != "list_item"
        and not text.endswith((".", "!", ":", ";", ","))
        and not text[:1].islower()
    )


def _contents(chunks: list[Chunk], words: Words) -> list[Chunk]:
    """The chunks, with lists that only echo the headings below them as contents."""
    places = {words.plain(words.of(c)): i for i, c in enumerate(chunks) if c.kind == "heading"}
    start = 0
    while start < len(chunks):
        end = start
        while end < len(chunks) and chunks[end].kind == "list_item":
            end += 1
        if end > start and _is_contents(chunks, start, end, places, words):
            titled = start > 0 and words.are_contents_title(words.of(chunks[start - 1]))
            first = start - 1 if titled else start
            chunks[first:end] = [c._replace(kind="contents", level=0) for c in chunks[first:end]]
        start = max(end, start + 1)
    return chunks


def _is_contents(chunks: Sequence[Chunk], start: int, end: int, places: dict[str, int], words: Words) -> bool:
    found = sum(places.get(words.plain(words.of(c)), -1) >= end for c in chunks[start:end])
    titled = start > 0 and words.are_contents_title(words.of(chunks[start - 1]))
    return found >= (1 if titled else 2) and found >= (0.5 if titled else 0.7) * (end - start)


def _is_title_case(text: str) -> bool:
    """Whether every longer word is capitalised, or there are one or two words only."""
    words = text.split()
    longer = [word for word in words if len(word) > _LAST_WORD_SHORT]
    return len(words) <= 2 or (bool(longer) and all(word[:1].isupper() for word in longer))


def _is_line(text: str) -> bool:
    return "\n" not in text and _LETTER.search(text) is not None and _SENTENCE_INSIDE.search(text) is None
