"""How many people are named as experts or speakers: one who speaks ten times is one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from healthscore.language.lexicon import words
from healthscore.language.sources.mentions import capital
from healthscore.language.sources.named import name_run_end

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.sources.model import Source

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii"})


def people_named(analysis: Analysis) -> tuple[str, ...]:
    """The last names of the people whom an article names as experts or speakers, each once, in order of place."""
    names = (
        _last_name(analysis, analysis.whole(analysis.sentences[source.sentence]), source)
        for source in analysis.sources
        if source.form == "expert"
    )
    return tuple(dict.fromkeys(name for name in names if name))


def _last_name(analysis: Analysis, sentence: Sentence, source: Source) -> str:
    """The last word of the name that begins in the source (said Ann | Low), without degrees and initials; empty for capitals."""
    first = next(i for i in range(sentence.first, sentence.last) if analysis.tokens[i].start >= source.start)
    last = name_run_end(analysis, first, sentence.last) - 1
    while last + 1 < sentence.last and analysis.gap(last + 1) == "-" and capital(analysis, last + 1):
        last += 1  # Gracia-Lorca
    while last > first and (analysis.norms[last] in _after_names() or len(analysis.norms[last]) == 1):
        last -= 1
    name = analysis.tokens[last]
    return "" if analysis.quote(name.start, name.end).isupper() else name.norm  # Cancer Research UK


@cache
def _after_names() -> frozenset[str]:
    return frozenset(word.lower() for word in words("source", "credential")) | _GENERATIONS
