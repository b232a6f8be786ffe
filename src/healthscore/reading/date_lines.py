"""The dates that short lines label: published, updated, reviewed; a copyright year is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from healthscore.reading.dates import DATE, iso_date
from healthscore.reading.signs import plain_words, signs
from healthscore.regexes import when_needed

_PART = re.compile(
    r"\s*[|·•—\n()]\s*|\s[–-]\s"
    r"|\.(?<=(?-i:[a-z0-9]{2})\.)(?<!Prof\.)(?<!\bJan\.)(?<!\bFeb\.)(?<!\bMar\.)(?<!\bApr\.)(?<!\bJun\.)(?<!\bJul\.)(?<!\bAug\.)"
    r"(?<!\bSep\.)(?<!\bSept\.)(?<!\bOct\.)(?<!\bNov\.)(?<!\bDec\.)\s+"
    r"|[,.]\s+(?=(?:last |page |content |medically |fact[- ]?|first )?(?:updated|reviewed|published|posted|checked|revised|issued)\b)",
    re.IGNORECASE,
)
_AFTER_DATE = when_needed(r"[\s.,:]*(?:$|(?:by|at|and|in|to|with|for|next)\b|\d{1,2}[:.]\d\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")  # there is no date without one
_READING_TIME = re.compile(r"\b\d{1,3}[ -]min(?:ute)?s?(?: read)?\b", re.IGNORECASE)
_LONGEST_LABEL = 80  # characters
_DATELESS = re.compile(r"^\s*(?:©|\(c\)|copyright)|\bnext\b", re.IGNORECASE)


def labelled_dates(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The dates that a line labels, as pairs of ``published``, ``updated`` or ``reviewed`` and the ISO date."""
    for part in parts:
        if found := labelled_date(part):
            yield found[0], found[1]


def with_labels(lines: Sequence[str], parts: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The parts of the lines; a line that only labels a date is joined to the date on the next."""
    labels = signs("dates")["published"] | signs("dates")["updated"]
    before = ""
    for line, these in zip(lines, parts, strict=True):
        label = plain_words(before) if len(before) <= _LONGEST_LABEL else ""
        yield parts_of(f"{label}: {line}") if label in labels and is_bare_date(line) else these
        before = line


def labelled_date(part: str) -> tuple[str, str, int] | None:
    """What a date at the start of a line is labelled as, the date, and where it ends."""
    label = _DIGIT.search(part) and _labels().match(part)
    if not label or _DATELESS.search(part):
        return None
    words = label["label"].lower()
    date_found = _last_date(part, label.end()) if words.endswith("by") else DATE().match(part, label.end())
    if not date_found or not _AFTER_DATE().match(part, date_found.end()):
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


def bare_date(line: str) -> str:
    """The ISO date of a line that is a full date and nothing else, a month at least; empty for any other."""
    if not _DIGIT.search(line):
        return ""
    bare = without_reading_time(line)
    match = DATE().fullmatch(bare)
    return (match and not bare.isdigit() and iso_date(match)) or ""


def without_reading_time(line: str) -> str:
    """The line without how long it takes to read."""
    return _READING_TIME.sub("", line).strip(" .()*_·|•–—")


def is_bare_date(line: str) -> bool:
    """Whether a line is a full date and nothing else; how long it takes to read may stand beside it."""
    return bare_date(line) != ""


def parts_of(line: str) -> list[str]:
    """The parts of a line, each of which may label a name or a date."""
    return [part.strip(" \t*_()[]") for part in _PART.split(line)]


def _last_date(part: str, start: int) -> re.Match[str] | None:
    """The date at the end of "reviewed by Jane Smith, MD, on 3 May 2021"."""
    last = None
    for last in DATE().finditer(part, start):  # noqa: B007
        pass
    return last


@cache
def _labels() -> re.Pattern[str]:
    phrases = sorted(signs("dates")["published"] | signs("dates")["updated"], key=lambda p: (-len(p), p))
    return re.compile(
        rf"(?P<label>{'|'.join(map(re.escape, phrases))})\b\s*:?\s*(?:on|in)?\s*", re.IGNORECASE
    )
