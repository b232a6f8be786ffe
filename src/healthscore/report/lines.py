"""Findings as lines, ``path:line:column: severity rule: message``: for a hook's output and for editors.

Of a text that was read from a file, as from HTML, lines are none of the file's: there a finding stands at 1:1, as one
of the whole file does, and its words, and the page of a PDF, stand in the message.
"""

from __future__ import annotations

from pathlib import PurePath

from healthscore.article import Article
from healthscore.report.model import Finding, Report
from healthscore.report.paths import relative
from healthscore.report.where import in_words
from healthscore.report.words import clean, shorten

LONGEST = 300  # characters of a message
LONGEST_QUOTE = 120


def as_lines(report: Report, root: PurePath | None = None) -> str:
    """A line a finding, in the report's order; no text where there are none."""
    path = relative(report.article.source, root)
    return "".join(f"{as_line(finding, report.article, path)}\n" for finding in report.findings)


def as_line(finding: Finding, article: Article, path: str) -> str:
    """One finding of the article, which lies at ``path``."""
    if not article.as_written:
        words = in_words(article, finding, LONGEST_QUOTE)
        said = f"{shorten(clean(finding.message), LONGEST)} {words}".rstrip()
        return f"{path}:1:1: {finding.severity} {finding.rule}: {said}"
    first, *others = finding.evidence or (None,)
    place = f"{path}:{first.line}:{first.column}" if first else f"{path}:1:1"
    lines = dict.fromkeys(str(quote.line) for quote in others if quote and first and quote.line != first.line)
    also = f" (also line {', '.join(lines)})" if lines else ""
    return f"{place}: {finding.severity} {finding.rule}: {shorten(clean(finding.message), LONGEST)}{also}"
