"""What the markup of a page declares: title, people and dates, each with where it was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from healthscore.reading.html.jsonld import statements
from healthscore.reading.html.node import Node, text_of, walk
from healthscore.reading.html.titles import Named
from healthscore.reading.html.words import name_words, vocabulary
from healthscore.reading.metadata import has_date

_FIELDS = ("authors", "published", "updated", "reviewed", "reviewers", "funders")
_PEOPLE = ("authors", "reviewers", "funders")
_DATES = ("updated", "reviewed", "published")
_SMALL = frozenset(
    "time abbr span a address p div meta".split()
)  # elements whose class may tell what they are
_FEW = 12  # elements and texts beside a date
_LONGEST = 300  # characters of what an element says


class Declared(Struct, frozen=True):
    """Titles in the order of trust, the site's name, and per field what is said and where."""

    titles: tuple[Named, ...]
    site: str
    said: Mapping[str, tuple[object, str]]


def head_of(unseen: Mapping[str, Sequence[Node]]) -> Declared:
    """What JSON-LD and meta elements declare."""
    linked = statements(unseen["script"])
    metas = _metas(unseen["meta"])
    said: dict[str, tuple[object, str]] = {}
    for field in _FIELDS:
        if field in linked:
            said[field] = linked[field]
        elif found := _from_metas(field, metas):
            said[field] = found
    titles = [Named(str(linked["title"][0]), linked["title"][1])] if "title" in linked else []
    titles += [
        Named(value, f"meta {name}") for name in vocabulary("meta")["title"] for value in metas.get(name, ())
    ]
    titles += [Named(text_of(node), "title element") for node in _title_elements(unseen["title"])]
    site = next((value for name in vocabulary("meta")["site"] for value in metas.get(name, ())), "")
    return Declared(tuple(named for named in titles if named.text), site, said)


def on_page(roots: Iterable[Node]) -> Mapping[str, tuple[object, str]]:
    """What elements of the article and its surroundings declare by itemprop, rel, class or as ``time``."""
    found: dict[str, tuple[object, str]] = {}
    loose: list[str] = []
    for node in (node for root in roots for node in walk(root)):
        for field, value, where in _element(node):
            if field == "time":
                loose.append(value)
            elif field in _PEOPLE and field in found and found[field][1] == where:
                found[field] = [*_listed(found[field][0]), value], where
            elif field not in found:
                found[field] = value, where
    if (
        loose and "published" not in found and len(set(loose)) == 1
    ):  # of several nobody can tell which is which
        found["published"] = loose[0], "time element"
    return found


def _metas(nodes: Iterable[Node]) -> Mapping[str, list[str]]:
    """The contents of all meta elements by name."""
    metas: dict[str, list[str]] = {}
    for node in nodes:
        if content := node.get("content").strip():
            for attribute in ("name", "property", "itemprop"):
                if name := node.get(attribute).strip().lower():
                    metas.setdefault(name, []).append(content)
    return metas


def _from_metas(field: str, metas: Mapping[str, Sequence[str]]) -> tuple[object, str] | None:
    for name in vocabulary("meta").get(field, ()):
        values = [
            value for value in metas.get(name, ()) if not value.startswith(("http:", "https:", "/", "@"))
        ]
        if values:
            return (values if field in _PEOPLE else values[0]), f"meta {name}"
    return None


def _title_elements(titles: Iterable[Node]) -> Iterator[Node]:
    """The page's own title; pictures drawn in the page have titles too."""
    return (node for node in titles if node.parent and node.parent.tag == "head")


def _element(node: Node) -> Iterator[tuple[str, str, str]]:
    """Field, value and place of what an element declares; ``time`` for a date without a word to it."""
    if not node.attributes and node.tag != "time":
        return
    called = {*node.get("itemprop").lower().split(), *node.get("rel").lower().split()}
    if node.tag in _SMALL:
        called |= name_words(node)
    date = _date(node)
    for field in _DATES if date else ():
        if not called.isdisjoint(_called(field)):
            yield field, date, "itemprop" if node.get("itemprop") else "time element"
            return
    if date and node.tag == "time":
        if not _is_labelled(node):
            yield "time", date, "time element"
    elif not called.isdisjoint(_called("authors")) and (name := _name(node)):
        where = "itemprop" if node.get("itemprop") else "rel author" if node.get("rel") else "byline"
        yield "authors", name, where


@cache
def _called(field: str) -> frozenset[str]:
    return frozenset(vocabulary("elements")[field])


def _is_labelled(node: Node) -> bool:
    """Whether the words before a date say what it is, so that it is read where the text is."""
    around = node.parent
    return around is not None and len(around.children) <= _FEW and has_date(_said(around))


def _date(node: Node) -> str:
    """The date that an element stands for; empty where it is no element for dates."""
    if node.tag == "time":
        return node.get("datetime") or _said(node)
    if node.tag == "abbr":
        return node.get("title")
    return (node.get("content") or node.get("datetime") or _said(node)) if node.get("itemprop") else ""


def _name(node: Node) -> str:
    """The name that an author element shows: that of the part called so, where there is one."""
    named = next((inner for inner in walk(node) if inner.get("itemprop").lower() == "name"), node)
    return (named.get("content") or _said(named))[:_LONGEST]


def _said(node: Node) -> str:
    return text_of(node)[:_LONGEST]


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
