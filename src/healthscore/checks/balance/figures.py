"""Is there anything in a statement by which a reader can judge an amount?"""

from __future__ import annotations

from healthscore.checks.balance.statements import Statement
from healthscore.language.analysis import Analysis
from healthscore.language.tokens import Token


def has_figures(analysis: Analysis, statement: Statement) -> bool:
    """A number, a trial or a named source in the sentence."""
    if statement.has("balance", "data"):
        return True
    sentence = statement.sentence
    tokens = analysis.tokens[sentence.first : sentence.last]
    return any(token.norm[0].isdigit() and not _in_a_name(analysis, token) for token in tokens) or any(
        source.sentence == sentence.index and source.kind != "vague" for source in analysis.sources
    )


def _in_a_name(analysis: Analysis, token: Token) -> bool:
    """A number that belongs to a substance or a virus ("5-HTP", "omega-3", "H1N1") measures nothing."""
    prose = analysis.article.prose
    return prose[token.end : token.end + 1] == "-" or prose[token.start - 1 : token.start] == "-"
