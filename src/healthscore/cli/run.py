"""The work of ``healthscore score``: every input in turn, to every output, and the exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from healthscore import scoring
from healthscore.cli.app import FAILED, complain
from healthscore.cli.inputs import Input, gather
from healthscore.cli.outputs import Output, Shown, opened
from healthscore.errors import HealthscoreError
from healthscore.reading.limits import Limits as ReadingLimits
from healthscore.report.findings import SEVERITIES
from healthscore.report.model import Report
from healthscore.rubric import Rubric

if TYPE_CHECKING:
    from healthscore.across import Folder, Sketch

MANY = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What an article must meet: a rating of ``under`` or more, no finding at or above severity ``on``."""

    under: float | None = None
    on: str | None = None

    def broken_by(self, report: Report) -> Iterator[str]:
        """In words, each limit that a report does not meet. Where no rating is, none is too low."""
        value = report.rating.value
        if self.under is not None and value is not None and value < self.under:
            yield f"rated {value:g}, below {self.under:g}"
        if self.on is not None:
            grave = SEVERITIES[: [*SEVERITIES].index(self.on) + 1]  # type: ignore[arg-type]
            count = sum(finding.severity in grave for finding in report.findings)
            if count:
                yield f"{count} finding{'s' if count > 1 else ''} at or above {self.on}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked of ``score``; an output is a format with a path, or with None for stdout."""

    paths: tuple[str, ...]
    rubric: str | None
    outputs: tuple[tuple[str, Path | None], ...]
    stdin_name: str
    reading: ReadingLimits
    limits: Limits
    shown: Shown


def run(settings: Settings) -> int:
    """Score all inputs and return the exit code."""
    rubric = scoring.as_rubric(settings.rubric)
    _check_limits(settings.limits, rubric)
    inputs, failed = gather(settings.paths, settings.stdin_name, settings.reading)
    refused: dict[Input, HealthscoreError] = {}
    folder = _folder(inputs, refused)
    one = len(settings.paths) == 1 and [item.name for item in inputs] == [_sole(settings)]
    met = True
    with ExitStack() as stack:
        outputs = [
            stack.enter_context(opened(form, path, settings.shown, one=one))
            for form, path in settings.outputs
        ]
        for report in _reports(inputs, rubric, folder, refused):
            if report is None:
                failed += 1
                continue
            _hand_out(report, outputs)
            met &= _meets(settings.limits, report)
        for output in outputs:
            output.finish(failed, folder)
    return FAILED if failed else 0 if met else 1


def _sole(settings: Settings) -> str:
    path = settings.paths[0]
    return settings.stdin_name if path == "-" else str(Path(path))


def _check_limits(limits: Limits, rubric: Rubric) -> None:
    low, high = rubric.scale.min, rubric.scale.max
    if limits.under is not None and not low <= limits.under <= high:
        raise click.UsageError(
            f"--fail-under {limits.under:g} is outside the scale of {rubric.id}, {low:g} to {high:g}"
        )


def _folder(inputs: Sequence[Input], refused: dict[Input, HealthscoreError]) -> Folder | None:
    """The articles that come from a folder, held against each other, where there are two of them or more.

    Those that cannot be read are put into ``refused``, so that none takes its time to fail twice.
    """
    found = [item for item in inputs if item.folder is not None]
    if len(found) < 2:
        return None
    name = ", ".join(dict.fromkeys(item.folder for item in found if item.folder is not None))
    with _progress(found, "comparing") as items:
        return scoring.folder_of(_sketches(items, refused), name)


def _sketches(inputs: Iterable[Input], refused: dict[Input, HealthscoreError]) -> Iterator[Sketch]:
    """Those that can be made; what goes wrong is told when the article should be scored."""
    for item in inputs:
        try:
            sketch = scoring.sketch(item.read())
        except HealthscoreError as error:
            refused[item] = error
        except Exception:  # a fault of ours
            continue
        else:
            yield sketch


def _reports(
    inputs: Sequence[Input], rubric: Rubric, folder: Folder | None, refused: Mapping[Input, HealthscoreError]
) -> Iterator[Report | None]:
    """Each input's report; None, after a line on stderr, where there cannot be one."""
    with _progress(inputs, "scoring") as items:
        settled = False
        for item in items:
            try:
                if item in refused:
                    raise refused[item]
                yield scoring.rate(item.read(), rubric, folder)
                if not settled:
                    gc.freeze()  # what the first article loaded stays: it need not be looked through again
                    settled = True
            except HealthscoreError as error:
                complain(error)
                yield None
            except (
                Exception
            ) as error:  # a fault of ours in one article must not cost the reports of the others
                complain(
                    f"{item.name}: internal error, {error!r}; please report it, with the article if you may"
                )
                yield None


@contextmanager
def _progress(inputs: Sequence[Input], doing: str) -> Iterator[Iterator[Input]]:
    """The inputs, with a bar on stderr where that is a terminal and there are many of them."""
    if len(inputs) < MANY or not sys.stderr.isatty():
        yield iter(inputs)
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, redirect_stdout=False) as progress:
        yield iter(progress.track(inputs, description=doing))


def _hand_out(report: Report, outputs: Sequence[Output]) -> None:
    for output in outputs:
        output.add(report)


def _meets(limits: Limits, report: Report) -> bool:
    broken = list(limits.broken_by(report))
    for words in broken:
        complain(f"{report.article.source}: {words}")
    return not broken
