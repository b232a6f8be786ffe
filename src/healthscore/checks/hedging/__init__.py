"""The question of hedging: is a thing said as surely as its support allows?"""

from healthscore.checks.hedging.design import beyond_design
from healthscore.checks.hedging.drift import certainty_drift
from healthscore.checks.hedging.formulas import boilerplate_disclaimer
from healthscore.checks.hedging.measures import (
    booster_density,
    overclaim_density,
    qualified_share,
    stacked_hedge_density,
    strong_claim_share,
    weasel_share,
)
from healthscore.checks.hedging.overclaims import overclaim
from healthscore.checks.hedging.possibilities import hedge_as_evidence, stacked_hedges
from healthscore.checks.hedging.weasels import vague_quantity_share

__all__ = [
    "beyond_design",
    "boilerplate_disclaimer",
    "booster_density",
    "certainty_drift",
    "hedge_as_evidence",
    "overclaim",
    "overclaim_density",
    "qualified_share",
    "stacked_hedge_density",
    "stacked_hedges",
    "strong_claim_share",
    "vague_quantity_share",
    "weasel_share",
]
