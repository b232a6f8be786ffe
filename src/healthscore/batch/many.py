"""Many items to reports, lazily and in order; in this process, or in worker processes with a time limit."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING, Literal, overload
from warnings import warn

from healthscore.batch.defaults import LIMIT
from healthscore.batch.errors import InternalError, ItemTypeError
from healthscore.batch.order import InOrder, Known
from healthscore.batch.pool import Pool, Task, may_start
from healthscore.batch.sources import TEXT, Source, as_article, checked, name_of
from healthscore.batch.together import rated_together
from healthscore.errors import HealthscoreError
from healthscore.scoring import as_rubric, folder_of, rate, sketch

if TYPE_CHECKING:
    from healthscore.across import Folder, Sketch
    from healthscore.report.model import Report
    from healthscore.rubric import Rubric

_AHEAD = 64  # reports a worker that may wait for an earlier one
_NO_WORKERS = (
    "a worker of another pool can start no workers: score_many() rates in this process, one item after another and "
    "without a time limit; leave out jobs where the pool's workers are enough"
)


@overload
def score_many(
    items: Iterable[Source],
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    folder: str | None = None,
    jobs: int | None = None,
    timeout: float = LIMIT,
    on_error: Literal["raise"] = "raise",
) -> Generator[Report, None, None]: ...


@overload
def score_many(
    items: Iterable[Source],
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    folder: str | None = None,
    jobs: int | None = None,
    timeout: float = LIMIT,
    on_error: Literal["yield"],
) -> Generator[Report | HealthscoreError, None, None]: ...


def score_many(
    items: Iterable[Source],
    *,
    rubric: str | PathLike[str] | Rubric | None = None,
    folder: str | None = None,
    jobs: int | None = None,
    timeout: float = LIMIT,
    on_error: Literal["raise", "yield"] = "raise",
) -> Generator[Report | HealthscoreError, None, None]:
    """Rate one item after another, lazily and in order; the rubric is loaded once, at the call.

    A ``pathlib.Path`` is a file to read, a string is text, as for ``score``, and an ``Article`` is an article. An
    item that cannot be read raises its ``HealthscoreError`` and ends the iteration; with ``on_error="yield"`` the
    error stands in the place of its report, and the iteration goes on. For an item of another type it is one that is
    a ``TypeError`` too.

    ``jobs`` is a number of worker processes. An item that kills its worker (out of memory, a crash in a library) or
    takes more than ``timeout`` seconds (infinity: no limit) is tried once more and is then an error like any other;
    the rest lose nothing. Some items ahead of the report asked for are taken from the iterable. A script has to make
    the call from under ``if __name__ == "__main__":``. Without ``jobs`` everything happens in this process, without a time limit; so
    it does, with a warning, in a worker of another pool (``multiprocessing.Pool``, joblib), which may start none.

    ``folder`` is a name for the items together. With it they are held against each other as well: all are read
    once before the first report comes, files again for theirs, and each report tells what its article shares with
    others (``repetition/shared-template``). No article's own rating depends on it. With ``jobs`` the workers read and
    rate, and what the items share is found in this process.
    """
    loaded = as_rubric(rubric)
    if on_error not in ("raise", "yield"):
        raise ValueError(f"score_many() takes on_error='raise' or 'yield', not {on_error!r}")
    if jobs is not None and (jobs < 1 or not timeout > 0):  # not a number is not above
        raise ValueError("score_many() takes at least one job, and a timeout above 0 seconds")
    if jobs is not None and not may_start():
        warn(_NO_WORKERS, RuntimeWarning, stacklevel=2)
        jobs = None
    if jobs is not None and folder is not None:
        named = _named(list(items))
        answers = rated_together(named, loaded, folder, jobs=jobs, timeout=timeout, ahead=_AHEAD * jobs)
    elif jobs is not None:
        answers = _by_workers(items, loaded, jobs, timeout)
    elif folder is not None:
        answers = _held_against_each_other(_named(list(items)), loaded, folder)
    else:
        answers = (_answer(item, TEXT, loaded) for item in items)
    return answers if on_error == "yield" else _raising(answers)


def _raising(answers: Generator[Report | HealthscoreError, None, None]) -> Generator[Report, None, None]:
    """The reports up to the first error; then, or when no more are wanted, the workers end at once."""
    with closing(answers):
        for answer in answers:
            if isinstance(answer, HealthscoreError):
                raise answer
            yield answer


def _by_workers(
    items: Iterable[Source], rubric: Rubric, jobs: int, timeout: float
) -> Generator[Report | HealthscoreError, None, None]:
    work = partial(_rated, rubric=rubric)
    with Pool(work, jobs=jobs, limit=timeout, prepare=partial(work, "Tea is warm.")) as pool:
        yield from InOrder(pool, _as_it_is, ahead=_AHEAD * jobs).run(map(_task, items))


def _task(given: object) -> Task[Source, Report] | Known[Report | HealthscoreError]:
    try:
        item = checked(given)
    except ItemTypeError as error:
        return Known(error)
    return Task(item, name_of(item))


def _as_it_is(_: Source, answer: Report | HealthscoreError) -> Report | HealthscoreError:
    return answer


def _named(items: Sequence[Source]) -> list[tuple[Source, str]]:
    """Each item with what to call it if it is a text, so that one can be told from another."""
    return [(item, f"<text {number}>") for number, item in enumerate(items, 1)]


def _held_against_each_other(
    items: Sequence[tuple[Source, str]], rubric: Rubric, name: str
) -> Generator[Report | HealthscoreError, None, None]:
    folder = folder_of(_sketches(items), name)
    for item, source in items:
        yield _answer(item, source, rubric, folder)


def _sketches(items: Iterable[tuple[Source, str]]) -> Iterator[Sketch]:
    """Those that can be made; what goes wrong is told when the item should be rated."""
    for item, source in items:
        with suppress(Exception):
            yield sketch(as_article(checked(item), source))


def _answer(
    given: object, source: str, rubric: Rubric, folder: Folder | None = None
) -> Report | HealthscoreError:
    try:
        item = checked(given)
    except ItemTypeError as error:
        return error
    try:
        return rate(as_article(item, source), rubric, folder)
    except HealthscoreError as error:
        return error
    except Exception as error:
        fault = InternalError(name_of(item, source), repr(error))
        fault.__cause__ = error
        return fault


def _rated(item: Source, rubric: Rubric) -> Report:
    return rate(as_article(item), rubric)
