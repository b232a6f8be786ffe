"""The claim ledger: what the article asserts about health, claim by claim."""

from healthscore.language.claims.clause import Clause
from healthscore.language.claims.clauses import clauses_of
from healthscore.language.claims.concepts import concepts_of, title_names_of, title_terms_of
from healthscore.language.claims.kinds import kinds_of
from healthscore.language.claims.ledger import claims_of
from healthscore.language.claims.model import Claim
from healthscore.language.claims.quantities import Amount, amounts_of, numerals_of
from healthscore.language.claims.scope import (
    forms_by_sentence,
    section_limits_of,
    title_limits_of,
    told_kinds_by_sentence,
)
from healthscore.language.claims.speech import quoted_sentences
from healthscore.language.claims.topic import Topic, topic_of

__all__ = [
    "Amount",
    "Claim",
    "Clause",
    "Topic",
    "amounts_of",
    "claims_of",
    "clauses_of",
    "concepts_of",
    "forms_by_sentence",
    "kinds_of",
    "numerals_of",
    "quoted_sentences",
    "section_limits_of",
    "title_limits_of",
    "title_names_of",
    "title_terms_of",
    "told_kinds_by_sentence",
    "topic_of",
]
