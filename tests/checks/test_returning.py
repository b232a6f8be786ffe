"""Runs of words that return: all of them, and where each begins."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from healthscore.checks.repetition.returning import places_of_runs, runs
from healthscore.language import analyse
from healthscore.reading import read_text

WORDS = st.lists(st.sampled_from(["iron", "tablet", "tablets", "helps", "may", "the", "blood"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=12), st.integers(3, 6), st.integers(2, 4))
def test_every_run_that_stands_so_often_is_among_them(
    sentences: list[list[str]], length: int, least: int
) -> None:
    text = " ".join(" ".join(words).capitalize() + "." for words in sentences)
    analysis = analyse(read_text(text, format="plain"))
    norms = analysis.norms
    every = [(i, tuple(norms[i : i + length])) for i in range(len(norms) - length + 1)]
    times = Counter(run for _, run in every)
    found = list(runs(analysis, norms, length, least))
    often = [pair for pair in every if times[pair[1]] >= least]
    assert [pair for pair in found if times[pair[1]] >= least] == often


def test_a_run_counts_once_in_a_sentence_and_not_across_two() -> None:
    text = (
        "Wash your hands often and wash your hands well. Wash your hands. Before meals wash your "
        "hands. Your hands wash."
    )
    analysis = analyse(read_text(text, format="plain"))
    found = places_of_runs(analysis, analysis.norms, 3, range(len(analysis.sentences)))
    assert [analysis.sentence_at(place).index for place in found["wash", "your", "hands"]] == [0, 1, 2]
    assert found.get(("hands", "wash", "your"), []) == []
    only = places_of_runs(analysis, analysis.norms, 3, {1, 2})
    assert [analysis.sentence_at(place).index for place in only["wash", "your", "hands"]] == [1, 2]
