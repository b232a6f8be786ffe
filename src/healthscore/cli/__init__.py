"""The command ``healthscore``: thin click commands over the library.

Reports go to stdout, everything else to stderr. Exit 0: ran, and passes; 1: a limit that the user set is not
met; 2: usage, configuration, rubric, or an input that could not be read. What a command needs is imported
when it runs: ``--help`` and ``--version`` stay instant.
"""

from __future__ import annotations

import gc


def main() -> None:
    """Run the command."""
    gc.set_threshold(50_000, 20, 20)  # at 700 the imports alone are looked through for cycles dozens of times
    from healthscore.cli.group import app

    app(prog_name="healthscore")
