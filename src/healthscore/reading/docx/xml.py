"""XML from strangers to a tree: no document type, so no entities and nothing to fetch, and no bottomless nesting."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

_DEEPEST = 200  # a table in a text box in a table has some 60
_SCHEMAS = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_SCHEMAS}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_SCHEMAS}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_SCHEMAS}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_SCHEMAS}/markup-compatibility/2006": "mc",
    f"{_SCHEMAS}/package/2006/relationships": "pr",
    f"{_SCHEMAS}/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}
_FALSE = frozenset({"0", "false", "off", "none"})


class XMLError(ValueError):
    """No sound XML, or XML that no Office program writes; the text says which."""


def parse(data: bytes) -> Element:
    """The root of some XML. Tags and attributes of known namespaces are ``w-p``, others ``address}name``.

    Raises:
        XMLError: it is not well formed, has a document type, or is nested deeper than 200 elements.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise XMLError(f"nested deeper than {_DEEPEST} elements")
        builder.start(_short(name), {_short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_short(name))

    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except (
        expat.ExpatError,
        AssertionError,
        LookupError,
        ValueError,
    ) as error:  # ValueError: many-byte encodings
        raise XMLError(str(error)) from None


def on(element: Element | None) -> bool | None:
    """What a property that is on or off says; None where it is not there."""
    return None if element is None else element.get("w-val", "1").lower() not in _FALSE


def number(text: str | None) -> int | None:
    """A number as an attribute gives it, else None."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else None


def _refuse(*_: object) -> None:
    raise XMLError("it declares a document type")


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    address, separator, local = name.rpartition("}")
    prefix = _PREFIXES.get(address)
    return f"{prefix}-{local}" if prefix else f"{address}{separator}{local}"
