"""The benchmark of near-duplicates: both sides are put to the same repeats, at as many alarms."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

PAGE = """Glasswort fever

## What is glasswort fever?

Glasswort fever is a mild illness of the summer that is seen mostly in people who work on the coast. Doctors often
find glasswort fever in families that gather plants on the shore. Few books tell of it, and many nurses have never
seen a case.

If the skin itches after a day on the beach, glasswort fever should be suspected by the family. The name was given to
it by a teacher who lived near the marshes for many years.

## What are the symptoms of glasswort fever?

Symptoms of glasswort fever include itching, headache, tiredness, and a burning feeling in the eyes. Wet clothes can
increase the risk of glasswort fever in the warmest weeks of the year. The signs fade when the tide of visitors ends.

The most common complication of glasswort fever is a rash on the skin of the arms. Such rashes heal on their own in
most cases. A cool bath relieves the itching until they have gone.

## What is the outlook for people with glasswort fever?

Most people are free of glasswort fever by the time when the first storms of the autumn arrive. The skin remains
sensitive to salt for several weeks. Long sleeves of linen are helpful during these weeks.

Many grown people with glasswort fever learn to live with the disorder because the right clothes are easy to find.
"""


@pytest.fixture
def near_duplicates(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("near_duplicates")


@pytest.fixture
def data(tmp_path):
    lines = tmp_path / "page.jsonl"
    lines.write_text(json.dumps({"id": "glasswort", "text": PAGE}) + "\n", encoding="utf-8")
    return lines


def _run(*arguments):
    command = [sys.executable, BENCHMARKS / "near_duplicates.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def test_the_command_holds_both_sides_to_the_same_repeats(data):
    run = _run(data, "--json")
    assert run.returncode == 0, run.stderr
    figures = json.loads(run.stdout)
    recall = figures["recall"]
    assert set(recall) == {"ours", "words", "characters", "both"}
    assert len({frozenset(found) for found in recall.values()}) == 1
    assert figures["n_sentence"] > 0
    assert recall["ours"]["paragraph_verbatim"] == 1.0
    assert all(0 <= share <= 1 for found in recall.values() for share in found.values())
    assert all(time > 0 for time in figures["ms_per_page"].values())


def test_the_table_names_every_kind(data):
    run = _run(data)
    assert all(kind in run.stdout for kind in ("paragraph_edited", "sentence_synonyms", "At a cosine of 0.5"))


def test_what_cannot_be_read_is_one_line(tmp_path):
    run = _run(tmp_path / "missing.jsonl")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == f"near_duplicates.py: {tmp_path / 'missing.jsonl'}: no such file or folder\n"


@pytest.mark.parametrize(("count", "limit"), [(0, np.inf), (1, 0.9), (3, 0.5), (4, 0.3), (9, 0.1)])
def test_the_threshold_calls_no_more_than_ours(near_duplicates, count, limit):
    """Of two units that are equally like another, both are called or neither is."""
    values = np.array([0.5, 0.9, 0.3, 0.3, 0.1])
    found = near_duplicates._limit(values, count)
    assert found == limit
    assert (values >= found).sum() <= count


def test_equal_units_are_wholly_alike_and_others_not(near_duplicates):
    stems = (("salt", "water"), ("water", "salt"), ("salt", "water"), ("linen", "sleev"))
    units = near_duplicates.Units(((0, 1),) * 4, stems, tuple(map(" ".join, stems)))
    cosines = near_duplicates.alike(units)
    assert all(found[0, 2] == pytest.approx(1) and found[0, 0] == 0 for found in cosines.values())
    assert 0 < cosines["words"][0, 1] < 1  # the same words, and another pair of them
    assert cosines["characters"][0, 1] == pytest.approx(1)  # no order beyond a word
    assert cosines["words"][0, 3] == cosines["characters"][0, 3] == 0
