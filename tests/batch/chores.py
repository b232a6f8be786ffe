"""What workers do in the tests of the pool; here, so that a new process can import it."""

import os
import signal
import time
import warnings
from pathlib import Path

from healthscore import score_many
from healthscore.reading.errors import MissingFileError


def double(number):
    return 2 * number


def awkward(task):
    """Do what the task says: its words, or a number to be doubled."""
    what, *more = task if isinstance(task, tuple) else (None, task)
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "exit":
        os._exit(7)
    if what == "hang":
        time.sleep(600)
    if what == "die once":
        mark = Path(more[0])
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return "lived"
    if what == "refuse":
        raise MissingFileError("a.txt")
    if what == "fail":
        raise ZeroDivisionError("by nought")
    if what == "unpicklable":
        return lambda: None
    if what == "pid":
        time.sleep(0.05)
        return os.getpid()
    if what == "large":
        return "x" * more[0]
    return double(more[0])


def score_with_jobs(text):
    """What is warned of and how many reports there are, where workers are asked for in a worker."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        reports = list(score_many([text, text], jobs=2))
    return [str(one.message) for one in warned], len(reports)


class Unloadable:
    """Cannot be unpickled in a worker, so that no worker gets ready."""

    def __reduce__(self):
        return os._exit, (3,)

    def __call__(self, task):
        return task
