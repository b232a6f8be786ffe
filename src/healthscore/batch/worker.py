"""The life of a worker process: take a few tasks, answer them one by one, until the pipe closes.

Imports next to nothing, so that a worker is there at once; what the work needs comes with it.
"""

from __future__ import annotations

import pickle
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from msgspec import Struct

from healthscore.errors import HealthscoreError

_GRACE = 1.5  # times the limit: sooner the supervisor has ended the worker, unless it is gone itself


class Fault(Struct, frozen=True):
    """An unforeseen error as it shows itself: many cannot be carried from one process to another."""

    shown: str


def serve(pipe: Connection, pickled: bytes, limit: float) -> None:
    """Say None when ready, then answer tasks, each with its result or error and the seconds that it took.

    ``pickled`` is the function for one task, with one to be called first or None; ``limit`` is how many seconds a
    task may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the supervisor, which then ends the workers
    work, prepare = pickle.loads(pickled)
    with suppress(Exception):  # what is wrong shows itself when a task is done
        if prepare:
            prepare()
    try:
        pipe.send(None)
        while True:
            for task in pipe.recv():
                pipe.send_bytes(_answer(work, task, limit))
    except (EOFError, OSError):  # the supervisor is gone
        return


def _answer(work: Callable[[Any], object], task: object, limit: float) -> bytes:
    start = time.monotonic()
    _end_after(limit * _GRACE)
    result: object
    try:
        result = work(task)
    except HealthscoreError as error:
        result = error
    except Exception as error:
        result = Fault(repr(error))
    _end_after(0)
    seconds = time.monotonic() - start
    try:
        return pickle.dumps((result, seconds), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # a result that cannot travel
        return pickle.dumps((Fault(repr(error)), seconds))


def _end_after(seconds: float) -> None:
    """Let the kernel end this process then, whatever it is doing, so that it outlives no run; 0: do not."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
