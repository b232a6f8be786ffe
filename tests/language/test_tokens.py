"""Tokens: words, numbers and unit signs with their places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from healthscore.language.tokens import Token, normalise, tokenise, tokens_within


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Don't worry.", ["don't", "worry"]),
        ("the body’s cells", ["the", "body", "cells"]),
        ("7-day low-fat diet", ["7", "day", "low", "fat", "diet"]),
        ("1,000 mg or 1.5 g", ["1,000", "mg", "or", "1.5", "g"]),
        ("50% at 20°C for £5", ["50", "%", "at", "20", "°", "c", "for", "£", "5"]),
        ("vitamin B12 and 5mg", ["vitamin", "b12", "and", "5", "mg"]),
        ("naïve Ménière", ["naïve", "ménière"]),
        ("nai\u0308ve", ["naïve"]),
        ("medi\u00adcine zero\u200bwidth", ["medicine", "zerowidth"]),
        ("well\u200b done", ["well", "done"]),
        ("😀 fine 👩‍⚕️", ["fine"]),
        ("...", []),
    ],
)
def test_tokens(text: str, norms: list[str]) -> None:
    assert [token.norm for token in tokenise(text)] == norms


def test_places_are_counted_from_the_beginning_of_the_text() -> None:
    assert tokenise("one two three", 4, 7) == [Token(4, 7, "two")]


def test_stretches_keep_their_tokens_apart() -> None:
    tokens, counts = tokens_within("Tea 1.5 g. On it.", [(0, 10), (10, 10), (14, 17)])
    assert tokens == [Token(0, 3, "tea"), Token(4, 7, "1.5"), Token(8, 9, "g"), Token(14, 16, "it")]
    assert counts == [3, 3, 4]


@given(
    st.text(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aB1.,'’-\u0301\u200b\u00ad %"))
    )
)
def test_every_token_is_a_slice_and_every_letter_is_in_one(text: str) -> None:
    tokens = tokenise(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(token.norm == normalise(text[token.start : token.end]) for token in tokens)
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isalpha())
