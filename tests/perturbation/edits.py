"""Edits of an article's text, each of which ought to move one rating, or none."""

import random
import re
import textwrap

_NOT_PROSE = re.compile(r"---|#|[-*] |\*By|\d+\. |Written by|Published|Last reviewed")


def chunks(text: str) -> list[str]:
    """The stretches between blank lines."""
    return text.strip().split("\n\n")


def joined(parts: list[str]) -> str:
    """The chunks as a text again."""
    return "\n\n".join(parts) + "\n"


def is_paragraph(chunk: str) -> bool:
    """Prose that can stand anywhere: no heading, list, byline, reference or lead-in to a list."""
    return not _NOT_PROSE.match(chunk) and chunk.rstrip("”\"*'").endswith((".", "!", "?")) and len(chunk) > 90


def with_source(text: str, sentence: str, source: str) -> str:
    """The text with a source in brackets at the end of one of its sentences."""
    assert text.count(sentence) == 1
    return text.replace(sentence, f"{sentence[:-1]} ({source}){sentence[-1]}")


def with_paragraph_twice(text: str) -> str:
    """The longest paragraph once more, three paragraphs from the end."""
    parts = chunks(text)
    places = [i for i, part in enumerate(parts) if is_paragraph(part)]
    longest = max((parts[i] for i in places), key=len)
    parts.insert(places[-2], longest)
    return joined(parts)


def with_pair(text: str, first: str, second: str) -> str:
    """Two paragraphs more, one near the beginning and one near the end."""
    parts = chunks(text)
    places = [i for i, part in enumerate(parts) if is_paragraph(part)]
    parts.insert(places[-1], second)
    parts.insert(places[1] + 1, first)
    return joined(parts)


def reordered(text: str, seed: int) -> str:
    """The paragraphs in another order; headings, lists, byline and references stay where they are."""
    parts = chunks(text)
    places = [i for i, part in enumerate(parts) if is_paragraph(part)]
    order = places[:]
    random.Random(seed).shuffle(order)
    moved = list(parts)
    for place, source in zip(places, order, strict=True):
        moved[place] = parts[source]
    return joined(moved)


def wrapped(text: str) -> str:
    """Every paragraph broken into lines of at most 72 characters."""
    return joined([_fill(part) if is_paragraph(part) else part for part in chunks(text)])


def unwrapped(text: str) -> str:
    """Every paragraph on one line."""
    return joined([" ".join(part.split()) if is_paragraph(part) else part for part in chunks(text)])


def curly(text: str) -> str:
    """Straight quotation marks and apostrophes made typographic."""
    text = re.sub(r'(^|[\s(\[*])"', r"\1“", text, flags=re.MULTILINE).replace('"', "”")
    return text.replace("'", "’")


def straight(text: str) -> str:
    """Typographic quotation marks and apostrophes made straight."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def _fill(paragraph: str) -> str:
    return textwrap.fill(" ".join(paragraph.split()), 72, break_long_words=False, break_on_hyphens=False)
