"""How much of each element is running text, and how much is links."""

from __future__ import annotations

from msgspec import Struct

from healthscore.reading.html.node import INLINE, Node, walk

RUN = 8  # words outside links from which a run of text is prose: menus and captions are shorter


class Weight(Struct):
    """Words in an element: all, those in links, and those in runs of prose."""

    words: int = 0
    linked: int = 0
    prose: int = 0
    inline: bool = False  # a part of a line, with no block in it

    @property
    def link_share(self) -> float:
        """The share of the words that links hold."""
        return self.linked / self.words if self.words else 0.0


Weights = dict[Node, Weight]


def weigh(root: Node) -> Weights:
    """The weight of every element."""
    weights: Weights = {}
    for node in reversed(list(walk(root))):
        weight = Weight()
        run = linked = 0
        inline = node.tag in INLINE
        for child in node.children:
            if isinstance(child, str):
                run += len(child.split())
                continue
            inner = weights[child]
            if inner.inline:
                run += inner.words
                linked += inner.linked
                continue
            inline = False  # a block in it makes a block of it
            weight.words += inner.words
            weight.linked += inner.linked
            weight.prose += inner.prose
        weight.words += run
        weight.linked += linked
        if node.tag == "a" and "href" in node.attributes:
            weight.linked, weight.prose = weight.words, 0
        elif not inline and run - linked >= RUN and 2 * linked < run:
            weight.prose += run - linked
        weight.inline = inline
        weights[node] = weight
    return weights
