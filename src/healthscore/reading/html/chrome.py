"""What belongs to the site and not to the article: by element, role and the words of class and id."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from healthscore.reading.html.node import HEADINGS, INLINE, Node, above, text_of, walk
from healthscore.reading.html.weighing import Weight, Weights, weigh
from healthscore.reading.html.words import name_words, words
from healthscore.reading.signs import plain_words, signs

_PAGE = ("html", "body")
_MAIN = ("article", "main")
_LARGE = 0.3  # of the page's prose: what is called an article and has less is a card that leads to one
_MOST = 0.5  # of the page's prose: with more, a word in a class name means a layout and not a part
_LONGEST_TOLD = 60  # words of a byline with its dates
_MENU_LINKS = 0.25  # share of words in links from which a part with prose may still be a menu
_SOME_PROSE = 15  # words


class Asides(Struct, frozen=True):
    """Parts that may tell who wrote the article and when: its bylines, and what stands around it."""

    bylines: list[Node] = field(default_factory=list)
    around: list[Node] = field(default_factory=list)


def take_out_chrome(root: Node, title: Node | None) -> Asides:
    """Take the site's parts out of the tree; returns those of them that may tell who wrote the article and when.

    A part that holds the title, an article or most of the page is never taken out.
    """
    weights = weigh(root)
    anchored = _with_above(_anchors(root, title, weights))
    sourced = _with_above(node for node in walk(root) if is_sources(node))
    asides = Asides()
    stack = [(root, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or is_main(node)
        kept: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str):
                kept.append(child)
                continue
            why = _why_chrome(child, weights, inside=inside, sourced=child in sourced)
            if not why or child in anchored:
                kept.append(child)
                stack.append((child, inside))
            elif why != "chrome":
                (asides.bylines if why == "byline" else asides.around).append(child)
        node.children = kept
    return asides


def is_main(node: Node) -> bool:
    """Whether the markup calls an element an article or the main part of the page."""
    return node.tag in _MAIN or node.role in _MAIN or "articlebody" in node.get("itemprop").lower()


def is_letter(node: Node) -> bool:
    """Whether the markup calls an element a reader's letter, or the place of such."""
    if node.tag in _PAGE:  # which may say no more than that readers can write
        return False
    return not words("names")["comments"].isdisjoint(name_words(node))


def is_sources_name(node: Node) -> bool:
    """Whether class, id or role call an element a list of references."""
    named = not words("names")["references"].isdisjoint(name_words(node))
    return (named and node.tag not in INLINE) or node.role in ("doc-endnotes", "doc-bibliography")


def is_sources(node: Node) -> bool:
    """Whether an element heads a list of references, or is called one."""
    if node.tag in INLINE or not (node.attributes or node.tag in HEADINGS or node.tag == "summary"):
        return False
    if node.tag in HEADINGS or node.tag == "summary":
        return plain_words(text_of(node)[:80]) in signs("headings")["references"]
    return is_sources_name(node)


def _anchors(root: Node, title: Node | None, weights: Weights) -> Iterable[Node]:
    """The title and the elements that hold an article."""
    total = weights[root].prose
    if title is not None:
        yield title
    stack = [root]
    while stack:
        node = stack.pop()
        prose = weights[node].prose
        if node.tag in _PAGE or (total and prose >= (_LARGE if is_main(node) else _MOST) * total):
            yield node
        stack += [
            child
            for child in node.elements
            if child.tag in _PAGE or (weights[child].prose >= _LARGE * total > 0 and not is_letter(child))
        ]


def _with_above(nodes: Iterable[Node]) -> frozenset[Node]:
    """Elements with all that they lie in."""
    found: set[Node] = set()
    for node in nodes:
        found.add(node)
        for outer in above(node):
            if outer in found:
                break
            found.add(outer)
    return frozenset(found)


def _why_chrome(node: Node, weights: Weights, *, inside: bool, sourced: bool) -> str:
    """``chrome``, ``byline``, ``around``, or empty for a part of the article."""
    weight, names = weights[node], name_words(node)
    if node.tag in INLINE:
        return _why_inline(node, names, weights)
    if node.tag in words("elements")["never"] or node.role in words("roles")["never"]:
        return "around" if node.role == "contentinfo" else "chrome"
    if not words("names")["comments"].isdisjoint(names):
        return "chrome"
    if sourced:
        return ""
    if not words("names")["never"].isdisjoint(names):
        return "chrome"
    if node.tag not in HEADINGS and weight.words <= _LONGEST_TOLD and _is_byline(node, names):
        return "byline"
    around = node.tag in words("elements")["around"] or node.role in words("roles")["around"]
    if (around and not (inside and _is_prose(weight))) or (
        not words("names")["perhaps"].isdisjoint(names) and not _is_prose(weight)
    ):
        return "byline" if weight.words <= _LONGEST_TOLD and any(map(_is_signed, walk(node))) else "around"
    return ""


def _is_signed(node: Node) -> bool:
    """Whether an element says in a vocabulary of its own that it is an author or a date."""
    said = f"{node.get('itemprop')} {node.get('rel')}".lower().split()
    return not {"author", "datepublished", "datemodified"}.isdisjoint(said)


def _why_inline(node: Node, names: frozenset[str], weights: Weights) -> str:
    """Parts of a sentence stay, whatever they are called; a button in a heading goes."""
    if not words("names")["inline"].isdisjoint(names):
        return "chrome"
    lone = node.parent is None or weights[node.parent].prose == 0
    return "chrome" if lone and not words("names")["never"].isdisjoint(names) else ""


def _is_byline(node: Node, names: frozenset[str]) -> bool:
    return not words("names")["told"].isdisjoint(names) or node.tag in ("address", "time")


def _is_prose(weight: Weight) -> bool:
    return weight.prose >= _SOME_PROSE and weight.link_share < _MENU_LINKS
