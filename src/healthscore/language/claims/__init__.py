"""The claim ledger: what the article asserts about health, claim by claim."""

from healthscore.language.claims.model import Claim

__all__ = ["Claim"]
