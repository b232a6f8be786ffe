"""HTML text to a tree. libxml2's parser mends what is broken; it is told of nothing outside the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from healthscore.reading.comments import WHOLE, said
from healthscore.reading.errors import TooDeepError, TooManyElementsError
from healthscore.reading.html.node import COMMENT, Node

_DEEPEST = 1_000  # elements in one another; browsers stop at 512
_MOST = 100_000  # elements; a long page has some thousands
_UNSEEN = ("meta", "script", "style", "title")
_XML = re.compile(r"\s*<\?xml\b")
_CLOSED_AT_ONCE = re.compile(
    r"<(?P<tag>a|b|div|i|iframe|li|p|script|span|td|textarea|title)(?P<rest>\s[^<>]*)?/>"
)


class Parsed(Struct, frozen=True):
    """A page's tree, those of its elements that a reader never sees as text, by tag, and its comments.

    ``whole`` is what comments say to healthscore of the whole article; others to healthscore are nodes of the tree.
    """

    root: Node
    unseen: Mapping[str, list[Node]]
    comments: list[str]
    whole: list[str]


def parse(text: str, name: str) -> Parsed:
    """The tree of a page.

    Raises:
        TooDeepError, TooManyElementsError: no page that is meant to be read is built like that.
    """
    from lxml import etree

    if _XML.match(text):  # XHTML may close any element at once; HTML would leave it open
        text = _CLOSED_AT_ONCE.sub(r"<\g<tag>\g<rest>></\g<tag>>", text)
    builder = _Builder(name)
    # Its own tree is not built (its attributes would take quadratic time), so its limits for trees serve nothing:
    # depth is limited here and size at the door.
    parser = etree.HTMLParser(
        target=builder, encoding="utf-8", recover=True, no_network=True, huge_tree=True, remove_pis=True
    )
    parser.feed(text.encode("utf-8"))
    parser.close()
    return Parsed(builder.root, builder.unseen, builder.comments, builder.whole)


class _Builder:
    """Takes what the parser meets, in order."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root = Node("document", {})
        self.comments: list[str] = []
        self.whole: list[str] = []
        self.unseen: dict[str, list[Node]] = {tag: [] for tag in _UNSEEN}
        self._current = self.root
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST:
            raise TooDeepError(self.name, _DEEPEST)
        if self._count > _MOST:
            raise TooManyElementsError(self.name, _MOST)
        node = Node(tag, dict(attributes), self._current)
        self._current.children.append(node)
        self._current = node
        if tag in self.unseen:
            self.unseen[tag].append(node)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._current = self._current.parent or self.root

    def data(self, text: str) -> None:
        self._current.children.append(text)

    def comment(self, text: str) -> None:
        to_us = said(text)
        if to_us is None:
            self.comments.append(text)
        elif to_us.startswith(WHOLE):  # wherever it stands, in the head of the page too
            self.whole.append(to_us)
        else:
            self._current.children.append(Node(COMMENT, {"said": to_us}, self._current))

    def close(self) -> None:
        """Nothing is left to do."""
