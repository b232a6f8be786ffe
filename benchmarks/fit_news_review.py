"""Fit the weights and curves of the rubric news-review to experts' verdicts, and write them into its file.

usage: fit_news_review.py FILE

FILE has JSON lines (.jsonl, .jsonl.gz) as for ``accuracy.py news-review``. The measures of each criterion and their
directions stay as they stand in the rubric; a measure that earns nothing keeps its line with weight 0. Exit 2: the data
cannot be used.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

import healthscore
from articles import DataError
from healthscore import load_rubric
from healthscore.study import Fit, fit, terms_of
from tasks import news, news_review

RUBRIC = Path(healthscore.__file__).parent / "rubrics" / "news-review.yaml"
_NUMBERS = re.compile(
    r"(?P<head>weight: )[\d.]+(?P<middle>\n +measure: (?P<name>[\w.]+)\n +ratings: )\[\[.*\]\]"
)


def main() -> int:
    """Fit every criterion and write the file."""
    parser = argparse.ArgumentParser(prog="fit_news_review.py", description="Fit the rubric news-review.")
    parser.add_argument("file", type=Path)
    try:
        fits = _fits(parser.parse_args().file)
    except (DataError, ValueError) as error:  # also where no measure tells the verdicts apart
        print(f"fit_news_review.py: {error}", file=sys.stderr)
        return 2
    head, *parts = re.split(
        r"(?m)^(?=  - id: )", RUBRIC.read_text(encoding="utf-8").split("\ndimensions:\n")[1]
    )
    before = RUBRIC.read_text(encoding="utf-8").split("\ndimensions:\n")[0]
    written = [_rewritten(part, one) for part, one in zip(parts, fits, strict=True)]
    RUBRIC.write_text(f"{before}\ndimensions:\n{head}{''.join(written)}", encoding="utf-8")
    return 0


def _fits(path: Path) -> list[Fit]:
    rubric = load_rubric(news_review.RUBRIC)
    found = news_review.rows_of(path, rubric)
    measured = news.values(found, news.needed(rubric))
    fits = []
    for dimension in rubric.dimensions:
        places, verdicts = news_review.verdicts_of(found, dimension.id)
        fits.append(fit(terms_of(dimension), [measured[i] for i in places], verdicts, verdicts=True))
    return fits


def _rewritten(part: str, fitted: Fit) -> str:
    """One dimension's text with the fitted numbers in it."""
    curves = {name: (weight, curve) for name, weight, curve in fitted.curves()}

    def numbers(match: re.Match[str]) -> str:
        weight, ((x0, y0), (x1, y1)) = curves[match["name"]]
        return f"{match['head']}{weight:.3f}{match['middle']}[[{x0:g}, {y0:.3f}], [{x1:.4g}, {y1:.3f}]]"

    return _NUMBERS.sub(numbers, part)


if __name__ == "__main__":
    sys.exit(main())
