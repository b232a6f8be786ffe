"""Runs of words that return in a short article made of them: halves of sentences that were lifted from others."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.repetition.purpose import is_on_purpose, lists
from healthscore.checks.repetition.returning import Run, places_of_runs
from healthscore.language.analysis import Analysis
from healthscore.language.repeats import LONG_ARTICLE
from healthscore.language.terms import function_words

_LENGTH = 4  # words in a row, the same in the same order
_TERMS = 3  # of them that are content
_LEAST_RUNS = 4
_DENSE = 0.14  # runs for each sentence, from which the article is made of them
_MOST_PLACES = 3  # a run of more is a name or a formula


def echoes(analysis: Analysis) -> list[tuple[Span, ...]]:
    """The places of each run of four words or more that two or three sentences share, in order.

    A run holds a word that joins its content, so that it is no mere name. Few such runs are chance, and in a long
    article many are: there, and where fewer than one in seven sentences has one, there are none.
    """
    count = len(analysis.repeats.sentences)
    if count > LONG_ARTICLE:
        return []
    least = max(_LEAST_RUNS, _DENSE * count)
    runs = list(_runs(analysis))
    if len(runs) < least:
        return []
    told = _told(analysis)
    found = [spans for spans in runs if not any(set(spans) <= _within(places, spans) for places in told)]
    return found if len(found) >= least else []


def _runs(analysis: Analysis) -> Iterator[tuple[Span, ...]]:
    taken: set[int] = set()
    for places in _returning(analysis):
        if taken.isdisjoint(range(places[0], places[0] + _LENGTH)):
            length = _grown(analysis, places)
            taken.update(range(places[0], places[0] + length))
            tokens = analysis.tokens
            yield tuple(Span(tokens[place].start, tokens[place + length - 1].end) for place in places)


def _told(analysis: Analysis) -> list[list[Span]]:
    """The places of every group that another rule tells of."""
    repeats = analysis.repeats
    groups = [*repeats.passages, *repeats.openings, *repeats.paragraphs]
    return [[Span(place.start, place.end) for place in group.places] for group in groups]


def _within(places: list[Span], spans: tuple[Span, ...]) -> set[Span]:
    return {span for span in spans for place in places if place.start <= span.start and span.end <= place.end}


def _returning(analysis: Analysis) -> list[list[int]]:
    """Where each run begins, once a sentence, for those of two or three sentences."""
    stated = {sentence.index for sentence in analysis.repeats.sentences}
    found = places_of_runs(analysis, analysis.norms, _LENGTH, stated)
    return sorted(
        places
        for run, places in found.items()
        if 1 < len(places) <= _MOST_PLACES
        and _TERMS <= _content(run) < _LENGTH
        and _are_said(analysis, places)
    )


def _content(run: Run) -> int:
    return sum(word not in function_words() for word in run)


def _are_said(analysis: Analysis, places: list[int]) -> bool:
    """True for runs of running text that are no name, and that nothing repeats on purpose."""
    if analysis.repeats.is_name(places[0], places[0] + _LENGTH):
        return False
    sentences = [analysis.sentence_at(place) for place in places]
    return not any(s.index in lists(analysis) or is_on_purpose(analysis, s) for s in sentences)


def _grown(analysis: Analysis, places: list[int]) -> int:
    """The number of words that all places have in common from their first."""
    ends = [analysis.sentence_at(place).last for place in places]
    length = _LENGTH
    while all(place + length < end for place, end in zip(places, ends, strict=True)) and (
        len({analysis.norms[place + length] for place in places}) == 1
    ):
        length += 1
    return length
