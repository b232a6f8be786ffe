"""Other libraries that read the same texts, each used as its own documentation says: what ours is timed beside.

textstat counts; its seven indices are arithmetic on words, sentences and syllables. proselint lints style, with the
checks of its default configuration. distill-score rates "content quality", with its seven default scorers.

textstat counts syllables with a dictionary that it downloads at first use. Here it is given the language ``en-US``
instead of ``en``, with which it uses pyphen's hyphenation patterns alone: no download, and the same formulas. Within a
text its seven indices share what they count. Neither of the others opens a connection for a text.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass

INSTALL = "pip install '.[benchmark]'"
INDICES = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "smog_index",
    "coleman_liau_index",
    "automated_readability_index",
    "dale_chall_readability_score",
    "gunning_fog",
)
Reading = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A library by its name on PyPI, what of it is timed, and what gives the function from a text to its result."""

    name: str
    what: str
    load: Callable[[], Reading]


def loaded() -> tuple[dict[str, Reading], list[str]]:
    """The yardsticks that are installed, by name, and a line for each that is not."""
    found: dict[str, Reading] = {}
    missing = []
    for yardstick in YARDSTICKS:
        try:
            found[yardstick.name] = yardstick.load()
        except ImportError:
            missing.append(f"{yardstick.name} is not installed and left out: {INSTALL}")
    return found, missing


def _textstat() -> Reading:
    from textstat.textstat import textstatistics

    counter = textstatistics()
    counter.set_lang("en-US")
    warnings.filterwarnings("ignore", message="There is no easy words vocabulary")
    indices: list[Callable[[str], float]] = [getattr(counter, name) for name in INDICES]
    return lambda text: [index(text) for index in indices]


def _proselint() -> Reading:
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    registry = CheckRegistry()  # one for the process
    if not registry.checks:
        registry.register_many(__register__)
    return lambda text: LintFile("article", text).lint()


def _distill() -> Reading:
    from distill import Pipeline

    pipeline = Pipeline()
    return lambda text: pipeline.score(text).to_dict()


YARDSTICKS = (
    Yardstick("textstat", "7 indices", _textstat),
    Yardstick("proselint", "default checks", _proselint),
    Yardstick("distill-score", "7 scorers", _distill),
)
