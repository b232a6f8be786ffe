"""From the pairs that were weighed to what a report keeps of them: quotes in place of sentences."""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Article, Span
from healthscore.checks.consistency.weighing import Weighed
from healthscore.report.findings import quotes_of
from healthscore.report.model import WeighedPair


def weighed_of(article: Article, considered: Iterable[Weighed]) -> tuple[WeighedPair, ...]:
    """All pairs with their quotes, in the order given."""
    return tuple(_pair(article, pair) for pair in considered)


def _pair(article: Article, pair: Weighed) -> WeighedPair:
    sentences = (pair.first.sentence, pair.second.sentence)
    first, second = quotes_of(article, [Span(s.start, s.end) for s in sentences], (1, 2))
    return WeighedPair(pair.rule, pair.severity, pair.confidence, (first, second), pair.message, pair.decided)
