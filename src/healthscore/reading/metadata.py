"""Who wrote, reviewed and paid for it, and when, where the text says so. A reviewer is no author, a copyright year no date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from healthscore.reading.dates import DATE, iso_date
from healthscore.reading.draft import Chunk
from healthscore.reading.names import names_in, signed_names
from healthscore.reading.properties import PROPERTIES
from healthscore.reading.signs import plain_words, signs

_HEAD, _TAIL = 10, 8  # chunks from either end in which bylines and dates are looked for
_LONGEST = 250  # characters of such a line
_LONGEST_WORDS = 30
_LONGEST_SIGNED = 600  # characters of a paragraph that opens with who wrote it
_OPENS_SIGNED = re.compile(r"(?:By (?:Dr|Prof|[A-Z][a-z]+ [A-Z])|(?:[Ww]ritten|[Rr]eviewed) by [A-Z])")
_PART = re.compile(
    r"\s*[|·•—\n()]\s*|\s[–-]\s|(?<=(?-i:[a-z0-9]{2}))(?<!Prof)\.\s+"
    r"|,\s+(?=(?:last |page |medically |fact[- ]?|first )?(?:updated|reviewed|published|posted|checked|revised)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:article |story |text |posted |words )?by\b\s*:?"
    r"|(?:written|authored|prepared|posted|published|compiled) (?:and (?:updated|edited|illustrated) )?by\b\s*:?"
    r"|authors?\s?(?:\(s\))?\s?:)\s*(?P<names>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE = r"(?:article|page|post|guide|leaflet|content|text|website|site|story)"
_REVIEWED = re.compile(
    rf"(?:(?:this |the )?{_PAGE} (?:was |is |has been )?)?(?:(?:medically|clinically|fact|peer)[ -])?"
    r"(?:reviewed|checked|approved|verified)(?: and \w+)?(?: (?:on |in )?[\w ,]{4,20}?)? by\b\s*:?\s*(?P<who>.+)"
    r"|(?:(?:medical|clinical|expert) )?reviewers?\s?:\s*(?P<listed>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FUNDED = re.compile(
    rf"(?:^|\b{_PAGE} (?:is |was |has been ))(?:kindly )?"
    r"(?:funded|financed|sponsored|commissioned|paid for|brought to you) by\b\s*:?\s*(?P<who>.+)"
    r"|^(?:source of )?(?:funding|sponsors?|funders?)(?: source)?\s?:\s*(?P<listed>.+)"
    rf"|(?:^|\b{_PAGE} (?:is |was )(?:written |produced |published )?)in (?:paid |commercial |)partnership with "
    r"(?P<partner>.+)",
    re.IGNORECASE | re.DOTALL,
)
_HINT_OF_MONEY = re.compile(r"[Bb][Yy]\b|:|[Ww][Ii][Tt][Hh]\b")  # cheap, before the rest
_NOBODY = re.compile(r"(?:none|nobody|no one|not applicable|n/a|no )\b", re.IGNORECASE)
_ENDS_NAME = re.compile(r"[,;]|\.(?:\s|$)")
_WHEN = re.compile(r"\s(?:on|in|at)\s+(?:\w+\s+){0,2}\d.*", re.DOTALL)
_LONGEST_NAME = 80  # characters of what a body or team is called
_HINT = re.compile(
    r"\b[Bb][Yy]\b|[Aa]uthor|\b(?:19|20)\d\d|,\s*\(?[A-Z][\w.]*[A-Z.]"
)  # cheap, before the rest
_SIGNED = re.compile(
    r"(?:medically |clinically |fact[- ])?(?:written|reviewed|authored|edited|checked|prepared|compiled|produced)"
    r"(?: and \w+)? by\b",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"[\s.,:]*(?:$|(?:by|at|and|in|to|with)\b|\d{1,2}[:.]\d\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")  # there is no date without one
_READING_TIME = re.compile(r"\b\d{1,3}[ -]min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
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
_DATELESS = re.compile(r"^\s*(?:©|\(c\)|copyright)|\bnext\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says about itself; ``origins`` says by field where."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    reviewed: str | None = None
    reviewers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


def is_metadata(text: str) -> bool:
    """Whether a short line is a byline or a date and nothing else."""
    if len(text) > _LONGEST or not _HINT.search(text) or len(text.split()) > _LONGEST_WORDS:
        return False
    parts = _parts(text)
    return (
        _SIGNED.match(text) is not None
        or bool(_authors(text, parts))
        or any(True for _ in _dates(parts))
        or _is_bare_date(text)
    )


def has_date(line: str) -> bool:
    """Whether a line says when it was written, changed or reviewed."""
    return any(True for _ in _dates(_parts(line)))


def metadata(
    prose: str,
    chunks: Sequence[Chunk],
    declared: Mapping[str, object],
    origins: Mapping[str, str] = MappingProxyType({}),
    asides: Sequence[str] = (),
) -> Metadata:
    """Title, people and dates; what the page or its front matter declares comes before what the text says.

    A byline comes before the author in a file's properties.

    ``origins`` says where what is declared stands, by field. ``asides`` are lines beside the text.
    """
    declares, says = _declared(declared), _said(prose, chunks, [*asides, *_lines(prose, chunks)])
    if says.authors and origins.get("authors") == PROPERTIES:  # who saved a file may be named as its reviewer
        declares = replace(declares, authors=())
    values = {
        each.name: getattr(declares, each.name) or getattr(says, each.name)
        for each in fields(Metadata)
        if each.name != "origins"
    }
    found = {
        name: origins.get(name, "front matter") if getattr(declares, name) else "text"
        for name, value in values.items()
        if value
    }
    return replace(Metadata(**values), origins=found)


def _said(prose: str, chunks: Sequence[Chunk], lines: Sequence[str]) -> Metadata:
    """What the text says."""
    parts = list(map(_parts, lines))
    dates: dict[str, str] = {}
    for these in _with_labels(lines, parts):
        for kind, iso in _dates(these):
            dates.setdefault(kind, iso)
    if "published" not in dates:
        dates["published"] = next(filter(None, map(_bare_date, lines[:_HEAD])), "")
    return Metadata(
        _title(prose, chunks),
        next(filter(None, map(_authors, lines, parts)), ())
        or _named_above_date(lines)
        or _described_author(prose, chunks),
        dates.get("published") or None,
        dates.get("updated") or dates.get("reviewed") or None,
        dates.get("reviewed"),
        next(filter(None, map(_reviewers, parts)), ()),
        next(filter(None, map(_funders, parts)), ()),
    )


def _title(prose: str, chunks: Sequence[Chunk]) -> str | None:
    """The first heading of the first level, else the first heading."""
    headings = [chunk for chunk in chunks if chunk.kind == "heading"]
    best = next((chunk for chunk in headings if chunk.level == 1), headings[0] if headings else None)
    return (" ".join(prose[best.start : best.end].split()) or None) if best else None


def _lines(prose: str, chunks: Sequence[Chunk]) -> Iterator[str]:
    """The short lines near both ends, where bylines and dates stand."""
    near = chunks if len(chunks) <= _HEAD + _TAIL else [*chunks[:_HEAD], *chunks[-_TAIL:]]
    for chunk in near:
        if (
            chunk.kind not in ("paragraph", "heading", "list_item", "quote")
            or chunk.end - chunk.start > _LONGEST_SIGNED
        ):
            continue
        line = " ".join(prose[chunk.start : chunk.end].split())
        short = len(line) <= _LONGEST and len(line.split()) <= _LONGEST_WORDS
        if line and (short or _OPENS_SIGNED.match(line)):
            yield line


def _authors(line: str, parts: Sequence[str]) -> tuple[str, ...]:
    for part in parts:
        if found := _labelled_date(part):
            part = part[found[2] :].lstrip(" ,")
        match = _BYLINE.match(part)
        if match and (names := names_in(match["names"])):
            return names
    return signed_names(line)


def _reviewers(parts: Sequence[str]) -> tuple[str, ...]:
    """Who reviewed it: people by name, or else the body as it is called ("our editorial team")."""
    for part in parts:
        if match := _REVIEWED.match(part):
            return _people(match["who"] or match["listed"])
    return ()


def _funders(parts: Sequence[str]) -> tuple[str, ...]:
    """Who paid for it, as they are called."""
    for part in parts:
        if _HINT_OF_MONEY.search(part) and (match := _FUNDED.search(part)):
            return _called(next(filter(None, match.groups())))
    return ()


def _people(text: str) -> tuple[str, ...]:
    return names_in(_WHEN.sub("", text)) or _called(text)


def _called(text: str) -> tuple[str, ...]:
    """What somebody is called, where that is short enough to be a name."""
    who = _ENDS_NAME.split(_WHEN.sub("", text).strip(), maxsplit=1)[0].strip(" *_().")
    return (who,) if 0 < len(who) <= _LONGEST_NAME and not _NOBODY.match(who) else ()


def _described_author(prose: str, chunks: Sequence[Chunk]) -> tuple[str, ...]:
    """The name with which a paragraph under "About the author" begins."""
    for chunk, following in pairwise(chunks):
        if (
            chunk.kind == "heading"
            and plain_words(prose[chunk.start : chunk.end]) in signs("headings")["about_author"]
        ):
            words = " ".join(prose[following.start : following.end][:200].split())
            return names_in(re.split(r",|\b(?:is|has|was|works|writes|lives)\b", words, maxsplit=1)[0])
    return ()


def _dates(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The dates that a line labels, as pairs of ``published``, ``updated`` or ``reviewed`` and the ISO date."""
    for part in parts:
        if found := _labelled_date(part):
            yield found[0], found[1]


