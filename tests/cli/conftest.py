"""Articles, rubrics and the command itself, for the tests of the command line."""

import os
import subprocess
import sys

import pytest

GOOD = """# Walking and back pain

Walking lowers the pain of a stiff lower back in many adults. In a trial of 120 adults published in the Journal of
Plain Examples in 2019, those who walked for half an hour a day had less pain after eight weeks. Walking does not
help everybody, and some people feel more pain in the first days.

Exercises with a physiotherapist are another choice, and so is waiting: most back pain goes away within six weeks.
Ask a doctor at once about numbness, fever or trouble passing water, which can be signs of something serious. Rest
in bed for more than two days makes back pain worse. Pain killers such as ibuprofen reduce pain for some hours, but
they can cause stomach bleeding when they are taken for long.

Walking causes few side effects. Falls are the most common one. Walking may also improve sleep and mood.
"""

RUBRIC = """schema: healthscore-rubric/1
id: mine
version: 1.0.0
title: Mine
source: made for a test
scale: {min: 1, max: 5}
bands: [{at_least: 1, name: low}, {at_least: 3, name: high}]
dimensions:
  - id: sourcing
    question: Is it long?
    criteria:
      - id: long
        question: Is it long?
        measure: article.words
        ratings: [[0, 1], [100, 5]]
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "good.md"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def rubric(tmp_path):
    """A function that writes a rubric with something replaced, and gives its path."""

    def write(old="", new=""):
        path = tmp_path / "mine.yaml"
        path.write_text(RUBRIC.replace(old, new) if old else RUBRIC, encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(tmp_path):
    """A function that runs the real command in a folder of its own."""

    def call(*arguments, **options):
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", **options.pop("env", {})}
        environment.pop("COLUMNS", None)
        return subprocess.run(
            [sys.executable, "-m", "healthscore", *map(str, arguments)],
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=120,
            **options,
        )

    return call
