"""What a whole corpus costs: articles a second with one worker and with two, the memory of the leading process.

usage: corpus.py speed | memory | compare | losses [--articles N ...] [--jobs N ...] [--rounds N] [--json]

The articles are made from the sentences of our examples, forty drawn by lot for each, so that no data is needed.

speed   scores the same articles with each number of jobs. Beside what the clock says stands what processor time says,
        for other work on the machine spoils the clock: where the leading process uses a share p of what its workers
        use, N workers on N cores can be N / (1 + p) times as fast as one. Articles are not compared here: that
        comes after the scoring, in one process.
memory  runs two corpora, the second ten times the first, and gives the leading process's peak of each. Its workers
        score one article each, and give that record for all others: to the leading process it is all the same.
compare holds articles against each other for templates, in this process: processor time and peak memory.
losses  scores 1,000 articles, 20 files that cannot be read, one that kills its worker and one that hangs, through a
        scorer that does what those two ask for.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from healthscore import scoring
from healthscore.batch.defaults import COMPARED
from healthscore.batch.inputs import Inputs
from healthscore.batch.item import Item
from healthscore.batch.record import Record, Scorer
from healthscore.batch.run import Batch, run
from healthscore.batch.tally import Tally
from healthscore.rubric import load_rubric
from memory import peak_mb

EXAMPLES = Path(__file__).parents[1] / "examples"
SENTENCES = 40  # of an article, in paragraphs of five
BROKEN, KILLS, HANGS = 20, "kills.txt", "hangs.txt"


def main() -> int:
    """Measure and print."""
    options = _parser().parse_args()
    figures = _figures(options.what, options.articles, options.jobs, options.rounds)
    print(
        json.dumps(figures)
        if options.json
        else "\n".join(f"{name}: {value}" for name, value in figures.items())
    )
    return 0


def _figures(what: str, numbers: Sequence[int] | None, jobs: Sequence[int], rounds: int) -> dict[str, Any]:
    if what == "memory":
        return memory(numbers or (2000, 20_000), jobs[-1])
    if what == "compare":
        return compare(numbers or (COMPARED,))
    (number,) = numbers or (2000 if what == "speed" else 1000,)
    return speed(number, jobs, rounds) if what == "speed" else losses(number, jobs[-1])


def speed(number: int, jobs: Sequence[int], rounds: int) -> dict[str, Any]:
    """So many articles with each number of jobs, in turn, the fastest of some rounds each."""
    best: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), number)
        for _ in range(rounds):
            for workers in jobs:
                measured = _measured(Path(folder), workers)
                if workers not in best or measured["seconds"] < best[workers]["seconds"]:
                    best[workers] = measured
    first, last = best[jobs[0]], best[jobs[-1]]
    share = last["leading_cpu"] / last["workers_cpu"]
    return {
        "articles": number,
        "rounds": rounds,
        "load": round(os.getloadavg()[0], 1),
        **{
            f"{name}_{workers}_jobs": value
            for workers, found in best.items()
            for name, value in found.items()
        },
        "times_faster": round(first["seconds"] / last["seconds"], 2),
        "leading_share": round(share, 4),
        "times_faster_by_processor_time": round(jobs[-1] / (1 + share), 2),
    }


def memory(numbers: Sequence[int], jobs: int) -> dict[str, Any]:
    """The peak of the leading process for each number of articles."""
    figures: dict[str, Any] = {}
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), number)
            figures[f"peak_mb_{number}"] = _measured(Path(folder), jobs, replayed=True)["peak_mb"]
    return figures


def compare(numbers: Sequence[int]) -> dict[str, Any]:
    """Processor seconds and peak memory for each number of articles, beyond those of their sketches."""
    figures: dict[str, Any] = {}
    for number in numbers:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), number)
            sketches = [scoring.sketch(scoring.read(path)) for path in sorted(Path(folder).iterdir())]
        start, before = time.process_time(), peak_mb()
        templates = scoring.folder_of(sketches, "").templates
        figures |= {
            f"templates_{number}": len(templates),
            f"seconds_{number}": round(time.process_time() - start, 1),
            f"peak_mb_{number}": peak_mb(),
            f"peak_mb_of_sketches_{number}": before,
        }
    return figures


def losses(number: int, jobs: int) -> dict[str, Any]:
    """How many reports and which failures come of a folder in which some articles are as bad as can be."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "articles"), Path(name, "out")
        make(folder, number)
        for i in range(BROKEN):
            (folder / f"broken{i:02}.txt").write_bytes(bytes(range(256)) * 40)
        for awkward in (KILLS, HANGS):
            (folder / awkward).write_text("This one is awkward.", encoding="utf-8")
        rubric = load_rubric("five-dimensions")
        batch = Batch(
            Inputs([str(folder)], (".txt",)),
            out,
            rubric,
            jobs,
            limit=10,
            score=Awkward(Scorer(rubric)),
        )
        results = run(batch, Unwatched())
        lines = (out / "reports.jsonl").read_text(encoding="utf-8").splitlines()
        names = {json.loads(line)["article"]["source"] for line in lines}
    return {
        "reports": len(lines),
        "articles_with_one": len(names),
        "failed": results.tally.failed,
        **{f"failed_{kind}": count for kind, count in sorted(results.tally.kinds.items())},
    }


