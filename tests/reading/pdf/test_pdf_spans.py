"""Wherever a page has which words, every span is exact and nothing raises but a reading error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pieces import obeys_the_laws

from healthscore.reading import ReadingError, read_bytes
from healthscore.reading.pdf import process

TEXTS = st.one_of(
    st.sampled_from(["•", "1.", "[1]", "-", "–", "References", "12", "reac\ufffe", "tion", "http://a.b/", "word", "Word.", "¹", "\u00ad", "|"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6),
)  # fmt: skip
PLACES = st.integers(-20, 620).map(lambda place: place / 1.0)
SIZES = st.sampled_from([6.0, 9.0, 10.0, 10.0, 10.0, 14.0, 200.0])
WORDS = st.tuples(
    TEXTS, PLACES, st.integers(0, 90), st.integers(0, 60), SIZES, st.integers(0, 3), st.integers(-1, 2)
).map(lambda word: [word[0], word[1], word[1] + word[2], 800.0 - 12 * word[3], word[4], word[5], word[6]])
ANSWERS = st.lists(st.lists(WORDS, max_size=60), min_size=1, max_size=4).map(
    lambda pages: {
        "pages": [{"number": n, "words": words, "targets": ["http://a.b/c", "mailto:a@b.c", "x" * 50]} for n, words in enumerate(pages, 1)],
        "info": {"Title": "word Word.", "Author": "1. word", "CreationDate": "D:2021"},
        "broken": [9],
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def answers() -> Any:
    """A stand-in for the child process: it answers what it has been given."""
    given_answers: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "ask", lambda data, limits: given_answers[-1])
        yield given_answers


@given(answer=ANSWERS)
@settings(deadline=None, max_examples=300)
def test_every_page_gives_exact_spans(answers: list[dict[str, Any]], answer: dict[str, Any]) -> None:
    answers.append(answer)
    try:
        article = read_bytes(b"%PDF-", name="a.pdf")
    except ReadingError:
        return
    assert obeys_the_laws(article)
    assert "damaged and not read: page 9" in article.notes


def test_a_page_of_many_words_is_read_in_time_that_grows_with_them(answers: list[dict[str, Any]]) -> None:
    """Ten thousand words on one baseline, and as many on as many: the limit is far above what it takes."""
    import time

    for step, size in ((0.0, 10.0), (0.01, 10.0), (0.001, 0.01)):
        words = [
            [f"http://a.b/{n}", n * 0.05, n * 0.05 + 0.02, 800 - n * step, size + 3 * (n % 2), 0, 0]
            for n in range(10_000)
        ]
        answers.append({"pages": [{"number": 1, "words": words, "targets": ["x"]}], "info": {}, "broken": []})
        began = time.process_time()
        assert read_bytes(b"%PDF-", name="a.pdf").text
        assert time.process_time() - began < 5
