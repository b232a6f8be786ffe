"""What HTML costs beside scoring: the page of one article, and the index of a folder of articles spun from it.

usage: rendering.py [ARTICLE] [--size N] [--rounds N] [--json]

ARTICLE is a file, by default examples/self-contradicting.txt. The folder has N articles (1,000): its text, each time
with another name in place of its first word, so that all are of one template and share their sentences. Times are of
the processor and of the fastest round, after a first one in which modules and templates are loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from healthscore import HealthscoreError, read, scoring
from healthscore.article import Article
from healthscore.reading import read_text
from healthscore.report.html import Entry, index, render
from healthscore.rubric import load_rubric

DEFAULT = Path(__file__).resolve().parents[1] / "examples" / "self-contradicting.txt"


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    try:
        figures = measure(read(options.article), options.size, options.rounds)
    except HealthscoreError as error:
        print(f"rendering.py: {error}", file=sys.stderr)
        return 2
    print(json.dumps(figures) if options.json else table(figures))
    return 0


def measure(article: Article, size: int, rounds: int) -> dict[str, Any]:
    """Milliseconds to score and to render one article, and seconds to render the index of many."""
    rubric = load_rubric("five-dimensions")
    scored = _fastest(rounds, lambda: scoring.rate(article, rubric))
    reports = iter([scoring.rate(article, rubric) for _ in range(rounds + 1)])  # each remembers its links
    rendered = _fastest(rounds, lambda: render(next(reports)))
    entries = list(_entries(article, size))
    folder = scoring.folder_of((scoring.sketch(spun) for spun in _spun(article, size)), "benchmark")
    indexed = _fastest(rounds, lambda: index(entries, folder=folder))
    return {
        "words": scoring.rate(article, rubric).words,
        "score_ms": round(1000 * scored, 2),
        "page_ms": round(1000 * rendered, 2),
        "page_bytes": len(render(scoring.rate(article, rubric)).encode()),
        "index_articles": size,
        "index_seconds": round(indexed, 3),
        "index_bytes": len(index(entries, folder=folder).encode()),
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for a person."""
    return (
        f"an article of {figures['words']} words: {figures['score_ms']} ms to score, {figures['page_ms']} ms for its "
        f"page of {figures['page_bytes']:,} bytes\n"
        f"{figures['index_articles']:,} articles: {figures['index_seconds']} s for the index "
        f"of {figures['index_bytes']:,} bytes"
    )


def _spun(article: Article, size: int) -> Iterator[Article]:
    """The article again and again, each time about something of another name."""
    first = article.text.split(maxsplit=1)[0].strip(".,:;")
    for number in range(size):
        name = _name(number)
        text = article.text.replace(first, name.capitalize()).replace(first.lower(), name)
        yield read_text(text, source=f"{name}.txt")


def _name(number: int) -> str:
    """A word of its own for each number."""
    syllables = ("ba", "co", "du", "fe", "gi", "lo", "mu", "na", "pe", "ri")
    return "".join(syllables[int(digit)] for digit in f"{number:04}") + "root"


def _entries(article: Article, size: int) -> Iterator[Entry]:
    rubric = load_rubric("five-dimensions")
    for spun in _spun(article, size):
        yield Entry.of(scoring.rate(spun, rubric), f"articles/{spun.source}.html")


def _fastest(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest round; the first is not counted."""
    work()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="rendering.py", description="Measure what HTML costs.")
    parser.add_argument("article", metavar="ARTICLE", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--size", type=int, default=1000, help="articles in the folder (1000)")
    parser.add_argument("--rounds", type=int, default=10, help="how often each is rendered (10)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())
