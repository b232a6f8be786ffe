"""Throw broken articles at every reader and at ``score``: no crash, no hang, no wrong span.

    python tests/fuzz/fuzz.py --inputs 200000            # some ten minutes a core
    python tests/fuzz/fuzz.py --formats docx --inputs 5000 --seed 7
    python tests/fuzz/fuzz.py --only docx:123            # one input again, by the name that a failure was printed with

Each input is made of an article of ours by a few random changes, and is the same for the same seed and number. A
failure prints the input's name and what went wrong; the exit code is 1 where there was any.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections import Counter
from itertools import count, islice
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / "reading"), str(TESTS / "fuzz")]

from making import FORMATS, SHARES, make  # noqa: E402
from pieces import obeys_the_laws  # noqa: E402

from healthscore import score  # noqa: E402
from healthscore.article import Article  # noqa: E402
from healthscore.reading import ReadingError, read_bytes  # noqa: E402

HANG = 2.0  # seconds of processor time
ABANDONED = 30  # seconds of processor time after which an input is given up, so that the run goes on
SCORED = 5  # one input in so many is scored as well as read


class AbandonedError(Exception):
    """An input took so long that the run went on without it."""


def main() -> int:
    options = _options()
    signal.signal(signal.SIGPROF, _abandon)
    score("The first article of a process waits for what is imported.")
    if options.only:
        name, _, number = options.only.partition(":")
        return bool(_fault(name, int(number), options.seed))
    outcomes: Counter[str] = Counter()
    for number, name in enumerate(islice(_formats(options.formats), options.inputs)):
        fault = _fault(name, number, options.seed)
        outcomes["failed" if fault else "passed"] += 1
        outcomes[name] += 1
        if fault:
            print(f"{name}:{number} --seed {options.seed}: {fault}", flush=True)
        if (number + 1) % 10_000 == 0:
            print(f"{number + 1:,} inputs", file=sys.stderr, flush=True)
    print(", ".join(f"{what} {times:,}" for what, times in outcomes.items()))
    return 1 if outcomes["failed"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--inputs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=list(FORMATS))
    parser.add_argument("--only", metavar="FORMAT:NUMBER")
    return parser.parse_args()


def _formats(chosen: list[str]):
    """The formats in turn, those that are slow to read less often."""
    for turn in count():
        yield from (name for name in chosen if turn % SHARES.get(name, 1) == 0)


def _abandon(*_: object) -> None:
    raise AbandonedError


def _fault(name: str, number: int, seed: int) -> str:
    """What went wrong with an input; empty where nothing did."""
    chance = random.Random(f"{seed}:{name}:{number}")
    data = make(name, chance)
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, ABANDONED)
    try:
        is_sound(data, f"some.{name}", scored=number % SCORED == 0)
    except AbandonedError:
        return f"no end after {ABANDONED} seconds"
    except Exception as error:
        return f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - began
    return f"took {took:.1f} s" if took > HANG else ""


def is_sound(data: bytes, name: str, *, scored: bool = True) -> bool:
    """Whether some bytes are read or refused as they should be, and scored with exact quotes."""
    try:
        article = read_bytes(data, name=name)
    except ReadingError as error:
        assert "\n" not in str(error), "a message of several lines"
        assert str(error).startswith(name), "a message that does not name the file"
        assert "; " in str(error), "a message without a remedy"
        return True
    assert obeys_the_laws(article)
    return _scores(article) if scored else True


def _scores(article: Article) -> bool:
    report = score(article)
    report.to_json().encode("utf-8")
    for finding in report.findings:
        for quote in finding.evidence:
            assert article.text[quote.start : quote.end] == quote.quote, f"wrong quote of {finding.rule}"
    for claim in report.claims:
        assert 0 <= claim.start < claim.end <= len(article.text), "a claim out of range"
    places = [claim.sentence for claim in report.claims]
    assert places == sorted(places), "claims out of order"
    assert report.rating.value is None or 1 <= report.rating.value <= 5
    return True


if __name__ == "__main__":
    raise SystemExit(main())
