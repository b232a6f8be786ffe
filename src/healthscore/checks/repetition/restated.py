"""Sentences and paragraphs that say again, in nearly the same words, what was said before."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.checks.base import Hit, Severity, rule
from healthscore.checks.repetition.evidence import lines_of, shortened, spans_of, times
from healthscore.checks.repetition.openings import is_formula
from healthscore.language.analysis import Analysis
from healthscore.language.repeats import LONG_ARTICLE, WHOLE, Group, Place

_PLAIN_TERMS, _PLAIN_LIKENESS = 5.0, 0.78
_WHOLE_LIKENESS = 0.85
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
        Sentences that differ in a number or in a negation are never called the same. Questions and
        headings are not compared, and a list of points that sums up the text is worth a note only.

    References:
        Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapters 6 and 19
        (term weighting, near-duplicates).
    """
    formulas = [
        units
        for group in analysis.repeats.openings
        if is_formula(analysis, group)
        for units in [_units(group)]
    ]
    blocks = [_paragraphs(analysis, group) for group in analysis.repeats.paragraphs]
    for group in analysis.repeats.passages:
        severity = _severity(analysis, group)
        if (
            severity is None
            or _is_service(analysis, group)
            or any(_units(group) <= units for units in formulas)
        ):
            continue
        if any(_paragraphs(analysis, group) <= own for own in blocks):
            continue
        yield _restatement(analysis, group, severity)


def _restatement(analysis: Analysis, group: Group, severity: Severity) -> Hit:
    spans = spans_of(group)
    count = len(group.places)
    words = "in the same words" if group.likeness == 1.0 else "in nearly the same words"
    return Hit(
        severity,
        f"The same is said {times(count)} {words} ({lines_of(analysis, spans)}): “{shortened(analysis.quote(*spans[0]))}”.",
        "Keep one of the passages and cut the others down to what they add.",
        spans,
    )


def _severity(analysis: Analysis, group: Group) -> Severity | None:
    """Warning for whole sentences and long parts; in a long article the reworded ones are worth a note."""
    long_article = len(analysis.repeats.sentences) > LONG_ARTICLE
    whole = sum(place.coverage >= WHOLE for place in group.places) >= 2
    if (whole and group.likeness >= _WHOLE_LIKENESS) or (
        group.shared >= _PLAIN_TERMS and group.likeness >= _PLAIN_LIKENESS
    ):
        reworded = not (whole and group.likeness == 1.0)
        return "note" if _is_summed_up(analysis, group) or (long_article and reworded) else "warning"
    if not long_article and group.shared >= _PART_TERMS and group.likeness >= _PART_LIKENESS:
        return "note"
    return None


def _is_summed_up(analysis: Analysis, group: Group) -> bool:
    """True where the text says it once and lists of points say it again."""
    listed = sum(analysis.repeats.sentences[place.unit].block.kind == "list_item" for place in group.places)
    return listed == len(group.places) - 1


def _is_service(analysis: Analysis, group: Group) -> bool:
    """True for what is repeated for the reader's sake: where to read more, whom to call, what never to do."""
    sentence = analysis.repeats.sentences[group.places[0].unit]
    cues = (cue for cue in analysis.cues_in(sentence, "meta") if cue.kind in ("pointer", "refrain"))
    place = group.places[0]
    return any(cue.start < place.end and place.start < cue.end for cue in cues)


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
            spans,
        )


def _units(group: Group) -> set[int]:
    return {place.unit for place in group.places}


def _paragraphs(analysis: Analysis, group: Group) -> set[int]:
    """Where the paragraphs begin that a group's places stand in."""
    return {_block_start(analysis, place) for place in group.places}


def _block_start(analysis: Analysis, place: Place) -> int:
    return analysis.repeats.sentences[place.unit].block.start
