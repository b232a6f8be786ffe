"""Words that tell the reader nothing: announcements, formulas, contents lists, conclusions that only echo."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Block, Span
from healthscore.checks.base import Hit, rule
from healthscore.checks.repetition.evidence import bounded, lines_of
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.repeats import LONG_ARTICLE

FILLER = ("announcement", "invitation", "self-praise", "stock-opening", "throat-clearing", "truism")
_SHORT_ARTICLE = 1500  # words up to which a contents list helps nobody
_OFTEN = 3  # throat-clearing is common in good prose too; this often, and in one of
_OF_SENTENCES = 15  # sentences, it is a habit
_NAMES = {
    "announcement": "announce what the article is going to do",
    "invitation": "invite the reader to read on",
    "self-praise": "praise the article",
    "stock-opening": "open with a stock phrase that would fit any article",
    "throat-clearing": "clear their throat (“it is important to note”) before they say something",
    "truism": "say what is true of everybody and everything",
}
_CONCLUSION_TERMS = 25  # different terms, fewer are no conclusion
_CONCLUSION_NEW = 0.25  # of them at most are new where a conclusion only echoes
_CONCLUSION_AFTER = range(
    12, LONG_ARTICLE
)  # sentences; after fewer there is nothing to echo, after more all is said


@rule
def low_information(analysis: Analysis) -> Iterator[Hit]:
    """Sentences that tell the reader nothing.

    Finds:
        Sentences about the article instead of its subject ("In this article we explore"), invitations to
        read on, praise of the article itself, stock openings ("In today's fast-paced world"), truisms,
        and "it is important to note" as a habit; a contents list that only echoes the headings of a short
        article; and a last paragraph that brings next to nothing that was not said before.

    Why it matters:
        Filler costs the reader attention that the risks and the choices need, and it is the mark of text
        made to fill a page.

    Example:
        "In this article, we delve into the world of probiotics. Read on to learn everything you need to
        know."

    Instead:
        Begin with the answer. End when all is said, or with what the reader can do next.

    Limits:
        A page that says in one line whom it is for, and a labelled summary, are not filler. Whether a
        sentence is news to the reader cannot be known.

    References:
        Plain Language Action and Information Network (2011), Federal Plain Language Guidelines, sections
        on omitting excess words.
    """
    yield from _formulas(analysis)
    yield from _contents(analysis)
    yield from _echoing_conclusion(analysis)


def filler_sentences(analysis: Analysis) -> dict[str, list[Sentence]]:
    """The sentences with filler, by its kind."""
    found: dict[str, list[Sentence]] = {kind: [] for kind in FILLER}
    for cue in analysis.cues_of("meta"):
        if cue.kind in found:
            sentence = analysis.sentence_at(cue.first)
            if sentence.block.kind not in ("reference", "contents") and sentence not in found[cue.kind][-1:]:
                found[cue.kind].append(sentence)
    return found


def _formulas(analysis: Analysis) -> Iterator[Hit]:
    for kind, sentences in filler_sentences(analysis).items():
        often = max(_OFTEN, len(analysis.prose_sentences) // _OF_SENTENCES)
        if not sentences or (kind == "throat-clearing" and len(sentences) < often):
            continue
        spans = bounded(Span(sentence.start, sentence.end) for sentence in sentences)
        who = "1 sentence does" if len(sentences) == 1 else f"{len(sentences)} sentences do"
        yield Hit(
            "note",
            f"{who} nothing but {_NAMES[kind]} ({lines_of(analysis, spans)}).",
            "Cut the formula and begin with what it leads up to.",
            spans,
        )


def _contents(analysis: Analysis) -> Iterator[Hit]:
    entries = [Span(block.start, block.end) for block in analysis.article.blocks if block.kind == "contents"]
    if len(entries) > 1 and len(analysis.tokens) < _SHORT_ARTICLE:
        yield Hit(
            "note",
            f"The contents list repeats {len(entries)} headings of an article of {len(analysis.tokens)} words.",
            "Drop the list; in a short article the headings themselves show the way.",
            bounded(entries),
        )


def _echoing_conclusion(analysis: Analysis) -> Iterator[Hit]:
    repeats = analysis.repeats
    last = _last_paragraph(analysis)
    own = [i for i, sentence in enumerate(repeats.sentences) if sentence.block is last]
    if last is None or own[0] not in _CONCLUSION_AFTER or _is_copy(analysis, own[0]):
        return
    before = {term.meaning for terms in repeats.terms[: own[0]] for term in terms}
    concluding = {term.meaning for i in own for term in repeats.terms[i]}
    new = concluding - before
    if len(concluding) >= _CONCLUSION_TERMS and len(new) <= _CONCLUSION_NEW * len(concluding):
        yield Hit(
            "note",
            f"The last paragraph repeats the article: {len(concluding - new)} of its {len(concluding)} "
            "content words stand there already.",
            "End with what the reader can do next, or stop where all is said.",
            (Span(last.start, last.end),),
        )


def _is_copy(analysis: Analysis, unit: int) -> bool:
    """True for a paragraph that near-duplicate-paragraph reports."""
    return any(place.unit == unit for group in analysis.repeats.paragraphs for place in group.places)


def _last_paragraph(analysis: Analysis) -> Block | None:
    paragraphs = [
        sentence.block for sentence in analysis.repeats.sentences if sentence.block.kind == "paragraph"
    ]
    return paragraphs[-1] if paragraphs else None
