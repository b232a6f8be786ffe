"""Does the article recommend a treatment or product, and where does it praise it most?"""

from __future__ import annotations

from collections.abc import Iterable

from healthscore.article import Span
from healthscore.checks.balance.statements import Reading, Statement
from healthscore.language.cues import Cue

ENOUGH_PRAISE = 3
ONE_SIDED = ("blanket-safety", "against-care", "explained-away")
_LEAST_SHARE = 0.2
_PLAIN = 2  # a promotional cue of this weight is rare outside promotion


def recommends(reading: Reading) -> bool:
    """Is this an article that argues for a treatment, a product or a set of remedies?

    A leaflet that describes a disease names treatments too, but only a few of its sentences praise one, and it
    does not sell. So what counts is the share of statements that praise, a plainly promotional cue counting
    twice: below a fifth, or below three in all, the article describes.
    """
    strength = len(reading.praises) + 2 * sum(plain_promotion(s) for s in reading.everything)
    return strength >= ENOUGH_PRAISE and strength >= _LEAST_SHARE * len(reading.statements)


def plain_promotion(statement: Statement) -> int:
    """How many plainly promotional cues a statement has, safety without limit and care talked away among them."""
    return sum(promotional_weight(cue) == _PLAIN for cue in statement.cues)


def promotional_weight(cue: Cue) -> int:
    """2 for what is rare outside promotion, 1 for what counts only beside other signs, else 0."""
    if cue.category == "promotion":
        return int(cue.attributes["weight"])
    return _PLAIN if cue.category == "balance" and cue.kind in ONE_SIDED else 0


def strongest_praise(reading: Reading, most: int = 3) -> tuple[Statement, ...]:
    """The statements that praise most, in order of place."""
    ranked = sorted(reading.statements, key=lambda s: (-_strength(s), s.place))
    return tuple(sorted((s for s in ranked[:most] if _strength(s)), key=lambda s: s.place))


def spans(statements: Iterable[Statement]) -> tuple[Span, ...]:
    """The places of statements, each once, in order of place."""
    return tuple(sorted({statement.span for statement in statements}))


def _strength(statement: Statement) -> int:
    return len(statement.praise) + sum(map(promotional_weight, statement.cues))
