"""Scoring asks nothing of the network, and no data of nltk's."""

import json
import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"

COMMAND = """
import socket, sys
def refuse(*args, **kwargs):
    raise AssertionError("the network was used")
socket.socket.connect = socket.socket.sendto = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
import nltk
nltk.download = nltk.downloader.download = refuse
from healthscore.cli import main
main()
"""

READABILITY = """
schema: healthscore-rubric/1
id: with-readability
version: 1.0.0
title: One dimension that asks for readability
source: made for this test
scale: {min: 1, max: 5}
bands: [{at_least: 1, name: hard}, {at_least: 3, name: easy}]
dimensions:
  - id: plainness
    question: Is it plain?
    weight: 1
    criteria:
      - {id: flesch, question: Is it easy?, weight: 1, measure: article.flesch_reading_ease,
         ratings: [[0, 1], [100, 5]]}
"""


def _run(arguments, tmp_path):
    environment = {**os.environ, "NLTK_DATA": str(tmp_path / "none"), "HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)], capture_output=True, text=True, env=environment
    )


def test_scores_without_network_or_nltk_data(tmp_path):
    articles = [EXAMPLES / "leaflet.txt", EXAMPLES / "balanced-and-sourced.md"]
    run = _run(["score", *articles, "--output-format", "json"], tmp_path)
    assert run.returncode == 0, run.stderr
    assert all(report["rating"]["value"] is not None for report in json.loads(run.stdout))
    assert run.stderr == ""
    assert list(tmp_path.iterdir()) == []


def test_readability_on_demand_needs_no_download(tmp_path):
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text(READABILITY, encoding="utf-8")
    run = _run(["score", EXAMPLES / "leaflet.txt", "--rubric", rubric, "--output-format", "json"], tmp_path)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["measures"]["article.flesch_reading_ease"] > 60
