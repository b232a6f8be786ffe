"""What workers do in the tests of the pool; here, so that a new process can import it."""

import os
import signal
import time
from pathlib import Path

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


class Unloadable:
    """Cannot be unpickled in a worker, so that no worker gets ready."""

    def __reduce__(self):
        return os._exit, (3,)

    def __call__(self, task):
        return task
