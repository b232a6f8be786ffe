"""The parts of an Office document: which is the text, and what it refers to."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from healthscore.reading.archive import Archive, damaged
from healthscore.reading.docx.xml import XMLError, parse
from healthscore.reading.errors import UnsupportedFormatError

_USUAL = "word/document.xml"


class Relation(Struct, frozen=True):
    """What a part refers to: the last word of the kind (``styles``, ``hyperlink``), and a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """An Office document, part by part."""

    def __init__(self, data: bytes, name: str, most: int) -> None:
        """Open the archive, of which ``most`` bytes are unpacked, and find the main part.

        Raises:
            DamagedError: there is none, or the archive is not sound.
        """
        self._name = name
        self._archive = Archive(data, name, "DOCX", most)
        self.relations = cache(self._relations)
        main = next((r.target for r in self.relations("").values() if r.kind == "officeDocument"), _USUAL)
        self.main = main if main in self._archive else _USUAL
        if self.main not in self._archive:
            raise damaged(name, "DOCX", "it has no main document")

    def document(self) -> Element:
        """The main part, which has a body.

        Raises:
            UnsupportedFormatError: it is another kind of Office file.
            DamagedError: there is none.
        """
        root = self._part(self.main)
        if root is None or root.tag != "w-document":
            raise UnsupportedFormatError(self._name, "an Office file that is no Word document")
        if root.find("w-body") is None:
            raise damaged(self._name, "DOCX", "its document has no body")
        return root

    def related(self, kind: str) -> Element | None:
        """The part of a kind (``styles``, ``footnotes``) that the main part refers to."""
        return self._part(self.path(kind))

    def properties(self) -> Element | None:
        """The document's core properties."""
        return self._part(_target(self.relations(""), "core-properties"))

    def path(self, kind: str) -> str:
        """Where the part of a kind is that the main part refers to; empty where there is none."""
        return _target(self.relations(self.main), kind)

    def _part(self, path: str) -> Element | None:
        """A part as XML, or None where it is missing."""
        data = self._archive.read(path)
        if data is None:
            return None
        try:
            return parse(data)
        except XMLError as error:
            raise damaged(self._name, "DOCX", f"{path}: {error}") from None

    def _relations(self, path: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; the path of the whole package is empty."""
        folder, _, file = path.rpartition("/")
        root = self._part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = root.iterfind("pr-Relationship") if root is not None else ()
        return {node.get("Id", ""): _relation(node, folder) for node in found}


def _target(relations: Mapping[str, Relation], kind: str) -> str:
    return next((r.target for r in relations.values() if r.kind == kind and not r.external), "")


def _relation(node: Element, folder: str) -> Relation:
    target, external = node.get("Target", ""), node.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(node.get("Type", "").rpartition("/")[2], target, external)
