"""What a reader of the page does not see. It is taken out and counted, by what hides it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from healthscore.reading.html.node import HEADINGS, Node, pieces, walk
from healthscore.reading.html.styles import NO_STYLE, colour, hidden_names, style_of
from healthscore.reading.html.words import words

_NO_TEXT = frozenset(  # elements that hold no text of the page, or that a saved page cannot show
    "audio canvas datalist embed head iframe input map object option script select style svg textarea title "
    "video area param source track applet frameset".split()
)
_UNSEEN = frozenset(("template", "noscript"))
_WHOLE_PAGE = frozenset(("document", "html", "body"))  # hidden until a script shows it
_TAG = re.compile(r"<[^>]*>?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PROSE = 20  # words of a comment that is text left out, and no remark on the markup


def take_out_hidden(root: Node, styles: Iterable[Node], comments: Iterable[str]) -> tuple[str, ...]:
    """Take everything that is not seen out of the tree; say in words what was there."""
    names = hidden_names("\n".join("".join(pieces(node)) for node in styles))
    found: Counter[str] = Counter()
    stack = [(root, "")]
    while stack:
        node, background = stack.pop()
        kept: list[Node | str] = []
        for child in node.children:
            if isinstance(child, str):
                kept.append(child)
            elif child.tag in _NO_TEXT or (child.tag == "button" and not _is_label(child)):
                continue
            else:
                why, behind = _seen(child, background, names)
                if why:
                    found[why] += _count(child)
                else:
                    kept.append(child)
                    stack.append((child, behind))
        node.children = kept
    found["comments"] += _in_comments(comments)
    return _notes(found)


def _is_label(button: Node) -> bool:
    """Whether a button opens a part of the article: a heading that can be clicked."""
    return button.parent is not None and button.parent.tag in (*HEADINGS, "summary", "dt")


def _seen(node: Node, background: str, names: frozenset[str]) -> tuple[str, str]:
    """Why an element is not seen (empty: it is), and the colour behind it where that is known."""
    style = style_of(node.get("style")) if node.get("style") else NO_STYLE
    behind = style.background or colour(node.get("bgcolor")) or background
    if node.tag in _WHOLE_PAGE:
        return "", behind
    ink = style.colour or (colour(node.get("color")) if node.tag == "font" else "")
    if why := _marked_hidden(node) or style.hides or (ink and ink == behind and "same colour as its ground"):
        return why, behind
    return _hidden_by_name(node, names), behind


def _marked_hidden(node: Node) -> str:
    if node.tag in _UNSEEN:
        return f"{node.tag} element"
    if "hidden" in node.attributes and node.get("hidden").lower() != "until-found":
        return "hidden attribute"
    return "aria-hidden" if node.get("aria-hidden").lower() == "true" else ""


def _hidden_by_name(node: Node, names: frozenset[str]) -> str:
    classes = node.get("class").split()
    if any(name in words("hidden")["classes"] for name in classes):
        return "class for screen readers"
    if names and (f"#{node.get('id')}" in names or any(f".{name}" in names for name in classes)):
        return "style sheet"
    return ""


def _count(node: Node) -> int:
    return sum(
        len(_WORD.findall(piece))
        for inner in walk(node)
        if inner.tag not in _NO_TEXT
        for piece in _own(inner)
    )


def _own(node: Node) -> Sequence[str]:
    return [child for child in node.children if isinstance(child, str)]


def _in_comments(comments: Iterable[str]) -> int:
    counts = (
        len(_WORD.findall(_TAG.sub(" ", comment))) for comment in comments if not comment.startswith("[")
    )
    return sum(count for count in counts if count >= _PROSE)


def _notes(found: Counter[str]) -> tuple[str, ...]:
    how = [f"{why} {count}" for why, count in sorted(found.items()) if count]
    if not how:
        return ()
    total = sum(found.values())
    return (f"hidden text was not read: {total} word{'s' if total > 1 else ''} ({', '.join(how)})",)
