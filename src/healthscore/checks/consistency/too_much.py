"""What the article is about, put down to too much of a thing in one place and to too little of it in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from healthscore.checks.consistency.pairs import is_seldom
from healthscore.checks.consistency.referents import written
from healthscore.checks.consistency.weighing import Statement, Weighed, weigh
from healthscore.language.analysis import Analysis
from healthscore.language.certainty import PLAIN
from healthscore.language.claims import Claim

_LITTLE, _MUCH = frozenset({"subject:lowered", "dose:low"}), frozenset({"subject:raised", "dose:high"})
_LACK = frozenset({"lack", "loss", "shortag", "absenc"})  # stems
_EXCESS = frozenset({"excess", "surplus", "overgrowth"})
_CALLED = frozenset({"syndrom", "diseas", "disord", "ill", "condit"})
_AMOUNTS = {"raised": "too much", "lowered": "too little"}
_OF_CAUSE = ("dose:", "subject:", "time:", "variety:", "kind:", "which:")  # limits of the cause
_PUT_DOWN = frozenset(
    "caused due down stems stem results result comes come origin reason what cause brought".split()
)
_BESIDE = frozenset({"also", "another", "either", "other", "well"})
_MOST = 6


def too_much_and_too_little(analysis: Analysis, causes: Sequence[Claim]) -> Iterator[Weighed]:
    """Pairs of causes of the same that are opposite amounts of one thing; "can also be due to" leaves room for both."""
    stated = [(claim, state) for claim in causes if (state := _state(claim)) and _of_title(analysis, claim)]
    for (a, one), (b, other) in combinations(stated[:_MOST], 2):
        if one != other and a.sentence != b.sentence and _amount_of(a) == _amount_of(b):
            thing = written(analysis, _amount_of(a), *(analysis.sentences[c.sentence] for c in (a, b)))
            yield weigh(
                "consistency/cause-conflict",
                _effect(analysis, a),
                _effect(analysis, b),
                1.0,
                f"{a.object.capitalize()} is put down to {_AMOUNTS[one]} {thing} here, to {_AMOUNTS[other]} there.",
                "Keep the one that a source supports, or say that either can.",
            )


def _effect(analysis: Analysis, claim: Claim) -> Statement:
    stated = Statement.of(analysis, claim, claim.subject).of_object()
    return replace(stated, limits=frozenset(s for s in stated.limits if not s.startswith(_OF_CAUSE)))


def _of_title(analysis: Analysis, claim: Claim) -> bool:
    """True where what the title names is put down to it, plainly and always.

    Not where it "can cause gout", "also" or "in rare cases"; and "iodine causes goitre" leaves room for another cause.
    """
    sentence = analysis.sentences[claim.sentence]
    named, said = claim.object_key & analysis.title_names, analysis.words(sentence)
    alone = not _PUT_DOWN.isdisjoint(said) and _BESIDE.isdisjoint(said)
    if claim.certainty < PLAIN or not alone or is_seldom(analysis, sentence):
        return False
    return bool(named) and claim.object_key - named <= _CALLED


def _state(claim: Claim) -> str:
    """``raised`` or ``lowered`` where too much or too little of a thing is the cause, else nothing."""
    lowered = _LITTLE.intersection(claim.scope) or not _LACK.isdisjoint(claim.subject_key)
    return "lowered" if lowered else "raised" if _MUCH.intersection(claim.scope) else ""


def _amount_of(claim: Claim) -> frozenset[str]:
    """What there is too much or too little of."""
    return claim.subject_key - _LACK - _EXCESS
