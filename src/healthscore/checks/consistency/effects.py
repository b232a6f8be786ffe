"""Effects that are said to go both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.comparisons import comparisons
from healthscore.checks.consistency.pairs import candidates, only_mentioned, said
from healthscore.checks.consistency.placing.becoming import becoming
from healthscore.checks.consistency.sentences.turned import RULE, SUGGESTION, turned
from healthscore.checks.consistency.weighing import (
    Statement,
    Weighed,
    of_parts,
    reported,
    stated,
    weigh,
)
from healthscore.checks.consistency.wording import both_said
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.model import SIGNS, Relation

_STEPS: tuple[Relation, ...] = ("raises", "lowers")
_CURE_AND_CAUSE = 0.8  # what treats a thing may, at another dose, cause it
_TIED = 0.75  # an association is no effect
_BY_AMOUNT = ("only one is limited to high", "only one is limited to long")
_MOST_STATES = 6  # claims of one state that are held against the opposite one


@rule
def direction_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds an effect that is said to go up in one place and down in another.

    Finds: two claims with the same subject and object, one raising or causing it, the other lowering,
        preventing or treating it; doing good to it here and harm there; also a benefit credited to more of
        something in one place and to less of it in another; more of a thing here and less of it there, in
        two sentences that share nearly all their other words; of two things now one and now the other called better.
    Why it matters: both cannot be the mechanism; a reader who acts on one is misled by the other.
    Example: "Ginger raises cortisol." and, later, "By lowering cortisol, ginger calms the mind."
    Instead: say which direction the evidence supports, in whom and at what dose, and cite it.
    Limits: claims about different people, animals, doses or times are not compared; nor is what the article
        reports only to rebut it; a thing and a part of it make a note. Synonyms are those of ``lexicons/health_synonyms.toml``.
    References: Alamri and Stevenson 2016, A corpus of potentially contradictory research claims from
        cardiovascular research abstracts, Journal of Biomedical Semantics 7:36.
    """
    yield from reported(analysis, directions(analysis))
    yield from _turning_points(analysis)


def _turning_points(analysis: Analysis) -> Iterator[Hit]:
    """The remedy eases a thing and, in large amounts or for long, causes it: worth saying from where on."""
    by_matter: defaultdict[frozenset[str], list[Weighed]] = defaultdict(list)
    for pair in directions(analysis) if analysis.topic.acts else ():
        if pair.first.name and pair.second.name and _only_by_amount(pair, analysis.topic.key):
            by_matter[pair.first.matter].append(pair)
    for pairs in by_matter.values():
        first, second = pairs[0].first, pairs[0].second
        much, usual = (first, second) if len(first.limits) > len(second.limits) else (second, first)
        turning = pairs[0]._replace(
            message=f"Says that {usual.name} {usual.said} and, in large amounts or over time, {much.said}: "
            "from where on is not said.",
            suggestion="Give the amount or the time from which the good turns into harm, with its source.",
        )
        yield turning.hit(pairs)


def _only_by_amount(pair: Weighed, topic: frozenset[str]) -> bool:
    """True where nothing but how much or how long tells two effects of the topic on one thing apart."""
    first, second = pair.first, pair.second
    same = first.matter == second.matter and first.subject == second.subject == topic
    return same and bool(pair.apart) and all(why in _BY_AMOUNT for why in pair.apart)


@once
def directions(analysis: Analysis) -> list[Weighed]:
    """Every pair of effects that may exclude each other, weighed."""
    acting = [
        c for c in analysis.claims if not c.negated and (c.relation in SIGNS or c.relation == "affects")
    ]
    found = [
        _weighed(analysis, a, b, opposed)
        for a, b in candidates(acting, _way)
        if (opposed := _opposed(a, b)) and not only_mentioned(analysis, a) and not only_mentioned(analysis, b)
    ]
    both_ways = [pair for pair in becoming(analysis) if pair.rule == RULE]
    return [
        *found,
        *_good_states(analysis, acting),
        *comparisons(analysis),
        *both_ways,
        *turned(analysis),
    ]


