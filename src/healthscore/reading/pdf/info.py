"""What the document information of a PDF says: title, author and the date on which the file was made."""

from __future__ import annotations

import re
from collections.abc import Mapping

from healthscore.reading.properties import Properties

_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


def properties(info: Mapping[str, str]) -> Properties:
    """The entries that may tell of the article."""
    match = _DATE.match(info.get("CreationDate", ""))
    made = "-".join(part for part in match.groups() if part) if match else ""
    return Properties(info.get("Title", ""), info.get("Author", ""), made)
