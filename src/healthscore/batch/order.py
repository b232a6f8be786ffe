"""Answers in the order of the questions, whichever worker is done first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from healthscore.batch.pool import Pool, Task
from healthscore.errors import HealthscoreError

T = TypeVar("T")
R = TypeVar("R")
V = TypeVar("V")
S = TypeVar("S")


class _Place(Struct, Generic[T, R, V]):
    """Where an answer will stand, once it is known."""

    task: Task[T, R] | None
    answer: V | None = None


class Known(Struct, Generic[V], frozen=True):
    """An answer for which no worker is needed."""

    answer: V


class _Given(Generic[S]):
    """An iterable that ends where it fails, and keeps the failure."""

    def __init__(self, iterable: Iterable[S]) -> None:
        self._iterable = iterable
        self.failure: Exception | None = None

    def __iter__(self) -> Iterator[S]:
        try:
            yield from self._iterable
        except Exception as error:
            self.failure = error


class InOrder(Generic[T, R, V]):
    """Runs tasks through a pool and gives their answers in order, lazily.

    ``keep`` takes each result as soon as it is there and says what to remember until its turn; ``ahead`` is how
    many answers may wait for an earlier one.
    """

    def __init__(self, pool: Pool[T, R], keep: Callable[[T, R | HealthscoreError], V], *, ahead: int) -> None:
        """Nothing is run yet."""
        self._pool, self._keep, self._ahead = pool, keep, ahead
        self._places: deque[_Place[T, R, V]] = deque()
        self._by_task: dict[int, _Place[T, R, V]] = {}
        self._chunk: list[Task[T, R]] = []

    def run(self, tasks: Iterable[Task[T, R] | Known[V]]) -> Iterator[V]:
        """The answers; no more tasks are taken from the iterable than can be worked on or may wait.

        Where the iterable fails, the answers to what it gave come first.
        """
        given = _Given(tasks)
        for task in given:
            self._place(task)
            if len(self._chunk) >= self._pool.chunk:
                yield from self._hand_out()
            yield from self._first()
            while len(self._places) >= self._ahead:
                yield from self._hand_out()
                yield from self._answers()
        yield from self._hand_out()
        while self._pool.busy:
            yield from self._answers()
        yield from self._first()
        if given.failure is not None:
            raise given.failure

    def _place(self, task: Task[T, R] | Known[V]) -> None:
        if isinstance(task, Known):
            self._places.append(_Place(None, task.answer))
            return
        place = _Place[T, R, V](task)
        self._places.append(place)
        self._by_task[id(task)] = place
        self._chunk.append(task)

    def _hand_out(self) -> Iterator[V]:
        """Wait until a worker has taken what is collected."""
        while self._chunk and not self._pool.take(self._chunk):
            yield from self._answers()
        self._chunk = []

    def _answers(self) -> Iterator[V]:
        for task in self._pool.answered():
            place = self._by_task.pop(id(task))
            assert task.result is not None
            place.answer, place.task = self._keep(task.task, task.result), None
        yield from self._first()

    def _first(self) -> Iterator[V]:
        """The answers that no earlier one stands before."""
        while self._places and self._places[0].task is None:
            answer = self._places.popleft().answer
            assert answer is not None
            yield answer
