"""What fuzzing found, so that it stays mended; and a short fuzz run over every reader and ``score``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.append(str(Path(__file__).parents[1] / "reading"))

from making import FORMATS, changed, make

from fuzz import is_sound
from healthscore import score


@pytest.mark.parametrize("sign", ["²", "①", "²½µg", "³ng", "①é"])
def test_signs_that_count_as_digits_are_no_numbers(sign: str) -> None:
    assert score(
        f"Iron and sleep\n\nTake {sign} mg of iron, {sign} in {sign} people, {sign} times more, {sign}% of all."
    )


def test_an_announcement_may_end_the_text() -> None:
    assert score("Walking and sleep\n\nWalking lowers stress. For more, follow the tips in this guide")


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
@given(chance=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_broken_articles_are_read_and_scored_or_refused(name: str, chance) -> None:  # type: ignore[no-untyped-def]
    assert is_sound(make(name, chance), f"some.{name}")


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.binary(max_size=400))
@settings(deadline=None, max_examples=30)
def test_any_bytes_are_read_or_refused_under_any_name(name: str, data: bytes) -> None:
    if name == "pdf":
        data = data[:20]  # each that looks like one is read in a process of its own
    assert is_sound(data, f"some.{name}")


@given(text=st.text(max_size=200), chance=st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_any_text_is_scored_with_exact_quotes(text: str, chance) -> None:  # type: ignore[no-untyped-def]
    words = f"Garlic\n\nGarlic lowers pressure. {text} It raises pressure."
    assert is_sound(changed(words, chance).encode("utf-8", "surrogatepass"), "some.txt")
