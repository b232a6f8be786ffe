"""The frame of an article that only echoes: its conclusion, and the first sentences of its sections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from healthscore.article import Block, Span
from healthscore.checks.base import Hit, once
from healthscore.checks.repetition.evidence import bounded, lines_of
from healthscore.checks.repetition.purpose import summaries
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.repeats import LONG_ARTICLE

_CONCLUSION_TERMS = 25  # different terms, fewer are no conclusion
_CONCLUSION_NEW = 0.25  # of them at most are new where a conclusion only echoes
_CONCLUSION_AFTER = 12  # sentences; after fewer there is nothing to echo, in a long article all is said
_OPENING_TERMS = 10  # different terms that a conclusion needs to be held against the introduction
_OPENING_AGAIN = 0.65  # of them stand in the introduction where a conclusion says it again
_OPENING_PARAGRAPHS = 2  # that introduce an article
_HEADING_TERMS = 3  # a shorter heading is a label
_ADDED_TERMS = 1  # that a sentence adds to its heading when it only echoes it
_ECHOED_HEADINGS = 2


def echoing_conclusion(analysis: Analysis) -> Iterator[Hit]:
    """A last paragraph in which next to nothing is new."""
    repeats = analysis.repeats
    last, own = _conclusion(analysis)
    if last is None or not _CONCLUSION_AFTER <= own[0] < LONG_ARTICLE:
        return
    before = set(chain.from_iterable(repeats.meanings[: own[0]]))
    concluding = _terms(analysis, own)
    new = concluding - before
    if len(concluding) >= _CONCLUSION_TERMS and len(new) <= _CONCLUSION_NEW * len(concluding):
        yield Hit(
            "note",
            f"The last paragraph repeats the article: {len(concluding - new)} of its {len(concluding)} "
            "content words stand there already.",
            "End with what the reader can do next, or stop where all is said.",
            (Span(last.start, last.end),),
        )


def echoed_introduction(analysis: Analysis) -> Iterator[Hit]:
    """A last paragraph that says the introduction again."""
    sentences = analysis.repeats.sentences
    last, own = _conclusion(analysis)
    starts = list(dict.fromkeys(s.block.start for s in sentences if s.block.kind == "paragraph"))
    if last is None or len(starts) <= 2 * _OPENING_PARAGRAPHS:
        return
    opening = [i for i, s in enumerate(sentences) if s.block.start in starts[:_OPENING_PARAGRAPHS]]
    concluding = _terms(analysis, own)
    again = concluding & _terms(analysis, opening)
    if len(concluding) >= _OPENING_TERMS and len(again) >= _OPENING_AGAIN * len(concluding):
        first = sentences[opening[0]]
        yield Hit(
            "note",
            f"The last paragraph says the introduction again: {len(again)} of its {len(concluding)} content words "
            "stand there.",
            "End with what the reader can do next, or stop where all is said.",
            (Span(first.start, sentences[opening[-1]].end), Span(last.start, last.end)),
        )


def echoed_headings(analysis: Analysis) -> Iterator[Hit]:
    """First sentences that say their heading again and add a word at most, in two sections or more."""
    found = [
        sentence for heading, sentence in _section_starts(analysis) if _echoes(analysis, heading, sentence)
    ]
    if len(found) >= _ECHOED_HEADINGS:
        spans = [Span(sentence.start, sentence.end) for sentence in found]
        yield Hit(
            "note",
            f"{len(found)} sections begin with their heading said again ({lines_of(analysis, spans)}).",
            "Let the first sentence go on from the heading.",
            bounded(spans),
        )


def _section_starts(analysis: Analysis) -> Iterator[tuple[Sentence, Sentence]]:
    """Each heading that is no question, with the sentence of a paragraph right below it."""
    before: Sentence | None = None
    for sentence in analysis.sentences:
        if (
            before is not None
            and (before.block.kind, sentence.block.kind)
            == (
                "heading",
                "paragraph",
            )
            and not analysis.quote(before.start, before.end).rstrip().endswith("?")
        ):
            yield before, sentence
        before = sentence


def _echoes(analysis: Analysis, heading: Sentence, sentence: Sentence) -> bool:
    headed, said = (
        {term.meaning for term in analysis.repeats.terms_between(s.first, s.last)}
        for s in (heading, sentence)
    )
    return len(headed) >= _HEADING_TERMS and headed <= said and len(said - headed) <= _ADDED_TERMS


@once
def _conclusion(analysis: Analysis) -> tuple[Block | None, list[int]]:
    """The last paragraph and its sentences' places in ``repeats.sentences``.

    None where a box sums up or another rule reports the paragraph as a copy.
    """
    repeats = analysis.repeats
    blocks = [s.block for s in repeats.sentences if s.block.kind == "paragraph"]
    if not blocks:
        return None, []
    own = [i for i, sentence in enumerate(repeats.sentences) if sentence.block is blocks[-1]]
    is_copy = any(place.unit == own[0] for group in repeats.paragraphs for place in group.places)
    if is_copy or repeats.sentences[own[0]].index in summaries(analysis):
        return None, []
    return blocks[-1], own


def _terms(analysis: Analysis, units: list[int]) -> set[str]:
    return {meaning for unit in units for meaning in analysis.repeats.meanings[unit]}
