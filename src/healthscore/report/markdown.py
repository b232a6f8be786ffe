"""Reports as Markdown for a pull request's comment or a job's summary: ratings as a table, findings as lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import accumulate
from pathlib import PurePath

from msgspec import Struct

from healthscore.article import Article
from healthscore.checks.base import counted
from healthscore.report.figures import figure
from healthscore.report.findings import SEVERITIES, contrasts, counts_in_words, first_of_each
from healthscore.report.limited import Limited
from healthscore.report.model import DISCLAIMER, Finding, Report
from healthscore.report.paths import relative
from healthscore.report.reasons import HEADING, weighed_most
from healthscore.report.where import caveat, wheres
from healthscore.report.words import clean, shorten
from healthscore.rubric.rating import Rating

MOST_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""
SHOWN = 5  # findings of a dimension
LONGEST_TITLE = 150
LONGEST_QUOTE = 240
QUOTES = 4  # of a finding

_ROOM_TO_SAY = 200  # characters, what is left out

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~$&]|\A[-+=]")
_NUMBERED = re.compile(r"\A(\d{1,9})([.)])(?=\s|\Z)")
_REFERENCES = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What GitHub makes links of without any markup: names, numbers of issues, addresses."""


class Part(Struct, frozen=True):
    """What is kept of a report: its place among others, its row, and its text."""

    source: str
    value: float | None
    row: tuple[str, ...]
    heading: tuple[str, ...]
    text: str


def part_of(report: Report, *, full: bool = False, root: PurePath | None = None) -> Part:
    """One report; ``full`` shows all findings, else the first five of each dimension."""
    source = relative(report.article.source, root)
    path = inert(source)
    names = [dimension.id for dimension in report.dimensions]
    ratings = [report.rating, *(dimension.rating for dimension in report.dimensions)]
    errors = sum(finding.severity == "error" for finding in report.findings)
    return Part(
        source,
        report.rating.value,
        (path, *map(figure, ratings), str(report.words), str(errors)),
        ("article", "overall", *map(inert, names), "words", "errors"),
        "\n".join(_report(report, path, None if full else SHOWN)),
    )


def as_markdown(parts: Sequence[Part], *, one: bool, failed: int = 0, most: int = MOST_CHARACTERS) -> Limited:
    """One article's report, or a table of many, worst first, with each one's report folded below it.

    At most ``most`` characters: findings that have no room are counted, those of the worst articles come first.
    """
    ranked = sorted(parts, key=lambda part: (part.value is None, part.value or 0.0, part.source))
    end = f"\n<sub>{DISCLAIMER}</sub>\n"
    if one and ranked:
        text, left_out = _cut(ranked[0].text, most - len(end))
        return Limited(f"{text.rstrip()}\n{end}", left_out)
    lines = [f"## healthscore: {counted(len(ranked), 'article')}", ""]
    if failed:
        lines += [f"{counted(failed, 'input')} could not be read.", ""]
    listed = _that_fit(ranked, most // 2)
    if listed:
        lines += [*_table([part.row for part in listed], ranked[0].heading), ""]
    unlisted = len(ranked) - len(listed)
    cut = [_left_out(f"{counted(unlisted, 'article')}, none rated lower,", most)] if unlisted else []
    text, left_out = _folded("\n".join([*lines, *cut, ""]), ranked, most - len(end))
    return Limited(f"{text.rstrip()}\n{end}", (*cut, *left_out))


def inert(text: str) -> str:
    """The article's words so that Markdown shows them as they are: no markup, link, mention or reference."""
    parted = _REFERENCES.sub("\\g<0>\u200b", clean(text))
    return _NUMBERED.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", parted))


def _report(report: Report, path: str, most: int | None) -> Iterator[str]:
    title = report.article.title
    yield f"## {inert(shorten(clean(title), LONGEST_TITLE)) if title else path}"
    yield ""
    yield " · ".join([path, _verdict(report.rating), counts_in_words(report.findings), _instrument(report)])
    if said := caveat(report.article):
        yield ""
        yield f"({said})"
    yield ""
    if report.rating.value is None:
        yield inert(f"{report.rating.withheld}.".replace("..", "."))
    else:
        rows = [
            (inert(d.id), figure(d.rating), inert(d.rating.band or ""), inert(weighed_most(d)))
            for d in report.dimensions
        ]
        yield from _table(rows, ("dimension", "rating", "", HEADING))
    yield ""
    yield from _findings(report, most)


def _verdict(rating: Rating) -> str:
    return "**not rated**" if rating.value is None else f"**{figure(rating)}**, {inert(rating.band or '')}"


def _instrument(report: Report) -> str:
    low, high = report.rating.scale
    return f"rubric {inert(f'{report.rubric.id} {report.rubric.version}')}, {low:g} to {high:g}"


def _findings(report: Report, most: int | None) -> Iterator[str]:
    found, article = report.findings, report.article
    shown, hidden = first_of_each(found, most)
    for severity in SEVERITIES:
        chosen = [finding for finding in shown if finding.severity == severity]
        if chosen:
            total = sum(finding.severity == severity for finding in found)
            yield f"### {severity}s ({total})"
            yield ""
            for finding in chosen:
                yield from _finding(finding, article)
            yield ""
    if hidden:
        yield f"and {hidden.total()} more, which `--all` shows"
        yield ""


def _finding(finding: Finding, article: Article) -> Iterator[str]:
    shown = finding.evidence[:QUOTES]
    place = f", {wheres(article, shown)}" if shown else ""
    yield f"- **{finding.rule}**{place}: {inert(finding.message)}"
    if not finding.evidence:
        yield ""
    for side in (1, None, 2):
        if side == 2 and contrasts(finding):
            yield "  against"
            yield ""
        for quote in shown:
            if quote.side == side:
                yield f"  > {inert(shorten(clean(quote.quote), LONGEST_QUOTE))}"
                yield ""
    if (more := len(finding.evidence) - QUOTES) > 0:
        yield f"  and {counted(more, 'place')} more"
        yield ""
    yield f"  *Instead:* {inert(finding.suggestion)}"


def _table(rows: Iterable[Sequence[str]], heading: Sequence[str]) -> Iterator[str]:
    yield f"| {' | '.join(heading)} |"
    yield f"|{'---|' * len(heading)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _that_fit(ranked: Sequence[Part], most: int) -> Sequence[Part]:
    """The first parts, as many as have room for their rows."""
    room = accumulate(sum(map(len, part.row)) + 3 * len(part.row) + 2 for part in ranked)
    return ranked[: sum(used <= most for used in room)]


def _folded(text: str, ranked: Sequence[Part], most: int) -> tuple[str, tuple[str, ...]]:
    """The parts' texts below the table while there is room, and in words how many had none."""
    for rank, part in enumerate(ranked):
        block = f"\n<details><summary>{escape(part.source)}</summary>\n\n{part.text}\n</details>\n"
        if len(text) + len(block) > most - _ROOM_TO_SAY:
            said = _left_out(f"findings of {counted(len(ranked) - rank, 'article')}", most)
            return f"{text}\n{said}\n", (said,)
        text += block
    return text, ()


def _cut(text: str, most: int) -> tuple[str, tuple[str, ...]]:
    """Whole findings only."""
    if len(text) <= most:
        return text, ()
    end = text.rfind("\n- **", 0, most - _ROOM_TO_SAY)
    said = _left_out("findings", most)
    return f"{text[: max(end, 0)]}\n\n{said}\n", (said,)


def _left_out(what: str, most: int) -> str:
    return f"{what} left out: a comment has room for some {most:,} characters"
