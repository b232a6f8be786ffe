"""Which sentences are somebody's words: between quotation marks, or told of a person by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from healthscore.article import Block
    from healthscore.language.analysis import Analysis, Sentence

_MARKS = re.compile('[“”"]')
_FIRST_PERSON = frozenset({"we", "i", "we're", "we've", "i'm", "i've"})
_MOSTLY = 0.5  # of a sentence's characters between quotation marks


def quoted_sentences(analysis: Analysis) -> frozenset[int]:
    """The sentences, by index, that quote somebody or tell what a named person says.

    A paragraph that stands in quotation marks as a whole, with nobody speaking in it or right before it, is the
    article's own: a summary that was pasted in with its marks. One that begins with "We" or "I" is somebody's, and so
    is what goes on from a paragraph that is.
    """
    found: set[int] = set()
    spoken = False
    for block, members in groupby(analysis.sentences, key=lambda sentence: sentence.block):
        sentences = list(members)
        speaks = any(_speaks(analysis, sentence) for sentence in sentences)
        in_marks = _in_marks(analysis.article.text, block)
        spoken = speaks or (in_marks and (spoken or _in_first_person(analysis, sentences[0])))
        if not in_marks or spoken or block.kind == "quote":
            found.update(_quoted_in(analysis, sentences))
    return frozenset(found)


def _in_first_person(analysis: Analysis, sentence: Sentence) -> bool:
    return sentence.first < sentence.last and analysis.norms[sentence.first] in _FIRST_PERSON


def _in_marks(text: str, block: Block) -> bool:
    """True where a paragraph begins with a quotation mark that is closed at its end, or never."""
    marks = [mark.end() for mark in _MARKS.finditer(text, block.start, block.end)]
    opens = bool(marks) and marks[0] == block.start + 1
    return opens and (len(marks) == 1 or (len(marks) == 2 and marks[1] == block.end))


def _quoted_in(analysis: Analysis, sentences: Iterable[Sentence]) -> Iterator[int]:
    inside = False
    for sentence in sentences:
        share, inside = _between_marks(analysis, sentence, inside)
        if share >= _MOSTLY or sentence.block.kind == "quote" or _told_of_a_person(analysis, sentence, share):
            yield sentence.index


def _speaks(analysis: Analysis, sentence: Sentence) -> bool:
    cues = analysis.cues_by_category(sentence).get("reporting", ())
    return any(cue.attributes.get("speech") for cue in cues)


def _between_marks(analysis: Analysis, sentence: Sentence, inside: bool) -> tuple[float, bool]:
    """The share of a sentence that stands between quotation marks, and whether they are open at its end."""
    text = analysis.article.text
    if "“" not in text and '"' not in text:
        return 0.0, False
    quoted, at = 0, sentence.start
    for mark in _MARKS.finditer(text, sentence.start, sentence.end):
        quoted += (mark.start() - at) if inside else 0
        inside = mark.group() == "“" or (mark.group() == '"' and not inside)
        at = mark.end()
    quoted += (sentence.end - at) if inside else 0
    return quoted / max(1, sentence.end - sentence.start), inside


def _told_of_a_person(analysis: Analysis, sentence: Sentence, share: float) -> bool:
    """True for "…, said Dr Smith" and "Smith says that ...": a verb of speech beside quoted words or a name."""
    for cue in analysis.cues_by_category(sentence).get("reporting", ()):
        if cue.attributes.get("speech") and (share or _name_near(analysis, cue.first, cue.last, sentence)):
            return True
    return False


def _name_near(analysis: Analysis, first: int, last: int, sentence: Sentence) -> bool:
    """True for a name right before the verb ("Smith says"), or right after it ("said Dr Smith")."""
    return _is_name(analysis, first - 1, sentence) or _is_name(analysis, last, sentence)


def _is_name(analysis: Analysis, index: int, sentence: Sentence) -> bool:
    if not sentence.first <= index < sentence.last:
        return False
    token = analysis.tokens[index]
    return analysis.article.text[token.start].isupper() and not analysis.kinds[index] and len(token.norm) > 1
