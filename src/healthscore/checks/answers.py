"""Questions that are answered with nothing but certainty: "Does it work? Absolutely." No rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.lexicon import words

_LONGEST = 5  # words of an answer that says nothing else
_WORDS = "answer-word"


def sure_answers(analysis: Analysis, asked: str) -> Iterator[tuple[Sentence, Sentence]]:
    """Each question about ``asked`` (``safety`` or ``effect``) with the answer that only affirms."""
    for question, answer in pairwise(s for s in analysis.sentences if s.first < s.last):
        if analysis.article.text[question.end - 1] != "?" or answer.block.kind == "heading":
            continue
        if words(_WORDS, asked).intersection(analysis.words(question)) and _only_affirms(analysis, answer):
            yield question, answer


def _only_affirms(analysis: Analysis, answer: Sentence) -> bool:
    spoken = analysis.words(answer)
    emphatic = words(_WORDS, "emphatic")
    return (
        len(spoken) <= _LONGEST
        and not emphatic.isdisjoint(spoken)
        and (emphatic | words(_WORDS, "affirming")).issuperset(spoken)
    )
