"""Every hostile input is refused in one line that names it and the remedy, or scored soundly; within five seconds."""

from __future__ import annotations

import time

import pytest
from hostile_inputs import INPUTS

from fuzz import is_sound
from healthscore import score
from healthscore.reading import read_bytes

LONGEST = 5.0  # seconds of processor time


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    """What the first article of a process waits for is no part of what a hostile one costs."""
    score("Walking lowers pain in many adults. " * 20)


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_input_is_refused_or_scored(name: str) -> None:
    data = INPUTS[name]()
    began = time.process_time()
    assert is_sound(data, name)
    assert time.process_time() - began < LONGEST


def test_there_are_enough_of_them() -> None:
    assert len(INPUTS) >= 60


@pytest.mark.parametrize("name", ["bomb.docx", "bomb-styles.docx"])
def test_a_bomb_is_named_with_the_option_that_would_let_it_in(name: str) -> None:
    with pytest.raises(Exception, match=rf"^{name}: .*--max-bytes"):
        read_bytes(INPUTS[name](), name=name)


@pytest.mark.parametrize("name", ["laughs.docx", "laughs-16.docx", "fetch.docx"])
def test_a_document_type_is_refused_before_its_entities_count(name: str) -> None:
    with pytest.raises(Exception, match="document type"):
        read_bytes(INPUTS[name](), name=name)
