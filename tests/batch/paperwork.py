"""A scorer for the tests of runs: cheap, and as awkward as an article asks it to be. Workers import it."""

import json
import os
import signal
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

from healthscore.batch.corpora import Fields
from healthscore.batch.inputs import Inputs
from healthscore.batch.record import Record
from healthscore.batch.run import Batch, run
from healthscore.reading.errors import BinaryError
from healthscore.rubric import load_rubric


@dataclass(frozen=True)
class Paperwork:
    """Makes a record of an article without reading it; ``seconds`` is how long that takes.

    An article whose text begins with DIE, HANG or BROKEN does so.
    """

    seconds: float = 0.0

    def __call__(self, item):
        text = item.content if isinstance(item.content, str) else item.content.decode()
        if text.startswith("DIE"):
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("HANG"):
            time.sleep(600)
        if text.startswith("BROKEN"):
            raise BinaryError(item.source)
        time.sleep(self.seconds)
        return record(text)


def unworried(item):
    """Whatever an article says."""
    return record("nothing")


def forbidden(item):
    """For runs in which everything is known already."""
    raise AssertionError(f"{item.source} was scored")


def record(text):
    value = 1 + len(text) % 40 / 10
    rating = [value, [1, 5], "poor" if value < 3 else "good", 1.0, None, 1]
    report = {"schema": "x", "article": {"source": "", "text": text * 20}, "rating": value}
    facts = {
        "rubric": ["plain", "1.0.0", "0" * 64],
        "row": {
            "source": "",
            "title": text[:10],
            "words": len(text.split()),
            "errors": 0,
            "warnings": 0,
            "notes": 0,
            "rating": value,
        },
        "rating": rating,
        "dimensions": [["sourcing", rating]],
        "rules": {"sourcing/no-date": 1},
    }
    return Record(zlib.compress(json.dumps(report).encode()), json.dumps(facts), None)


class Unwatched:
    """Nobody is told anything."""

    def start(self, total):
        self.total = total

    def step(self, tally):
        pass

    def compare(self, articles):
        pass


def batch(paths, out, *, seconds=0.0, **settings):
    """A batch of cheap work in two workers."""
    chosen = {"jobs": 2, "compare": 0, "score": Paperwork(seconds), **settings}
    inputs = Inputs([str(path) for path in paths], (".txt", ".md"), fields=Fields(), out=Path(out))
    return Batch(inputs, Path(out), load_rubric("five-dimensions"), **chosen)


if __name__ == "__main__":
    run(batch(sys.argv[3:], sys.argv[1], seconds=float(sys.argv[2])), Unwatched())
