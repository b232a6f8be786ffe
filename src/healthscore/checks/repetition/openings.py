"""Paragraph after paragraph that opens with the same formula."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.repetition.evidence import bounded, lines_of, shortened, times
from healthscore.language.analysis import Analysis
from healthscore.language.repeats import LONG_ARTICLE, WHOLE, Group

_MANY = 3
_LONG = 5.5  # common terms from which two openings are enough
_NEAR = 0.85


def is_formula(analysis: Analysis, group: Group) -> bool:
    """True for three like openings, or for two long ones of sentences that end differently."""
    if len(group.places) >= _MANY:
        return True
    sentences = analysis.repeats.sentences
    return (
        len(sentences) <= LONG_ARTICLE
        and group.shared >= _LONG
        and group.likeness >= _NEAR
        and any(place.coverage < WHOLE for place in group.places)
        and all(place.start == sentences[place.unit].start for place in group.places)
    )


@rule
def repeated_opening(analysis: Analysis) -> Iterator[Hit]:
    """Paragraph after paragraph opens with the same formula.

    Finds:
        Paragraphs whose first words say the same in nearly the same words: three or more of them, or two
        with a long opening. Words may be swapped, dropped or moved.

    Why it matters:
        Text that is put together from a template introduces its subject again in every section. A reader
        pays for each introduction and learns from the first one only.

    Example:
        "Turmeric, a golden spice from South Asia, has gained attention as a remedy for joint pain." and, one
        section later, "Turmeric, a spice derived from South Asia, has been gaining attention as a remedy
        for painful joints."

    Instead:
        Introduce the subject once. Let each section begin with what only that section has to say.

    Limits:
        Only the first sentence of a paragraph is read. Headings, list items and questions may be alike.

    References:
        None: an observation on template-made health pages; the comparison is the one described in
        ``language/similarity.py``.
    """
    for group in analysis.repeats.openings:
        if is_formula(analysis, group):
            sentences = [analysis.repeats.sentences[place.unit] for place in group.places]
            spans = [Span(sentence.start, sentence.end) for sentence in sentences]
            formula = shortened(analysis.quote(group.places[0].start, group.places[0].end))
            yield Hit(
                "warning",
                f"{len(group.places)} paragraphs open with the same formula ({lines_of(analysis, spans)}): “{formula}”.",
                f"Say it once; it is said {times(len(group.places))}. Begin the other paragraphs with what is new in them.",
                bounded(spans),
            )
