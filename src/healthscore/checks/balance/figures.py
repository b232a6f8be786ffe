"""What kind of assertion a statement makes: does it give a reader anything to judge by, or only ask?"""

from __future__ import annotations

from healthscore.checks.balance.statements import Statement
from healthscore.checks.base import once
from healthscore.language.analysis import Analysis
from healthscore.language.tokens import Token


def has_figures(analysis: Analysis, statement: Statement) -> bool:
    """A number, a trial or a named source in the sentence."""
    if statement.has("balance", "data"):
        return True
    sentence = statement.sentence
    tokens = analysis.tokens[sentence.first : sentence.last]
    counted = any(token.norm[0].isdigit() and not _in_a_name(analysis, token) for token in tokens)
    return counted or sentence.index in _sourced(analysis)


@once
def _sourced(analysis: Analysis) -> frozenset[int]:
    """The sentences, by index, that name a source."""
    return frozenset(source.sentence for source in analysis.sources if source.kind != "vague")


def asks(analysis: Analysis, statement: Statement) -> bool:
    """Does the sentence end as a question?"""
    return analysis.article.text[statement.sentence.end - 1] == "?"


def _in_a_name(analysis: Analysis, token: Token) -> bool:
    """A number that belongs to a substance or a virus ("5-HTP", "omega-3", "H1N1") measures nothing."""
    prose = analysis.article.prose
    return prose[token.end : token.end + 1] == "-" or prose[token.start - 1 : token.start] == "-"
