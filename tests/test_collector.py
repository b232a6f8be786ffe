"""Python's collector of cycles: still while an article is rated, as it was afterwards, with nothing left to do."""

from __future__ import annotations

import gc

import pytest

import healthscore
from healthscore.collector import paused

TEXT = (
    "Ginger eases nausea on long journeys. A trial of 120 people found that ginger eases nausea, but not vomiting. "
    "Ginger never eases nausea on long journeys.\n\nTake 250 mg of ginger twice a day. Ask a pharmacist first."
)


def test_the_collector_is_still_within_and_goes_on_afterwards() -> None:
    assert gc.isenabled()
    with paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="within"), paused():
        raise ValueError("within")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_rated_article_leaves_no_cycles_behind() -> None:
    healthscore.score(TEXT)
    gc.collect()
    gc.disable()
    try:
        report = healthscore.score(TEXT)
        assert gc.collect() == 0
        assert report.claims
    finally:
        gc.enable()
