"""A page as a tree: elements with their attributes, and text between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

HEADINGS = {f"h{level}": level for level in range(1, 7)}
COMMENT = "#comment"
"""The tag of a node that stands for a comment to healthscore, with what it says as its attribute ``said``."""
INLINE = frozenset({COMMENT}).union(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s "
    "samp small span strike strong sub sup time tt u var wbr math mi mo mn".split()
)


class Node(Struct, eq=False):
    """An element, with the elements and texts in it in order."""

    tag: str
    attributes: Mapping[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)
    names: frozenset[str] | None = None  # the words in class and id, once ``words.name_words`` has found them

    def get(self, name: str) -> str:
        """An attribute, empty where there is none."""
        return self.attributes.get(name) or ""

    @property
    def elements(self) -> list[Node]:
        """The elements directly in it."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def role(self) -> str:
        """Its ARIA role."""
        return role.strip().lower() if (role := self.attributes.get("role")) else ""


def walk(root: Node) -> Iterator[Node]:
    """The element and all elements in it, in the order of the page.

    A page may be nested deeper than Python calls may: nothing here calls itself.
    """
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if node.children:
            stack += [child for child in reversed(node.children) if not isinstance(child, str)]


def pieces(root: Node) -> Iterator[str]:
    """All text in an element, piece by piece in order."""
    stack: list[Node | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        else:
            stack.extend(reversed(node.children))


def text_of(root: Node) -> str:
    """The text of an element, its white space collapsed; blocks and line breaks part words."""
    parts: list[str] = []
    stack: list[Node | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag == "br" or node.tag not in INLINE:
            parts.append(" ")
            stack.append(" ")
        stack.extend(reversed(node.children))
    return " ".join("".join(parts).split())


def above(node: Node) -> Iterator[Node]:
    """The elements that an element lies in, from the inside out."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent
