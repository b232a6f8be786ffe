"""The work of ``healthscore score``: every input in turn, to every output, and the exit code."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from healthscore import scoring
from healthscore.checks.base import counted
from healthscore.cli.app import FAILED, complain
from healthscore.cli.formats import FORMATS
from healthscore.cli.inputs import Input, gather
from healthscore.cli.options import check_limits
from healthscore.cli.outputs import Output, Place, Shown
from healthscore.collector import paused
from healthscore.errors import HealthscoreError
from healthscore.reading.limits import Limits as ReadingLimits
from healthscore.report.baseline import Baseline
from healthscore.report.limits import Limits
from healthscore.report.model import Report
from healthscore.report.paths import relative
from healthscore.report.selection import Selection
from healthscore.rubric import Rubric

if TYPE_CHECKING:
    from healthscore.across import Folder, Sketch
    from healthscore.rubric.answers import Answers

MANY = 20


class Settings(Struct, frozen=True):
    """What the user asked of ``score``; an output is a format with a path, or with None for stdout."""

    paths: tuple[str, ...]
    rubrics: tuple[str, ...]
    answers: Path | None
    outputs: tuple[tuple[str, Path | None], ...]
    stdin_name: str
    reading: ReadingLimits
    limits: Limits
    selection: Selection
    baseline: Path | None
    shown: Shown


def run(settings: Settings) -> int:
    """Score all inputs and return the exit code."""
    rubrics = [scoring.as_rubric(name) for name in settings.rubrics or (None,)]
    for rubric in rubrics:
        check_limits(settings.limits, rubric)
    answers = _answers(settings.answers, rubrics)
    baseline = _baseline(settings)
    inputs, failed = gather(settings.paths, settings.stdin_name, settings.reading)
    refused: dict[Input, HealthscoreError] = {}
    folder = _folder(inputs, refused)
    met, known = True, 0
    with ExitStack() as stack:
        outputs = _opened(settings, inputs, len(rubrics), stack)
        for report in _reports(inputs, rubrics, folder, answers, refused, settings.selection):
            if report is None:
                failed += 1
                continue
            new = baseline.new(report)
            known += len(report.findings) - len(new.findings)
            _hand_out(new, outputs)
            met &= _meets(settings.limits, new)
        for output in outputs:
            output.finish(failed, folder)
    if known:
        where = relative(str(settings.baseline), Path.cwd())
        complain(f"{counted(known, 'finding')} known from {where} and not reported again")
    return FAILED if failed else 0 if met else 1


def _answers(path: Path | None, rubrics: Sequence[Rubric]) -> Answers | None:
    if path is None:
        return None
    from healthscore.rubric.answers import read_answers

    return read_answers(path, rubrics)


def _baseline(settings: Settings) -> Baseline:
    """What is known; an output may not take its place, for what is new alone makes no baseline."""
    known = settings.baseline
    if known is None:
        return Baseline()
    if any(path is not None and path.absolute() == known.absolute() for _, path in settings.outputs):
        raise click.UsageError(f"{known} is the baseline; give --no-baseline to take a new one")
    from healthscore.report.earlier import earlier_reports

    return Baseline.of(earlier_reports(known))


def _opened(settings: Settings, inputs: Sequence[Input], rubrics: int, stack: ExitStack) -> list[Output]:
    """Every output, open until the stack is left; how many reports there are at most is told by what was asked."""
    one = len(settings.paths) == 1 and [item.name for item in inputs] == [_sole(settings)]
    return [
        stack.enter_context(
            FORMATS[form](Place(path, settings.shown, settings.limits, one and rubrics == 1, one))
        )
        for form, path in settings.outputs
    ]


def _sole(settings: Settings) -> str:
    path = settings.paths[0]
    return settings.stdin_name if path == "-" else str(Path(path))


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
    inputs: Sequence[Input],
    rubrics: Sequence[Rubric],
    folder: Folder | None,
    answers: Answers | None,
    refused: Mapping[Input, HealthscoreError],
    selection: Selection,
) -> Iterator[Report | None]:
    """Each input's reports, one a rubric, with the findings selected.

    None, after a line on stderr, where there cannot be one.
    """
    with _progress(inputs, "scoring") as items, ExitStack() as first:
        first.enter_context(paused())
        settled = False
        for item in items:
            try:
                if item in refused:
                    raise refused[item]
                reports = tuple(scoring.rate_by(item.read(), rubrics, folder, answers))
                if not settled:
                    gc.freeze()  # what the first article loaded stays: it need not be looked through, even once
                    first.close()
                    settled = True
                yield from map(selection.of, reports)
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
    found = Counter(finding.severity for finding in report.findings)
    broken = list(limits.broken_by(report.rating.value, found))
    unrated = limits.not_put_to(report.rating)
    for words in [*broken, *([unrated] if unrated else [])]:
        complain(f"{report.article.source}: {words}")
    return not broken
