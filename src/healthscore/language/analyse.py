"""Article to Analysis: every piece of shared language work, in order, once."""

from __future__ import annotations

from dataclasses import replace

from healthscore.article import Article
from healthscore.language.analysis import Analysis, Sentence
from healthscore.language.claims.ledger import claims_of
from healthscore.language.cues import shipped_matcher
from healthscore.language.sentences import sentence_spans
from healthscore.language.sources import sources_of
from healthscore.language.tokens import Token, tokenise


def analyse(article: Article) -> Analysis:
    """Sentences, tokens, cues, sources and claims of an article."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for block in article.blocks:
        for start, end in sentence_spans(article.prose, block):
            first = len(tokens)
            tokens += tokenise(article.prose, start, end)
            sentences.append(Sentence(len(sentences), start, end, first, len(tokens), block))
    cues = shipped_matcher().find(tokens, frozenset(sentence.first for sentence in sentences))
    analysis = Analysis(article, tuple(sentences), tuple(tokens), tuple(cues))
    analysis = replace(analysis, sources=sources_of(analysis))
    return replace(analysis, claims=claims_of(analysis))
