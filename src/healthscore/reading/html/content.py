"""Where on a page the article is: the smallest part that holds nearly all of its prose, and its title."""

from __future__ import annotations

from collections.abc import Sequence

from healthscore.reading.html.chrome import is_letter, is_main, is_sources
from healthscore.reading.html.node import HEADINGS, Node, above, text_of, walk
from healthscore.reading.html.weighing import RUN, Weights, weigh
from healthscore.reading.html.words import name_words, words

_NEARLY_ALL = 0.85  # of the prose
_ENOUGH = 0.4  # of the prose: less in what the markup calls the article, and the markup is not believed
_LIKE_THE_LARGEST = 0.25  # of the prose of the largest article: smaller ones are cards that lead to others
_CONTAINERS = frozenset(
    "document html body div section article main center form table tbody tr td span font".split()
)


def article_part(root: Node, title: Node | None) -> Node:
    """The part of the tree that is the article; what lies beside it within that part is taken out."""
    weights = weigh(root)
    start = _marked(root, title, weights) or root
    body = _densest(start, title, weights)
    if title is None or title is body:
        return body
    path = [title, *above(title)]
    if body in path:
        return body
    around = next(outer for outer in above(body) if outer in path)
    _keep_path(around, body, title)
    return around


def _marked(root: Node, title: Node | None, weights: Weights) -> Node | None:
    """What the markup calls the article: of several, the one with the title."""
    total = weights[root].prose
    articles = _outermost(root, "article", weights)
    largest = max((weights[node].prose for node in articles), default=0)
    articles = [node for node in articles if weights[node].prose >= _LIKE_THE_LARGEST * largest]
    if sum(weights[node].prose for node in articles) >= _ENOUGH * total > 0 and (
        chosen := articles[0] if len(articles) == 1 else _one_of(articles, title)
    ):
        return chosen
    return next((n for n in _outermost(root, "main", weights) if weights[n].prose >= _ENOUGH * total), None)


def _outermost(root: Node, kind: str, weights: Weights) -> list[Node]:
    """The elements of a kind that lie in no other of it, readers' letters left out."""
    found, stack = [], [root]
    while stack:
        node = stack.pop()
        if node.tag == kind or node.role == kind:
            found.append(node)
        elif not is_letter(node):
            stack += [child for child in reversed(node.elements) if weights[child].prose]
    return found


def _one_of(parts: Sequence[Node], title: Node | None) -> Node | None:
    """Of several articles one below the other, the one with the title; None where they are parts of one article."""
    titled = [part for part in parts if _opens_with_title(part)]
    if len(titled) < 2:
        return None
    path = [title, *above(title)] if title is not None else []
    return next((part for part in titled if part in path), titled[0])


def _opens_with_title(part: Node) -> bool:
    """Whether a part has a title of its own: a heading of the first level, or one that all of its text follows."""
    for node in walk(part):
        if node.tag == "h1":
            return True
        if node.tag in HEADINGS:
            return node.tag == "h2" and is_main(part)
        if node.tag == "p" and len(text_of(node).split()) >= RUN:
            return any(inner.tag == "h1" for inner in walk(part))
    return False


def _densest(start: Node, title: Node | None, weights: Weights) -> Node:
    """Go inwards as long as one part holds nearly all of the prose; of several articles take the one."""
    node = start
    while words("names")["content"].isdisjoint(name_words(node)) and node.get("itemprop") != "articleBody":
        prose = weights[node].prose
        inner = [child for child in node.elements if child.tag in _CONTAINERS]
        chosen = next((child for child in inner if weights[child].prose >= _NEARLY_ALL * prose > 0), None)
        if chosen is None:
            large = [child for child in inner if weights[child].prose >= _LIKE_THE_LARGEST * prose]
            chosen = _one_of(large, title) if len(large) > 1 else None
        if chosen is None:  # all that the markup calls an article is one, if nothing in it is called its body
            return start if start.tag == "article" else node
        node = chosen
    return node


def _keep_path(around: Node, body: Node, title: Node) -> None:
    """Take out what lies between the title and the body, and beside them, and is no text of the article."""
    to_title, to_body = {title, *above(title)}, {body, *above(body)}
    for inner in (title, body):
        for outer in above(inner):
            _keep_beside(outer, to_title, to_body, body)
            if outer is around:
                break


def _keep_beside(outer: Node, to_title: set[Node], to_body: set[Node], body: Node) -> None:
    """Keep of an element the ways to title and body, all text between them, and references after the body."""
    kept: list[Node | str] = []
    titled = bodied = False
    for child in outer.children:
        if isinstance(child, str):
            if titled or len(child.split()) >= RUN:
                kept.append(child)
        elif child in to_title or child in to_body:
            titled, bodied = titled or child in to_title, bodied or child in to_body
            kept.append(child)
        elif (titled and not bodied) or (bodied and (_is_alike(child, body) or _holds_sources(child))):
            kept.append(child)
    outer.children = kept


def _is_alike(part: Node, body: Node) -> bool:
    """Whether a part is made like the body: a page of the same article."""
    return part.tag == body.tag and part.get("class") == body.get("class") != ""


def _holds_sources(node: Node) -> bool:
    return any(map(is_sources, walk(node)))
