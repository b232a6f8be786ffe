"""Measure healthscore on labelled data: one command for every task.

usage: accuracy.py TASK --data FILE... [--json] [--no-fit] [--list] [--size N]...

A FILE is a folder of articles, an article, or JSON lines (.jsonl, .jsonl.gz). --json prints one object with the
figures under plain names. --no-fit scores with what is shipped and fits nothing. --list prints what the
figures count, item by item, in place of the figures, for a task that can. --size also measures folders of so many
texts, for a task that can; it may be given more than once. Exit 2: the arguments or the data cannot
be used.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from articles import DataError
from tasks import TASKS, Figures, Task


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one task and print its figures."""
    options = _parser().parse_args(arguments)
    task = TASKS[options.task]
    try:
        _check_number_of_files(task, options.data)
        if options.list:
            _print_rows(task, options.data, as_json=options.json)
            return 0
        sized = _sized(task, options.data, options.size) if options.size else {}
        figures = {**task.measure(options.data, not options.no_fit), **sized}
    except DataError as error:
        print(f"accuracy.py: {error}", file=sys.stderr)
        return 2
    print(json.dumps({"task": task.name, **figures}) if options.json else _table(figures))
    return 0


def _check_number_of_files(task: Task, files: Sequence[Path]) -> None:
    if len(files) < len(task.files) or (len(files) > len(task.files) and task.more is None):
        wanted = ", then ".join(task.files)
        raise DataError(f"{task.name} takes {len(task.files)} after --data ({wanted}), not {len(files)}")


def _sized(task: Task, files: Sequence[Path], sizes: Sequence[int]) -> Figures:
    if task.sized is None:
        raise DataError(f"{task.name} has no folders to measure")
    return task.sized(files, sizes)


def _print_rows(task: Task, files: Sequence[Path], *, as_json: bool) -> None:
    if task.rows is None:
        raise DataError(f"{task.name} has nothing to list")
    for row in task.rows(files):
        print(
            json.dumps(row)
            if as_json
            else "\n".join(f"{name}: {_cell(value)}" for name, value in row.items()) + "\n"
        )


def _table(figures: Figures) -> str:
    width = max(map(len, figures))
    return "\n".join(f"{name:{width}}  {_cell(value)}" for name, value in figures.items())


def _cell(value: object) -> str:
    return " to ".join(map(str, value)) if isinstance(value, list) else str(value)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line, without the usage before it."""
        self.exit(2, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    tasks = "\n".join(
        f"  {task.name}: {task.summary}\n    --data: {', then '.join([*task.files, *([task.more] if task.more else [])])}"
        for task in TASKS.values()
    )
    parser = _Parser(
        prog="accuracy.py",
        description="Measure healthscore on labelled data.",
        epilog=f"tasks:\n{tasks}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("task", metavar="TASK", choices=TASKS, help=f"one of: {', '.join(TASKS)}")
    parser.add_argument(
        "--data",
        metavar="FILE",
        nargs="+",
        type=Path,
        required=True,
        help="files or folders, in the task's order",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--list", action="store_true", help="print, in place of the figures, what they count")
    parser.add_argument(
        "--size",
        metavar="N",
        type=_size,
        action="append",
        default=[],
        help="also measure a folder of N texts; may be given more than once",
    )
    parser.add_argument("--no-fit", action="store_true", help="score with what is shipped and fit nothing")
    return parser


def _size(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a number of texts, not {text!r}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
