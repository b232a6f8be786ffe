"""Under which circumstances a statement holds: "Before puberty, ...", "... once the infection has begun"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind
from healthscore.language.claims.quantities import is_year
from healthscore.language.lexicon import words

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

_LONGEST = 11  # tokens of an opening
_NO_CIRCUMSTANCE = Kind.CLOSED | Kind.SPEAKER
_BEFORE_OR_AFTER = frozenset({"before", "after"})
_RIGHT = frozenset(
    "right shortly soon immediately straight long day days hour hours week weeks night evening".split()
)
_CAUSE = 3  # tokens that name a cause
_MEASURE = 4  # tokens of "the day before"
_UP_TO = frozenset({"before", "until"})
_NONE: frozenset[str] = frozenset()


def circumstances_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The opening and the moments that a sentence is limited to."""
    return opening_of(analysis, sentence) | moments_of(analysis, sentence) | _brought_by(analysis, sentence)


def _brought_by(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The kind of which a sentence speaks: ``cause:virus`` of "ear infections caused by viruses"; two tell apart."""
    norms, kinds = analysis.norms, analysis.kinds
    for index in analysis.places_in(sentence, "caused"):
        if not sentence.first < index < sentence.last - 2 or norms[index + 1] != "by":
            continue
        if kinds[index - 1] & (Kind.COPULA | Kind.ADVERB):
            return _NONE  # "is caused by"
        named = _named(analysis, range(index + 2, min(sentence.last, index + 2 + _CAUSE)))
        return frozenset({f"cause:{' '.join(sorted(named))}"}) if named else _NONE
    return _NONE


def moments_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """The moments at which a sentence says that something holds: ``moment:night``, ``moment:start``."""
    cues = analysis.cues_by_category(sentence).get("moment")
    return frozenset([f"moment:{cue.kind}" for cue in cues]) if cues else _NONE


def opening_of(analysis: Analysis, sentence: Sentence) -> frozenset[str]:
    """What opens a sentence and limits it, as one limit: ``opening:before puberti``; nothing where nothing does.

    Two different openings tell statements apart; one alone does not.
    """
    if sentence.first == sentence.last:
        return _NONE
    first = _past_measure(analysis, sentence)
    if not _opens(analysis, first):
        return _NONE
    near = range(first + 1, min(sentence.last, first + _LONGEST))
    comma = next((i for i in near if "," in analysis.gap(i)), None)
    if comma is None:
        return _timed(analysis, first, min(sentence.last, first + 1 + _MEASURE))
    if any(analysis.kinds[i] & Kind.PERSON_NOUN for i in range(first, comma)):
        return _NONE  # "in most people" tells whom
    if analysis.norms[first] in _UP_TO and any(map(is_year, analysis.norms[first + 1 : comma])):
        return frozenset({"time:past"})  # "Before 2010, ..."
    named = _named(analysis, range(first + 1, comma))
    if not named or named <= words("circumstance", "no-limit"):
        return _NONE
    return frozenset({f"opening:{' '.join((analysis.norms[first], *sorted(named)))}"})


def _timed(analysis: Analysis, first: int, last: int) -> frozenset[str]:
    """The limit of "After months of use the pill ..." and "On the first day heat ...", which no comma ends."""
    time = next((i for i in range(first + 1, last) if analysis.kinds[i] & Kind.TIME_NOUN), None)
    if time is None or not analysis.kinds[first] & Kind.PREPOSITION:
        return _NONE
    named = _named(analysis, range(first + 1, time + 1))
    return frozenset({f"opening:{' '.join((analysis.norms[first], *sorted(named)))}"})


def _past_measure(analysis: Analysis, sentence: Sentence) -> int:
    """Where the opening itself begins: past "the day" of "the day before" and "right" of "right after"."""
    norms = analysis.norms
    near = range(sentence.first + 1, min(sentence.last, sentence.first + _MEASURE))
    return next(
        (i for i in near if norms[i] in _BEFORE_OR_AFTER and _measures(analysis, sentence.first, i)),
        sentence.first,
    )


def _measures(analysis: Analysis, first: int, last: int) -> bool:
    measures = Kind.TIME_NOUN | Kind.DETERMINER | Kind.ADVERB
    norms, kinds = analysis.norms, analysis.kinds
    return all(kinds[i] & measures or norms[i] in _RIGHT or norms[i].isdecimal() for i in range(first, last))


def _opens(analysis: Analysis, index: int) -> bool:
    return analysis.norms[index] in words("circumstance", "opener") or bool(
        analysis.kinds[index] & Kind.USED_PARTICIPLE
    )


def condition_after(analysis: Analysis, sentence: Sentence, first: int) -> frozenset[str]:
    """The stems of a condition that ends a sentence, from a token on: of "once the infection has begun" two."""
    opens = words("circumstance", "condition")
    start = next((i for i in range(first, sentence.last) if analysis.norms[i] in opens), None)
    return _NONE if start is None else _named(analysis, range(start + 1, sentence.last))


def _named(analysis: Analysis, places: Iterable[int]) -> frozenset[str]:
    kinds, stems = analysis.kinds, analysis.stems
    return frozenset(stems[i] for i in places if not kinds[i] & _NO_CIRCUMSTANCE)
