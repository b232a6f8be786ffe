"""The group of all commands, which are imported when they run."""

from __future__ import annotations

import click

from healthscore._version import __version__
from healthscore.cli.app import App

EXAMPLES = """\b
Examples:
  healthscore score article.md
  healthscore score articles/ --output-format jsonl
  healthscore batch corpus/ --out results
  healthscore explain consistency/direction-conflict
  healthscore rubric show five-dimensions
"""


@click.group(
    "healthscore", cls=App, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def app() -> None:
    """Rate how health articles present their information, with the evidence for every point.

    Each article is rated from 1 to 5 on sourcing, balance, hedging, repetition and consistency. Everything
    runs on this machine; nothing is sent or downloaded. Whether the medicine is true is not judged.
    """
