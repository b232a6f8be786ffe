"""The question of balance: is the other side told - risks beside benefits, other choices, doing nothing?"""

from healthscore.checks.balance.choices import (
    no_alternatives,
    no_option_of_doing_nothing,
    no_shared_decision,
    unfair_comparison,
)
from healthscore.checks.balance.harms import (
    benefits_outweigh_risks,
    no_harms_named,
    risks_buried,
    serious_harms_missing,
)
from healthscore.checks.balance.promotion import appeal_to_nature, promotional_language

__all__ = [
    "appeal_to_nature",
    "benefits_outweigh_risks",
    "no_alternatives",
    "no_harms_named",
    "no_option_of_doing_nothing",
    "no_shared_decision",
    "promotional_language",
    "risks_buried",
    "serious_harms_missing",
    "unfair_comparison",
]
