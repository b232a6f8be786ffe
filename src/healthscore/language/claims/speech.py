"""Which sentences are somebody's words: between quotation marks, or told of a person by name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from healthscore.language.claims.kinds import Kind

if TYPE_CHECKING:
    from healthscore.article import Block
    from healthscore.language.analysis import Analysis, Sentence
    from healthscore.language.cues import Cue

_MARKS = re.compile('[“”"]')
_FIRST_PERSON = frozenset({"we", "i", "we're", "we've", "i'm", "i've"})
_CLOSED = tuple(f"{stop}{mark}" for stop in ",.!?" for mark in "'’")
_MOSTLY = 0.5  # of a sentence's characters between quotation marks


def quoted_sentences(analysis: Analysis) -> frozenset[int]:
    """The sentences, by index, that quote somebody or tell what a named person says.

    A paragraph that stands in quotation marks as a whole, with nobody speaking in it or right before it, is the
    article's own: a summary that was pasted in with its marks. One that begins with "We" or "I" is somebody's, and so
    is what goes on from a paragraph that is.
    """
    text = analysis.article.text
    marks = [mark.start() for mark in _MARKS.finditer(text)]
    speaking = {
        analysis.sentence_at(cue.first).block.start
        for cue in analysis.cues_of("reporting")
        if cue.attributes.get("speech")
    }
    single = (s for s in analysis.sentences if text[s.start] in "'‘" and text[s.end - 1] in "'’")
    found = {s.index for s in single}
    spoken = False
    for start, members in groupby(analysis.sentences, key=attrgetter("block.start")):
        sentences, speaks = list(members), start in speaking
        block = sentences[0].block
        inside = _within(marks, block)
        in_marks = bool(inside) and _encloses(inside, block)
        spoken = speaks or (in_marks and (spoken or _in_first_person(analysis, sentences[0])))
        if block.kind == "quote":
            found.update([sentence.index for sentence in sentences])
        elif spoken or (inside and not in_marks):
            found.update(_quoted_in(analysis, sentences, inside))
    return frozenset(found)


def _in_first_person(analysis: Analysis, sentence: Sentence) -> bool:
    return sentence.first < sentence.last and analysis.norms[sentence.first] in _FIRST_PERSON


def _within(marks: Sequence[int], place: Block | Sentence) -> Sequence[int]:
    return marks[bisect_left(marks, place.start) : bisect_left(marks, place.end)]


def _encloses(marks: Sequence[int], block: Block) -> bool:
    """True where a paragraph begins with a quotation mark that is closed at its end, or never."""
    closed = len(marks) == 1 or (len(marks) == 2 and marks[1] == block.end - 1)
    return marks[0] == block.start and closed


def _quoted_in(analysis: Analysis, sentences: Iterable[Sentence], marks: Sequence[int]) -> Iterator[int]:
    """Those of a block's sentences that are mostly between its quotation marks, or told of a person."""
    opened = False
    for sentence in sentences:
        share, opened = _between_marks(analysis.article.text, sentence, _within(marks, sentence), opened)
        if share >= _MOSTLY or _told_of_a_person(analysis, sentence, share):
            yield sentence.index


def _between_marks(text: str, sentence: Sentence, marks: Sequence[int], opened: bool) -> tuple[float, bool]:
    """The share of a sentence that stands between quotation marks, and whether they are open at its end."""
    quoted, at = 0, sentence.start
    for mark in marks:
        quoted += (mark - at) if opened else 0
        opened = text[mark] == "“" or (text[mark] == '"' and not opened)
        at = mark + 1
    quoted += (sentence.end - at) if opened else 0
    return quoted / max(1, sentence.end - sentence.start), opened


def _told_of_a_person(analysis: Analysis, sentence: Sentence, share: float) -> bool:
    """True for "…, said Dr Smith" and "Smith says that ...": a verb of speech beside quoted words or a name."""
    return any(
        share or _name_near(analysis, cue.first, cue.last, sentence) or _ends_speech(analysis, cue, sentence)
        for cue in analysis.cues_by_category(sentence).get("reporting", ())
        if cue.attributes.get("speech")
    )


def _ends_speech(analysis: Analysis, verb: Cue, sentence: Sentence) -> bool:
    """True for "'Wet hair gives you a cold,' she said": single marks, which are apostrophes elsewhere."""
    first = verb.first - (analysis.kinds[verb.first - 1] & Kind.PRONOUN != 0)
    before = analysis.article.prose[
        sentence.start : analysis.tokens[max(first, sentence.first)].start
    ].rstrip()
    return before.endswith(_CLOSED)


def _name_near(analysis: Analysis, first: int, last: int, sentence: Sentence) -> bool:
    """True for a name right before the verb ("Smith says"), or right after it ("said Dr Smith")."""
    return _is_name(analysis, first - 1, sentence) or _is_name(analysis, last, sentence)


def _is_name(analysis: Analysis, index: int, sentence: Sentence) -> bool:
    if not sentence.first <= index < sentence.last:
        return False
    token = analysis.tokens[index]
    return analysis.article.text[token.start].isupper() and not analysis.kinds[index] and len(token.norm) > 1
