"""The most memory that a process has had.

Run as a script this is the process that is measured: it scores the texts, a JSON array on stdin.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_STATUS = Path("/proc/self/status")
_BOOK = 1_000_000  # characters


def peaks(texts: Sequence[str]) -> dict[str, float]:
    """Megabytes in a process of its own: with the first text scored, with all, and with a book of them all."""
    run = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(list(texts)),
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def peak_mb() -> float:
    """Of this process alone, where the system tells; getrusage also counts that of the one which started it."""
    if not _STATUS.exists():
        unit = 1024**2 if sys.platform == "darwin" else 1024
        return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)
    peak = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
    return round(int(peak.split()[1]) / 1024, 1)


def _measured(texts: Sequence[str]) -> dict[str, float]:
    from healthscore import score

    before = peak_mb()
    score(texts[0]).to_json()
    one = peak_mb()
    for text in texts:
        score(text).to_json()
    all_ = peak_mb()
    book = "\n\n".join(texts)
    score((book * (1 + _BOOK // len(book)))[:_BOOK]).to_json()
    return {"before_mb": before, "one_article_mb": one, "all_articles_mb": all_, "book_mb": peak_mb()}


if __name__ == "__main__":
    print(json.dumps(_measured(json.load(sys.stdin))))
