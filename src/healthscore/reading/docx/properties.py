"""What a document's core properties say: title, creator and the date on which the file was made."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from healthscore.reading.properties import Properties

_LONGEST = 500  # characters
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
# python-docx leaves these of its template, in whatever is made with it.
_UNTOUCHED = frozenset({"2013-12-23T23:15:00Z", "python-docx"})


def properties(root: Element | None) -> Properties:
    """The properties that may tell of the article."""
    title, creator, created = (_value(root, tag) for tag in ("dc-title", "dc-creator", "dcterms-created"))
    match = _DATE.match(created)
    return Properties(title, creator, match.group() if match else "")


def _value(root: Element | None, tag: str) -> str:
    value = (root.findtext(tag) or "").strip() if root is not None else ""
    return value if len(value) <= _LONGEST and value not in _UNTOUCHED else ""
