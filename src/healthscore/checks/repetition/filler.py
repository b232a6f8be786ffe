"""Words that tell the reader nothing: announcements, formulas, contents lists, conclusions that only echo."""

from __future__ import annotations

from collections.abc import Iterator

from healthscore.article import Span
from healthscore.checks.base import Hit, counted, rule
from healthscore.checks.repetition.evidence import bounded, lines_of
from healthscore.checks.repetition.frame import echoed_headings, echoed_introduction, echoing_conclusion
from healthscore.language.analysis import Analysis, Sentence

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


@rule
def low_information(analysis: Analysis) -> Iterator[Hit]:
    """Sentences that tell the reader nothing.

    Finds:
        Sentences about the article instead of its subject ("In this article we explore"), invitations to
        read on, praise of the article itself, stock openings ("In today's fast-paced world"), truisms,
        and "it is important to note" as a habit; a contents list that only echoes the headings of a short
        article; a last paragraph that brings next to nothing that was not said before, or says the introduction
        again; and first sentences, in two sections or more, that only say their heading again.

    Why it matters:
        Filler costs the reader attention that the risks and the choices need, and it is the mark of text
        made to fill a page.

    Example:
        "In this article, we delve into the world of probiotics. Read on to learn everything you need to
        know."

    Instead:
        Begin with the answer. End when all is said, or with what the reader can do next.

    Limits:
        A page that says in one line whom it is for, a box that sums up, and an answer that takes up the words of
        its question are not filler. Whether a sentence is news to the reader cannot be known.

    References:
        Plain Language Action and Information Network (2011), Federal Plain Language Guidelines, sections
        on omitting excess words.
    """
    yield from _formulas(analysis)
    yield from _contents(analysis)
    yield from echoing_conclusion(analysis)
    yield from echoed_introduction(analysis)
    yield from echoed_headings(analysis)


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
        spans = [Span(sentence.start, sentence.end) for sentence in sentences]
        who = "1 sentence does" if len(sentences) == 1 else f"{len(sentences):,} sentences do"
        yield Hit(
            "note",
            f"{who} nothing but {_NAMES[kind]} ({lines_of(analysis, spans)}).",
            "Cut the formula and begin with what it leads up to.",
            bounded(spans),
        )


def _contents(analysis: Analysis) -> Iterator[Hit]:
    entries = [Span(block.start, block.end) for block in analysis.article.blocks if block.kind == "contents"]
    if len(entries) > 1 and len(analysis.tokens) < _SHORT_ARTICLE:
        yield Hit(
            "note",
            f"The contents list repeats {counted(len(entries), 'heading')} of an article of {counted(len(analysis.tokens), 'word')}.",
            "Drop the list; in a short article the headings themselves show the way.",
            bounded(entries),
        )
