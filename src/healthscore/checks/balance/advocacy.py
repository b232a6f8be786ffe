"""Does the article recommend a treatment or product, and where does it praise it most?"""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Span
from healthscore.checks.balance.statements import Reading, Statement

ENOUGH_PRAISE = 3
_LEAST_SHARE = 0.2


def recommends(reading: Reading) -> bool:
    """Is this an article that argues for a treatment, a product or a set of remedies?

    A leaflet that describes a disease names treatments too, but only a few of its sentences praise one, and it
    does not sell. So what counts is the share of statements that praise, a plainly promotional cue counting
    twice: below a fifth, or below three in all, the article describes.
    """
    return reading.strength >= max(ENOUGH_PRAISE, _LEAST_SHARE * len(reading.statements))


def strongest_praise(reading: Reading, most: int = 3) -> tuple[Statement, ...]:
    """The statements that praise most, in order of place."""
    ranked = sorted(reading.statements, key=lambda s: (not s.praise, -_strength(s), s.place))
    return tuple(sorted((s for s in ranked[:most] if _strength(s)), key=lambda s: s.place))


def spans(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The places of statements, each once, in order of place."""
    return tuple(sorted({statement.span for statement in statements}))


def _strength(statement: Statement) -> int:
    return len(statement.praise) + statement.hype
