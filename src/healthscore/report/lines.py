"""Findings as lines, ``path:line:column: severity rule: message``: for a hook's output and for editors."""

from __future__ import annotations

from pathlib import PurePath

from healthscore.report.model import Finding, Report
from healthscore.report.paths import relative
from healthscore.report.words import clean, shorten

LONGEST = 300  # characters of a message


def as_lines(report: Report, root: PurePath | None = None) -> str:
    """A line a finding, in the report's order; no text where there are none."""
    path = relative(report.article.source, root)
    return "".join(f"{as_line(finding, path)}\n" for finding in report.findings)


def as_line(finding: Finding, path: str) -> str:
    """One finding of the article at ``path``."""
    first, *others = finding.evidence or (None,)
    place = f"{path}:{first.line}:{first.column}" if first else f"{path}:1:1"
    lines = dict.fromkeys(str(quote.line) for quote in others if quote and first and quote.line != first.line)
    also = f" (also line {', '.join(lines)})" if lines else ""
    return f"{place}: {finding.severity} {finding.rule}: {shorten(clean(finding.message), LONGEST)}{also}"
