"""From what the rules saw to findings: places, quotes, fingerprints and their order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat

from healthscore.article import Article, Span
from healthscore.checks.base import Hit, Severity, Side
from healthscore.report.model import Finding, Quote

_COUNT = re.compile(r"\d[\d,.]*( \w+?)?s?\b")  # "1 sentence", "41 sentences"
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def findings_of(article: Article, hits: Mapping[str, Iterable[Hit]]) -> tuple[Finding, ...]:
    """All hits as findings: errors first, then by place; what is absent from the article comes last."""
    placed = (
        (rule, hit, quotes_of(article, hit.evidence, hit.sides))
        for rule, seen in hits.items()
        for hit in seen
    )
    seen: Counter[str] = Counter()
    findings = []
    for rule, hit, quotes in sorted(placed, key=_place):
        said = _said(rule, hit, quotes)
        findings.append(_finding(rule, hit, quotes, _fingerprint(said, seen[said])))
        seen[said] += 1
    return tuple(findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of a report's."""
    return tuple(sorted(findings, key=lambda f: _rank(f.severity, f.evidence, f.rule, f.message)))


def quotes_of(
    article: Article, spans: Iterable[Span], sides: Iterable[Side | None] = ()
) -> tuple[Quote, ...]:
    """The article's own words at some spans, with line and column, and the side of each where there are sides."""
    return tuple(
        Quote(start, end, *article.position(start), article.text[start:end], side)
        for (start, end), side in zip(spans, chain(sides, repeat(None)), strict=False)
    )


def counts_in_words(findings: Iterable[Finding]) -> str:
    """How many of each severity: ``2 errors, 1 note``."""
    counts = Counter(finding.severity for finding in findings)
    said = [f"{counts[s]} {s}{'s' if counts[s] > 1 else ''}" for s in SEVERITIES if counts[s]]
    return ", ".join(said) or "no findings"


def contrasts(finding: Finding) -> bool:
    """Whether its quotes are to be read side by side, for they do not go together."""
    return finding.dimension == "consistency" and any(quote.side for quote in finding.evidence)


def first_of_each(found: Sequence[Finding], most: int | None) -> tuple[list[Finding], Counter[str]]:
    """The first findings of each dimension (``None``: all), and how many of each are left out."""
    shown: list[Finding] = []
    taken: Counter[str] = Counter()
    hidden: Counter[str] = Counter()
    for finding in found:
        if most is None or taken[finding.dimension] < most:
            shown.append(finding)
            taken[finding.dimension] += 1
        else:
            hidden[finding.dimension] += 1
    return shown, hidden


def _place(placed: tuple[str, Hit, tuple[Quote, ...]]) -> tuple[int, float, str, str]:
    rule, hit, quotes = placed
    return _rank(hit.severity, quotes, rule, hit.message)


def _rank(
    severity: Severity, quotes: Iterable[Quote], rule: str, message: str
) -> tuple[int, float, str, str]:
    first = min((quote.start for quote in quotes), default=float("inf"))
    return SEVERITIES.index(severity), first, rule, message


def _finding(rule: str, hit: Hit, quotes: tuple[Quote, ...], fingerprint: str) -> Finding:
    return Finding(
        rule=rule,
        dimension=rule.partition("/")[0],
        severity=hit.severity,
        message=hit.message,
        suggestion=hit.suggestion,
        fingerprint=fingerprint,
        evidence=quotes,
        searched=hit.searched,
        decided=hit.decided,
    )


def _said(rule: str, hit: Hit, quotes: tuple[Quote, ...]) -> str:
    """What makes a finding the same one after lines have moved: its rule and its words, not its place.

    Of something absent it is what is said of it, for its quotes are only examples of where it would belong; and not
    the numbers in that: "in 41 sentences" changes with every edit.
    """
    if hit.searched is None and quotes:
        return "\x1f".join([rule, *sorted(" ".join(quote.quote.split()).casefold() for quote in quotes)])
    return "\x1f".join([rule, _COUNT.sub(r"#\1", hit.message), _COUNT.sub(r"#\1", hit.searched or "")])


def _fingerprint(said: str, ordinal: int) -> str:
    """Equal findings are told apart by their order."""
    told_apart = f"{said}\x1f{ordinal}" if ordinal else said
    return hashlib.sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:16]
