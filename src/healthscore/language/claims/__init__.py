"""The claim ledger: what the article asserts about health, claim by claim."""

from healthscore.language.claims.ledger import claims_of
from healthscore.language.claims.model import Claim
from healthscore.language.claims.topic import Topic, topic_of

__all__ = ["Claim", "Topic", "claims_of", "topic_of"]
