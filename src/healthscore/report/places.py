"""The findings on a terminal: by severity and rule, each with its line, its words and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from healthscore.article import Article
from healthscore.report.findings import SEVERITIES, contrasts, first_of_each
from healthscore.report.gutter import Gutter
from healthscore.report.look import SEVERITY_STYLES, Look
from healthscore.report.model import Finding, Quote, Report
from healthscore.report.where import where
from healthscore.report.words import clean, first_words, last_words, shorten

LONGEST_QUOTE = 240
CONTEXT = 60
SHORT = 90
INDENT = 2

_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s)")


class _Page(Struct, frozen=True):
    """What all findings are shown with."""

    article: Article
    look: Look
    explain: bool


def findings(report: Report, look: Look, most: int | None, *, explain: bool = False) -> list[RenderableType]:
    """All findings as renderables, at most ``most`` of each dimension (``None``: all).

    ``explain`` also shows what decided, where a finding has kept that.
    """
    page = _Page(report.article, look, explain)
    shown, hidden = first_of_each(report.findings, most)
    parts: list[RenderableType] = []
    for severity in SEVERITIES:
        chosen = [finding for finding in shown if finding.severity == severity]
        if chosen:
            total = sum(finding.severity == severity for finding in report.findings)
            parts += [heading(f"{severity}s", total, SEVERITY_STYLES[severity], look), ""]
            parts += _groups(chosen, page)
    if hidden:
        more = ", ".join(f"{count} {dimension}" for dimension, count in hidden.items())
        parts += [look.text(f"and {hidden.total()} more ({more}): --all shows them", "italic"), ""]
    return parts


def heading(name: str, count: int, style: str, look: Look) -> RenderableType:
    """The line above a section, with how many there are in it."""
    return Rule(Text(f"{name} ({count})", style=style), align="left", style="dim", characters=look.line)


def _groups(chosen: list[Finding], page: _Page) -> Iterator[RenderableType]:
    """One block a rule, in the order of the rules' first findings."""
    order = {rule: rank for rank, rule in enumerate(dict.fromkeys(finding.rule for finding in chosen))}
    for rule, members in groupby(sorted(chosen, key=lambda f: order[f.rule]), key=lambda f: f.rule):
        yield from _group(rule, list(members), page)


def _group(rule: str, members: list[Finding], page: _Page) -> Iterator[RenderableType]:
    yield page.look.text(rule, SEVERITY_STYLES[members[0].severity])
    shared = len({finding.suggestion for finding in members}) == 1
    for finding in members:
        yield from _finding(finding, page, with_suggestion=not shared)
    if shared:
        yield _advice(members[0], page.look)
    yield ""


def _finding(finding: Finding, page: _Page, *, with_suggestion: bool) -> Iterator[RenderableType]:
    look = page.look
    if contrasts(finding):
        yield indented(look.text(finding.message))
        yield indented(side_by_side(finding.evidence, page.article, look))
    else:
        if not finding.evidence:
            yield Gutter("", look.text(finding.message), INDENT)
        for rank, quote in enumerate(finding.evidence):
            words = _in_context(quote, page.article, look)
            said: RenderableType = Group(look.text(finding.message), words) if rank == 0 else words
            yield Gutter(where(page.article, quote.start), said, INDENT)
    if finding.searched:
        yield Gutter("", look.text(f"searched: {finding.searched}", "dim"), INDENT)
    if page.explain and finding.decided:
        yield indented(because(finding.decided, look))
    if with_suggestion:
        yield _advice(finding, look)


def _advice(finding: Finding, look: Look) -> RenderableType:
    return Gutter("instead", look.text(finding.suggestion, "green"), INDENT)


def because(decided: Sequence[str], look: Look) -> RenderableType:
    """What decided on a pair of statements, a reason a line."""
    return Gutter("because", Group(*(look.text(reason, "dim") for reason in decided)))


def indented(said: RenderableType) -> RenderableType:
    """As far in as everything that stands under a rule's name."""
    return Padding(said, (0, 0, 0, INDENT))


def side_by_side(quotes: Sequence[Quote], article: Article, look: Look) -> RenderableType:
    """Sentences that cannot both hold, in two columns; below them those of which the side is not known."""
    both = Table(expand=True, box=look.box, border_style="dim", show_header=False)
    both.add_column(ratio=1)
    both.add_column(ratio=1)
    both.add_row(
        *(_column([quote for quote in quotes if quote.side == side], article, look) for side in (1, 2))
    )
    beside = [quote for quote in quotes if quote.side is None]
    return Group(
        both, *(Gutter(where(article, q.start), look.text(_quoted(q.quote, look), "italic")) for q in beside)
    )


def _column(quotes: Sequence[Quote], article: Article, look: Look) -> RenderableType:
    """The sentences of one side, with a blank line between them."""
    said: list[RenderableType] = []
    for quote in quotes:
        said += [""] if said else []
        said += [Text(where(article, quote.start), style="dim"), look.text(_quoted(quote.quote, look))]
    return Group(*said)


def _in_context(quote: Quote, article: Article, look: Look) -> Text:
    """The quote, in quotation marks; of a short one also the rest of its sentence, dimmed."""
    words = look.text(_quoted(quote.quote, look), "italic")
    if len(quote.quote) > SHORT:
        return words
    start, end = _sentence(quote, article)
    before = clean(article.text[start : quote.start])
    after = clean(article.text[quote.end : end])
    led = look.text(last_words(before, CONTEXT), "dim")
    followed = look.text(first_words(after, CONTEXT), "dim")
    if len(before) > CONTEXT:
        led = Text(look.fold("… "), style="dim") + led
    if len(after) > CONTEXT:
        followed += Text(look.fold(" …"), style="dim")
    glue = "" if after[:1] in ".,;:!?)" else " "
    return Text.assemble(led, " " if before else "", words, glue, followed)


def _sentence(quote: Quote, article: Article) -> tuple[int, int]:
    """About the sentence that a quote stands in: enough for a glance, so an abbreviation may end it."""
    low, high = max(quote.start - 4 * CONTEXT, 0), min(quote.end + 4 * CONTEXT, len(article.text))
    for block in article.blocks:
        if block.start <= quote.start and quote.end <= block.end:
            low, high = max(low, block.start), min(high, block.end)
    before = [match.end() for match in _SENTENCE_END.finditer(article.text, low, quote.start)]
    after = _SENTENCE_END.search(article.text, max(quote.end - 2, quote.start), high)
    return before[-1] if before else low, max(after.end() if after else high, quote.end)


def _quoted(quote: str, look: Look) -> str:
    return look.fold(f"“{shorten(clean(quote), LONGEST_QUOTE)}”")
