"""What ``score(text).to_json()`` does, stage by stage under a stopwatch, and what it costs as texts get longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from healthscore import Article, scoring
from healthscore.checks import Evidence, Measurement, measures, rules
from healthscore.collector import paused
from healthscore.language import Analysis, analyse
from healthscore.reading import read_text
from healthscore.report.findings import findings_of
from healthscore.rubric import Rubric, load_rubric, rate, required_measures
from stopwatch import Stopwatch, fastest, ms

WORDS = 800  # of a typical article
LENGTHS = (1_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)  # characters
LEDGER = ("claims", "check consistency")
REPETITION = "check repetition"


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


def growth(texts: Sequence[str], rounds: int) -> list[dict[str, float]]:
    """What ever longer articles cost, for each 800 words: pieces of one book, the texts as often as it takes to fill it."""
    book = "\n\n".join([*texts, ""])
    book = (book * (1 + LENGTHS[-1] // len(book)))[: LENGTHS[-1]]
    return [_cost(book, size, rounds) for size in LENGTHS]


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

    best = fastest(rounds, examined)
    return {
        "characters": size,
        "pieces": len(pieces),
        "words": words,
        "all_ms_per_800_words": ms(sum(best.values()), words / WORDS),
        "ms_per_800_words": ms(sum(best[stage] for stage in LEDGER), words / WORDS),
        "repetition_ms_per_800_words": ms(best[REPETITION], words / WORDS),
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
