"""A whole corpus to files: every article in turn, from the store or from a worker, to every output.

The store is all that outlives a kill. The results are written anew by each run, from the first article on: to read a
record back costs little beside making it, and no half-written line has to be told from a whole one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from healthscore.batch.defaults import COMPARED, LIMIT
from healthscore.batch.errors import ResultsError
from healthscore.batch.inputs import Inputs
from healthscore.batch.item import Item, LeftOut, Refused
from healthscore.batch.order import InOrder, Known
from healthscore.batch.outputs import ALWAYS, FORMATS, Output
from healthscore.batch.own import RESULTS
from healthscore.batch.place import held, keep_only
from healthscore.batch.pool import Pool, Task
from healthscore.batch.record import Record, Scorer, key
from healthscore.batch.store import Store
from healthscore.batch.tally import NOT_RATED, Tally
from healthscore.batch.templates import Compared, Comparer, Sample
from healthscore.errors import HealthscoreError
from healthscore.report.limits import Limits
from healthscore.report.row import columns_of
from healthscore.report.selection import Selection

if TYPE_CHECKING:
    from healthscore.rubric import Rubric

_AHEAD = 10_000  # answers that may wait for an earlier one; each is a key
_COMPARING_LIMIT = 3600.0  # seconds


class Batch(Struct, frozen=True):
    """What to score, how, and where the results go. ``compare``: how many articles at most are held against each other.
    ``passing`` changes nothing in the results: what does not meet it is counted.

    ``score`` makes the record of an article in a worker, after a call of its ``prepare`` if it has one; None: ``Scorer``
    under the rubric.
    """

    inputs: Inputs
    out: Path
    rubric: Rubric
    jobs: int
    selection: Selection = field(default_factory=Selection)
    formats: Sequence[str] = ("jsonl", "csv")
    limit: float = LIMIT
    cache: bool = True
    restart: bool = False
    compare: int = COMPARED
    passing: Limits = field(default_factory=Limits)
    score: Callable[[Item], Record] | None = None


class Watch(Protocol):
    """Somebody who is told how far a run has come."""

    def start(self, total: int | None) -> None:
        """So many articles there are, if that can be told."""

    def step(self, tally: Tally) -> None:
        """One more is done."""

    def compare(self, articles: int) -> None:
        """So many are now held against each other."""


class Results(Struct, frozen=True):
    """What a run has come to; ``compared`` is an error where the comparison failed, None where none was asked for."""

    tally: Tally
    compared: Compared | HealthscoreError | None


class _Done(Struct, frozen=True):
    """An article by its key in the store, or by what went wrong."""

    source: str
    key: bytes = b""
    error: HealthscoreError | None = None


def run(batch: Batch, watch: Watch) -> Results:
    """Score everything and write the results; raises ``HealthscoreError`` where that cannot be done at all."""
    try:
        return _run(batch, watch)
    except OSError as error:
        why = error.strerror or str(error)
        remedy = "see to the disk and run the same line again"
        raise ResultsError(batch.out, f"the results cannot be written ({why})", remedy) from None


def _run(batch: Batch, watch: Watch) -> Results:
    with (
        held(batch.out, sorted(RESULTS), cache=batch.cache, restart=batch.restart) as path,
        Store(path) as store,
        ExitStack() as stack,
    ):
        forms = (*ALWAYS, *(FORMATS[name] for name in batch.formats))
        columns = columns_of(dimension.id for dimension in batch.rubric.dimensions)
        outputs = [stack.enter_context(closing(form(batch.out, columns))) for form in forms]
        keep_only(batch.out, [form.name for form in forms])
        work = _Run(batch, store, watch, outputs)
        work.score()
        compared = work.compare(path)
        for output in outputs:
            output.finish(compared if isinstance(compared, Compared) else None)
    return Results(work.tally, compared)


class _Run:
    def __init__(self, batch: Batch, store: Store, watch: Watch, outputs: Sequence[Output]) -> None:
        self.batch, self.store, self.watch, self.outputs = batch, store, watch, outputs
        bands = [band.name for band in batch.rubric.bands]
        self.tally = Tally(Counter(dict.fromkeys([*bands, NOT_RATED], 0)))
        self.sample = Sample(batch.compare)

    def score(self) -> None:
        """Every article, in order, to every output."""
        batch = self.batch
        self.watch.start(batch.inputs.count())
        work = batch.score or self._scorer()
        prepare = getattr(work, "prepare", None)
        with Pool(work, jobs=batch.jobs, limit=batch.limit, prepare=prepare) as pool:
            for done in InOrder(pool, self._keep, ahead=_AHEAD).run(self._tasks()):
                self._hand_out(done)

    def compare(self, path: Path) -> Compared | HealthscoreError | None:
        """Hold the sample's articles against each other, in a process that reads them from the store."""
        if self.batch.compare == 0:
            return None
        chosen = self.sample.chosen
        if len(chosen) < 2:
            return Compared(len(chosen))
        self.store.commit()
        self.watch.compare(len(chosen))
        task: Task[Sequence[tuple[bytes, str]], Compared] = Task(chosen, "the comparison of articles")
        with Pool(Comparer(path), jobs=1, limit=_COMPARING_LIMIT) as pool:
            (found,) = InOrder(pool, lambda _, result: result, ahead=1).run([task])
        return found

    def _tasks(self) -> Iterator[Task[Item, Record] | Known[_Done]]:
        for item in self.batch.inputs.items():
            if isinstance(item, LeftOut):
                self.tally.leave_out(item.source)
                continue
            if isinstance(item, Refused):
                yield Known(_Done(item.source, error=item.error))
                continue
            known = self._key(item)
            if self.store.has(known, sketch=self.batch.compare > 0):
                yield Known(_Done(item.source, known))
            else:
                yield Task(item, item.source)

    def _scorer(self) -> Scorer:
        batch = self.batch
        return Scorer(batch.rubric, batch.compare > 0, batch.inputs.limits, batch.selection)

    def _key(self, item: Item) -> bytes:
        batch = self.batch
        return key(item, batch.rubric.sha256, batch.selection, batch.inputs.limits)

    def _keep(self, item: Item, result: Record | HealthscoreError) -> _Done:
        if isinstance(result, HealthscoreError):
            return _Done(item.source, error=result)
        known = self._key(item)
        self.store.put(known, result)
        return _Done(item.source, known)

    def _hand_out(self, done: _Done) -> None:
        if done.error is not None:
            for output in self.outputs:
                output.fail(done.source, done.error)
            self.tally.fail(done.error)
        else:
            record = self.store.get(done.key)
            for output in self.outputs:
                output.add(done.source, record)
            self.tally.add(done.source, record)
            limits = self.batch.passing.broken_by(record.rating.value, record.findings)
            self.tally.fall_short(done.source, list(limits))
            self.tally.pass_over(done.source, self.batch.passing.not_put_to(record.rating))
            self.sample.add(done.key, done.source)
        self.watch.step(self.tally)
