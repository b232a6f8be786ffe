"""How fast healthscore is on one core, stage by stage, beside textstat's indices on the same texts.

usage: speed.py [PATH ...] [--rounds N] [--json]

PATH is a folder of articles, an article, or JSON lines with a text; by default the patient information pages and
the seed articles in ../shared. Each text goes through every stage in every round, and a stage's time is that of
its fastest round, in processor time. What every check reads (stems, word kinds, cues by sentence) is charged to the language stage; what
two checks share, to the first that asks. Modules are imported, lexicons compiled and stems remembered from a first text beforehand, as
they are after the first article of any run.

The growth is that of the claim ledger and the consistency check together, and that of the repetition check: the
given texts are put one after the other into a book of 1 MB, which is examined whole and cut into pieces of each length,
so that every length is measured on the same words. By default, stories of news follow the pages, so that the book says
nothing twice that they do not; other texts are put there again until it is full. As in ``score``, no cycles are
collected meanwhile.

textstat counts syllables with a dictionary that it downloads at first use. Here it is given the language
``en-US`` instead of ``en``, with which it uses pyphen's hyphenation patterns alone: no download, and the same
formulas. It remembers the results of texts it has seen, so each round gives it texts with another line end added;
within a round its seven indices share what they count.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from articles import SHARED, DataError, articles
from healthscore import Article, scoring
from healthscore.checks import Evidence, Measurement, measures, rules
from healthscore.collector import paused
from healthscore.language import Analysis, analyse
from healthscore.reading import read_text
from healthscore.report.findings import findings_of
from healthscore.rubric import Rubric, load_rubric, rate, required_measures

DEFAULT_PATHS = (SHARED / "corpora" / "patient_information.jsonl.gz", SHARED / "seeds")
REST_OF_THE_BOOK = SHARED / "corpora" / "news_review_stories.jsonl.gz"
INDICES = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "gunning_fog",
)
TYPICAL_WORDS = 800
GROWTH = (10_000, 30_000, 100_000, 300_000, 1_000_000)  # characters
LEDGER = ("claims", "check consistency")
REPETITION = "check repetition"


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        start = time.process_time()
        yield
        self.seconds[name] += time.process_time() - start


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    _stay_on_one_core()
    try:
        given = [article for path in options.paths or DEFAULT_PATHS for article in articles(path)]
        book = given if options.paths else [*given, *articles(REST_OF_THE_BOOK)]
    except DataError as error:
        print(f"speed.py: {error}", file=sys.stderr)
        return 2
    figures = measure(given, [article.text for article in book], options.rounds)
    print(json.dumps(figures) if options.json else table(figures))
    return 0


def measure(given: Sequence[Article], book: Sequence[str], rounds: int) -> dict[str, Any]:
    """All figures: seconds by stage, articles a second, one typical article, the ratio to textstat, and the growth."""
    rubric, indices = load_rubric("five-dimensions"), _indices()
    score_in_stages(given[0], rubric, Stopwatch())
    _textstat(given[0].text, indices, 0)
    words = [len(analyse(article).tokens) for article in given]

    def ours_on_all(_: int, watch: Stopwatch) -> None:
        for article in given:
            score_in_stages(article, rubric, watch)

    def theirs_on_all(number: int, watch: Stopwatch) -> None:
        for article in given:
            with watch.stage("textstat"):
                _textstat(article.text, indices, number)

    ours, theirs = _fastest(rounds, ours_on_all), _fastest(rounds, theirs_on_all)
    typical = min(range(len(given)), key=lambda i: abs(words[i] - TYPICAL_WORDS))
    one = _fastest(rounds, lambda _, watch: score_in_stages(given[typical], rubric, watch))
    whole, core, other = sum(ours.values()), _core(ours), sum(theirs.values())
    return {
        "articles": len(given),
        "words": sum(words),
        "rounds": rounds,
        "stages_ms_per_article": {name: _ms(seconds, len(given)) for name, seconds in ours.items()},
        "articles_per_second": round(len(given) / whole, 1),
        "core_ms_per_800_words": round(1000 * core / sum(words) * TYPICAL_WORDS, 2),
        "ledger_and_conflicts_ms_per_800_words": round(
            1000 * sum(ours[name] for name in LEDGER) / sum(words) * TYPICAL_WORDS, 2
        ),
        "repetition_ms_per_800_words": round(1000 * ours[REPETITION] / sum(words) * TYPICAL_WORDS, 2),
        "growth": growth(book, rounds),
        "typical_article_words": words[typical],
        "typical_article_core_ms": _ms(_core(one), 1),
        "textstat_articles_per_second": round(len(given) / other, 1),
        "textstat_ms_per_article": _ms(other, len(given)),
        "core_time_over_textstat": round(core / other, 2),
        "whole_time_over_textstat": round(whole / other, 2),
    }


def growth(texts: Sequence[str], rounds: int) -> list[dict[str, float]]:
    """What the ledger with the conflicts and what repetition cost for each 800 words of ever longer articles."""
    book = "\n\n".join([*texts, ""])
    book = (book * (1 + GROWTH[-1] // len(book)))[: GROWTH[-1]]
    return [_cost(book, size, rounds) for size in GROWTH]


def _cost(book: str, size: int, rounds: int) -> dict[str, float]:
    """The cost of a book that is cut into whole pieces of so many characters."""
    rubric = load_rubric("five-dimensions")
    pieces = [read_text(book[start : start + size]) for start in range(0, len(book) - size + 1, size)]
    words = sum(len(analyse(piece).tokens) for piece in pieces)

    def examined(_: int, watch: Stopwatch) -> None:
        for piece in pieces:
            with paused():
                analysis = _read(piece, watch)
                _examine(analysis, rubric, watch)
                analysis.forget()

    best = _fastest(rounds, examined)
    return {
        "characters": size,
        "pieces": len(pieces),
        "words": words,
        "ms_per_800_words": _ms(sum(best[stage] for stage in LEDGER), words / TYPICAL_WORDS),
        "repetition_ms_per_800_words": _ms(best[REPETITION], words / TYPICAL_WORDS),
    }


def _read(article: Article, watch: Stopwatch) -> Analysis:
    """The language of an article, with its sources and claims, which are worked out when first asked for."""
    with watch.stage("language"):
        analysis = _analysed(article)
    with watch.stage("sources"):
        _ = analysis.sources
    with watch.stage("claims"):
        _ = analysis.claims
    return analysis


def _analysed(article: Article) -> Analysis:
    """The language of an article, with what every check reads."""
    analysis = analyse(article)
    _ = analysis.stems, analysis.kinds, tuple(analysis.cues_of("effect"))
    if analysis.sentences:
        analysis.cues_by_category(analysis.sentences[0])
    return analysis


def score_in_stages(given: Article, rubric: Rubric, watch: Stopwatch) -> None:
    """What ``score(text).to_json()`` does with an article's text, each stage under the watch."""
    with watch.stage("reading"):
        article = read_text(given.text, format="markdown" if given.format == "markdown" else "plain")
    with paused():
        analysis = _read(article, watch)
        measurements, hits = _examine(analysis, rubric, watch)
        with watch.stage("rating"):
            rate(rubric, measurements)
            analysis.forget()
    report = scoring.rate(article, rubric)  # once more, outside the watch: it puts the stages together
    with watch.stage("report"):
        findings_of(article, hits)
        report.to_json()


