"""Worker processes, each at the end of a pipe of its own, so that one that dies costs its task alone.

Pools that share a queue between workers lose more: when a worker dies, ``concurrent.futures`` and loky give up
every task in flight and the whole pool, ``multiprocessing.Pool`` waits for ever and mpire ends the run; pebble does
better but is LGPL, and a worker killed while it writes blocks its shared pipe. Here nothing is shared.
"""

from __future__ import annotations

import pickle
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from math import inf
from multiprocessing import current_process, get_all_start_methods, get_context, get_start_method
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from healthscore.batch.defaults import LIMIT
from healthscore.batch.errors import InternalError, NoWorkersError, TimeLimitError, WorkerDiedError
from healthscore.batch.worker import Fault, serve
from healthscore.errors import HealthscoreError
from healthscore.reading.limits import EVER

T = TypeVar("T")  # a task
R = TypeVar("R")  # a result

_TRIES = 2
_STARTS = 3  # workers that may end one after another before they are ready
_DYING = 5.0  # seconds, from the end of a worker's pipe to its own
_START_LIMIT = 300.0  # seconds, to be ready; slow disks and many workers at once
_LONGEST_WAIT = 60.0  # seconds
_CHUNK_SECONDS = 0.25  # of work handed out at once: much more than handing it out takes
_LONGEST_CHUNK = 64


def may_start() -> bool:
    """Whether this process may start workers: those of other pools may not, of ``multiprocessing``'s nor of loky's.

    A worker of loky's hands its own way of starting a process on to ours, which do not know it.
    """
    method = get_start_method(allow_none=True)
    return not current_process().daemon and (method is None or method in get_all_start_methods())


class Task(Struct, Generic[T, R]):
    """A task, its ``name`` for messages, and in the end its ``result``."""

    task: T
    name: str
    result: R | HealthscoreError | None = None
    tries: int = 0


class _Worker(Struct, Generic[T, R], eq=False):
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    since: float = field(default_factory=time.monotonic)  # when it began what it does now
    tasks: deque[Task[T, R]] = field(default_factory=deque)  # handed to it, the one at work first


