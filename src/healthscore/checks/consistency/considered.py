"""Every pair of statements that was held against each other, reported or not."""

from __future__ import annotations

from healthscore.checks.consistency.assurances import assurances
from healthscore.checks.consistency.categories import only_treatments
from healthscore.checks.consistency.causes import main_causes
from healthscore.checks.consistency.classes import classes
from healthscore.checks.consistency.denials import denials
from healthscore.checks.consistency.doses import quantities
from healthscore.checks.consistency.effects import directions
from healthscore.checks.consistency.knowledge import mechanisms, origins
from healthscore.checks.consistency.placing.two_sided import opposed
from healthscore.checks.consistency.proofs import proofs
from healthscore.checks.consistency.questions import questions
from healthscore.checks.consistency.riddles import riddles
from healthscore.checks.consistency.safety import safeties
from healthscore.checks.consistency.steps import frequency_pairs, severity_pairs
from healthscore.checks.consistency.tested import tested
from healthscore.checks.consistency.weighing import Weighed, parted
from healthscore.language.analysis import Analysis

_READERS = (
    directions,
    denials,
    quantities,
    frequency_pairs,
    severity_pairs,
    assurances,
    safeties,
    main_causes,
    classes,
    only_treatments,
    mechanisms,
    origins,
    riddles,
    questions,
    tested,
    proofs,
    opposed,
)


def considered(analysis: Analysis) -> tuple[Weighed, ...]:
    """All pairs that were weighed, the surest first, with what decided on each."""
    pairs = {id(pair): pair for read in _READERS for pair in read(analysis)}
    return tuple(
        sorted(parted(analysis, pairs.values()), key=lambda pair: (-pair.confidence, pair.places, pair.rule))
    )
