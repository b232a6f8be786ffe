"""Whether a sentence hands on what somebody says, writes, thinks, wants or holds of others.

To be handed on is less than to have a source: "she says" and "parents fear" are attributed, and nobody is named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from healthscore.language.sources.handing_on import hands_on, words, words_at
from healthscore.language.sources.speakers import following
from healthscore.regexes import when_needed

if TYPE_CHECKING:
    from healthscore.language.analysis import Analysis, Sentence

Form = Literal["saying", "stance", "judgement", "noun", "source", "quotation"]
_FORMS: dict[str, Form] = {"stance": "stance", "judging": "judgement", "noun": "noun"}
_MARKS = '“”"'
_SIGNED = when_needed(r"(?:^|\s)[―—–-]{1,2}\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}$")
_NAMED = when_needed(
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}:\s*[“\"]|(?:[A-Z]{3,}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}):\s[^:\n]*\b(?:I|[Ww]e|[Mm]y)\b"
)


class Attribution(Struct, frozen=True):
    """That the content of a sentence is somebody's, and the characters ``[start, end)`` that say so.

    ``form`` is ``saying`` (told, written or shown), ``stance`` (thought, wanted, feared), ``judgement`` (praised,
    blamed, called something), ``noun`` (his claim that), ``source`` (anything in ``analysis.sources``) or
    ``quotation`` (quoted words, a signature, a name with a colon).
    """

    start: int
    end: int
    form: Form


def attributed(analysis: Analysis, sentence: Sentence) -> Attribution | None:
    """The first place where a sentence hands on what somebody says or holds; None where it speaks for itself.

    Advice to the reader ("your doctor may ask"), commands ("call your doctor"), conditions ("if she says so") and the
    writer's own words ("we find") hand on nothing.
    """
    return handed_on(analysis, sentence) or _source(analysis, sentence) or _quotation(analysis, sentence)


def handed_on(analysis: Analysis, sentence: Sentence) -> Attribution | None:
    """The first verb or noun by which a sentence hands on somebody's content, with that somebody."""
    tokens, norms = analysis.tokens, analysis.words(sentence)
    known = words()
    if known.keys().isdisjoint(norms):
        return None
    for place, norm in enumerate(norms, sentence.first):
        for word in words_at(analysis, sentence, place) if norm in known else ():
            who = hands_on(analysis, sentence, place, word)
            if who is not None:
                start, end = tokens[min(who, place)].start, tokens[max(who, place)].end
                return Attribution(start, end, _FORMS.get(word.kind, "saying"))
    return None


def _source(analysis: Analysis, sentence: Sentence) -> Attribution | None:
    """A source that is named or unnamed; or "according to" somebody."""
    for source in analysis.sources:
        if source.sentence == sentence.index and source.form != "site":
            return Attribution(source.start, source.end, "source")
    for cue in analysis.cues_by_category(sentence).get("reporting", ()):
        who = following(analysis, sentence, cue.last) if cue.kind == "phrase" else None
        if who is not None:
            return Attribution(cue.start, analysis.tokens[who].end, "source")
    return None


def _quotation(analysis: Analysis, sentence: Sentence) -> Attribution | None:
    """A sentence that is mostly in quotation marks, a signature, or a speaker before a colon."""
    text = analysis.article.text
    marked = sentence.block.kind == "quote" or any(
        mark in text[sentence.start : sentence.end] for mark in _MARKS
    )
    if marked and sentence.index in analysis.quoted:
        return Attribution(sentence.start, sentence.end, "quotation")
    signed = _NAMED().match(text, sentence.start, sentence.end) or _SIGNED().search(
        text, sentence.start, sentence.end
    )
    return Attribution(*signed.span(), "quotation") if signed else None
