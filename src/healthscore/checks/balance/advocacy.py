"""Does the article recommend a treatment or product, and where does it praise it most?"""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Span
from healthscore.checks.balance.statements import Reading, Statement

ENOUGH_PRAISE = 3
_LEAST_SHARE = 0.2
_PLAIN = 2  # a promotional cue of this weight is rare outside promotion


def recommends(reading: Reading) -> bool:
    """Is this an article that argues for a treatment, a product or a set of remedies?

    A leaflet that describes a disease names treatments too, but only a few of its sentences praise one, and it
    does not sell. So what counts is the share of statements that praise, a plainly promotional cue counting
    twice: below a fifth, or below three in all, the article describes.
    """
    strength = len(reading.praises) + 2 * sum(plain_promotion(s) for s in reading.statements)
    return strength >= ENOUGH_PRAISE and strength >= _LEAST_SHARE * len(reading.statements)


def plain_promotion(statement: Statement) -> int:
    """How many plainly promotional cues a statement has."""
    return sum(cue.category == "promotion" and cue.attributes["weight"] == _PLAIN for cue in statement.cues)


def strongest_praise(reading: Reading, most: int = 3) -> tuple[Statement, ...]:
    """The statements that praise most, in order of place."""
    ranked = sorted(reading.statements, key=lambda s: (-_strength(s), s.place))
    return tuple(sorted((s for s in ranked[:most] if _strength(s)), key=lambda s: s.place))


def spans(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The places of statements, each once, in order of place."""
    return tuple(sorted({statement.span for statement in statements}))


def _strength(statement: Statement) -> int:
    promotion = sum(cue.attributes["weight"] for cue in statement.cues if cue.category == "promotion")
    return len(statement.praise) + int(promotion)
