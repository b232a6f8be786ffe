"""What it costs to read PDFs: processor time of healthscore and of the process that it reads them in.

usage: pdf_speed.py [FOLDER] [--rounds N]

FOLDER holds PDFs; by default those of the tests. All are read in a Python of their own once, and then N times
more; what the N times cost is divided by the pages. The first reading bears the start of both processes.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from pathlib import Path

from healthscore.reading.limits import Limits
from healthscore.reading.pdf import process

DEFAULT = Path(__file__).parents[1] / "tests" / "reading" / "pdf"
READ = """
import sys
from healthscore.reading import read_file
for _ in range(int(sys.argv[1])):
    for path in sys.argv[2:]:
        read_file(path)
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.pdf"))
    if not paths:
        print(f"pdf_speed.py: {options.folder}: no PDFs; name a folder of them", file=sys.stderr)
        return 2
    pages = sum(len(process.ask(path.read_bytes(), Limits())["pages"]) for path in paths)
    first = seconds(paths, 1)
    further = (seconds(paths, 1 + options.rounds) - first) / options.rounds
    print(f"{len(paths)} files, {pages} pages")
    print(f"{1000 * further / pages:.1f} ms a page, {1000 * further / len(paths):.1f} ms a file")
    print(f"{1000 * (first - further):.0f} ms to start")
    return 0


def seconds(paths: list[Path], rounds: int) -> float:
    """Processor time of reading all files so many times in a Python of its own, its child process included."""
    before = spent()
    subprocess.run([sys.executable, "-c", READ, str(rounds), *map(str, paths)], check=True)
    return spent() - before


def spent() -> float:
    """Processor time of all child processes that have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
