"""Two reports held against each other: rating by rating, and findings that are new and gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from healthscore.report.earlier import Document

SCHEMA = "healthscore-comparison/1"


class Change(Struct, frozen=True):
    """One rating before and after; None where there was none or it was withheld."""

    id: str
    before: float | None
    after: float | None
    criteria: tuple[str, ...] = ()

    @property
    def by(self) -> float | None:
        """How much it rose; None where one of the two is missing."""
        if self.before is None or self.after is None:
            return None
        return round(self.after - self.before, 2)


class Comparison(Struct, frozen=True):
    """What changed from one report to another.

    ``before`` and ``after`` are the reports as documents; ``rating`` is the overall one. Of a dimension's change,
    ``criteria`` are the explanations of those criteria whose rating changed, as they are after. Findings are the
    same where their fingerprints are.
    """

    before: Document
    after: Document
    rating: Change
    dimensions: tuple[Change, ...]
    new: tuple[Document, ...]
    gone: tuple[Document, ...]
    kept: int

    @property
    def same_rubric(self) -> bool:
        """Whether one instrument made both; ratings of two cannot be held against each other."""
        return bool(self.before["rubric"]["sha256"] == self.after["rubric"]["sha256"])


def compare(before: Document, after: Document) -> Comparison:
    """What changed between two ``healthscore-report/1`` documents."""
    old, new = ({finding["fingerprint"]: finding for finding in r["findings"]} for r in (before, after))
    return Comparison(
        before,
        after,
        Change("overall", before["rating"]["value"], after["rating"]["value"]),
        tuple(_dimensions(before["dimensions"], after["dimensions"])),
        tuple(finding for key, finding in new.items() if key not in old),
        tuple(finding for key, finding in old.items() if key not in new),
        len(old.keys() & new.keys()),
    )


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain lists, mappings, strings and numbers."""
    return {
        "schema": SCHEMA,
        **{side: _side(getattr(comparison, side)) for side in ("before", "after")},
        "same_rubric": comparison.same_rubric,
        "rating": _change(comparison.rating),
        "dimensions": [{"id": change.id, **_change(change)} for change in comparison.dimensions],
        "findings": {
            "new": list(comparison.new),
            "gone": list(comparison.gone),
            "kept": comparison.kept,
        },
    }


def _dimensions(before: Iterable[Document], after: Iterable[Document]) -> Iterable[Change]:
    old, new = ({dimension["id"]: dimension for dimension in side} for side in (before, after))
    for id_ in [*new, *(id_ for id_ in old if id_ not in new)]:
        values = [side[id_]["rating"]["value"] if id_ in side else None for side in (old, new)]
        changed = _changed(_criteria(old.get(id_)), _criteria(new.get(id_)))
        yield Change(id_, values[0], values[1], tuple(changed))


def _criteria(dimension: Document | None) -> Mapping[str, Document]:
    return {criterion["id"]: criterion for criterion in (dimension or {}).get("criteria", [])}


def _changed(old: Mapping[str, Document], new: Mapping[str, Document]) -> Sequence[str]:
    return [
        f"{criterion['explanation']} (before: {old[id_]['explanation']})"
        for id_, criterion in new.items()
        if id_ in old and criterion["rating"] != old[id_]["rating"] and criterion["weight"]
    ]


def _side(report: Document) -> dict[str, Any]:
    article = report["article"]
    return {key: article[key] for key in ("source", "title", "words", "sha256")} | {
        "rubric": report["rubric"]
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before,
        "after": change.after,
        "change": change.by,
        **({"criteria": list(change.criteria)} if change.criteria else {}),
    }
