"""The shapes of identifiers and citation markers, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from healthscore.regexes import when_needed

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_YEAR = r"(?:1[89]|20)\d\d"
_NUMBERS = r"\d{1,3}(?:\s?[,–—-]\s?\d{1,3})*"
_NAME = r"[A-Z][^\W\d_]+(?:[-'’][A-Z]?[^\W\d_]+)?"

# A set of single characters is searched for at the speed of C; only there is the long pattern tried.
_BEGINNINGS = re.compile(r"[\d\[(^PNIE⁰¹²³⁴-⁹]")
_SHAPES = re.compile(
    rf"(?P<doi>10\.\d{{4,9}}/[^\s\"'<>\])]+)"
    rf"|(?P<pmid>PMID:?\s?\d{{1,8}}(?!\d))"
    rf"|(?P<pmcid>PMC\d{{5,8}}(?!\d))"
    rf"|(?P<trial>NCT\d{{8}}(?!\d)|ISRCTN\d{{8}}(?!\d)|EudraCT[^\d\n]{{0,10}}\d{{4}}-\d{{6}}-\d\d)"
    rf"|(?P<isbn>ISBN(?:-1[03])?:?\s?(?:97[89][- ]?)?\d[\d -]{{8,13}}[\dX](?!\d))"
    rf"|(?P<pages>(?<!\d){_YEAR};\s?\d{{1,4}}(?:\(\w{{1,8}}\))?:\s?[a-zA-Z]?\d{{1,7}}(?:[-–]\w{{1,7}})?)"
    rf"|(?P<marker>\[\^[\w-]{{1,20}}\](?!:)|\[{_NUMBERS}\](?![:(])|\^{_NUMBERS}\^?|[⁰¹²³⁴-⁹]+(?:[,⁻–⁰¹²³⁴-⁹]+)?)"
    rf"|(?P<glued>(?<=[a-z)%”\"][.,])\d{{1,2}}(?:[,–-]\d{{1,2}})*(?=\s+[A-Z]|\s*$))"
    rf"|(?P<bracket>\((?=(?P<inside>[A-Z][^()\n]{{1,160}}?,?\s{_YEAR}[a-z]?(?:[;:,][^()\n]{{0,120}})?\))))"
    rf"|(?P<inline>\({_YEAR}[a-z]?\))",
    re.MULTILINE,
)
_BEFORE = when_needed(rf"(?P<first>{_NAME})(?P<more> et al\.?| (?:and|&) (?:{_NAME}|colleagues))?,? $")
_PAIR = when_needed(rf"((?>{_NAME}))([^;]*?),?\s\(?({_YEAR})[a-z]?")
_UNITS = when_needed(r"(?<![^\W\d_])(?:mm|cm|km|m|kg|s|k)$")
_LONGEST_NAMES = 60


class Shape(Struct, frozen=True):
    """One identifier or marker at characters ``[start, end)``.

    ``form`` is ``doi``, ``pmid``, ``pmcid``, ``trial``, ``isbn``, ``pages`` (2019;12:33-40), ``marker`` ([1], ¹, [^a]), ``glued`` (a number
    right after a full stop), ``bracket`` (Smith 2019), ``inline`` Smith and Jones (2019) or ``single`` Smith (2019).
    """

    form: str
    start: int
    end: int
    text: str


def shapes(text: str) -> Iterator[Shape]:
    """All shapes of a text, in order of place."""
    reach = 0
    for beginning in _BEGINNINGS.finditer(text):
        start = beginning.start()
        match = _SHAPES.match(text, start) if start >= reach else None
        if match is None:
            continue
        form, found = match.lastgroup or "", match.group().rstrip(".,;")
        if form == "marker" and _is_exponent(text, start, found):
            continue
        if form == "bracket":  # only its sign is taken, so that an identifier inside is found too
            yield Shape(form, start, start + len(found) + len(match["inside"]), found + match["inside"])
        elif form == "inline":
            yield from _inline(text, start, match.end())
        else:
            yield Shape(form, start, start + len(found), found)
        reach = match.end()


def numbers(marker: str) -> tuple[int, ...]:
    """The entries that a numeric marker points at; ranges are spelt out.

    >>> numbers("[1,3-5]")
    (1, 3, 4, 5)
    """
    found: list[int] = []
    for part in re.findall(r"\d+(?:\s?[–—⁻-]\s?\d+)?", marker.translate(_SUPERSCRIPTS)):
        low, *high = (int(n) for n in re.findall(r"\d+", part))
        found += range(low, high[0] + 1) if high and low < high[0] < low + 50 else [low, *high]
    return tuple(found)


def author_years(citation: str) -> tuple[tuple[str, int], ...]:
    """First author and year of each work in a citation.

    >>> author_years("(Smith et al., 2019; Jones 2020a)")
    (('smith', 2019), ('jones', 2020))
    """
    return tuple((m[1].lower().replace("’", "'"), int(m[3])) for m in _PAIR().finditer(citation))


def _inline(text: str, start: int, end: int) -> Iterator[Shape]:
    """The names before a year in brackets, with the year."""
    names = _BEFORE().search(text, max(0, start - _LONGEST_NAMES), start)
    if names:
        yield Shape("inline" if names["more"] else "single", names.start(), end, text[names.start() : end])


def _is_exponent(text: str, start: int, found: str) -> bool:
    """Square metres and powers: m², 10^9."""
    if found[0] == "[":
        return False
    before = text[max(0, start - 6) : start]
    return (
        not before
        or before[-1].isdigit()
        or before[-1].isspace()
        or bool(_UNITS().search(before.split()[-1]))
    )
