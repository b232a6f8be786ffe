"""A small rubric on measures that are always there, and a way to write files."""

import pytest

SMALL = """\
schema: healthscore-rubric/1
id: small
version: 1.0.0
title: A small rubric
source: made for the tests
scale: {min: 1, max: 5}
bands:
  - {at_least: 1, name: poor}
  - {at_least: 3, name: good}
dimensions:
  - id: size
    question: Is there enough?
    weight: 2
    criteria:
      - id: enough-words
        question: Are there enough words?
        weight: 3
        measure: article.words
        ratings: [[0, 1], [100, 2], [300, 5]]
      - id: short-sentences
        question: Are there few sentences?
        weight: 1
        measure: article.sentences
        ratings: [[10, 5], [30, 1]]
        not_applicable_when: {measure: article.words, below: 50}
    caps:
      - {id: no-claims, when: {measure: article.claims, below: 1}, at_most: 2}
  - id: claims
    question: Does it say anything?
    criteria:
      - id: enough-claims
        question: Are there claims?
        measure: article.claims
        ratings: [[0, 1], [10, 5]]
withhold_when:
  - {id: too-short, when: {measure: article.words, below: 20}, reason: "too short: {value} words, at least 20 are needed"}
"""


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a file into an empty working folder and give its name."""
    monkeypatch.chdir(tmp_path)

    def _write(text, name="my.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return name

    return _write


@pytest.fixture
def small(write):
    from healthscore.rubric import load_rubric

    return load_rubric(write(SMALL))