class Pool(Generic[T, R]):
    """Up to ``jobs`` worker processes that do ``work``, a function that can be pickled, on one task after another.

    A task whose worker dies or that takes more than ``limit`` seconds is tried once more, by itself, and then
    answered with the error. Workers start with the first task, call ``prepare`` to import what takes time, for
    which no limit counts, and are ended by ``close``. An infinite ``limit`` is none.
    """

    def __init__(
        self,
        work: Callable[[T], R],
        *,
        jobs: int,
        limit: float = LIMIT,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        """Nothing is started yet."""
        self._pickled = pickle.dumps((work, prepare))
        self._jobs, self._limit = jobs, min(limit, EVER)
        self._workers: list[_Worker[T, R]] = []
        self._again: deque[Task[T, R]] = deque()
        self._failed_starts = 0
        self._seconds: float | None = None  # a task, of late

    def __enter__(self) -> Pool[T, R]:
        """Leave by ``close``."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the workers."""
        self.close()

    @property
    def chunk(self) -> int:
        """How many tasks to hand out at once."""
        if self._seconds is None:
            return 1
        return max(1, min(_LONGEST_CHUNK, int(_CHUNK_SECONDS / max(self._seconds, 1e-6))))

    @property
    def busy(self) -> bool:
        """Whether a task is not answered yet."""
        return bool(self._again) or any(worker.tasks for worker in self._workers)

    def take(self, tasks: Sequence[Task[T, R]]) -> bool:
        """Hand tasks to a worker that has none; False where there is none now, for ``answered`` waits for one."""
        free = self._free()
        if free is None or self._again:
            return False
        self._hand(free, tasks)
        return True

    def answered(self) -> list[Task[T, R]]:
        """Wait for something to happen, and give the tasks that are answered by then."""
        self._start()
        while self._again and (free := self._free()):
            self._hand(free, [self._again.popleft()])
        done: list[Task[T, R]] = []
        ready = wait([worker.pipe for worker in self._workers], self._patience())
        for worker in [worker for worker in self._workers if worker.pipe in ready]:
            self._receive(worker, done)
        for worker in [worker for worker in self._workers if self._left(worker) <= 0]:
            self._end_overdue(worker, done)
        return done

    def close(self) -> None:
        """End all workers at once; they hold nothing that would be lost."""
        while self._workers:
            self._end(self._workers[-1])

    def _free(self) -> _Worker[T, R] | None:
        return next((worker for worker in self._workers if worker.ready and not worker.tasks), None)

    def _start(self) -> None:
        spawn = get_context("spawn")
        while len(self._workers) < self._jobs:
            ours, theirs = spawn.Pipe()
            process = spawn.Process(target=serve, args=(theirs, self._pickled, self._limit), daemon=True)
            with _interrupts_held():
                process.start()
            theirs.close()  # so that the pipe ends with the worker
            self._workers.append(_Worker(process, ours))

    def _hand(self, worker: _Worker[T, R], tasks: Sequence[Task[T, R]]) -> None:
        try:
            worker.pipe.send([task.task for task in tasks])
        except OSError:  # it has died with nothing to do
            self._end(worker)
            self._again.extend(tasks)
            return
        worker.tasks.extend(tasks)
        worker.since = time.monotonic()

    def _receive(self, worker: _Worker[T, R], done: list[Task[T, R]]) -> None:
        """Everything that a worker has sent; its end, where the pipe has ended."""
        try:
            while worker.pipe.poll():
                self._understand(worker, worker.pipe.recv(), done)
        except (EOFError, OSError):
            self._bury(worker, done)

    def _understand(
        self, worker: _Worker[T, R], message: tuple[Any, float] | None, done: list[Task[T, R]]
    ) -> None:
        worker.since = time.monotonic()
        if message is None:
            worker.ready, self._failed_starts = True, 0
            return
        result, seconds = message
        task = worker.tasks.popleft()
        task.result = InternalError(task.name, result.shown) if isinstance(result, Fault) else result
        self._seconds = seconds if self._seconds is None else 0.9 * self._seconds + 0.1 * seconds
        done.append(task)

    def _bury(self, worker: _Worker[T, R], done: list[Task[T, R]]) -> None:
        """Take a worker that has died out of the pool; its task is to blame, the ones behind it are not."""
        worker.process.join(_DYING)
        code = self._end(worker)
        if worker.tasks:
            self._blame(worker, WorkerDiedError(worker.tasks[0].name, code), done)
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise NoWorkersError(code)

    def _end_overdue(self, worker: _Worker[T, R], done: list[Task[T, R]]) -> None:
        code = self._end(worker)
        if not worker.tasks:
            raise NoWorkersError(code)
        self._blame(worker, TimeLimitError(worker.tasks[0].name, self._limit), done)

    def _blame(self, worker: _Worker[T, R], error: HealthscoreError, done: list[Task[T, R]]) -> None:
        at_work = worker.tasks.popleft()
        at_work.tries += 1
        if at_work.tries < _TRIES:
            self._again.append(at_work)
        else:
            at_work.result = error
            done.append(at_work)
        self._again.extendleft(reversed(worker.tasks))

    def _end(self, worker: _Worker[T, R]) -> int | None:
        """End a worker and give its exit code, which is that of its own death where it came first."""
        self._workers.remove(worker)
        worker.process.kill()
        worker.process.join()
        code = worker.process.exitcode
        worker.process.close()
        with suppress(OSError):  # closed already, where the garbage collector came first
            worker.pipe.close()
        return code

    def _patience(self) -> float:
        """Seconds until some worker has taken too long."""
        return max(0.0, min(_LONGEST_WAIT, *(self._left(worker) for worker in self._workers)))

    def _left(self, worker: _Worker[T, R]) -> float:
        if worker.ready and not worker.tasks:
            return inf
        return worker.since + (self._limit if worker.ready else _START_LIMIT) - time.monotonic()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until the block is over, and a process started in it never sees one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
