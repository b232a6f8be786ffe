"""What front matter, a page or a file's properties declare of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from msgspec import Struct, field

from healthscore.reading.credits import called, people
from healthscore.reading.dates import DATE, iso_date
from healthscore.reading.names import names_in

_PUBLISHED = (
    "published",
    "date",
    "date_published",
    "datepublished",
    "publishdate",
    "publish_date",
    "published_at",
    "pubdate",
    "created",
)
_UPDATED = (
    "updated",
    "lastmod",
    "last_modified",
    "lastmodified",
    "modified",
    "last_updated",
    "updated_at",
    "datemodified",
    "date_modified",
)


class Metadata(Struct, frozen=True):
    """What an article says about itself; ``origins`` says by field where."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    reviewed: str | None = None
    reviewers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


def declared_in(front: Mapping[str, object]) -> Metadata:
    """What front matter, a page or a file's properties declare, under the keys in common use."""
    keys = {str(key).lower().replace("-", "_").replace(" ", "_"): value for key, value in front.items()}

    def first(*names: str) -> object:
        return next((keys[name] for name in names if keys.get(name)), None)

    title = first("title", "headline")
    reviewed = _date(first("reviewed", "last_reviewed", "date_reviewed", "reviewed_at"))
    return Metadata(
        title=" ".join(title.split()) if isinstance(title, str) else None,
        authors=_names(first("author", "authors", "byline", "by", "creator"), names_in),
        published=_date(first(*_PUBLISHED)),
        updated=_date(first(*_UPDATED)) or reviewed,
        reviewed=reviewed,
        reviewers=_names(
            first("reviewer", "reviewers", "reviewed_by", "medically_reviewed_by", "medical_reviewer"),
            people,
        ),
        funders=_names(
            first("funder", "funders", "funding", "sponsor", "sponsors", "sponsored_by", "funded_by"), called
        ),
    )


def _names(value: object, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in entries[:50]:
        if isinstance(entry, Mapping):
            entry = entry.get("name")
        if isinstance(entry, str):
            names += read(re.sub(r"^\s*by\b:?\s*", "", entry, flags=re.IGNORECASE))
    return tuple(dict.fromkeys(names))


def _date(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()[:10]
    match = DATE().match(str(value).strip()) if isinstance(value, str | int) else None
    return iso_date(match) if match else None
