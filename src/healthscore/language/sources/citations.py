"""What an article cites: identifiers, links, and markers held against its reference list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from healthscore.article import Link
from healthscore.language.sources.model import Source, SourceKind
from healthscore.language.sources.references import Entry
from healthscore.language.sources.shapes import Shape, author_years, numbers
from healthscore.regexes import when_needed

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis

_Found = tuple[int, int, SourceKind, str]  # start, end, kind, form
_IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "trial", "isbn", "pages"})
_SELLING = when_needed(
    r"[/.](?:go|shop|shops|cart|checkout|buy|store|product|products|order|book|booking|pricing|amazon|amzn|ebay|etsy"
    r"|iherb|walmart|clickbank|e-?books?|coupons?|deals|discount|masterclass|coaching|bundles?)(?:[/.?]|$)|[?&](?:tag|aff|affid|ref|utm_\w+|coupon|promo)=",
    re.IGNORECASE,
)
_SOCIAL = when_needed(
    r"(?:facebook|twitter|instagram|tiktok|pinterest|linkedin|whatsapp)\.com|//x\.com|youtu\.?be"
)
_HOST = when_needed(r"(?:https?://)?(?:www\.)?([^/?#]+)", re.IGNORECASE)
_INSTITUTION = when_needed(r"(?:\.(?:gov|edu|int|mil|org)|\bnhs|\bac)(?:\.\w\w)?$", re.IGNORECASE)
_HOME = when_needed(r"(?:https?://)?[^/?#]+/?(?:index\.\w+|home)?$", re.IGNORECASE)


class Citation(Struct, frozen=True):
    """A marker in the text and the entries it finds; ``lost`` are its numbers or authors without one."""

    shape: Shape
    found: tuple[Entry, ...]
    lost: tuple[str, ...]


def cited(analysis: Analysis) -> list[Source]:
    """Sources an article cites, in order of place."""
    starts = [sentence.start for sentence in analysis.sentences]
    if not starts:
        return []
    linked = _linked(analysis.article.links)
    found = {*_identified(analysis), *linked, *_marked(analysis), *_listed(analysis)}
    return [
        Source(max(0, bisect_right(starts, start) - 1), start, end, kind, form)
        for start, end, kind, form in _outermost(found)
    ]


def citations_of(analysis: Analysis) -> Iterator[Citation]:
    """Markers outside the reference list, with what they point at."""
    listed = analysis.references
    starts = [entry.start for entry in listed]
    labels = {entry.label: entry for entry in listed}
    named: dict[str, list[Entry]] = {}
    for entry in listed:
        for name in entry.names:
            named.setdefault(name, []).append(entry)
    for shape in analysis.shapes:
        before = bisect_right(starts, shape.start) - 1
        inside = before >= 0 and shape.start < listed[before].end
        if not inside and shape.form in ("marker", "glued"):
            yield _numbered(shape, labels)
        elif not inside and shape.form in ("bracket", "inline", "single"):
            yield from _authored(shape, named)


def selling(target: str) -> bool:
    """Whether an address leads to a shop or carries an affiliate's mark."""
    return bool(_SELLING().search(target))


def shops_among(targets: Iterable[str]) -> frozenset[str]:
    """The hosts of some addresses that lead to a shop; what else such a host shows is no source. Public bodies may have one."""
    return frozenset(host for t in targets if selling(t) and not _INSTITUTION().search(host := host_of(t)))


def host_of(target: str) -> str:
    """The host that an address names, without "www"."""
    found = _HOST().match(target)
    return found[1].lower() if found else ""


def _outermost(found: set[_Found]) -> Iterator[_Found]:
    """Without what lies inside another: the DOI within an entry or an address.

    A citation with no entry that holds an identifier itself is what cannot be looked up around what can: the
    identifier stays.
    """
    findable = sorted(place for place in found if place[2] == "checkable")
    reach = 0
    for place in sorted(found, key=lambda place: (place[0], -place[1], place[3])):
        if place[3] == "dangling" and _holds(place, findable):
            continue
        if place[1] > reach:
            reach = place[1]
            yield place


def _holds(place: _Found, others: Sequence[_Found]) -> bool:
    """Whether one of the others, which are in order of place, lies inside."""
    for at in range(bisect_left(others, place[:1]), len(others)):
        if others[at][0] >= place[1]:
            return False
        if others[at][1] <= place[1]:
            return True
    return False


def _identified(analysis: Analysis) -> Iterator[_Found]:
    """Identifiers in what is read; those in the address of a Markdown link are counted as the link."""
    for shape in analysis.shapes:
        if shape.form in _IDENTIFIERS and not analysis.article.prose[shape.start].isspace():
            yield shape.start, shape.end, "checkable", shape.form


def _linked(links: tuple[Link, ...]) -> Iterator[_Found]:
    shops = shops_among(link.target for link in links)
    for link in links:
        outside = link.target.startswith(("http://", "https://", "www."))
        sold = selling(link.target) or host_of(link.target) in shops
        if outside and not sold and not _SOCIAL().search(link.target):
            home = _HOME().match(link.target)
            yield link.start, link.end, "named" if home else "checkable", "site" if home else "link"


def _marked(analysis: Analysis) -> Iterator[_Found]:
    for citation in analysis.citations:
        shape = citation.shape
        if any(entry.findable for entry in citation.found):
            form = "marker" if shape.form in ("marker", "glued") else "author-year"
            yield shape.start, shape.end, "checkable", form
        elif shape.form not in ("glued", "single"):
            yield shape.start, shape.end, "named", "entry" if citation.found else "dangling"


def _listed(analysis: Analysis) -> Iterator[_Found]:
    for entry in analysis.references:
        yield entry.start, entry.end, "checkable" if entry.findable else "named", "entry"


def _numbered(shape: Shape, labels: Mapping[str, Entry]) -> Citation:
    name = shape.text.strip("[]^")
    keys = [str(n) for n in numbers(shape.text)] if any(c.isdigit() or c in "¹²³" for c in name) else [name]
    if name in labels:
        keys = [name]
    found = tuple(labels[key] for key in keys if key in labels)
    return Citation(shape, found, tuple(key for key in keys if key not in labels))


def _authored(shape: Shape, named: Mapping[str, Sequence[Entry]]) -> Iterator[Citation]:
    found, lost = [], []
    for name, year in author_years(shape.text):
        match = next((e for e in named.get(name, ()) if year in e.years), None)
        if match:
            found.append(match)
        else:
            lost.append(f"{name.title()} {year}")
    if found or (lost and _is_citation(shape)):
        yield Citation(shape, tuple(found), tuple(lost))


def _is_citation(shape: Shape) -> bool:
    """(Smith et al., 2019) is one without its entry too; (Geneva, 2019) and May (2019) need not be."""
    return (
        shape.form == "inline"
        or " et al" in shape.text
        or bool(re.search(r"[a-z] (?:&|and) [A-Z][a-z]+,? \d", shape.text))
    )
