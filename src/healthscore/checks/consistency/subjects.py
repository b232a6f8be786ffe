"""What shows that a text gives a subject that it promised, in whatever words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.model import LESSENING
from healthscore.language.claims.quantities import amounts_in, counts_things, is_number, number
from healthscore.language.cues import Cue, Matcher
from healthscore.language.lexicon import groups

_YEARS = range(1800, 2101)  # a bare number of this size is a year
_REACH = 6  # words between "relieves" and the complaint that it relieves
_HARMS = (
    "effect",
    "danger-word",
    "danger-adjective",
)  # kinds of cue that name a harm, not only harm in general


def shows(analysis: Analysis, sentence: Sentence, subject: str, known: frozenset[str] = frozenset()) -> bool:
    """True where a sentence gives something on a subject of ``lexicons/subjects_shown.toml``.

    ``known`` are the stems of what is treated: to name it is to name no harm.
    """
    if _matcher(subject).find(analysis.tokens[sentence.first : sentence.last]):
        return True
    if subject in ("harms", "safety") and any(_names_harm(analysis, sentence, known)):
        return True
    if subject in ("caution", "safety") and analysis.cues_in(sentence, "caution"):
        return True
    if subject == "dose":
        return counts(analysis, sentence, ("time", "percent"))
    return subject == "need" and counts(analysis, sentence, ())


@cache
def _matcher(subject: str) -> Matcher:
    """The matcher over what shows one subject: by itself, so that no phrase of another hides it."""
    return Matcher.of(entry for entry in groups("subject-shown") if subject in entry.kind.split())


def counts(analysis: Analysis, sentence: Sentence, without: tuple[str, ...]) -> bool:
    """True where a number stands before a unit or a noun; numbers of the units ``without`` do not count, nor do years."""
    amounts = amounts_in(analysis, sentence)
    if any(a.quantity.unit not in without for a in amounts):
        return True
    measured = {index for a in amounts for index in range(a.first, a.last)}
    tokens = analysis.tokens
    return any(
        counts_things(tokens[i])
        and tokens[i].norm != "one"
        and i not in measured
        and not (is_number(tokens[i]) and number(tokens[i]) in _YEARS)
        for i in range(sentence.first, sentence.last)
    )


def _names_harm(analysis: Analysis, sentence: Sentence, known: frozenset[str]) -> Iterable[bool]:
    """For each cue of harm whether it names one that is neither what is treated nor said to be relieved."""
    for cue in analysis.cues_in(sentence, "harm"):
        if cue.kind in _HARMS and not known.issuperset(analysis.stems[cue.first : cue.last]):
            had = cue.first > sentence.first and analysis.norms[cue.first - 1] == "with"  # "men with gout"
            yield not had and not _relieved(analysis, sentence, cue)


def _relieved(analysis: Analysis, sentence: Sentence, harm: Cue) -> bool:
    """True where a verb or noun of relief stands shortly before."""
    return any(
        harm.first - _REACH <= cue.first < harm.first
        and (cue.category == "benefit" or cue.attributes.get("relation") in LESSENING)
        for cue in analysis.cues_in(sentence, "effect", "benefit")
    )
