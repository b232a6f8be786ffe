"""Phrases that are put in again and again: tails such as ", including brittle nails", and long formulas."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from healthscore.article import Span
from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.repetition.echoes import echoes
from healthscore.checks.repetition.evidence import bounded, lines_of, shortened, times
from healthscore.checks.repetition.purpose import lists
from healthscore.checks.repetition.returning import places_of_runs
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.terms import function_words

_LENGTH = 3  # words of the n-grams that are counted
_LEAST_SENTENCES = 3
_HOOKED_SHARE = 0.05  # of all sentences, from which a tail or an opening is put in on purpose
_LOOSE_SHARE = 0.08  # and a formula inside the sentence
_FORMULA_WORDS = 5
_FORMULA_TERMS = 3
_JOINS = frozenset({"including", "such", "especially", "particularly", "like"})


@rule
def repeated_phrase(analysis: Analysis) -> Iterator[Hit]:
    """A phrase is put into sentence after sentence.

    Finds:
        A tail that is hung on at least three sentences (", including weight gain"), and a formula of five
        words or more in at least three sentences: one sentence of twenty for a tail or an opening, one of twelve
        for a formula within. In an article of up to eighty sentences that is made of such pieces, with one run
        of four words for every seven sentences that returns in another one, each run is a note.

    Why it matters:
        A phrase that returns where the sentence does not need it was put there for a search engine. It
        crowds out what would help the reader, and repetition alone makes a claim seem truer.

    Example:
        "Keto can have side effects, including brittle nails." "Fasting has its risks, including brittle nails."
        "Talk to a doctor about problems, including brittle nails."

    Instead:
        Say it where it matters, with what is known about it: how often, in whom, for how long.

    Limits:
        The name of the subject, however long, is not a phrase. Advice to see a doctor may return.

    References:
        Hasher, Goldstein and Toppino (1977), Frequency and the conference of referential validity,
        Journal of Verbal Learning and Verbal Behavior 16:107-112.
    """
    taken: set[int] = set()
    for first, length, places in _phrases(analysis):
        if taken.intersection(places) or _is_told(analysis, places) or _is_one_list(analysis, places):
            continue
        taken.update(place + offset for place in places for offset in range(length))
        words = analysis.quote(analysis.tokens[first].start, analysis.tokens[first + length - 1].end)
        spans = [_evidence(analysis, place, length) for place in places]
        yield Hit(
            "warning",
            f"“{' '.join(words.split())}” stands in {len(places)} of {counted(len(analysis.prose_sentences), 'sentence')} "
            f"({lines_of(analysis, spans)}).",
            f"Say it once, where it matters, and not {times(len(places))}; take it out of the other sentences.",
            bounded(spans),
        )
    for echoed in echoes(analysis):
        yield Hit(
            "note",
            f"The words “{shortened(analysis.quote(*echoed[0]))}” stand {times(len(echoed))}, in an article put "
            f"together from such pieces ({lines_of(analysis, echoed)}).",
            "Say it once, and let the other sentence say what is new.",
            echoed,
        )


def _is_told(analysis: Analysis, places: list[int]) -> bool:
    """True where another rule reports all these sentences as repeats of one another."""
    repeats = analysis.repeats
    sentences = {analysis.sentence_at(place).index for place in places}
    return any(
        sentences <= {repeats.sentences[place.unit].index for place in group.places}
        for group in (*repeats.passages, *repeats.openings)
    )


def _is_one_list(analysis: Analysis, places: list[int]) -> bool:
    """True for items of one list in parallel form."""
    numbers = {lists(analysis).get(analysis.sentence_at(place).index) for place in places}
    return len(numbers) == 1 and None not in numbers


def _phrases(analysis: Analysis) -> Iterator[tuple[int, int, list[int]]]:
    """First token, length and all places of each phrase that returns too often, longest first."""
    count = len(analysis.prose_sentences)
    hooked = max(_LEAST_SENTENCES, ceil(_HOOKED_SHARE * count))
    loose = max(_LEAST_SENTENCES, ceil(_LOOSE_SHARE * count))
    found = []
    seen: set[int] = set()
    for trigram in _counted(analysis, hooked):
        if trigram[0] in seen:
            continue
        places, length = _widened(analysis, trigram)
        seen.update(range(places[0], places[0] + length - _LENGTH + 1))
        is_tail, is_formula = _is_tail(analysis, places[0], length), _is_formula(analysis, places[0], length)
        needed = hooked if is_tail or _opens_sentences(analysis, places) else loose
        if (is_tail or is_formula) and len(places) >= needed:
            found.append((-length, places[0], places))
    for negative, first, places in sorted(found):
        yield first, -negative, places


def _opens_sentences(analysis: Analysis, places: list[int]) -> bool:
    return all(analysis.whole(analysis.sentence_at(place)).first == place for place in places)


def _counted(analysis: Analysis, least: int) -> list[list[int]]:
    """For every trigram of stems in so many sentences, where it stands, once a sentence."""
    prose = {sentence.index for sentence in analysis.prose_sentences}
    found = places_of_runs(analysis, analysis.stems, _LENGTH, prose, least)
    return [places for places in found.values() if len(places) >= least]


def _widened(analysis: Analysis, places: list[int]) -> tuple[list[int], int]:
    """The phrase grown to both sides while all its places agree."""
    length = _LENGTH
    bounds = [analysis.whole(analysis.sentence_at(place)) for place in places]
    while _agree(analysis, bounds, [place + length for place in places]):
        length += 1
    while _agree(analysis, bounds, [place - 1 for place in places]):
        places, length = [place - 1 for place in places], length + 1
    return places, length


def _agree(analysis: Analysis, bounds: list[Sentence], places: list[int]) -> bool:
    return (
        all(own.first <= place < own.last for own, place in zip(bounds, places, strict=True))
        and len({analysis.stems[place] for place in places}) == 1
    )


def _is_tail(analysis: Analysis, first: int, length: int) -> bool:
    """True where "including" or the like hangs at least two content words on what went before."""
    norms = analysis.norms[first : first + length]
    joins = [place for place, norm in enumerate(norms) if norm in _JOINS]
    return bool(joins) and _terms(norms[joins[0] :]) > 1


def _is_formula(analysis: Analysis, first: int, length: int) -> bool:
    """True for a long run of words with a verb; without one it is a name."""
    norms = analysis.norms[first : first + length]
    enough = length >= _FORMULA_WORDS and _terms(norms) >= _FORMULA_TERMS
    return enough and analysis.repeats.states(first, first + length)


def _terms(norms: list[str]) -> int:
    return sum(norm not in function_words() for norm in norms)


def _evidence(analysis: Analysis, place: int, length: int) -> Span:
    """The clause that carries the phrase: from the comma before it, or the sentence's beginning, to its end."""
    tokens = analysis.tokens
    first = place
    floor = analysis.whole(analysis.sentence_at(place)).first
    while first > floor and not (first < place and "," in analysis.gap(first)):
        first -= 1
    return Span(tokens[first].start, tokens[place + length - 1].end)
