"""Workers: answers in order, and whatever ends a worker costs the task at which it was alone."""

import os
import signal
from itertools import count
from math import inf

import chores
import pytest

from healthscore.batch.errors import InternalError, NoWorkersError, TimeLimitError, WorkerDiedError
from healthscore.batch.order import InOrder, Known
from healthscore.batch.pool import Pool, Task
from healthscore.reading.errors import MissingFileError


@pytest.fixture
def run():
    """A function that runs tasks through a pool and gives what they come to, in order."""

    def call(tasks, work=chores.awkward, *, jobs=2, limit=60.0, ahead=1000):
        named = (task if isinstance(task, Known) else Task(task, str(task)) for task in tasks)
        with Pool(work, jobs=jobs, limit=limit) as pool:
            yield from InOrder(pool, lambda task, result: (task, result), ahead=ahead).run(named)

    return call


def _results(answers):
    return [result for _, result in answers]


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_order(run, jobs):
    assert _results(run(range(200), jobs=jobs)) == [2 * number for number in range(200)]


def test_no_task_needs_no_worker(run):
    assert list(run([], work=chores.Unloadable())) == []
    assert list(run([Known(("a", 1))], work=chores.Unloadable())) == [("a", 1)]


def test_what_is_known_stands_in_its_place(run):
    mixed = [Known((None, "first")), 1, Known((None, "third")), 2]
    assert _results(run(mixed)) == ["first", 2, "third", 4]


def test_several_workers_share_the_work(run):
    assert len(set(_results(run([("pid",)] * 12, jobs=3)))) > 1


def test_a_task_that_kills_its_worker_is_the_only_one_lost(run):
    tasks = [*range(30), ("die",), *range(30, 60), ("exit",)]
    results = dict(zip(map(str, tasks), _results(run(tasks)), strict=True))
    died, left = results.pop("('die',)"), results.pop("('exit',)")
    assert isinstance(died, WorkerDiedError)
    assert str(died).startswith("('die',): its worker was killed (SIGKILL)")
    assert "exit code 7" in str(left)
    assert results == {str(number): 2 * number for number in range(60)}


def test_a_task_whose_worker_dies_once_is_tried_again(run, tmp_path):
    assert _results(run([1, ("die once", str(tmp_path / "mark")), 2])) == [2, "lived", 4]


def test_a_task_that_hangs_is_ended_at_the_limit(run):
    answers = _results(run([1, ("hang",), 2], limit=0.5))
    assert [answers[0], answers[2]] == [2, 4]
    assert isinstance(answers[1], TimeLimitError)
    assert str(answers[1]).startswith("('hang',): not scored within 0.5 s")


@pytest.mark.parametrize("limit", [inf, 1e12])
def test_a_limit_that_no_clock_reaches_is_none(run, limit):
    assert _results(run([1, 2], limit=limit)) == [2, 4]


def test_errors_arrive_as_what_they_are(run):
    refused, failed, stuck = _results(run([("refuse",), ("fail",), ("unpicklable",)]))
    assert isinstance(refused, MissingFileError)
    assert str(refused) == "a.txt: no such file; check the path"
    assert refused.name == "a.txt"
    assert isinstance(failed, InternalError)
    assert "ZeroDivisionError('by nought')" in str(failed)
    assert isinstance(stuck, InternalError)


def test_results_larger_than_a_pipe_holds(run):
    assert [len(result) for result in _results(run([("large", 5_000_000)] * 4))] == [5_000_000] * 4


def test_workers_that_never_start_are_an_error_and_not_an_endless_loop(run):
    with pytest.raises(NoWorkersError, match="exit code 3"):
        list(run([1], work=chores.Unloadable()))


def test_a_worker_that_is_killed_with_nothing_to_do_costs_nothing(run):
    answers = run([("pid",), *range(5), ("pid",)], jobs=1)
    os.kill(next(answers)[1], signal.SIGKILL)
    assert _results(answers)[:-1] == [0, 2, 4, 6, 8]


def test_no_more_is_asked_for_than_may_wait(run):
    asked = []

    def endless():
        for number in count():
            asked.append(number)
            yield number

    answers = run(endless(), ahead=50)
    assert _results(next(answers) for _ in range(20)) == list(range(0, 40, 2))
    assert len(asked) <= 20 + 50
    answers.close()


def test_one_slow_task_does_not_make_the_rest_pile_up(run):
    asked = []

    def many():
        yield ("hang",)
        for number in range(500):
            asked.append(number)
            yield number

    answers = run(many(), limit=1.0, ahead=40)
    assert isinstance(next(answers)[1], TimeLimitError)
    assert len(asked) <= 40
    assert _results(answers) == [2 * number for number in range(500)]
