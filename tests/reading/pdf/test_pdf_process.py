"""The process that reads: kept for the next file, replaced when it dies, and never left behind."""

from __future__ import annotations

import math
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hostile_pdfs import REFUSED, SOUND, many_pages

from healthscore.reading import errors, read_bytes
from healthscore.reading.limits import Limits
from healthscore.reading.pdf import process


def kept() -> list[int]:
    """The ids of the processes that wait for another file."""
    return [child._process.pid for child in process._kept]


def test_one_process_reads_one_file_after_another() -> None:
    read_bytes(SOUND, name="a.pdf")
    before = kept()
    read_bytes(SOUND, name="b.pdf")
    assert kept() == before != []


def test_a_process_that_has_died_is_replaced() -> None:
    read_bytes(SOUND, name="a.pdf")
    dead = kept()
    for pid in dead:
        os.kill(pid, signal.SIGTERM)
    for child in process._kept:
        child._process.wait()
    assert read_bytes(SOUND, name="a.pdf").blocks
    assert not set(kept()) & set(dead)


def test_a_file_that_kills_its_process_costs_no_other_file() -> None:
    with pytest.raises(errors.DamagedError):
        read_bytes(REFUSED["a bomb"][0](), name="bomb.pdf")
    assert read_bytes(SOUND, name="a.pdf").blocks


def test_a_process_that_does_not_answer_in_time_is_ended() -> None:
    with pytest.raises(process.ChildError) as caught:
        process.ask(many_pages(150), Limits(max_seconds=0.01))
    assert caught.value.late


@pytest.mark.parametrize("seconds", [math.inf, 1e12])
def test_a_limit_that_no_clock_reaches_is_none(seconds: float) -> None:
    assert read_bytes(SOUND, name="a.pdf", max_seconds=seconds).blocks


def test_threads_read_side_by_side() -> None:
    texts = [SOUND.replace(b"Walking", b"Walking %d" % number) for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        articles = list(pool.map(lambda data: read_bytes(data, name="a.pdf"), texts))
    for number, article in enumerate(articles):
        assert article.text.startswith(f"Walking {number} lowers")
    assert len(kept()) <= process._MOST_KEPT


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_fork_does_not_share_the_process() -> None:
    read_bytes(SOUND, name="a.pdf")
    code = (
        "import os, sys; from healthscore.reading import read_bytes; from healthscore.reading.pdf import process\n"
        "data = sys.stdin.buffer.read(); read_bytes(data, name='a.pdf'); mine = process._kept[0]._process.pid\n"
        "pid = os.fork()\n"
        "assert not pid or os.waitpid(pid, 0)[1] == 0\n"
        "assert read_bytes(data, name='a.pdf').blocks\n"
        "assert (process._kept[0]._process.pid == mine) == bool(pid)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=SOUND, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="asks by signal whether a process lives")
@pytest.mark.parametrize("ending", ["", "; os._exit(0)", "; raise KeyboardInterrupt"])
def test_nothing_is_left_running(ending: str) -> None:
    code = (
        "import os, sys; from healthscore.reading import read_bytes; from healthscore.reading.pdf import process\n"
        f"read_bytes(sys.stdin.buffer.read(), name='a.pdf'); print(process._kept[0]._process.pid, flush=True){ending}"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=SOUND, capture_output=True, timeout=60, check=False
    )
    pid = int(done.stdout)
    for _ in range(100):
        if not _runs(pid):
            return
        subprocess.run(["sleep", "0.1"], check=True)
    pytest.fail("the process still runs")


def _runs(pid: int) -> bool:
    """Whether a process lives; one that has ended and waits for somebody to ask does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return bool(state) and not state.startswith("Z")
