"""The figures of speed.py for a person: one table a part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

OURS = "healthscore"


def shown(figures: Mapping[str, Any]) -> str:
    """Every part that was measured, with empty lines between them."""
    parts = [f"load of the machine at the start: {figures['load']}"]
    parts += ["\n".join(table(figures[name])) for name, table in TABLES.items() if name in figures]
    return "\n\n".join(parts)


def _articles(figures: Mapping[str, Any]) -> Iterator[str]:
    stages: Mapping[str, float] = figures["stages_ms_per_article"]
    libraries: Mapping[str, Mapping[str, float]] = figures["libraries"]
    whole = libraries[OURS]["ms_per_article"]
    yield (
        f"{figures['articles']} articles, {figures['words']:,} words, one core, fastest of {figures['rounds']} rounds"
    )
    yield f"{'stage':24}{'ms an article':>14}{'share':>8}"
    for name, taken in stages.items():
        yield f"{name:24}{taken:14.2f}{taken / whole:8.0%}"
    yield ""
    yield f"{'library':24}{'ms an article':>14}{'a second':>10}{'ours takes':>14}"
    for name, one in libraries.items():
        times = "" if name == OURS else f"{one['ours_over_it']:8.2f} times"
        yield f"{name:24}{one['ms_per_article']:14.2f}{one['articles_per_second']:10.1f}{times:>14}"
    yield ""
    yield (
        f"Core (all but the report): {figures['core_ms_per_800_words']} ms for each 800 words; "
        f"an article of {figures['typical_article_words']} words takes {figures['typical_article_core_ms']} ms."
    )
    yield (
        f"Reading, of plain text: {figures['reading_ms_per_800_words']} ms for each 800 words, "
        f"claim ledger and conflicts {figures['ledger_and_conflicts_ms_per_800_words']}, "
        f"repetition {figures['repetition_ms_per_800_words']} ms."
    )


def _growth(rows: list[Mapping[str, float]]) -> Iterator[str]:
    yield "growth with length, ms for each 800 words"
    yield f"{'pieces':>6}{'characters':>12}{'words':>10}{'all':>9}{'ledger and conflicts':>22}{'repetition':>12}"
    for row in rows:
        yield (
            f"{row['pieces']:6,}{row['characters']:12,}{row['words']:10,}{row['all_ms_per_800_words']:9.2f}"
            f"{row['ms_per_800_words']:22.2f}{row['repetition_ms_per_800_words']:12.2f}"
        )


def _cold(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "cold start, ms"
    yield f"{'process':36}{'clock':>8}{'processor':>11}"
    for name, words in (
        ("python", "python that does nothing"),
        ("bare_version", "bare imports of --version"),
        ("version", "healthscore --version"),
        ("bare_score", "bare imports of score"),
        ("score", "healthscore score FILE"),
    ):
        yield _cost(words, figures[name])
    for name in ("version", "score"):
        clock, processor = figures[f"{name}_over_bare"]
        yield (
            f"{name} takes {clock} times its bare imports on the clock, {processor} of the processor "
            f"({', '.join(figures['libraries'][name])})"
        )
    yield ""
    yield f"{'step of score':36}{'clock':>8}{'processor':>11}"
    for name, cost in figures["steps"].items():
        yield _cost(name, cost)


def _cost(name: str, cost: Mapping[str, float]) -> str:
    return f"{name:36}{cost['wall_ms']:8.0f}{cost['cpu_ms']:11.0f}"


def _memory(figures: Mapping[str, float]) -> Iterator[str]:
    yield "peak memory of a process, MB"
    for name, words in (
        ("before_mb", "before the first article"),
        ("one_article_mb", "one article"),
        ("all_articles_mb", "all articles"),
        ("book_mb", "all, and a text of 1 MB"),
    ):
        yield f"{words:36}{figures[name]:8.1f}"


def _corpus(figures: Mapping[str, Any]) -> Iterator[str]:
    yield "a whole corpus"
    for name, value in figures.items():
        yield f"{name:36}{value!s:>8}"


TABLES: Mapping[str, Callable[[Any], Iterator[str]]] = {
    "articles": _articles,
    "growth": _growth,
    "cold": _cold,
    "memory": _memory,
    "corpus": _corpus,
}
