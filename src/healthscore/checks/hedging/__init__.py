"""The question of hedging: is a thing said as surely as its support allows?"""

from healthscore.checks.hedging.design import beyond_design
from healthscore.checks.hedging.drift import certainty_drift
from healthscore.checks.hedging.excitement import (
    ability_density,
    association_density,
    emotion_density,
    firsts_claimed,
    hope_density,
    novelty_claims,
    sensation_density,
    sureness_density,
)
from healthscore.checks.hedging.formulas import boilerplate_disclaimer
from healthscore.checks.hedging.leaps import inferential_leap
from healthscore.checks.hedging.measures import (
    booster_density,
    overclaim_density,
    qualified_share,
    stacked_hedge_density,
    strong_claim_share,
    weasel_share,
)
from healthscore.checks.hedging.news import news_evidence_told
from healthscore.checks.hedging.overclaims import overclaim
from healthscore.checks.hedging.possibilities import hedge_as_evidence, stacked_hedges
from healthscore.checks.hedging.studies import (
    cautions_told,
    control_figures,
    controls_told,
    earlier_work_told,
    early_work_told,
    figures_told,
    limits_told,
    observation_told,
    participants_counted,
    risk_words,
    statistics_told,
    trial_told,
)
from healthscore.checks.hedging.sweeping import sweeping_claim
from healthscore.checks.hedging.untold import limits_untold, sensational_word, size_untold, unearned_first
from healthscore.checks.hedging.weasels import vague_quantity_share

__all__ = [
    "ability_density",
    "association_density",
    "beyond_design",
    "boilerplate_disclaimer",
    "booster_density",
    "cautions_told",
    "certainty_drift",
    "control_figures",
    "controls_told",
    "earlier_work_told",
    "early_work_told",
    "emotion_density",
    "figures_told",
    "firsts_claimed",
    "hedge_as_evidence",
    "hope_density",
    "inferential_leap",
    "limits_told",
    "limits_untold",
    "news_evidence_told",
    "novelty_claims",
    "observation_told",
    "overclaim",
    "overclaim_density",
    "participants_counted",
    "qualified_share",
    "risk_words",
    "sensation_density",
    "sensational_word",
    "size_untold",
    "stacked_hedge_density",
    "stacked_hedges",
    "statistics_told",
    "strong_claim_share",
    "sureness_density",
    "sweeping_claim",
    "trial_told",
    "unearned_first",
    "vague_quantity_share",
    "weasel_share",
]
