"""What a document's properties say of it: the title, who made it and when."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

_NAMES = {
    "title": "dc-title",
    "creator": "dc-creator",
    "created": "dcterms-created",
    "modified": "dcterms-modified",
}
_LONGEST = 500  # characters
# python-docx leaves these of its template, in whatever is made with it.
_UNTOUCHED = frozenset({"2013-12-23T23:15:00Z", "python-docx"})


def properties(root: Element | None) -> Mapping[str, str]:
    """Title, creator, and the dates on which the document was created and modified, as far as it tells."""
    if root is None:
        return {}
    found = {name: (root.findtext(tag) or "").strip() for name, tag in _NAMES.items()}
    return {
        name: value for name, value in found.items() if 0 < len(value) <= _LONGEST and value not in _UNTOUCHED
    }
