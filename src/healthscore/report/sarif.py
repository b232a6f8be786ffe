"""Findings as SARIF 2.1.0, for code scanning and editors, within the limits of GitHub's code scanning."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from healthscore._version import __version__
from healthscore.checks import documented
from healthscore.checks.base import counted
from healthscore.report.findings import SEVERITIES
from healthscore.report.json import dumps
from healthscore.report.limited import Limited
from healthscore.report.model import Finding, Quote, Report
from healthscore.report.paths import uri
from healthscore.report.where import in_words, where

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 5_000  # that are kept of a run; with more than 25,000 the file is refused
MOST_LOCATIONS = 100  # that are kept of a result; with more than 1,000 the file is refused
MOST_BYTES = 10_000_000  # of the file as gzip has it
LONGEST_SNIPPET = 1_000  # characters
"""Limits: docs.github.com, "SARIF results exceed one or more limits" and "SARIF results file is too large"."""

Document = dict[str, Any]


class Part(Struct, frozen=True):
    """What is kept of a report: its results, and how many places of findings were left out."""

    results: tuple[Document, ...]
    places_left_out: int


def part_of(report: Report, root: PurePath | None = None) -> Part:
    """The results of one report; sources below ``root`` are told relative to it."""
    left_out = sum(max(len(finding.evidence) - MOST_LOCATIONS, 0) for finding in report.findings)
    return Part(tuple(_result(finding, report, root) for finding in report.findings), left_out)


def as_sarif(
    parts: Iterable[Part], *, failed: int = 0, most: int = MOST_RESULTS, most_bytes: int = MOST_BYTES
) -> Limited:
    """One run with the results of all parts: at most ``most``, the gravest, in at most ``most_bytes`` of gzip.

    What is left out is told among the run's notifications; ``failed`` is how many inputs could not be read.
    """
    kept = list(parts)
    every = sorted(
        (result for part in kept for result in part.results), key=lambda r: SEVERITIES.index(r["level"])
    )
    places = sum(part.places_left_out for part in kept)
    shown = every[:most]
    while True:
        left_out = tuple(_left_out(len(every) - len(shown), len(shown), places))
        text = dumps(_log(shown, left_out, failed), 1) + "\n"
        if not shown or len(text) <= most_bytes or len(gzip.compress(text.encode())) <= most_bytes:
            return Limited(text, left_out)
        shown = shown[: len(shown) // 2]


def _left_out(results: int, kept: int, places: int) -> Iterator[str]:
    if results:
        left_out = f"{counted(results, 'finding')} left out"
        yield f"{left_out} to stay within the limits of code scanning, none graver than the {kept:,} kept"
    if places:
        yield f"{counted(places, 'place')} of findings left out: code scanning keeps {MOST_LOCATIONS} of each"


def _log(results: Sequence[Document], left_out: Iterable[str], failed: int) -> Document:
    rules = {id_: rank for rank, id_ in enumerate(sorted({result["ruleId"] for result in results}))}
    run = {
        "tool": {
            "driver": {
                "name": "healthscore",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(id_) for id_ in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failed,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": notice}}
                    for notice in (
                        *([f"{counted(failed, 'input')} could not be read"] if failed else []),
                        *left_out,
                    )
                ],
            }
        ],
        "results": [{**result, "ruleIndex": rules[result["ruleId"]]} for result in results],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(id_: str) -> Document:
    """What a rule is for, from its docstring; a rule that is not ours has only its id."""
    rule = documented().get(id_)
    if rule is None:
        return {"id": id_}
    manual: Mapping[str, str] = rule.manual
    return {
        "id": id_,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(manual["Finds"].split())},
        "help": {
            "text": "\n\n".join(f"{heading}\n{body}" for heading, body in manual.items()),
            "markdown": "\n\n".join(f"**{heading}**\n\n{body}" for heading, body in manual.items()),
        },
        "properties": {"tags": [rule.dimension]},
    }


def _result(finding: Finding, report: Report, root: PurePath | None) -> Document:
    places = finding.evidence[:MOST_LOCATIONS]
    others = [
        {
            "id": number,
            **_location(quote, report, root),
            "message": {"text": where(report.article, quote.start)},
        }
        for number, quote in enumerate(places[1:], 1)
    ]
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": _message(finding, report, len(others))},
        "locations": [_location(places[0] if places else None, report, root)],
        **({"relatedLocations": others} if others else {}),
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",  # the one that GitHub reads
            "healthscoreFinding/v1": finding.fingerprint,
        },
    }


def _message(finding: Finding, report: Report, others: int) -> str:
    """What is wrong and what to write, with links to the other places; no words of the article make a link."""
    said = [finding.message, finding.suggestion]
    if finding.searched:
        said.insert(1, f"Searched: {finding.searched}.")
    elif not report.article.as_written:
        said.insert(1, in_words(report.article, finding, LONGEST_SNIPPET))
    inert = " ".join(said).replace("](", "] (")
    seen = enumerate(finding.evidence[1 : min(others, 5) + 1], 1)
    links = [f"[{where(report.article, quote.start)}]({number})" for number, quote in seen]
    return f"{inert} See also {', '.join(links)}." if links else inert


def _location(quote: Quote | None, report: Report, root: PurePath | None) -> Document:
    """The place in the file; the first line for something absent, or where lines are not those of the file."""
    region: Document = {"startLine": 1}
    if quote is not None and report.article.as_written:
        line, column = report.article.position(quote.end)
        region = {
            "startLine": quote.line,
            "startColumn": quote.column,
            "endLine": line,
            "endColumn": column,
        }
        if len(quote.quote) <= LONGEST_SNIPPET:
            region["snippet"] = {"text": quote.quote}
    source = {"uri": uri(report.article.source, root), "uriBaseId": "%SRCROOT%"}
    if source["uri"].startswith("file:"):
        del source["uriBaseId"]
    return {"physicalLocation": {"artifactLocation": source, "region": region}}
