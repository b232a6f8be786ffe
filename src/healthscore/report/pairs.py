"""The pairs that were weighed, on a terminal: both sentences, how sure, what became of it and why."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from healthscore.report.look import SEVERITY_STYLES, Look
from healthscore.report.model import Report, WeighedPair
from healthscore.report.places import because, heading, indented, side_by_side

NONE = "pairs weighed: none, for no two statements were near enough to be held against each other"


def pairs(report: Report, look: Look, most: int | None) -> list[RenderableType]:
    """The surest pairs as renderables, at most ``most`` of them (``None``: all)."""
    weighed = report.weighed
    if not weighed:
        return [look.text(NONE), ""]
    parts: list[RenderableType] = [heading("pairs weighed", len(weighed), "", look), ""]
    for pair in weighed[:most]:
        parts += [_title(pair, report, look), indented(_pair(pair, report, look)), ""]
    hidden = len(weighed[most:]) if most is not None else 0
    if hidden:
        parts += [look.text(f"and {hidden} more, none surer than these: --all shows them", "italic"), ""]
    return parts


def _title(pair: WeighedPair, report: Report, look: Look) -> Text:
    style = "bold" if pair.severity is None else SEVERITY_STYLES[pair.severity]
    words = f"confidence {pair.confidence:.2f}, {_outcome(pair, report)}"
    return Text.assemble(look.text(pair.rule, style), "  ", look.text(words))


def _outcome(pair: WeighedPair, report: Report) -> str:
    """Whether it was reported; of several pairs on one matter the surest makes the finding."""
    if pair.severity is None:
        return "not reported"
    starts = {quote.start for quote in pair.quotes}
    told = (
        f.severity for f in report.findings if f.rule == pair.rule and starts <= {q.start for q in f.evidence}
    )
    severity = next(told, None)
    if severity is None:
        return "left to a surer pair on the same matter"
    return f"reported as {'an' if severity == 'error' else 'a'} {severity}"


def _pair(pair: WeighedPair, report: Report, look: Look) -> RenderableType:
    message = pair.message if pair.severity else f"It would have said: {pair.message}"
    return Group(
        look.text(message), side_by_side(pair.quotes, report.article, look), because(pair.decided, look)
    )