def _weighed(analysis: Analysis, a: Claim, b: Claim, opposed: float) -> Weighed:
    message = both_said if a.relation != b.relation else _good_and_harm(a, b)
    pair = weigh(
        RULE,
        stated(analysis, a),
        stated(analysis, b),
        opposed,
        message,
        SUGGESTION,
    )
    return of_parts(pair, *sorted((a, b), key=lambda claim: len(claim.object_key)))


def _good_and_harm(a: Claim, b: Claim) -> str:
    """The message where one verb does good here and harm there: "improves sleep", "worsens sleep"."""
    first, second = ("good", "harm") if a.valence == "benefit" else ("harm", "good")
    return f"Says that {a.subject or b.subject or 'it'} does {first} to {a.object} here and {second} to it there."


def _way(claim: Claim) -> tuple[str, int]:
    """What two effects that may exclude each other never have in common."""
    return claim.valence, SIGNS.get(claim.relation, 0)


def _opposed(a: Claim, b: Claim) -> float:
    """How far two effects on one thing exclude each other, 0-1."""
    neutral = "neutral" in (a.valence, b.valence)
    if (a.valence == b.valence and not neutral) or (neutral and not _turned(a, b)):
        return 0.0
    tied = _TIED if "correlational" in (a.strength, b.strength) else 1.0
    if not neutral:
        return tied * (_CURE_AND_CAUSE if {a.relation, b.relation} == {"treats", "causes"} else 1.0)
    return tied * (_CURE_AND_CAUSE if "treats" in (a.relation, b.relation) else 1.0)


def _turned(a: Claim, b: Claim) -> bool:
    return SIGNS.get(a.relation, 0) * SIGNS.get(b.relation, 0) < 0


def _good_states(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[Weighed]:
    """Benefits credited to a raised and to a lowered state of one thing, whoever raises or lowers it."""
    helped: defaultdict[tuple[int, frozenset[str]], set[tuple[str, int]]] = defaultdict(set)
    for claim in claims:
        if claim.valence == "benefit":
            helped[claim.sentence, claim.subject_key].add((claim.relation, claim.start))
    states: dict[str, defaultdict[frozenset[str], list[Claim]]] = {s: defaultdict(list) for s in _STEPS}
    for claim in claims:
        if claim.valence == "benefit" and "subject:raised" in claim.scope:
            states["raises"][claim.subject_key].append(claim)
        elif claim.valence == "benefit" and "subject:lowered" in claim.scope:
            states["lowers"][claim.subject_key].append(claim)
        elif (
            claim.valence == "neutral"
            and claim.relation in states
            and helped[claim.sentence, claim.subject_key] - {(claim.relation, claim.start)}
        ):  # not "reduces costs and longer stays", both objects of one verb
            states[claim.relation][claim.object_key].append(claim)
    for key, raised in states["raises"].items():
        lowered = states["lowers"].get(key, []) if key else []
        for a in raised[:_MOST_STATES]:
            for b in lowered[:_MOST_STATES]:
                if a.sentence != b.sentence:
                    yield weigh(
                        RULE,
                        _state(analysis, a, key),
                        _state(analysis, b, key),
                        1.0,
                        lambda x, y: (
                            f"Credits more and less of one thing with good: “{x.said}” here, “{y.said}” there."
                        ),
                        SUGGESTION,
                    )


def _state(analysis: Analysis, claim: Claim, key: frozenset[str]) -> Statement:
    """A claim as one on the state of a thing: whoever brings the state about."""
    limits = frozenset(scope for scope in claim.scope if not scope.startswith("subject:"))
    words = said(claim) if claim.object_key == key else f"{claim.subject} {said(claim)}"
    return Statement(
        analysis.sentences[claim.sentence],
        words,
        key,
        key,
        limits=limits,
        voice=claim.voice,
        certainty=claim.certainty,
    )
