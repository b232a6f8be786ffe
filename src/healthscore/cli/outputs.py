"""Where reports go: the place an output is written to, and what every form of output can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from healthscore.cli.app import WIDTH_IN_FILES, console
from healthscore.errors import HealthscoreError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from healthscore.across import Folder
    from healthscore.report.limits import Limits
    from healthscore.report.model import Report

Write = Callable[[bytes], object]
Show = Callable[["RenderableType"], None]


class UnwritableOutputError(HealthscoreError):
    """A file named with ``-o`` that cannot be written."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the path and the system's reason."""
        super().__init__(f"{path}: cannot be written ({reason}); choose another path for -o")


@dataclass(frozen=True, slots=True)
class Shown:
    """What reports for people show: all findings, each article though there are many, the ledger, the pairs."""

    everything: bool = False
    full: bool = False
    claims: bool = False
    explain: bool = False

    @property
    def each(self) -> bool:
        """Whether many articles are shown one after another, for a table has no room for what is asked."""
        return self.full or self.claims or self.explain


@dataclass(frozen=True, slots=True)
class Target:
    """One open place for reports, and all that an output is told: ``stream`` is None for stdout."""

    stream: BinaryIO | None
    shown: Shown
    limits: Limits

    @property
    def write(self) -> Write:
        """For bytes."""
        return writing(self.stream)

    @property
    def show(self) -> Show:
        """For people: stdout in its own width and colours, a file as plain UTF-8 text of one width."""
        stream = self.stream
        if stream is None:
            return console().print

        def write(what: RenderableType) -> None:
            from rich.console import Console

            plain = Console(file=StringIO(), width=WIDTH_IN_FILES, no_color=True, highlight=False)
            with plain.capture() as capture:
                plain.print(what)
            stream.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()).encode())

        return write


class Output(ABC):
    """One form of the reports, on its way to one place."""

    @abstractmethod
    def add(self, report: Report) -> None:
        """Take the next report."""

    @abstractmethod
    def finish(self, failed: int, folder: Folder | None) -> None:
        """There are no more reports; ``failed`` inputs had none. ``folder`` is what they were held against."""


@contextmanager
def opening(path: Path | None) -> Iterator[BinaryIO | None]:
    """A file to write to, closed at the end; None stands for stdout."""
    if path is None:
        yield None
        return
    try:
        stream = path.open("wb")
    except OSError as error:
        raise UnwritableOutputError(path, error.strerror or str(error)) from None
    with stream:
        yield stream


def writing(stream: BinaryIO | None) -> Write:
    """How bytes are written to a file, or to stdout."""
    if stream is not None:
        return stream.write
    return lambda data: click.echo(data, nl=False)
