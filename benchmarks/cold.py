"""A cold start: what a command takes in a fresh process, and where the time goes.

The libraries that a command needs are those that it has loaded when it ends. "Bare" is a process that imports them,
module by module, and does nothing else: no command that needs them can be faster. Every time is the fastest of some
rounds, on the clock and of the processor; the clock also counts what other work on the machine takes. All have
compiled modules, as from the second start on, whatever PYTHONDONTWRITEBYTECODE says, and compiled lexicons and rubrics,
as an installation leaves them: they are built anew beforehand.

Run as a script this is the process that is looked into: it imports the libraries, then our modules, then does the
work of ``healthscore score FILE`` step by step.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

OURS = "healthscore"
_SEEN = """
import sys
before = set(sys.modules)
from healthscore.cli import main
sys.argv = ["healthscore", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*(n for n, m in sys.modules.items() if n not in before and getattr(m, "__spec__", None)), file=sys.stderr)
"""
_BARE = "from importlib import import_module\nfor name in {names!r}: import_module(name)"


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds: on the clock, and of the processor."""

    wall_ms: float
    cpu_ms: float

    def best(self, other: Cost) -> Cost:
        """The lower of each."""
        return Cost(min(self.wall_ms, other.wall_ms), min(self.cpu_ms, other.cpu_ms))

    def figures(self) -> dict[str, float]:
        """As JSON has it."""
        return {"wall_ms": round(self.wall_ms, 1), "cpu_ms": round(self.cpu_ms, 1)}

    def over(self, other: Cost) -> tuple[float, float]:
        """How many times the other's."""
        return round(self.wall_ms / other.wall_ms, 2), round(self.cpu_ms / other.cpu_ms, 2)


@dataclass
class Inside:
    """What the steps of a process cost, in order."""

    steps: dict[str, Cost] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time the block."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.steps[name] = Cost(1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu))


def cold_start(file: Path, rounds: int) -> dict[str, Any]:
    """``--version`` and ``score FILE`` beside the bare imports of their libraries, and the steps of the second."""
    from healthscore.language import lexicon
    from healthscore.rubric import shipped

    lexicon.build()
    shipped.build()
    with tempfile.TemporaryDirectory() as compiled:
        return _measured(file, rounds, {**_environment(), "PYTHONPYCACHEPREFIX": compiled})


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _measured(file: Path, rounds: int, environment: Mapping[str, str]) -> dict[str, Any]:
    score = ["score", "--no-config", str(file)]
    seen = {"version": _modules(["--version"], environment), "score": _modules(score, environment)}
    libraries = {name: [m for m in modules if not _is_ours(m)] for name, modules in seen.items()}
    runs = {
        "python": ["-c", "pass"],
        "bare_version": _bare(libraries["version"]),
        "version": ["-m", OURS, "--version"],
        "bare_score": _bare(libraries["score"]),
        "score": ["-m", OURS, *score],
    }
    costs: dict[str, Cost] = {}
    steps: dict[str, Cost] = {}
    for _ in range(rounds):
        for name, run in runs.items():
            cost = _cost(run, environment)
            costs[name] = cost.best(costs.get(name, cost))
        for name, cost in _steps(file, libraries["score"], seen["score"], environment).items():
            steps[name] = cost.best(steps.get(name, cost))
    return {
        **{name: cost.figures() for name, cost in costs.items()},
        "version_over_bare": costs["version"].over(costs["bare_version"]),
        "score_over_bare": costs["score"].over(costs["bare_score"]),
        "libraries": {
            name: sorted({m.partition(".")[0] for m in found}) for name, found in libraries.items()
        },
        "modules_of_ours": len(seen["score"]) - len(libraries["score"]),
        "steps": {name: cost.figures() for name, cost in _whole(steps, costs).items()},
    }


def _whole(steps: Mapping[str, Cost], costs: Mapping[str, Cost]) -> dict[str, Cost]:
    """The steps with what comes before and around them, which is told by the whole alone."""
    start, whole = costs["python"], costs["score"]
    wall = whole.wall_ms - start.wall_ms - sum(cost.wall_ms for cost in steps.values())
    cpu = whole.cpu_ms - start.cpu_ms - sum(cost.cpu_ms for cost in steps.values())
    return {"python": start, **steps, "command line and exit": Cost(wall, cpu)}


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == OURS


def _modules(arguments: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Our modules and those of libraries that a command loads, in this order; the standard library is left out."""
    run = subprocess.run(
        [sys.executable, "-c", _SEEN, *arguments],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
        env=environment,
    )
    names = run.stderr.splitlines()[-1].split()
    return [name for name in names if not _is_standard(name.partition(".")[0])]


def _is_standard(name: str) -> bool:
    return name in sys.stdlib_module_names or name.startswith("_sysconfigdata")


def _bare(libraries: Sequence[str]) -> list[str]:
    return ["-c", _BARE.format(names=list(libraries))]


def _cost(arguments: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Of a process, from its start to its end."""
    before, start = _children_seconds(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return Cost(1000 * (time.perf_counter() - start), 1000 * (_children_seconds() - before))


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _steps(
    file: Path, libraries: Sequence[str], modules: Sequence[str], environment: Mapping[str, str]
) -> dict[str, Cost]:
    """Those of a process of its own."""
    given = json.dumps([list(libraries), [name for name in modules if _is_ours(name)]])
    command = [sys.executable, __file__, str(file)]
    run = subprocess.run(
        command, input=given, capture_output=True, check=True, text=True, encoding="utf-8", env=environment
    )
    return {name: Cost(*cost) for name, cost in json.loads(run.stderr).items()}


def _look_inside(file: str) -> None:
    """The process that is looked into: the report goes to stdout, and what the steps cost to stderr."""
    gc.disable()  # the command, too, lets nothing be collected until it has its first report
    libraries, ours = json.load(sys.stdin)
    inside = Inside()
    with inside.step("import of libraries"):
        _import(libraries)
    with inside.step("import of our modules"):
        _import(ours)
    _work(file, inside)
    print(json.dumps({name: [c.wall_ms, c.cpu_ms] for name, c in inside.steps.items()}), file=sys.stderr)


def _import(names: Sequence[str]) -> None:
    for name in names:
        import_module(name)


def _work(file: str, inside: Inside) -> None:
    from healthscore import scoring
    from healthscore.cli.app import console
    from healthscore.language.cues import shipped_matcher
    from healthscore.report.terminal import render

    with inside.step("rubric"):
        rubric = scoring.as_rubric(None)
    with inside.step("reading"):
        article = scoring.read(file)
    with inside.step("lexicons"):
        shipped_matcher()
    with inside.step("scoring"):
        report = scoring.rate(article, rubric)
    with inside.step("report"):
        console().print(render(report))


if __name__ == "__main__":
    _look_inside(sys.argv[1])
