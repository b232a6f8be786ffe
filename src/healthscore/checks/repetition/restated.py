"""Sentences and paragraphs that say again, in nearly the same words, what was said before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from healthscore.article import Span
from healthscore.checks.base import Hit, Severity, rule
from healthscore.checks.repetition.evidence import bounded, lines_of, shortened, spans_of, times
from healthscore.checks.repetition.openings import is_formula
from healthscore.checks.repetition.purpose import is_excused, is_one_list, is_summed_up
from healthscore.checks.repetition.runs import runs
from healthscore.language.analysis import Analysis
from healthscore.language.repeats import LONG_ARTICLE, WHOLE, Group, Place

_PLAIN_TERMS, _PLAIN_LIKENESS = 5.0, 0.78
_WHOLE_LIKENESS = 0.85
_COPIED, _COPY_LIKENESS = 0.95, 0.97
_PART_TERMS, _PART_LIKENESS = 3.6, 0.8


@rule
def near_duplicate_sentence(analysis: Analysis) -> Iterator[Hit]:
    """The same statement is made again in nearly the same words.

    Finds:
        Sentences, or longer parts of sentences, with the same content words in any order, where synonyms
        ("ease", "relieve"; "side effects", "adverse effects") count as the same. All places of one
        statement are one finding.

    Why it matters:
        A reworded sentence looks like more information and is not. It makes a page longer, hides what is
        new in it, and lets one claim sound like several.

    Example:
        "Starting with a low dose and raising it slowly helps avoid dizziness." and, in the conclusion,
        "Dizziness can be avoided by starting with low doses that are slowly raised."

    Instead:
        Keep the better of the two, where the reader needs it. If the second adds a detail, move the
        detail to the first.

    Limits:
        Synonyms are those of ``lexicons/synonyms.toml``; a statement in wholly other words is not seen.
        Sentences that differ in a number, in a negation or in words such as "men" and "women"
        (``lexicons/contrasts.toml``) are never called the same. Questions and headings are not compared. Doses,
        warnings, definitions of words other than the topic and pointers to more are repeated for the reader's
        sake; a box that sums up, items of one list in parallel form, and a reworded sentence in an article of
        more than eighty sentences are worth a note only.

    References:
        Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapters 6 and 19
        (term weighting, near-duplicates).
    """
    told = _told_elsewhere(analysis)
    judged = [
        (severity, places, group)
        for group in analysis.repeats.passages
        if (severity := _severity(analysis, group)) is not None
        for places in [_places(analysis, group)]
        if not told(places) and not is_excused(analysis, group)
    ]
    for severity, places, group in runs(judged):
        yield _restatement(analysis, places, group, severity)


def _told_elsewhere(analysis: Analysis) -> Callable[[tuple[Place, ...]], bool]:
    """Whether repeated-opening or near-duplicate-paragraph tells of places."""
    formulas = _by_item(_units(g.places) for g in analysis.repeats.openings if is_formula(analysis, g))
    blocks = _by_item(_paragraphs(analysis, g.places) for g in analysis.repeats.paragraphs)

    def told(places: tuple[Place, ...]) -> bool:
        return _within_one(_units(places), formulas) or _within_one(_paragraphs(analysis, places), blocks)

    return told


def _by_item(sets: Iterable[set[int]]) -> dict[int, list[set[int]]]:
    """The sets by each of their items."""
    found: dict[int, list[set[int]]] = {}
    for own in sets:
        for item in own:
            found.setdefault(item, []).append(own)
    return found


def _within_one(items: set[int], sets: Mapping[int, list[set[int]]]) -> bool:
    """True where one of the sets has all of these items, of which there is at least one."""
    return any(items <= own for own in sets.get(min(items), ()))


def _restatement(analysis: Analysis, places: tuple[Place, ...], group: Group, severity: Severity) -> Hit:
    spans = [Span(place.start, place.end) for place in places]
    words = "in the same words" if _is_verbatim(analysis, bounded(spans)) else "in nearly the same words"
    return Hit(
        severity,
        f"The same is said {times(len(places))} {words} ({lines_of(analysis, spans)}): “{shortened(analysis.quote(*spans[0]))}”.",
        "Keep one of the passages and cut the others down to what they add.",
        bounded(spans),
    )


def _is_verbatim(analysis: Analysis, spans: tuple[Span, ...]) -> bool:
    return len({" ".join(analysis.quote(*span).lower().split()).strip(".:;") for span in spans}) == 1


def _places(analysis: Analysis, group: Group) -> tuple[Place, ...]:
    """The places that say it as a whole sentence where two do, or else all."""
    least = _COPIED if _is_long(analysis) else WHOLE
    whole = tuple(place for place in group.places if place.coverage >= least)
    return whole if len(whole) > 1 else group.places


def _is_long(analysis: Analysis) -> bool:
    return len(analysis.repeats.sentences) > LONG_ARTICLE


def _severity(analysis: Analysis, group: Group) -> Severity | None:
    """Warning for whole sentences and long parts; in a long article only for what is the same word for word."""
    long_article = _is_long(analysis)
    whole = sum(place.coverage >= WHOLE for place in group.places) >= 2
    copied = (
        sum(place.coverage >= _COPIED for place in group.places) >= 2 and group.likeness >= _COPY_LIKENESS
    )
    if (whole and group.likeness >= _WHOLE_LIKENESS) or (
        group.shared >= _PLAIN_TERMS and group.likeness >= _PLAIN_LIKENESS
    ):
        is_lesser = is_summed_up(analysis, group) or is_one_list(analysis, group)
        return "note" if is_lesser or (long_article and not copied) else "warning"
    if not long_article and group.shared >= _PART_TERMS and group.likeness >= _PART_LIKENESS:
        return "note"
    return None


@rule
def near_duplicate_paragraph(analysis: Analysis) -> Iterator[Hit]:
    """A paragraph repeats another paragraph.

    Finds:
        Paragraphs with mostly the same content words, copied or reworded sentence by sentence.

    Why it matters:
        A repeated paragraph is a copying accident or padding. Either way the reader reads it twice, and a
        correction made in one of them leaves the other wrong.

    Example:
        A section "Is it safe?" that ends with the paragraph on side effects which already closed the
        section "How to take it".

    Instead:
        Keep the paragraph where a reader looks for it first, and refer to it from the other place.

    Limits:
        Short paragraphs are left to near-duplicate-sentence. Lists and tables are not compared.

    References:
        Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapter 19.
    """
    for group in analysis.repeats.paragraphs:
        spans = spans_of(group)
        words = (
            "the same words"
            if group.likeness == 1.0
            else f"{group.likeness:.0%} of its content words in common"
        )
        yield Hit(
            "warning",
            f"{len(group.places)} paragraphs say the same with {words} ({lines_of(analysis, spans)}).",
            "Keep one of them and delete the others, or cut them down to what they add.",
            bounded(spans),
        )


def _units(places: tuple[Place, ...]) -> set[int]:
    return {place.unit for place in places}


def _paragraphs(analysis: Analysis, places: tuple[Place, ...]) -> set[int]:
    """Where the paragraphs begin that places stand in."""
    return {analysis.repeats.sentences[place.unit].block.start for place in places}
