"""Findings as annotations of GitHub Actions: workflow commands, a line each, within what a step may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType

from msgspec import Struct

from healthscore.checks.base import Severity, counted
from healthscore.report.findings import SEVERITIES
from healthscore.report.limited import Limited
from healthscore.report.model import Finding, Report
from healthscore.report.paths import relative
from healthscore.report.where import in_words
from healthscore.report.words import clean, shorten

MOST_OF_A_LEVEL = 10
"""Errors, warnings and notices each that GitHub shows of one step; of a job it shows 50 in all.

Source: actions/toolkit, docs/problem-matchers.md, "Limitations".
"""
LONGEST = 1_000  # characters of a message
LONGEST_QUOTE = 240

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "note": "notice"}
)
_IN_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_DATA, (":", "%3A"), (",", "%2C"))


class Annotation(Struct, frozen=True):
    """A finding as a command's line."""

    severity: Severity
    line: str


def annotations_of(report: Report, root: PurePath | None = None) -> tuple[Annotation, ...]:
    """The findings of one report; sources below ``root`` are told relative to it."""
    return tuple(_annotation(finding, report, root) for finding in report.findings)


def as_annotations(annotations: Iterable[Annotation], most: int = MOST_OF_A_LEVEL) -> Limited:
    """The first ``most`` of each level, gravest first; the last notice says how many there are besides."""
    every = list(annotations)
    chosen = {severity: [a for a in every if a.severity == severity][:most] for severity in SEVERITIES}
    left_out = len(every) - sum(map(len, chosen.values()))
    if not left_out:
        return Limited("".join(f"{a.line}\n" for severity in SEVERITIES for a in chosen[severity]))
    if len(chosen["note"]) == most:
        chosen["note"].pop()
        left_out += 1
    said = f"{counted(left_out, 'finding')} not annotated: GitHub shows {most} of each level of a step"
    lines = [*(a.line for severity in SEVERITIES for a in chosen[severity]), f"::notice::{said}"]
    return Limited("".join(f"{line}\n" for line in lines), (said,))


def _annotation(finding: Finding, report: Report, root: PurePath | None) -> Annotation:
    properties = ",".join(
        f"{key}={_escaped(str(value), _IN_PROPERTY)}" for key, value in _properties(finding, report, root)
    )
    words = in_words(report.article, finding, LONGEST_QUOTE)
    said = shorten(clean(" ".join(filter(None, (finding.message, words, finding.suggestion)))), LONGEST)
    line = f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(said, _IN_DATA)}"
    return Annotation(finding.severity, line)


def _properties(finding: Finding, report: Report, root: PurePath | None) -> Iterator[tuple[str, str | int]]:
    yield "file", relative(report.article.source, root)
    if finding.evidence and report.article.as_written:
        quote = finding.evidence[0]
        line, column = report.article.position(quote.end)
        yield "line", quote.line
        yield "endLine", line
        if line == quote.line:  # GitHub takes columns only within one line
            yield "col", quote.column
            yield "endColumn", column
    yield "title", finding.rule


def _escaped(text: str, signs: Iterable[tuple[str, str]]) -> str:
    for sign, escaped in signs:
        text = text.replace(sign, escaped)
    return text
