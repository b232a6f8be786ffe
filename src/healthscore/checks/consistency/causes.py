"""One effect with two causes that exclude or confound each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import own, places, sentence_span
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim

_DOWN = ("lowers", "prevents", "treats")
_MOST_STATES = 6  # claims of one side effect that are shown beside the condition


@rule
def cause_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds one effect with two causes that exclude or confound each other.

    Finds: "the root cause of X is A" beside "the real cause of X is B"; a harm blamed on the remedy in one place
        and on the condition it is taken for in another, with nothing to tell them apart.
    Why it matters: a reader is sent after the wrong cause, or cannot tell a side effect from the illness.
    Example: "Poor posture is the main cause of migraine." and "The root cause of migraine is a leaky gut."
    Instead: list the causes with how much each contributes, and cite the source.
    Limits: apart from the remedy and its condition, only causes called main, only or root are compared.
    References: None: follows from the meaning of "the only" and "the main".
    """
    causes = [claim for claim in own(analysis.claims) if claim.relation == "causes" and not claim.negated]
    yield from _two_main_causes(analysis, causes)
    yield from _remedy_or_condition(analysis, causes)


def _two_main_causes(analysis: Analysis, causes: Sequence[Claim]) -> Iterator[Hit]:
    sole: dict[frozenset[str], Claim] = {}
    told: set[frozenset[str]] = set()
    for claim in causes:
        if (
            not analysis.cues_in(analysis.sentences[claim.sentence], "exclusive-cause")
            or not claim.subject_key
        ):
            continue
        other = sole.setdefault(claim.object_key, claim)
        if other.subject_key.isdisjoint(claim.subject_key) and claim.object_key not in told:
            told.add(claim.object_key)
            yield Hit(
                "warning",
                f"Two main causes of {claim.object.lower()}: {other.subject} and {claim.subject}.",
                "Say how much each contributes, with a source.",
                (sentence_span(analysis, other), sentence_span(analysis, claim)),
            )


def _remedy_or_condition(analysis: Analysis, causes: Sequence[Claim]) -> Iterator[Hit]:
    """A harm of the article's own remedy that is also put down to the condition the remedy is taken for."""
    if not analysis.topic.acts:
        return
    topic = analysis.topic.key
    treated = {c.object_key for c in own(analysis.claims) if c.subject_key == topic and c.relation in _DOWN}
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
