"""One article as text and as PDFs of six producers: the same ratings and the same findings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from printing import Look, article_pdf

from healthscore import Report, read, score
from healthscore.reading import read_bytes

HERE = Path(__file__).parent
TINNITUS = HERE / "tinnitus.txt"
MADE = {
    "reportlab, one column": Look(justified=True, hyphens=True),
    "reportlab, two columns": Look(columns=2, justified=True, hyphens=True),
}
NAMES = [*MADE, *sorted(path.name for path in HERE.glob("*.pdf"))]


@cache
def expected() -> Report:
    return score(read(TINNITUS))


@cache
def printed_report(name: str) -> Report:
    if name in MADE:
        return score(read_bytes(article_pdf(TINNITUS, MADE[name]), name="a.pdf"))
    return score(read(HERE / name))


@pytest.mark.parametrize("name", NAMES)
def test_ratings_are_as_those_of_the_text(name: str) -> None:
    report = printed_report(name)
    assert report.rating.value == pytest.approx(expected().rating.value, abs=0.2)
    for mine, theirs in zip(report.dimensions, expected().dimensions, strict=True):
        assert mine.rating.value == pytest.approx(theirs.rating.value, abs=0.4), mine.id


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_as_those_of_the_text(name: str) -> None:
    def rules(report: Report) -> Counter[str]:
        return Counter(finding.rule for finding in report.findings)

    assert rules(printed_report(name)) == rules(expected())
    assert rules(expected()), "an article without findings shows nothing"


@pytest.mark.parametrize("name", NAMES)
def test_title_byline_and_dates_are_those_of_the_text(name: str) -> None:
    article = printed_report(name).article
    assert article.title == "Tinnitus: what helps with ringing in the ears?"
    assert (article.authors, article.published, article.updated) == (
        ("Miriam Solberg",),
        "2022-05-14",
        "2024-02-03",
    )
