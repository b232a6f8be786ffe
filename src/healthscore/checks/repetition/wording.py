"""How much of the wording returns, without what is repeated on purpose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from healthscore.checks.base import Evidence, Measurement, measure, share
from healthscore.checks.repetition.purpose import is_frequency, is_on_purpose
from healthscore.checks.repetition.returning import Run, runs
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.repeats import NAME

_LENGTH = 5  # words in a row
_TAIL = 2  # words after them in which a frequency may end
_WINDOW = 100  # terms


@measure("share", 0, 1)
def repeated_wording_share(evidence: Evidence) -> Measurement:
    """Share of letters in runs of five words that were used before, doses, warnings, definitions and names apart.

    It is Gopher's share of duplicate 5-grams (Rae et al. 2021, table A1), counted within sentences of prose, each against the ones before it.
    """
    analysis = evidence.analysis
    used = _used_before(analysis)
    again = whole = 0
    places: list[Sentence] = []
    for sentence in analysis.whole_prose:
        whole += sum(map(len, analysis.words(sentence)))
        known = _within(used, sentence)
        if known and not is_on_purpose(analysis, sentence):
            returning = _again(analysis, sentence, known)
            again += returning
            places += [sentence] if returning else []
    said = f"{again:,} of {whole:,} letters are in runs of {_LENGTH} words used before"
    return share(again, whole, said, places)


def _used_before(analysis: Analysis) -> list[int]:
    """The tokens with which runs of words begin that were used before, in order."""
    first: dict[Run, int] = {}
    return [
        place
        for place, run in runs(analysis, analysis.norms, _LENGTH)
        if first.setdefault(run, place) < place
    ]


def _within(used: Sequence[int], sentence: Sentence) -> Sequence[int]:
    """The runs that a sentence holds from their first to their last word."""
    return used[bisect_left(used, sentence.first) : bisect_left(used, sentence.last - _LENGTH + 1)]


def _again(analysis: Analysis, sentence: Sentence, known: Sequence[int]) -> int:
    """The letters of a sentence's words inside the runs that begin at ``known`` tokens, each word counted once."""
    norms, repeats = analysis.norms, analysis.repeats
    timed = is_frequency(analysis.words(sentence))
    named = repeats.capitals(sentence.first, sentence.last) >= NAME * _LENGTH
    reached, again = sentence.first, 0
    for first in known:
        often = timed and is_frequency(norms[first : min(first + _LENGTH + _TAIL, sentence.last)])
        if not often and not (named and repeats.is_name(first, first + _LENGTH)):
            again += sum(map(len, norms[max(reached, first) : first + _LENGTH]))
            reached = first + _LENGTH
    return again


@measure("share", 0, 1, on_demand=True)
def new_content(evidence: Evidence) -> Measurement:
    """Different content words in any hundred running ones, on average (MATTR over terms), the topic's name apart.

    Covington and McFall (2010), Cutting the Gordian knot: the moving-average type-token ratio,
    Journal of Quantitative Linguistics 17:94-100.
    """
    topic = evidence.analysis.topic.key
    terms = [term.meaning for terms in evidence.analysis.repeats.terms for term in terms]
    terms = [term for term in terms if term not in topic]
    if len(terms) < _WINDOW:
        return Measurement(None, f"only {len(terms)} content words")
    ratio = _moving_type_token_ratio(terms, _WINDOW)
    return Measurement(
        round(ratio, 4), f"{ratio * _WINDOW:.0f} of 100 running content words differ, on average"
    )


def _moving_type_token_ratio(terms: Sequence[str], window: int) -> float:
    """A term that returns is no other term in every window that holds it and the one before."""
    latest: dict[str, int] = {}
    windows = len(terms) - window + 1
    total = window * windows
    for place, term in enumerate(terms):
        before = latest.get(term)
        if before is not None and place - before < window:
            total -= min(before + 1, windows) - max(place - window + 1, 0)
        latest[term] = place
    return total / (window * windows)
