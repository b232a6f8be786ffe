"""What the tests of this folder look at: blocks as (kind, words), and the laws that every article obeys."""

from __future__ import annotations

from itertools import pairwise

from healthscore.article import Article
from healthscore.language.sentences import sentence_spans
from healthscore.language.tokens import normalise, tokenise


def blocks(article: Article) -> list[tuple[str, str]]:
    """Kind (with the level of a heading) and words of each block."""
    return [
        (f"{block.kind}{block.level or ''}", " ".join(article.prose[block.start : block.end].split()))
        for block in article.blocks
    ]


def kinds(article: Article) -> list[str]:
    return [block.kind for block in article.blocks]


def of_kind(article: Article, kind: str) -> list[str]:
    return [words for block, words in blocks(article) if block.rstrip("123456") == kind]


def obeys_the_laws(article: Article) -> bool:
    """Spans lie in range, in order and apart; prose is the text with blanks; tokens are slices of it."""
    text, prose = article.text, article.prose
    assert len(prose) == len(text)
    for mine, theirs in zip(prose, text, strict=True):
        assert mine in (theirs, " ") or not theirs.isascii()  # a letter that poses as another
    assert prose.count("\n") == text.count("\n")
    assert all(0 <= block.start < block.end <= len(text) for block in article.blocks)
    assert all(a.end <= b.start for a, b in pairwise(article.blocks))
    assert all(0 <= link.start <= link.end <= len(text) for link in article.links)
    for block in article.blocks:
        spans = list(sentence_spans(prose, block))
        assert all(block.start <= span.start < span.end <= block.end for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for span in spans:
            tokens = tokenise(prose, *span)
            assert all(span.start <= token.start < token.end <= span.end for token in tokens)
            assert all(token.norm == normalise(prose[token.start : token.end]) for token in tokens)
    return True
