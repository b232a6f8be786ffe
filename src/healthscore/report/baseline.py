"""Findings that are known already, from an earlier report on the same articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from healthscore.report.model import Report

if TYPE_CHECKING:
    from healthscore.report.earlier import Document


class Baseline(Struct, frozen=True):
    """Fingerprints by the article's source, and sources by their last part.

    A fingerprint holds a finding's rule and words, not its lines; of equal findings the second has another one than
    the first, so that a second copy of a known fault is new.
    """

    known: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Document]) -> Baseline:
        """The baseline that some earlier reports make; a later report on an article takes the earlier one's place."""
        known = {
            report["article"]["source"]: frozenset(finding["fingerprint"] for finding in report["findings"])
            for report in reports
        }
        named: dict[str, list[str]] = {}
        for source in known:
            named.setdefault(PurePath(source).name, []).append(source)
        return cls(known, named)

    def new(self, report: Report) -> Report:
        """The report with those of its findings that are not known."""
        known = self._of(report.article.source)
        return replace(report, findings=tuple(f for f in report.findings if f.fingerprint not in known))

    def _of(self, source: str) -> frozenset[str]:
        """What is known of an article: under its path, or under the only one of which one is the other's end.

        ``score b.md`` in the folder ``a`` finds what ``score a/b.md`` wrote in the folder above.
        """
        if source in self.known:
            return self.known[source]
        path = PurePath(source)
        akin = [known for known in self.sources.get(path.name, ()) if _is_tail(PurePath(known), path)]
        return self.known[akin[0]] if len(akin) == 1 else frozenset()


def _is_tail(one: PurePath, other: PurePath) -> bool:
    shorter, longer = sorted((one.parts, other.parts), key=len)
    return longer[-len(shorter) :] == shorter
