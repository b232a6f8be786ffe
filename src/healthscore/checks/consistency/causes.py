"""One effect with two causes that exclude or confound each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.classes import classes
from healthscore.checks.consistency.pairs import candidates, own, places
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.model import LESSENING

_RULE = "consistency/cause-conflict"
_ONLY = 2
_RANKS = frozenset(
    "leading main major primary principal chief root only sole single real true biggest".split()
)
_MOST_OF = ("most ", "nearly all ", "almost all ", "the majority of ", "all ", "every ")
_AT_ODDS = 0.74  # two main causes: a reader is misled, but "main" is loosely said
_MOST_STATES = 6  # claims of one side effect that are shown beside the condition


@rule
def cause_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds one effect with two causes that exclude or confound each other.

    Finds: "the root cause of X is A" beside "the real cause of X is B"; X caused by a virus here and by bacteria
        there; a harm blamed on the remedy in one place and on the condition it is taken for in another, with
        nothing to tell them apart.
    Why it matters: a reader is sent after the wrong cause, or cannot tell a side effect from the illness.
    Example: "Poor posture is the main cause of migraine." and "The root cause of migraine is a leaky gut."
    Instead: list the causes with how much each contributes, and cite the source.
    Limits: apart from the remedy and its condition, only kinds of germ, and causes called main, only or root, are
        compared.
    References: None: follows from the meaning of "the only" and "the main".
    """
    causes = [claim for claim in own(analysis.claims) if claim.relation == "causes" and not claim.negated]
    of_germs = [pair for pair in classes(analysis) if pair.rule == _RULE]
    yield from reported([*main_causes(analysis), *of_germs])
    yield from _remedy_or_condition(analysis, causes)


@once
def main_causes(analysis: Analysis) -> list[Weighed]:
    """Every pair of different causes of which each is called the only or the main one, weighed."""
    named = [c for c in analysis.claims if c.relation == "causes" and not c.negated and _names(c)]
    rank = {c.id: _rank(analysis, c) for c in named}
    excluding = [
        _weighed(analysis, a, b)
        for a, b in candidates(named if any(rank.values()) else (), attrgetter("subject_key"))
        if _exclude(rank[a.id], rank[b.id])
        and _both_causal(a, b, rank)
        and a.subject_key.isdisjoint(b.subject_key)
    ]
    return [*excluding, *_ruled_out(analysis, named)]


def _ruled_out(analysis: Analysis, named: Sequence[Claim]) -> Iterator[Weighed]:
    """A cause that is named in one place, and in another "plays no part in it" or "has nothing to do with it"."""
    denials = [c for c in analysis.claims if c.relation == "causes" and c.negated and _rules_out(analysis, c)]
    for denial in denials:
        ways = ((denial.subject_key, denial.object_key), (denial.object_key, denial.subject_key))
        for cause, effect in ways:
            for claim in named:
                of_it = (
                    bool(cause and effect)
                    and effect == claim.object_key
                    and claim.sentence != denial.sentence
                )
                if of_it and cause <= claim.subject_key | _stems(analysis, claim.subject):
                    yield _both(analysis, claim, denial, effect)


def _rules_out(analysis: Analysis, claim: Claim) -> bool:
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence]).get("effect", ())
    return any(
        c.kind == "phrase" and "denied" in c.attributes and claim.start <= c.start < claim.end for c in cues
    )


def _stems(analysis: Analysis, words: str) -> frozenset[str]:
    """The stems of words of the article: of "lack of magnesium" also that of magnesium."""
    places = (analysis.places.get(word) for word in words.lower().split())
    return frozenset(analysis.stems[at[0]] for at in places if at)


def _both(analysis: Analysis, claim: Claim, denial: Claim, effect: frozenset[str]) -> Weighed:
    asserted = _effect(analysis, claim)
    denied = replace(
        _effect(analysis, denial), subject=effect, matter=effect, doer=asserted.doer, head=asserted.head
    )
    return weigh(
        _RULE,
        asserted,
        denied,
        1.0,
        f"{claim.subject.capitalize()} is named as a cause of {claim.object.lower()} in one place and ruled out in another.",
        "Keep what a source supports.",
    )


def _names(claim: Claim) -> bool:
    """True where a cause is named; "the true" of "to teach people the true cause" names none."""
    return bool(claim.subject_key) and claim.subject.lower().split()[-1] not in _RANKS


def _rank(analysis: Analysis, claim: Claim) -> int:
    """2 for the only cause, 1 for the main one or that of most cases, 0 for a cause among others."""
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence]).get("exclusive-cause", ())
    if any(cue.kind == "only" for cue in cues):
        return _ONLY
    return int(bool(cues) or claim.object.lower().startswith(_MOST_OF))


def _exclude(one: int, other: int) -> bool:
    """Two main causes exclude each other, and the only one excludes any."""
    return bool(one and other) or _ONLY in (one, other)


def _both_causal(a: Claim, b: Claim, rank: Mapping[str, int]) -> bool:
    """False where the one real cause is held against what is only linked to it."""
    return bool(rank[a.id] and rank[b.id]) or "correlational" not in (a.strength, b.strength)


def _weighed(analysis: Analysis, a: Claim, b: Claim) -> Weighed:
    return weigh(
        _RULE,
        _effect(analysis, a),
        _effect(analysis, b),
        _AT_ODDS,
        lambda x, y: f"Two main causes of {b.object.lower()}: {x.said} here, {y.said} there.",
        "Say how much each contributes, with a source.",
    )


def _effect(analysis: Analysis, claim: Claim) -> Statement:
    """A claim as one on its effect, whatever the cause and however much of it ("a lack of iron")."""
    stated = Statement.of(analysis, claim, claim.subject).of_object()
    limits = frozenset(limit for limit in stated.limits if not limit.startswith(("dose:", "subject:")))
    return replace(stated, limits=limits)


def _remedy_or_condition(analysis: Analysis, causes: Sequence[Claim]) -> Iterator[Hit]:
    """A harm of the article's own remedy that is also put down to the condition the remedy is taken for."""
    if not analysis.topic.acts:
        return
    topic = analysis.topic.key
    treated = {
        c.object_key for c in own(analysis.claims) if c.subject_key == topic and c.relation in LESSENING
    }
    side_effects: defaultdict[frozenset[str], list[Claim]] = defaultdict(list)
    for claim in causes:
        if claim.subject_key == topic and claim.valence == "harm":
            side_effects[claim.object_key].append(claim)
    conditions = {
        key for key in {c.subject_key for c in causes} if key != topic and any(key <= t for t in treated)
    }
    told: set[tuple[frozenset[str], frozenset[str]]] = set()
    for claim in causes:
        same = [
            c for c in side_effects.get(claim.object_key, ())[:_MOST_STATES] if c.sentence != claim.sentence
        ]
        blamed = (claim.subject_key, claim.object_key)
        if claim.subject_key and claim.subject_key in conditions and same and blamed not in told:
            told.add(blamed)
            yield Hit(
                "warning",
                f"{claim.object.capitalize()} is put down to {claim.subject} here and to {same[0].subject} there.",
                "Say how a reader can tell the side effect from the condition, with a source.",
                places(analysis.sentences[claim.sentence], [analysis.sentences[c.sentence] for c in same]),
            )