def _with_labels(lines: Sequence[str], parts: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The parts of the lines; a line that only labels a date is joined to the date on the next."""
    labels = signs("dates")["published"] | signs("dates")["updated"]
    before = ""
    for line, these in zip(lines, parts, strict=True):
        label = plain_words(before) if len(before) <= _LONGEST_NAME else ""
        yield _parts(f"{label}: {line}") if label in labels and _is_bare_date(line) else these
        before = line


def _labelled_date(part: str) -> tuple[str, str, int] | None:
    """What a date at the start of a line is labelled as, the date, and where it ends."""
    label = _DIGIT.search(part) and _labels().match(part)
    if not label or _DATELESS.search(part):
        return None
    words = label["label"].lower()
    date_found = _last_date(part, label.end()) if words.endswith("by") else DATE.match(part, label.end())
    if not date_found or not _AFTER_DATE.match(part, date_found.end()):
        return None
    iso = iso_date(date_found)
    kind = (
        "published"
        if words in signs("dates")["published"]
        else "reviewed"
        if "review" in words
        else "updated"
    )
    return (kind, iso, date_found.end()) if iso else None


def _last_date(part: str, start: int) -> re.Match[str] | None:
    """The date at the end of "reviewed by Jane Smith, MD, on 3 May 2021"."""
    last = None
    for last in DATE.finditer(part, start):  # noqa: B007
        pass
    return last


@cache
def _labels() -> re.Pattern[str]:
    phrases = sorted(signs("dates")["published"] | signs("dates")["updated"], key=lambda p: (-len(p), p))
    return re.compile(
        rf"(?P<label>{'|'.join(map(re.escape, phrases))})\b\s*:?\s*(?:on|in)?\s*", re.IGNORECASE
    )


def _parts(line: str) -> list[str]:
    return [part.strip(" \t*_()[]") for part in _PART.split(line)]


def _is_bare_date(line: str) -> bool:
    """Whether a line is a full date and nothing else; how long it takes to read may stand beside it."""
    return _bare_date(line) != ""


def _bare_date(line: str) -> str:
    if not _DIGIT.search(line):
        return ""
    bare = _READING_TIME.sub("", line).strip(" .()*_·|•–—")
    match = DATE.fullmatch(bare)
    iso = (match and iso_date(match)) or ""
    return iso if len(iso) > 4 else ""


def _named_above_date(lines: Sequence[str]) -> tuple[str, ...]:
    """Who is named on a line of its own near the top, if the next line is a date and nothing else."""
    for line, following in pairwise(lines[:_HEAD]):
        if _is_bare_date(following) and " ".join(names := names_in(line)) == line:
            return names
    return ()


def _declared(front: Mapping[str, object]) -> Metadata:
    """What front matter, a page or a file's properties declare, under the keys in common use."""
    keys = {str(key).lower().replace("-", "_").replace(" ", "_"): value for key, value in front.items()}

    def first(*names: str) -> object:
        return next((keys[name] for name in names if keys.get(name)), None)

    title = first("title", "headline")
    reviewed = _declared_date(first("reviewed", "last_reviewed", "date_reviewed", "reviewed_at"))
    return Metadata(
        title=" ".join(title.split()) if isinstance(title, str) else None,
        authors=_declared_names(first("author", "authors", "byline", "by", "creator"), names_in),
        published=_declared_date(first(*_PUBLISHED)),
        updated=_declared_date(first(*_UPDATED)) or reviewed,
        reviewed=reviewed,
        reviewers=_declared_names(
            first("reviewer", "reviewers", "reviewed_by", "medically_reviewed_by", "medical_reviewer"),
            _people,
        ),
        funders=_declared_names(
            first("funder", "funders", "funding", "sponsor", "sponsors", "sponsored_by", "funded_by"), _called
        ),
    )


def _declared_names(value: object, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else [value]
    names: list[str] = []
    for entry in entries[:50]:
        if isinstance(entry, Mapping):
            entry = entry.get("name")
        if isinstance(entry, str):
            names += read(re.sub(r"^\s*by\b:?\s*", "", entry, flags=re.IGNORECASE))
    return tuple(dict.fromkeys(names))


def _declared_date(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()[:10]
    match = DATE.match(str(value).strip()) if isinstance(value, str | int) else None
    return iso_date(match) if match else None
