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
from healthscore.checks.balance.measures import (
    alternatives_named,
    caution_share,
    decision_support,
    harm_share,
    harms_named,
    no_treatment,
    one_sidedness,
    praise_share,
    promotion_density,
    quality_of_life,
    recommending,
    sides_told,
)
from healthscore.checks.balance.promotion import appeal_to_nature, promotional_language
from healthscore.checks.balance.regimen import regimen_without_caution
from healthscore.checks.balance.relative import relative_only
from healthscore.checks.balance.safety import blanket_safety, discourages_care

__all__ = [
    "alternatives_named",
    "appeal_to_nature",
    "benefits_outweigh_risks",
    "blanket_safety",
    "caution_share",
    "decision_support",
    "discourages_care",
    "harm_share",
    "harms_named",
    "no_alternatives",
    "no_harms_named",
    "no_option_of_doing_nothing",
    "no_shared_decision",
    "no_treatment",
    "one_sidedness",
    "praise_share",
    "promotion_density",
    "promotional_language",
    "quality_of_life",
    "recommending",
    "regimen_without_caution",
    "relative_only",
    "risks_buried",
    "serious_harms_missing",
    "sides_told",
    "unfair_comparison",
]
