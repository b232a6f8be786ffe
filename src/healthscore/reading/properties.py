"""What the properties of a document say about the article, as far as they can be believed."""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec import Struct

from healthscore.reading.signs import plain_words, signs
from healthscore.regexes import when_needed

PROPERTIES = "document properties"
"""Where such a title or author is said to stand, in an article's ``origins``."""

_START = 3_000  # characters of the text in which a title or an author must be named to be believed
_FILE_NAME = when_needed(
    r"\.(?:docx?|odt|rtf|pdf|indd|qxd|html?|tex|dvi|txt|pptx?|pages|md)\b", re.IGNORECASE
)


class Properties(Struct, frozen=True):
    """What a file says of itself where no reader sees it; ``made`` is the ISO date on which it was made."""

    title: str = ""
    author: str = ""
    made: str = ""


class Believed(NamedTuple):
    """What the text bears out, under the keys of front matter, where each stands, and in words what was decided."""

    declared: dict[str, object]
    origins: dict[str, str]
    notes: tuple[str, ...]


def believed(properties: Properties, text: str) -> Believed:
    """Title and author where the text has them too, and in words what is left to the reader to believe.

    A file's title is often that of a template or a file name, its author whoever sat at the keyboard, and its date that of the last
    time somebody saved or printed it: none of them is what the article says about itself.
    """
    start = f" {plain_words(text[:_START])} "
    declared: dict[str, object] = {}
    notes: list[str] = []
    for key, value in (("title", properties.title), ("author", properties.author)):
        value = " ".join(value.split())
        words = plain_words(value)
        if not words or _FILE_NAME().search(value) or words in signs("properties")["empty"]:
            continue
        if f" {words} " in start and (key == "author" or len(words.split()) > 1):
            declared[key] = value
            notes.append(f"{key} as in the file's properties")
        else:
            notes.append(f"the file's properties give the {key} as “{value[:80]}”, the text does not")
    if properties.made:
        notes.append(
            f"the file was made on {properties.made}, which is not taken for the date of the article"
        )
    origins = {"authors" if key == "author" else key: PROPERTIES for key in declared}
    return Believed(declared, origins, tuple(notes))
