"""The title: the heading on the page that agrees best with what the page's metadata calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from healthscore.reading.html.chrome import is_letter
from healthscore.reading.html.node import Node, above, text_of, walk
from healthscore.reading.signs import plain_words

_PARTS = re.compile(r"\s+[|·•»«›:~–—-]+\s+|\s*[|»›]\s*|\s::\s")
_AGREES = 0.6  # share of words that a heading and a title have in common
_LONGEST = 300  # characters of a heading that may be a title
_MOST_HEADINGS = 200
_SHORTEST_PART = 3  # words of the part of a title that a site's name may be cut off from


class Named(NamedTuple):
    """A title that the metadata gives, and where it stands."""

    text: str
    origin: str


def title_heading(root: Node, named: Sequence[Named], site: str) -> Node | None:
    """The heading that shows the title; None where no heading does."""
    headings = _headings(root)
    first = [
        node for node in headings if node.tag == "h1" and plain_words(text_of(node)) != plain_words(site)
    ]
    scored = [(_agreement(text_of(node), named, site), node) for node in headings]
    best = max((score for score, _ in scored), default=0.0)
    if best:
        return next(node for score, node in scored if score == best)
    return first[0] if first and (len(first) == 1 or not named) else next(iter(first), None)


def best_title(named: Iterable[Named], site: str) -> Named | None:
    """What the metadata calls the article, without the name of the site."""
    for name in named:
        if text := _without_site(name.text, site):
            return Named(text, name.origin)
    return None


def _headings(root: Node) -> list[Node]:
    found = (
        node for node in walk(root) if node.tag in ("h1", "h2", "h3") or node.get("itemprop") == "headline"
    )
    headings = [node for _, node in zip(range(_MOST_HEADINGS), found, strict=False)]
    return [
        node
        for node in headings
        if 0 < len(text_of(node)) <= _LONGEST and not any(map(is_letter, above(node)))
    ]


def _agreement(heading: str, named: Sequence[Named], site: str) -> float:
    """How many words a heading has in common with a title, where it is nearly all of both."""
    words = plain_words(heading).split()
    best = 0.0
    for title in (part for name in named for part in _title_parts(name.text, site)):
        theirs = plain_words(title).split()
        common = len(set(words) & set(theirs))
        share = common / max(len(set(words)), len(set(theirs)), 1)
        if share >= _AGREES:
            best = max(best, share * len(theirs))
    return best


def _title_parts(title: str, site: str) -> list[str]:
    """The title whole and in parts, without what is the site's name."""
    parts = [title, *_PARTS.split(title)]
    return [part for part in parts if part and plain_words(part) != plain_words(site)]


def _without_site(title: str, site: str) -> str:
    """The title without the site's name at either end."""
    title = " ".join(title.split())
    parts = [match.span() for match in _PARTS.finditer(title)]
    if not parts:
        return title
    first, last = title[: parts[0][0]], title[parts[-1][1] :]
    if site and plain_words(first) == plain_words(site):
        return title[parts[0][1] :]
    if (
        plain_words(last) == plain_words(site)
        if site
        else len(last.split()) < len(title[: parts[-1][0]].split())
    ):
        return title[: parts[-1][0]]
    return title
