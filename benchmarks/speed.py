"""What healthscore costs, beside other libraries on the same texts in the same run.

usage: speed.py [PATH ...] [--part PART ...] [--rounds N] [--json]

PATH is a folder of articles, an article, or JSON lines with a text; by default the patient information pages and
the seed articles in ../shared. The parts, of which all but the last are measured unless some are named:

articles  every text through every stage of ours and through textstat, proselint and distill-score (yardsticks.py says
          what of each), on one core, in processor time, each stage and each library in its fastest round. What every
          check reads (stems, word kinds, cues by sentence) is charged to the language stage; what two checks share, to
          the first that asks. Modules are imported, lexicons compiled and stems remembered from a first text beforehand,
          as they are after the first article of any run. textstat remembers the results of texts that it has seen, so
          each round gives the others texts with another line end added.
growth    all checks, the claim ledger and the consistency check together, and the repetition check. The given texts
          are put one after the other into a book of 1 MB, which is examined whole and cut into pieces of each length
          from 1 kB on, so that every length is measured on the same words. By default, stories of news follow the
          pages, so that the book says nothing twice that they do not; other texts are put there again until it is
          full. As in ``score``, no cycles are collected meanwhile.
cold      ``--version``, and ``score`` on one short file of our examples, in fresh processes, beside the bare imports of
          the libraries that they need, and the steps of the second (cold.py).
memory    the peak memory of a process that scores: with one article behind it, with all, and with the book.
corpus    2,000 articles of our own with one worker process and with two, and the peak memory of the process that leads
          at 2,000 and at 20,000 (corpus.py): some minutes.

The others are installed by ``pip install '.[benchmark]'``; one that is not there is left out, with a line on stderr.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import corpus
import tables
from articles import SHARED, DataError, articles
from cold import cold_start
from healthscore import Article
from healthscore.language import analyse
from healthscore.rubric import load_rubric
from memory import peaks
from stages import LEDGER, REPETITION, WORDS, growth, score_in_stages
from stopwatch import Stopwatch, fastest, ms, one_core
from yardsticks import Reading, loaded

DEFAULT_PATHS = (SHARED / "corpora" / "patient_information.jsonl.gz", SHARED / "seeds")
REST_OF_THE_BOOK = SHARED / "corpora" / "news_review_stories.jsonl.gz"
SMALL = Path(__file__).resolve().parents[1] / "examples" / "one-sided.md"
QUICK = ("articles", "growth", "cold", "memory")
OURS = "healthscore"


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    try:
        given = [article for path in options.paths or DEFAULT_PATHS for article in articles(path)]
        more = [] if options.paths else articles(REST_OF_THE_BOOK)
    except DataError as error:
        print(f"speed.py: {error}", file=sys.stderr)
        return 2
    figures: dict[str, Any] = {"load": round(os.getloadavg()[0], 1)}
    for part in options.part or QUICK:
        figures[part] = PARTS[part]([*given, *more] if part == "growth" else given, options.rounds)
    print(json.dumps(figures) if options.json else tables.shown(figures))
    return 0


def of_articles(given: Sequence[Article], rounds: int) -> dict[str, Any]:
    """Seconds by stage, articles a second, one typical article, and the ratios to the other libraries."""
    with one_core():
        return _of_articles(given, rounds)


def _of_articles(given: Sequence[Article], rounds: int) -> dict[str, Any]:
    rubric = load_rubric("five-dimensions")
    others, missing = loaded()
    for line in missing:
        print(f"speed.py: {line}", file=sys.stderr)
    score_in_stages(given[0], rubric, Stopwatch())
    for read in others.values():
        read(given[0].text)
    gc.freeze()  # what is loaded now is nobody's to look through while another is timed

    ours = []

    def on_all(number: int, watch: Stopwatch) -> None:
        for article in given:
            score_in_stages(article, rubric, watch)
        ours.append(sum(watch.seconds.values()))
        for name, read in others.items():
            with watch.stage(name):
                _read_all(read, given, number)

    best = fastest(rounds, on_all)
    theirs = {name: best.pop(name) for name in others}
    words = [len(analyse(article).tokens) for article in given]
    typical = min(range(len(given)), key=lambda i: abs(words[i] - WORDS))
    one = fastest(rounds, lambda _, watch: score_in_stages(given[typical], rubric, watch))
    return {
        "articles": len(given),
        "words": sum(words),
        "rounds": rounds,
        "stages_ms_per_article": {name: ms(seconds, len(given)) for name, seconds in best.items()},
        **_for_800_words(best, sum(words)),
        "typical_article_words": words[typical],
        "typical_article_core_ms": ms(_core(one)),
        "libraries": _side_by_side({OURS: min(ours), **theirs}, len(given)),
    }


def _read_all(read: Reading, given: Sequence[Article], number: int) -> None:
    for article in given:
        read(article.text + "\n" * number)


def _for_800_words(best: Mapping[str, float], words: int) -> dict[str, float]:
    parts = words / WORDS
    return {
        "core_ms_per_800_words": ms(_core(best), parts),
        "reading_ms_per_800_words": ms(best["reading"], parts),
        "ledger_and_conflicts_ms_per_800_words": ms(sum(best[name] for name in LEDGER), parts),
        "repetition_ms_per_800_words": ms(best[REPETITION], parts),
    }


def _side_by_side(seconds: Mapping[str, float], articles: int) -> dict[str, dict[str, float]]:
    """Each library's cost, and how many times its time ours takes."""
    return {
        name: {
            "ms_per_article": ms(taken, articles),
            "articles_per_second": round(articles / taken, 1),
            "ours_over_it": round(seconds[OURS] / taken, 2),
        }
        for name, taken in seconds.items()
    }


def of_growth(given: Sequence[Article], rounds: int) -> list[dict[str, float]]:
    """What ever longer articles cost."""
    with one_core():
        return growth([article.text for article in given], rounds)


def of_corpus(given: Sequence[Article], rounds: int) -> dict[str, Any]:
    """A whole corpus in one and in two processes; the articles are our own, and a round takes a minute."""
    return {**corpus.speed(2000, (1, 2), 1), **corpus.memory((2000, 20_000), 2)}


PARTS: Mapping[str, Callable[[Sequence[Article], int], dict[str, Any] | list[dict[str, float]]]] = {
    "articles": of_articles,
    "growth": of_growth,
    "cold": lambda given, rounds: cold_start(SMALL, 2 * rounds),
    "memory": lambda given, rounds: peaks([article.text for article in given]),
    "corpus": of_corpus,
}


def _core(seconds: Mapping[str, float]) -> float:
    return sum(s for name, s in seconds.items() if name != "report")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="speed.py", description="Measure what healthscore costs beside other libraries."
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    parser.add_argument(
        "--part",
        choices=PARTS,
        action="append",
        help=f"one of {', '.join(PARTS)}; may be given several times (all but the last)",
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each text is scored (3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())
