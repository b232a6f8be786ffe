"""What is kept of a scored article, and how it is made. Nothing in it depends on what the article is called."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from healthscore._version import __version__
from healthscore.batch.item import Item
from healthscore.reading import read_bytes, read_text
from healthscore.reading.formats import document_format
from healthscore.reading.limits import Limits
from healthscore.report.json import dumps
from healthscore.report.model import RubricReference
from healthscore.report.row import Cell
from healthscore.report.selection import Selection
from healthscore.rubric.rating import Rating
from healthscore.scoring import rate, rate_and_sketch

if TYPE_CHECKING:
    from healthscore.article import Article
    from healthscore.checks.base import Severity
    from healthscore.report.model import Report
    from healthscore.rubric import Rubric

_LAYOUT = 3  # of a record; raise it where what stands in one changes
_UNNAMED = '"article": {"source": ""'  # once in a report: inside a string its quotes would be escaped


class Record(Struct, frozen=True, dict=True):
    """A report as a line of JSON, compressed; the ``facts`` that tables need of it, as JSON; its packed sketch."""

    report: bytes
    facts: str
    sketch: bytes | None

    @classmethod
    def of(cls, report: Report, sketch: bytes | None = None) -> Record:
        """The record of a report whose article has no name."""
        facts = {
            "rubric": [report.rubric.id, report.rubric.version, report.rubric.sha256],
            "row": report.to_row(),
            "rating": _plain(report.rating),
            "dimensions": [[dimension.id, _plain(dimension.rating)] for dimension in report.dimensions],
            "rules": Counter(finding.rule for finding in report.findings),
        }
        return cls(zlib.compress(report.to_json(None).encode()), dumps(facts, None), sketch)

    def line(self, source: str) -> bytes:
        """The report under a name, as one line of JSON."""
        named = f'"article": {{"source": {dumps(source, None)}'
        return zlib.decompress(self.report).replace(_UNNAMED.encode(), named.encode(), 1) + b"\n"

    def row(self, source: str) -> dict[str, Cell]:
        """``Report.to_row()`` under a name."""
        return {**self._known["row"], "source": source}

    @property
    def rubric(self) -> RubricReference:
        """By what it was rated."""
        return RubricReference(*self._known["rubric"])

    @property
    def rating(self) -> Rating:
        """The overall rating."""
        return _rating(self._known["rating"])

    @property
    def findings(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        row = self._known["row"]
        return {"error": row["errors"], "warning": row["warnings"], "note": row["notes"]}

    @property
    def dimensions(self) -> tuple[tuple[str, Rating], ...]:
        """Each dimension's rating."""
        return tuple((name, _rating(rating)) for name, rating in self._known["dimensions"])

    @property
    def rules(self) -> Mapping[str, int]:
        """How many findings there are of each rule."""
        found: dict[str, int] = self._known["rules"]
        return found

    @cached_property
    def _known(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.facts)
        return facts


class Scorer(Struct, frozen=True):
    """The work of one worker: an article to its record. ``compare``: what is compared across articles is kept too."""

    rubric: Rubric
    compare: bool = True
    limits: Limits = field(default_factory=Limits)
    selection: Selection = field(default_factory=Selection)

    def __call__(self, item: Item) -> Record:
        """Read and score an article; raises ``HealthscoreError`` where it cannot be read."""
        article = replace(self._article(item), source="")
        told = self.selection.in_file(item.source)
        if not self.compare:
            return Record.of(told.of(rate(article, self.rubric)))
        from healthscore.batch.sketches import packed  # with numpy and scipy, which only workers need

        report, sketch = rate_and_sketch(article, self.rubric)
        return Record.of(told.of(report), packed(sketch))

    def prepare(self) -> None:
        """Import and compile all that scoring needs, so that the first article takes no longer than the others."""
        self(Item("<text>", "Tea is warm."))

    def _article(self, item: Item) -> Article:
        if isinstance(item.content, str):
            return read_text(item.content, source=item.source)
        return read_bytes(item.content, name=item.source, **asdict(self.limits))


def key(item: Item, rubric_sha256: str, selection: Selection, limits: Limits) -> bytes:
    """A hash of what an article's record depends on: its content, the ending of its name, the rubric, our version.

    And which findings are told in a file of that name, and the limits within which it is read.
    """
    kind, content = "bytes", item.content
    if isinstance(content, str):
        kind, content = "text", content.encode("utf-8", "surrogatepass")
    told = selection.in_file(item.source)
    settled = (
        _LAYOUT,
        __version__,
        rubric_sha256,
        None if told.select is None else sorted(told.select),
        sorted(told.ignore),
        told.comments,
        kind,
        PurePath(item.source).suffix.lower(),
        _limits_of(item, limits),
    )
    digest = hashlib.sha256(json.dumps(settled).encode())
    digest.update(b"\0")
    digest.update(content)
    return digest.digest()


def _limits_of(item: Item, limits: Limits) -> list[float]:
    """The limits that are still to be met when an article is read: a text of a corpus has met its own."""
    if isinstance(item.content, str):
        return []
    if document_format(item.content, item.source) is None:
        return [limits.characters]
    return [limits.characters, limits.bytes(document=True), limits.pages, float(limits.seconds)]


def _plain(rating: Rating) -> list[Any]:
    return [rating.value, rating.scale, rating.band, rating.confidence, rating.withheld, rating.decimals]


def _rating(plain: list[Any]) -> Rating:
    value, (low, high), band, confidence, withheld, decimals = plain
    return Rating(value, (low, high), band, confidence, withheld, decimals)
