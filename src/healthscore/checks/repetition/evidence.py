"""How places become evidence and words of a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from healthscore.article import Span
from healthscore.language.analysis import Analysis
from healthscore.language.repeats import Group

MOST_PLACES = 12  # quoted in one finding; the message gives the full number
_LONGEST_QUOTE = 90


def spans_of(group: Group) -> list[Span]:
    """The characters of a group's places."""
    return [Span(place.start, place.end) for place in group.places]


def bounded(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The first ``MOST_PLACES`` spans."""
    return tuple(spans)[:MOST_PLACES]


def times(count: int) -> str:
    """How often, in words."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def lines_of(analysis: Analysis, spans: Iterable[Span]) -> str:
    """``lines 3, 8 and 12``, each line once; of very many the first. Of a PDF the pages."""
    article = analysis.article
    starts = [start for start, _ in spans]
    pages = [pages.first for start in starts if (pages := article.pages_at(start))]
    numbers = list(dict.fromkeys(pages or [article.position(start)[0] for start in starts]))
    noun = "page" if pages else "line"
    whose = "" if pages or article.as_written else " of the text"
    return f"{noun}{'s' if len(numbers) > 1 else ''} {_listed(numbers)}{whose}"


def _listed(numbers: Sequence[int]) -> str:
    more = len(numbers) - MOST_PLACES
    shown = [str(number) for number in (numbers[:MOST_PLACES] if more > 1 else numbers)]
    last = f"{more:,} more" if more > 1 else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def shortened(text: str, longest: int = _LONGEST_QUOTE) -> str:
    """One line of at most ``longest`` characters, cut between words."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
