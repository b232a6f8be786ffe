"""The parent's side of the child process: one that is kept for the next file, and replaced when it dies."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Timer
from typing import Any

from healthscore.reading.limits import Limits

_WORKER = "healthscore.reading.pdf.worker"
_HAS_CLOCK = hasattr(signal, "setitimer")
_PATIENCE = 5 if _HAS_CLOCK else 1  # seconds for each of the limit: a child with a clock counts its own work
_CLOCKS = (-signal.SIGPROF, -signal.SIGKILL) if _HAS_CLOCK else (1,)  # how a child ends whose time was up
_LEEWAY = 1.0  # seconds in which a child that has closed its pipe ends
_MOST_KEPT = 4


class ChildError(Exception):
    """The child gave no answer: ``late`` where time was up, else it crashed or ran out of memory."""

    def __init__(self, *, late: bool) -> None:
        """Keep which."""
        super().__init__("late" if late else "crashed")
        self.late = late


class _Child:
    """A process that answers one request after another."""

    def __init__(self) -> None:
        paths = [os.path.abspath(path) for path in sys.path]  # noqa: PTH100 - "" is the folder of now
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def is_alive(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def ask(self, data: bytes, limits: Limits) -> dict[str, Any]:
        """The answer to one file; the child is good for another one only where this does not raise."""
        timer = Timer(_PATIENCE * limits.seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(data, limits)
        finally:
            timer.cancel()
        if not answer.endswith(b"\n"):
            raise ChildError(late=self._was_late())
        found: dict[str, Any] = json.loads(answer)
        return found

    def _exchange(self, data: bytes, limits: Limits) -> bytes:
        request = {"size": len(data), "pages": limits.pages, "seconds": limits.seconds}
        assert self._process.stdin and self._process.stdout
        try:
            self._process.stdin.write(json.dumps(request).encode("ascii") + b"\n" + data)
            self._process.stdin.flush()
        except OSError:  # it has died
            return b""
        return self._process.stdout.readline()

    def _was_late(self) -> bool:
        """Whether a clock has ended it: its own, or that of the timer."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LEEWAY)
        return self._process.returncode in _CLOCKS

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self.let_go()
        self._process.wait()

    def let_go(self) -> None:
        """Close the pipes; a child that waits for a request then ends by itself."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


# A start costs as much as reading ten pages or more, so that children are kept: as many as there were threads
# that read at once, up to a few. ``list.pop`` and ``list.append`` need no lock.
_kept: list[_Child] = []


def ask(data: bytes, limits: Limits) -> dict[str, Any]:
    """What the child finds in the bytes of a PDF. Raises ChildError where it gave no answer."""
    child = _any_kept() or _Child()
    try:
        answer = child.ask(data, limits)
    except BaseException:  # an interrupt too: an answer to a question that nobody remembers must not be read
        child.stop()
        raise
    if len(_kept) < _MOST_KEPT:
        _kept.append(child)
    else:
        child.stop()
    return answer


def _any_kept() -> _Child | None:
    while True:
        try:
            child = _kept.pop()
        except IndexError:
            return None
        if child.is_alive():
            return child
        child.stop()


@atexit.register
def _stop_all() -> None:
    while child := _any_kept():
        child.stop()


def _forget_all() -> None:
    """In a fork: these children belong to the process that it was forked from."""
    while _kept:
        _kept.pop().let_go()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
