"""What all commands share: how a failure, an interrupt or a closed pipe ends, and where words go."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from healthscore.errors import HealthscoreError
from healthscore.report.words import clean

if TYPE_CHECKING:
    from rich.console import Console

FAILED = 2
INTERRUPTED = 130
PIPE_CLOSED = 141
WIDTH_IN_FILES = 100
COMMANDS = ("agree", "batch", "calibrate", "compare", "completion", "explain", "rubric", "schema", "score")
"""Each is a module of its name beside this one, with a command of its name in it."""


class App(click.Group):
    """A group of commands that ends every foreseeable failure with one line and the right exit code.

    A command is imported when it is asked for: none pays for the others.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in order."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One of them; where there is none of that name all are there, for click to find the one that was meant."""
        for name in [cmd_name] if cmd_name in COMMANDS else COMMANDS:
            if name not in self.commands:
                self.add_command(getattr(import_module(f"healthscore.cli.{name}"), name))
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, and flush its output while a closed pipe can still be met."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except HealthscoreError as error:
            complain(error)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader has gone, as `| head` does: nothing is left to say, also not at the last flush.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)
        except OSError as error:
            complain(f"the output cannot be written: {error.strerror or error}; check the disk")
            ctx.exit(FAILED)


def complain(what: object) -> None:
    """One line on stderr, above a progress bar if there is one."""
    print(f"healthscore: {clean(str(what))}", file=sys.stderr, flush=True)


def console() -> Console:
    """Stdout for people: as wide as the terminal, or of one width where it is no terminal."""
    from rich.console import Console

    class Stdout(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    fixed = None if sys.stdout.isatty() or "COLUMNS" in os.environ else WIDTH_IN_FILES
    return Stdout(width=fixed, highlight=False, emoji=False, markup=False)
