"""What the tasks on reviewed news share: rows with their labels, the measures of each article, and the terms.

Whatever is fitted is fitted by five folds of articles. Beside it stands TF-IDF over words and pairs of words with a
regression, on folds of the same number.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from articles import DataError, json_rows
from healthscore import Article
from healthscore.checks import examine
from healthscore.language import analyse
from healthscore.reading import read_text
from healthscore.rubric import Rubric, required_measures
from healthscore.study import Term, terms_of

FOLDS = 5

Row = Mapping[str, Any]
Values = Mapping[str, float | None]


def rows(path: Path, *wanted: str) -> list[Row]:
    """The rows of a file, each with a text and these labels."""
    found: list[Row] = []
    for number, row in json_rows(path):
        labels = row.get("labels")
        if not isinstance(row.get("text"), str) or not isinstance(labels, dict) or set(wanted) - set(labels):
            raise DataError(f"{path}, line {number}: needs a text, and labels with {', '.join(wanted)}")
        found.append(row)
    if len(found) < FOLDS * 2:
        raise DataError(f"{path}: {len(found)} articles; {FOLDS * 2} are needed for {FOLDS} folds")
    return found


def article(row: Row) -> Article:
    """The article of a row."""
    return read_text(row["text"], format="plain", source=str(row.get("id", "")))


def values(found: Sequence[Row], names: Collection[str]) -> list[Values]:
    """The measures of each article, those named and all that are always computed."""
    measured = (examine(analyse(article(row)), names)[1] for row in found)
    return [{name: m.value for name, m in measurements.items()} for measurements in measured]


def terms(*rubrics: Rubric) -> tuple[Term, ...]:
    """Every measure that the rubrics use, where they agree on its direction."""
    ways: dict[str, set[bool]] = {}
    for rubric in rubrics:
        for dimension in rubric.dimensions:
            for term in terms_of(dimension):
                ways.setdefault(term.measure, set()).add(term.rises)
    return tuple(Term(name, way.copy().pop()) for name, way in sorted(ways.items()) if len(way) == 1)


def needed(*rubrics: Rubric) -> frozenset[str]:
    """The measures that a fit under these rubrics reads, those of weight 0 too."""
    named = (c.measure for rubric in rubrics for d in rubric.dimensions for c in d.criteria)
    return frozenset(named).union(*map(required_measures, rubrics))


def words() -> Any:
    """TF-IDF over words and pairs of words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