def _examine(
    analysis: Analysis, rubric: Rubric, watch: Stopwatch
) -> tuple[dict[str, Measurement], dict[str, Any]]:
    """``checks.examine``, split by dimension; what checks share is charged to the first that asks for it."""
    hits: dict[str, Any] = {}
    wanted = required_measures(rubric)
    for id_, rule in rules().items():
        if not rule.applies(wanted):
            continue
        with watch.stage(f"check {rule.dimension}"):
            hits[id_] = tuple(rule.find(analysis))
    evidence = Evidence(analysis, hits)
    measurements = {}
    for name, measure_ in measures().items():
        if not measure_.on_demand or name in wanted:
            with watch.stage(f"check {name.partition('.')[0]}"):
                measurements[name] = measure_.compute(evidence)
    return measurements, hits


def table(figures: Mapping[str, Any]) -> str:
    """The figures for a person."""
    stages: Mapping[str, float] = figures["stages_ms_per_article"]
    other = figures["textstat_ms_per_article"]
    head = f"{figures['articles']} articles, {figures['words']:,} words, one core, fastest of {figures['rounds']} rounds"
    rows = [f"{'stage':24}{'ms an article':>14}{'x textstat':>12}"]
    rows += [f"{name:24}{ms:14.2f}{ms / other:12.2f}" for name, ms in stages.items()]
    rows += [
        f"{'all of healthscore':24}{sum(stages.values()):14.2f}{figures['whole_time_over_textstat']:12.2f}"
    ]
    rows += [f"{'textstat, 7 indices':24}{other:14.2f}{1:12.2f}"]
    close = (
        f"healthscore {figures['articles_per_second']} articles a second, "
        f"textstat {figures['textstat_articles_per_second']}.\n"
        f"Core (all but the report): {figures['core_ms_per_800_words']} ms for each 800 words; "
        f"an article of {figures['typical_article_words']} words takes {figures['typical_article_core_ms']} ms."
    )
    ledger = (
        f"Claim ledger and conflicts: {figures['ledger_and_conflicts_ms_per_800_words']} ms for each 800 words, "
        f"repetition {figures['repetition_ms_per_800_words']} ms. Growth of both with length, ms for each 800 words:"
    )
    curve = [
        f"{row['pieces']:>5} x {row['characters']:>9,} characters {row['words']:>9,} words {row['ms_per_800_words']:8.2f}"
        f"{row['repetition_ms_per_800_words']:8.2f}"
        for row in figures["growth"]
    ]
    return "\n".join([head, "", *rows, "", close, "", ledger, *curve])


def _fastest(rounds: int, work: Callable[[int, Stopwatch], object]) -> dict[str, float]:
    """Each stage's fastest time in any round."""
    best: dict[str, float] = {}
    for number in range(1, rounds + 1):
        watch = Stopwatch()
        work(number, watch)
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in watch.seconds.items()}
    return best


def _indices() -> list[Callable[[str], float]]:
    from textstat.textstat import textstatistics

    counter = textstatistics()
    counter.set_lang("en-US")
    warnings.filterwarnings("ignore", message="There is no easy words vocabulary")
    return [getattr(counter, name) for name in INDICES]


def _textstat(text: str, indices: Sequence[Callable[[str], float]], number: int) -> None:
    unseen = text + "\n" * number
    for index in indices:
        index(unseen)


def _core(seconds: Mapping[str, float]) -> float:
    return sum(s for name, s in seconds.items() if name != "report")


def _ms(seconds: float, count: float) -> float:
    return round(1000 * seconds / count, 3)


def _stay_on_one_core() -> None:
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[threads] = "1"  # read when numpy is imported, which is later
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="speed.py", description="Measure the speed of healthscore on one core."
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="how often each text is scored (3)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    sys.exit(main())
