"""Article to Analysis: one pass over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from healthscore.article import Article
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.cues import shipped_matcher
from healthscore.language.sentences import sentence_spans
from healthscore.language.tokens import Token, tokenise

if TYPE_CHECKING:
    from healthscore.language.shared import Shared


def analyse(article: Article, shared: Shared | None = None) -> Analysis:
    """Sentences, tokens and cues of an article; the rest is read from them on demand.

    ``shared`` is what it has in common with the other articles of a folder, where it was held against one.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in article.blocks:
        for start, end in sentence_spans(article.prose, block):
            first = len(tokens)
            tokens += tokenise(article.prose, start, end)
            sentences.append(Sentence(len(sentences), start, end, first, len(tokens), block))
    cues = shipped_matcher().find(tokens, frozenset(sentence.first for sentence in sentences))
    return Analysis(article, tuple(sentences), tuple(tokens), tuple(cues), shared)
