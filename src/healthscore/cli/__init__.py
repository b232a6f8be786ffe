"""The command ``healthscore``: thin click commands over the library.

Reports go to stdout, everything else to stderr. Exit 0: ran, and passes; 1: a limit that the user set is not
met; 2: usage, configuration, rubric, or an input that could not be read. What a command needs is imported
when it runs: ``--help`` and ``--version`` stay instant.
"""

from __future__ import annotations

import gc

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


def main() -> None:
    """Run the command."""
    gc.set_threshold(50_000, 20, 20)  # at 700 the imports alone are looked through for cycles dozens of times
    app(prog_name="healthscore")
