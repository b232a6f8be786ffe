"""Readability is counted by hand-checkable rules, and never with a download."""

import json
import os
import subprocess
import sys

import pytest

from healthscore.checks import Evidence, measures
from healthscore.language import analyse
from healthscore.language.readability import Readability, readability
from healthscore.reading import read_text

PLAIN = "The cat sat on the mat. The dog ran to the hut."
HEAVY = "Cardiovascular rehabilitation programmes necessitate multidisciplinary collaboration. Nobody disputes it."

OFFLINE = """
import json, os, socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("the network was used")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import nltk
nltk.download = nltk.downloader.download = refuse
from healthscore.language import analyse
from healthscore.language.readability import readability
from healthscore.reading import read_text
found = readability(analyse(read_text(sys.argv[1])))
print(json.dumps([found.syllables, found.flesch_reading_ease]))
"""


def _of(text):
    return readability(analyse(read_text(text)))


def test_words_of_one_syllable_by_hand():
    found = _of(PLAIN)
    assert (found.sentences, found.words, found.syllables, found.long_words) == (2, 12, 12, 0)
    assert found.flesch_reading_ease == pytest.approx(206.835 - 1.015 * 6 - 84.6, abs=0.005)
    assert found.flesch_kincaid_grade == pytest.approx(0.39 * 6 + 11.8 - 15.59, abs=0.005)


def test_long_words_are_harder():
    assert _of(HEAVY).flesch_reading_ease < 20 < _of(PLAIN).flesch_reading_ease
    assert _of(HEAVY).flesch_kincaid_grade > 12 > _of(PLAIN).flesch_kincaid_grade


def test_abbreviations_do_not_end_sentences():
    assert _of("Ask Dr. Lee about it, e.g. at the next visit. She knows.").sentences == 2


def test_smog_needs_thirty_sentences():
    assert Readability(sentences=29, words=290, syllables=400, long_words=29).smog_grade is None
    smog = Readability(sentences=30, words=300, syllables=400, long_words=25).smog_grade
    assert smog == pytest.approx(3.1291 + 1.043 * 5, abs=0.005)


def test_nothing_to_read_is_no_number():
    assert _of("12 345, 6.") is None


def test_headings_are_not_sentences():
    assert _of("Sleep\n\n" + PLAIN).words == 12


@pytest.mark.parametrize("name", ["article.flesch_reading_ease", "article.flesch_kincaid_grade"])
def test_measures_are_computed_on_demand_only(name):
    measure = measures()[name]
    assert measure.on_demand
    measurement = measure.compute(Evidence(analyse(read_text(PLAIN)), {}))
    assert measurement.value == getattr(_of(PLAIN), measure.name.removeprefix("article."))
    assert "2 sentences of 6.0 words" in measurement.explanation


def test_without_network_or_nltk_data(tmp_path):
    environment = {**os.environ, "NLTK_DATA": str(tmp_path), "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", OFFLINE, HEAVY],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)[0] == _of(HEAVY).syllables
    assert list(tmp_path.iterdir()) == []
