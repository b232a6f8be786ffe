"""Article to Analysis: one pass over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.article import Article
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.asides import without_asides
from healthscore.language.cues import shipped_matcher
from healthscore.language.sentences import sentence_spans
from healthscore.language.tokens import tokens_within

if TYPE_CHECKING:
    from healthscore.language.shared import Shared


def analyse(article: Article, shared: Shared | None = None) -> Analysis:
    """Sentences, tokens and cues of an article; the rest is read from them on demand.

    ``shared`` is what it has in common with the other articles of a folder, where it was held against one.
    """
    prose = article.prose
    places = [(span, block) for block in article.blocks for span in sentence_spans(prose, block)]
    tokens, counts = tokens_within(prose, [span for span, _ in places])
    firsts = [0, *counts]
    sentences = [
        Sentence(index, *span, first, last, block)
        for index, ((span, block), first, last) in enumerate(zip(places, firsts, counts, strict=False))
    ]
    cues = shipped_matcher().find(tokens, frozenset(firsts))
    sentences, cues = without_asides(prose, sentences, tokens, cues)
    return Analysis(article, tuple(sentences), tuple(tokens), tuple(cues), shared)