@dataclass(frozen=True)
class Awkward:
    """Scores an article, unless its name says that it kills its worker or hangs."""

    scorer: Scorer

    def prepare(self) -> None:
        self.scorer.prepare()

    def __call__(self, item: Item) -> Record:
        if item.source.endswith(KILLS):
            os.kill(os.getpid(), signal.SIGKILL)
        if item.source.endswith(HANGS):
            time.sleep(3600)
        return self.scorer(item)


class Unwatched:
    """Nobody is told anything."""

    def start(self, total: int | None) -> None: ...
    def step(self, tally: Tally) -> None: ...
    def compare(self, articles: int) -> None: ...


def make(folder: Path, number: int) -> None:
    """So many articles of our examples' sentences."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.[mt][dx]*"))]
    parts = (part.strip() for text in texts for part in re.split(r"(?<=[.!?])\s+|\n\n", text))
    sentences = [part for part in parts if len(part.split()) > 4]
    chance = random.Random(number)
    for i in range(number):
        drawn = chance.sample(sentences, SENTENCES)
        paragraphs = (" ".join(drawn[start : start + 5]) for start in range(0, SENTENCES, 5))
        (folder / f"{i:06}.txt").write_text(f"Article {i}\n\n" + "\n\n".join(paragraphs), encoding="utf-8")


@dataclass
class Replayed:
    """Scores one article, and gives its record for all."""

    scorer: Scorer
    record: Record | None = None

    def __call__(self, item: Item) -> Record:
        self.record = self.record or self.scorer(item)
        return self.record


def _measured(folder: Path, jobs: int, *, replayed: bool = False) -> dict[str, float]:
    """One run in a process of its own: seconds, peak memory, processor time."""
    with tempfile.TemporaryDirectory() as out:
        command = [
            sys.executable,
            __file__,
            "run",
            str(folder),
            out,
            str(jobs),
            *["replayed"][: int(replayed)],
        ]
        found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def _run_alone(folder: str, out: str, jobs: str, replayed: str = "") -> None:
    """In the process that is measured: the run, and what it cost."""
    start = time.monotonic()
    rubric = load_rubric("five-dimensions")
    score = Replayed(Scorer(rubric)) if replayed else None
    compare = COMPARED if replayed else 0
    batch = Batch(Inputs([folder], (".txt",)), Path(out), rubric, int(jobs), compare=compare, score=score)
    results = run(batch, Unwatched())
    seconds = time.monotonic() - start
    assert results.tally.failed == 0, results.tally.failures
    own, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    figures = {
        "seconds": round(seconds, 1),
        "per_second": round(results.tally.articles / seconds, 1),
        "peak_mb": peak_mb(),
        "leading_cpu": round(own.ru_utime + own.ru_stime, 2),
        "workers_cpu": round(theirs.ru_utime + theirs.ru_stime, 2),
    }
    print(json.dumps(figures))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="corpus.py", description="Measure what a whole corpus costs.")
    parser.add_argument("what", choices=("speed", "memory", "compare", "losses"))
    parser.add_argument(
        "--articles",
        type=int,
        nargs="+",
        help="how many (2000; memory 2000 20000, compare 5000, losses 1000)",
    )
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], help="worker processes (1 2)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each is measured for speed (1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


if __name__ == "__main__":
    if sys.argv[1:2] == ["run"]:
        _run_alone(*sys.argv[2:])
    else:
        sys.exit(main())
