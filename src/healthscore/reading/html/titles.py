"""The title: the heading on the page that agrees best with what the page's metadata calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from healthscore.reading.html.chrome import is_letter
from healthscore.reading.html.node import Node, text_of
from healthscore.reading.signs import plain_words

_PARTS = re.compile(r"\s+[|·•»«›:~–—-]+\s+|\s*[|»›]\s*|\s::\s")
_AGREES = 0.6  # share of words that a heading and a title have in common
_LONGEST = 300  # characters of a heading that may be a title
_MOST_HEADINGS = 200
_MOST_PARTS = 20  # of a title
_LAST = 0.9  # how far the last part of a title is trusted


class Named(NamedTuple):
    """A title that the metadata gives, and where it stands."""

    text: str
    origin: str


def title_heading(root: Node, named: Sequence[Named], site: str) -> Node | None:
    """The heading that shows the title; None where no heading does."""
    headings = [(node, plain_words(text)) for node, text in _headings(root)]
    titles = [part for name in named for part in _title_parts(name.text, site)]
    scored = [(_agreement(said, titles), node) for node, said in headings]
    best = max((score for score, _ in scored), default=0.0)
    if best:
        return next(node for score, node in scored if score == best)
    return next((node for node, said in headings if node.tag == "h1" and said != plain_words(site)), None)


def best_title(named: Iterable[Named], site: str) -> Named | None:
    """What the metadata calls the article, without the name of the site."""
    for name in named:
        if text := _without_site(name.text, site):
            return Named(text, name.origin)
    return None


def _headings(root: Node) -> list[tuple[Node, str]]:
    """The first headings that may show a title, with their text; those in readers' letters do not."""
    found: list[tuple[Node, str]] = []
    stack = [root]
    while stack and len(found) < _MOST_HEADINGS:
        node = stack.pop()
        if node.tag in ("h1", "h2", "h3") or node.get("itemprop") == "headline":
            if 0 < len(text := text_of(node)) <= _LONGEST:
                found.append((node, text))
        elif not is_letter(node):
            stack.extend(reversed(node.elements))
    return found


def _title_parts(title: str, site: str) -> list[tuple[frozenset[str], float]]:
    """The words of the title whole and in parts, without the site's name; the last part may be that, and is trusted less."""
    parts = [part for coarse in _PARTS.split(" ".join(title.split())) for part in coarse.split(": ")]
    trusted = [(title, 1.0), *((part, 1.0) for part in parts[:-1]), (parts[-1], _LAST)]
    plain = [(plain_words(part), trust) for part, trust in trusted[:_MOST_PARTS]]
    return [(frozenset(part.split()), trust) for part, trust in plain if part and part != plain_words(site)]


def _agreement(heading: str, titles: Sequence[tuple[frozenset[str], float]]) -> float:
    """How many words a heading has in common with a title, where it is nearly all of both."""
    said = set(heading.split())
    best = 0.0
    for title, trust in titles:
        share = len(said & title) / max(len(said), len(title), 1)
        if share >= _AGREES:
            best = max(best, share * trust * len(title))
    return best


def _without_site(title: str, site: str) -> str:
    """The title without the site's name at either end; where that is not known, without the shorter end."""
    title = " ".join(title.split())
    gaps = [match.span() for match in _PARTS.finditer(title)]
    if not gaps:
        return title
    first, after_first = title[: gaps[0][0]], title[gaps[0][1] :]
    before_last, last = title[: gaps[-1][0]], title[gaps[-1][1] :]
    if _is_site(last, before_last, site):
        return before_last
    return after_first if _is_site(first, after_first, site) else title


def _is_site(end: str, rest: str, site: str) -> bool:
    return plain_words(end) == plain_words(site) if site else len(end.split()) < len(rest.split())
