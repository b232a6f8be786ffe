"""Fit the weights of a dimension to people's verdicts: one number a measure, and never against its direction.

Each measure has a direction, which is that of its curve in the rubric. It becomes a share 0-1 on a straight line
from the lowest value seen to the 90th percentile of those above it, and a ridge regression whose coefficients may
not be negative weighs the shares. So a fit is a weighted mean of lines, which is what a rubric holds, and it has as
many parameters as there are measures. Where the target is a verdict, both verdicts count alike in the regression, and
the border between them is where as many of the fitted articles pass as people passed.

Ridge: Hoerl and Kennard 1970, Technometrics 12:55-67. Non-negative weights keep the signs that theory gives: Lawson
and Hanson, Solving Least Squares Problems, 1974.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from healthscore.rubric.schema import Dimension, Point

PENALTY = 30.0
_HIGH = 90  # percentile of the values above the lowest at which a line ends
_SEED = 20240501

Values = Mapping[str, float | None]


class Term(Struct, frozen=True):
    """A measure, and whether more of it is better."""

    measure: str
    rises: bool


class Line(Struct, frozen=True):
    """What a term adds to a score: ``weight`` in full at its better end, nothing at its worse one."""

    term: Term
    low: float
    high: float
    weight: float

    def share(self, value: float | None) -> float:
        """How much of the weight a value earns, 0-1; a missing value is taken for the lowest."""
        part = 0.0 if value is None else min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))
        return part if self.term.rises else 1.0 - part

    def curve(self, worst: float, best: float) -> tuple[Point, Point]:
        """The line in a rubric's words: the ratings at its two ends."""
        first, last = (worst, best) if self.term.rises else (best, worst)
        return (self.low, first), (self.high, last)


class Fit(Struct, frozen=True):
    """Fitted lines, and the score above which the verdict is yes."""

    lines: tuple[Line, ...]
    border: float

    def score(self, values: Values) -> float:
        """The weighted sum of an article's shares."""
        return sum(line.weight * line.share(values.get(line.term.measure)) for line in self.lines)

    @property
    def whole(self) -> float:
        """The score of an article at the better end of every line."""
        return sum(line.weight for line in self.lines)

    def ends(self) -> tuple[float, float]:
        """The worst and the best rating of all lines, 0-1, such that the border is at .5."""
        whole = self.whole
        if not 0 < self.border < whole:
            raise ValueError("no border between yes and no: no measure tells the two apart")
        factor = min(0.5 / self.border, 0.5 / (whole - self.border))
        worst = 0.5 - factor * self.border
        return worst, worst + factor * whole


def terms_of(dimension: Dimension) -> tuple[Term, ...]:
    """The measures of a dimension's criteria, each in the direction of its curve."""
    return tuple(Term(c.measure, c.rises) for c in dimension.criteria if not c.across)


def fit(
    terms: Sequence[Term], articles: Sequence[Values], targets: Sequence[float], *, verdicts: bool
) -> Fit:
    """Weigh the terms so that they come close to the targets, which are 0 and 1 where they are ``verdicts``.

    ``articles`` holds each article's measures by name. Raises ``ValueError`` where there are no articles.
    """
    import numpy as np
    from sklearn.linear_model import Ridge

    if not articles:
        raise ValueError("nothing to fit to: no articles")
    lines = [_line(term, [values.get(term.measure) for values in articles]) for term in terms]
    shares = np.array([[line.share(v.get(line.term.measure)) for line in lines] for v in articles])
    wanted = np.array(targets, float)
    model = Ridge(PENALTY, positive=True).fit(
        shares, wanted, sample_weight=_evenly(wanted) if verdicts else None
    )
    weighed = tuple(
        Line(line.term, line.low, line.high, float(weight))
        for line, weight in zip(lines, model.coef_, strict=True)
    )
    scores = shares @ model.coef_
    return Fit(
        weighed, float(np.quantile(scores, 1 - wanted.mean())) if verdicts else float(np.median(scores))
    )


def by_folds(
    terms: Sequence[Term],
    articles: Sequence[Values],
    targets: Sequence[float],
    *,
    verdicts: bool,
    folds: int = 5,
) -> list[tuple[float, bool]]:
    """Each article's score less the border, and the verdict, from a fit that has not seen the article."""
    found: list[tuple[float, bool]] = [(0.0, False)] * len(articles)
    for seen, unseen in split(targets, folds, verdicts=verdicts):
        fitted = fit(terms, [articles[i] for i in seen], [targets[i] for i in seen], verdicts=verdicts)
        for i in unseen:
            above = fitted.score(articles[i]) - fitted.border
            found[i] = (above, above > 0)
    return found


def split(targets: Sequence[float], folds: int, *, verdicts: bool) -> Iterator[tuple[Any, Any]]:
    """The places to fit on and those to judge, fold by fold, from a fixed seed; each place is judged once."""
    from sklearn.model_selection import KFold, StratifiedKFold

    kind = StratifiedKFold if verdicts else KFold
    return kind(folds, shuffle=True, random_state=_SEED).split(targets, targets)  # type: ignore[no-any-return]


def _line(term: Term, values: Sequence[float | None]) -> Line:
    """From the lowest value to the 90th percentile of the others; a measure that never varies has no say."""
    import numpy as np

    known = [value for value in values if value is not None]
    low = min(known, default=0.0)
    above = [value for value in known if value > low]
    return Line(term, low, float(np.percentile(above, _HIGH)) if above else low + 1.0, 0.0)


def _evenly(verdicts: Any) -> Any:
    """Weights by which as much rests on the articles that passed as on those that did not."""
    import numpy as np

    passed = verdicts > 0.5
    return np.where(passed, len(passed) / 2 / max(1, passed.sum()), len(passed) / 2 / max(1, (~passed).sum()))
