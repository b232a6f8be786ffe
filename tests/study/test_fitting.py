"""Weights fitted to verdicts: they keep their direction, tell yes from no, and become a rubric's curves."""

import pytest

from healthscore.rubric import load_rubric
from healthscore.study import Term, by_folds, fit, terms_of

UP, DOWN, NOISE = (
    Term("balance.costs_told", True),
    Term("hedging.sensation_density", False),
    Term("article.words", True),
)
ARTICLES = [
    {"balance.costs_told": i % 5, "hedging.sensation_density": (i % 3) / 10, "article.words": 400.0}
    for i in range(60)
]
VERDICTS = [article["balance.costs_told"] >= 3 for article in ARTICLES]


def test_finds_the_measure_that_decides():
    found = fit([UP, DOWN, NOISE], ARTICLES, VERDICTS, verdicts=True)
    weights = {line.term: line.weight for line in found.lines}
    assert weights[UP] > 5 * weights[DOWN]
    assert weights[NOISE] == 0  # it never varies
    assert all((found.score(a) > found.border) == v for a, v in zip(ARTICLES, VERDICTS, strict=True))


def test_a_measure_that_runs_against_its_direction_gets_no_weight():
    wrong = Term(UP.measure, rises=False)
    assert fit([wrong, DOWN], ARTICLES, VERDICTS, verdicts=True).lines[0].weight == 0


def test_a_line_is_straight_between_its_ends_and_level_beyond():
    line = fit([UP], ARTICLES, VERDICTS, verdicts=True).lines[0]
    assert (line.low, line.high) == (0, 4)
    assert [line.share(value) for value in (None, -1, 0, 1, 4, 9)] == [0, 0, 0, 0.25, 1, 1]


def test_the_curves_give_half_where_the_border_is():
    found = fit([UP, DOWN], ARTICLES, VERDICTS, verdicts=True)

    def rating(article):
        total = 0.0
        for line in found.lines:
            (x0, y0), (x1, y1) = line.curve(*found.ends())
            part = min(1.0, max(0.0, (article[line.term.measure] - x0) / (x1 - x0)))
            total += line.weight / found.whole * (y0 + part * (y1 - y0))
        return total

    for article in ARTICLES:
        assert (rating(article) > 0.5) == (found.score(article) > found.border)
        assert 0 <= rating(article) <= 1


def test_folds_judge_each_article_unseen():
    said = by_folds([UP, DOWN], ARTICLES, VERDICTS, verdicts=True)
    assert [yes for _, yes in said] == VERDICTS
    lucky = [{"balance.costs_told": float(i)} for i in range(20)]
    alternating = [bool(i % 2) for i in range(20)]
    assert [yes for _, yes in by_folds([UP], lucky, alternating, verdicts=True)] != alternating


def test_counts_can_be_fitted_too():
    counts = [float(article["balance.costs_told"]) for article in ARTICLES]
    scores = [score for score, _ in by_folds([UP, DOWN], ARTICLES, counts, verdicts=False)]
    assert (
        max(scores, key=lambda s: s) == scores[counts.index(4)]
        or scores[counts.index(4)] > scores[counts.index(0)]
    )


def test_nothing_to_fit_to_is_refused():
    with pytest.raises(ValueError, match="no articles"):
        fit([UP], [], [], verdicts=True)


def test_terms_come_from_a_rubric_with_their_directions():
    costs, *_, language = load_rubric("news-review").dimensions
    assert Term("balance.costs_told", True) in terms_of(costs)
    assert Term("hedging.sensation_density", False) in terms_of(language)
