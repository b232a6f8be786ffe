"""What the properties of a PDF say about the article, as far as they can be believed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from healthscore.reading.signs import plain_words, signs

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")
_START = 3_000  # characters of the text in which a title or an author must be named to be believed
_FILE_NAME = re.compile(r"\.(?:docx?|odt|rtf|pdf|indd|qxd|html?|tex|dvi|txt|pptx?|pages|md)\b", re.IGNORECASE)


def believed(info: Mapping[str, str], text: str) -> tuple[dict[str, object], list[str]]:
    """Title and author where the text has them too, and in words what is left to the reader to believe.

    A file's title is often that of a template or a file name, its author whoever sat at the keyboard, and its date that of the last
    time somebody saved or printed it: none of them is what the article says about itself.
    """
    start = f" {plain_words(text[:_START])} "
    declared: dict[str, object] = {}
    notes: list[str] = []
    for key in ("Title", "Author"):
        value = " ".join(info.get(key, "").split())
        words = plain_words(value)
        if not words or _FILE_NAME.search(value) or words in signs("properties")["empty"]:
            continue
        if f" {words} " in start and (key == "Author" or len(words.split()) > 1):
            declared[key.lower()] = value
            notes.append(f"{key.lower()} as in the file's properties")
        else:
            notes.append(f"the file's properties give the {key.lower()} as “{value[:80]}”, the text does not")
    if made := _made(info):
        notes.append(f"the file was made on {made}, which is not taken for the date of the article")
    return declared, notes


def _made(info: Mapping[str, str]) -> str:
    match = _DATE.match(info.get("CreationDate", ""))
    return "-".join(part for part in match.groups() if part) if match else ""
