"""Fit the weights and curves of the rubric news-review to experts' verdicts, and write them into its file.

usage: fit_news_review.py FILE

FILE has JSON lines (.jsonl, .jsonl.gz) as for ``accuracy.py news-review``. The arithmetic is that of ``healthscore
calibrate``. The measures of each criterion and their directions stay as they stand in the rubric; one that earns
nothing gets the weight 0, and a question without verdicts of both kinds stays as it is. Exit 2: the data cannot be used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import healthscore
from articles import DataError
from healthscore import load_rubric
from healthscore.report.calibration import written
from healthscore.rubric import Rubric
from healthscore.rubric.schema import as_document
from healthscore.study.refitting import Data, refitted
from tasks import news, news_review

RUBRIC = Path(healthscore.__file__).parent / "rubrics" / "news-review.yaml"
_HEAD = (
    "# Ten questions to health news, after those of Media Doctor and HealthNewsReview, in our own words.\n"
    "# Written by benchmarks/fit_news_review.py: docs/rubrics/news-review.md is the card of the fitted numbers.\n"
    "# A rating of 0.5 and more is satisfactory.\n"
)


def main() -> int:
    """Fit every criterion and write the file."""
    parser = argparse.ArgumentParser(prog="fit_news_review.py", description="Fit the rubric news-review.")
    parser.add_argument("file", type=Path)
    try:
        fitted = _fitted(parser.parse_args().file)
    except (DataError, ValueError) as error:
        print(f"fit_news_review.py: {error}", file=sys.stderr)
        return 2
    document = as_document(fitted)
    RUBRIC.write_text(written(document, _HEAD), encoding="utf-8")
    return 0


def _fitted(path: Path) -> Rubric:
    rubric = load_rubric(news_review.RUBRIC)
    found = news_review.rows_of(path, rubric)
    names = [f"{place:05d}" for place in range(len(found))]
    people = {}
    for dimension in rubric.dimensions:
        places, verdicts = news_review.verdicts_of(found, dimension.id)
        if len(set(verdicts)) > 1:
            people[dimension.id] = {names[i]: float(v) for i, v in zip(places, verdicts, strict=True)}
    data = Data(dict(zip(names, news.values(found, news.needed(rubric)), strict=True)), people)
    fitted, silent = refitted(_evened(rubric, people), data, list(people), names)
    if silent or not people:
        raise ValueError(
            f"no measure tells the verdicts apart: {', '.join(silent or ['there is one kind only'])}"
        )
    return fitted


def _evened(rubric: Rubric, chosen: Collection[str]) -> Rubric:
    """With all criteria of the chosen questions in, those too that earned nothing the last time."""
    dimensions = (
        replace(d, criteria=tuple(replace(c, weight=1.0) for c in d.criteria)) if d.id in chosen else d
        for d in rubric.dimensions
    )
    return replace(rubric, dimensions=tuple(dimensions))


if __name__ == "__main__":
    sys.exit(main())
