"""Conflicts between two claims of the ledger: direction, negation, cause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from healthscore.checks.base import Hit, rule
from healthscore.checks.consistency.pairs import WHOLLY, own, pairs, places, said, sentence_span, span
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.kinds import Kind

_UP, _DOWN = ("raises", "causes"), ("lowers", "prevents", "treats")
_STEPS = ("raises", "lowers")
_MOST_PAIRS = 3
_MOST_STATES = 6  # claims of one state that are held against the opposite one
_OPENING_WORDS = 3  # in which a sentence names who or what it is about
_PLAIN = 0.7  # certainty from which a claim is made plainly


@rule
def direction_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds an effect that is said to go up in one place and down in another.

    Finds: two claims with the same subject and object, one raising or causing it, the other lowering,
        preventing or treating it; also a benefit credited to more of something here and to less of it there.
    Why it matters: both cannot be the mechanism; a reader who acts on one is misled by the other.
    Example: "Ginger raises cortisol." and, later, "By lowering cortisol, ginger calms the mind."
    Instead: say which direction the evidence supports, in whom and at what dose, and cite it.
    Limits: claims about different people, animals, doses or times are not compared; nor is what the article
        reports only to rebut it. Synonyms are those of ``lexicons/health_synonyms.toml``.
    References: Alamri and Stevenson 2016, A corpus of potentially contradictory research claims from
        cardiovascular research abstracts, Journal of Biomedical Semantics 7:36.
    """
    claims = [
        claim for claim in own(analysis.claims) if not claim.negated and claim.strength != "correlational"
    ]
    up = [claim for claim in claims if claim.relation in _UP]
    down = [claim for claim in claims if claim.relation in _DOWN]
    agent = analysis.topic.key if analysis.topic.acts else None
    found = [
        (
            a,
            b,
            "the same thing cannot go both ways",
            "error" if a.relation in _STEPS and b.relation in _STEPS else "warning",
        )
        for a, b in pairs(up, down)
        if ("treats" not in (a.relation, b.relation) or a.subject_key == agent)
        and a.object_key.isdisjoint(analysis.topic.key)
    ]
    found += [(a, b, "both more and less of it are said to help", "error") for a, b in _good_states(claims)]
    for first, second, why, severity in _one_each(found):
        yield Hit(
            "error" if severity == "error" else "warning",
            f"Opposite effects on {second.object.lower()}: “{said(first)}” here, “{said(second)}” there; {why}.",
            "Keep the direction that a source supports, and say for whom and at what dose it holds.",
            (sentence_span(analysis, first), sentence_span(analysis, second)),
        )


def _good_states(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Benefits credited to a raised and to a lowered state of one thing, whoever raises or lowers it."""
    helped = {(c.sentence, c.subject_key) for c in claims if c.valence == "benefit"}
    states: dict[str, defaultdict[frozenset[str], list[Claim]]] = {s: defaultdict(list) for s in _STEPS}
    for claim in claims:
        if claim.valence == "benefit" and "subject:raised" in claim.scope:
            states["raises"][claim.subject_key].append(claim)
        elif claim.valence == "benefit" and "subject:lowered" in claim.scope:
            states["lowers"][claim.subject_key].append(claim)
        elif (
            claim.valence == "neutral"
            and claim.relation in states
            and (claim.sentence, claim.subject_key) in helped
        ):
            states[claim.relation][claim.object_key].append(claim)
    for key, raised in states["raises"].items():
        lowered = states["lowers"].get(key, []) if key else []
        for a in raised[:_MOST_STATES]:
            for b in lowered[:_MOST_STATES]:
                if a.sentence != b.sentence and _limits(a) == _limits(b):
                    yield (a, b) if a.start <= b.start else (b, a)


def _limits(claim: Claim) -> set[str]:
    return {scope for scope in claim.scope if not scope.startswith("subject:")}


def _one_each(
    found: Iterable[tuple[Claim, Claim, str, str]],
) -> list[tuple[Claim, Claim, str, str]]:
    """At most a few pairs a subject matter, each pair of sentences once, errors first."""
    seen: set[tuple[int, int]] = set()
    count: dict[frozenset[str], int] = {}
    kept = []
    for pair in sorted(found, key=lambda p: (p[3] != "error", p[0].start, p[1].start)):
        a, b = pair[0], pair[1]
        key = (a.sentence, b.sentence)
        if key in seen or count.get(a.object_key, 0) >= _MOST_PAIRS:
            continue
        seen.add(key)
        count[a.object_key] = count.get(a.object_key, 0) + 1
        kept.append(pair)
    return kept


@rule
def negation_conflict(analysis: Analysis) -> Iterator[Hit]:
    """Finds what is asserted in one place and denied in another, also through what a word implies.

    Finds: the same claim with and without a negation; "not addictive" beside withdrawal symptoms on stopping
        or a risk of dependence; cures claimed beside a disclaimer of all of them.
    Why it matters: one of the two is false, and often the reassuring one.
    Example: "The spray is not habit-forming." and, later, "Stopping suddenly can bring withdrawal symptoms."
    Instead: state the risk once, with its size and how to stop safely.
    Limits: partial negations ("does not always") and claims on other people, doses or times are left alone.
    References: Harabagiu, Hickl and Lacatusu 2006, Negation, contrast and contradiction in text processing,
        AAAI.
    """
    claims = [claim for claim in own(analysis.claims) if claim.relation != "affects" or claim.negated]
    denied = [claim for claim in claims if claim.negated]
    asserted = [claim for claim in claims if not claim.negated]
    yield from _denials(analysis, asserted, denied)
    yield from _dependence(analysis, claims)
    yield from _disclaimed(analysis, asserted)


def _denials(analysis: Analysis, asserted: list[Claim], denied: list[Claim]) -> Iterator[Hit]:
    seen: set[frozenset[str]] = set()
    for first, second in pairs(asserted, denied):
        if not _denies(first, second) or first.object_key in seen:
            continue
        seen.add(first.object_key)
        yield Hit(
            "error" if min(first.certainty, second.certainty) > _PLAIN else "warning",
            f"One place says “{said(first)}”, another “{said(second)}”.",
            "Keep the statement that a source supports, or say when each one holds.",
            (sentence_span(analysis, first), sentence_span(analysis, second)),
        )


def _denies(a: Claim, b: Claim) -> bool:
    """True where one claim denies what the other says: the same, or any effect at all ("has no effect on")."""
    denied, said_ = (a, b) if a.negated else (b, a)
    if denied.relation == "affects":
        return said_.relation in ("raises", "lowers", "treats", "prevents", "causes")
    if WHOLLY in denied.scope and WHOLLY not in said_.scope:
        return False
    return denied.relation == said_.relation or {denied.relation, said_.relation} == {"raises", "causes"}


def _disclaimed(analysis: Analysis, asserted: Sequence[Claim]) -> Iterator[Hit]:
    """Claims to treat or prevent, beside "not intended to diagnose, treat, cure or prevent any disease"."""
    cue = next((c for c in analysis.cues_of("property") if c.kind == "disclaimer"), None)
    cures = [c for c in asserted if c.relation in _DOWN and c.valence == "benefit" and c.certainty >= _PLAIN]
    if cue is None or not cures:
        return
    disclaimer = analysis.sentence_at(cue.first)
    claimed = [c for c in cures if c.sentence != disclaimer.index]
    if claimed:
        yield Hit(
            "warning",
            f"“{said(claimed[0])}” is claimed, and elsewhere any such claim is disclaimed.",
            "Claim only what the disclaimer leaves standing, or give the evidence and drop the disclaimer.",
            places(disclaimer, [analysis.sentences[c.sentence] for c in claimed]),
        )


def _dependence(analysis: Analysis, claims: list[Claim]) -> Iterator[Hit]:
    """Not addictive here; dependence, or withdrawal on stopping, there."""
    calm = [c for c in claims if c.object_key == {"not-addictive"} and not c.negated]
    if not calm:
        return
    places_ = (place for place in _signs_of_dependence(analysis, claims) if place[1] != calm[0].sentence)
    for why, index in islice(places_, _MOST_PAIRS):
        yield Hit(
            "error",
            f"Said not to be addictive (“{calm[0].object}”), yet elsewhere {why}.",
            "Name the risk of dependence, how large it is, and how to stop safely.",
            tuple(sorted((sentence_span(analysis, calm[0]), span(analysis.sentences[index])))),
        )


def _signs_of_dependence(analysis: Analysis, claims: Sequence[Claim]) -> Iterator[tuple[str, int]]:
    """What says that the topic is addictive after all, and in which sentence."""
    for index in _withdrawal_on_stopping(analysis):
        yield "stopping is said to bring withdrawal", index
    for claim in claims:
        if claim.object_key == {"addictive"} and not claim.negated:
            yield "a risk of dependence is named", claim.sentence
    for cue in analysis.cues_of("property"):
        if cue.kind == "addictive-class":
            yield "it is put in a class of drugs known for dependence", analysis.sentence_at(cue.first).index


def _withdrawal_on_stopping(analysis: Analysis) -> Iterator[int]:
    """Sentences in which stopping the article's own topic brings withdrawal."""
    for sentence in analysis.prose_sentences:
        kinds = {cue.kind for cue in analysis.cues_in(sentence, "property")}
        if {"withdrawal", "stopping"} <= kinds and not _stops_something_else(analysis, sentence.index):
            yield sentence.index


def _stops_something_else(analysis: Analysis, index: int) -> bool:
    """True where the sentence names what is stopped and it is not the topic, or relief of withdrawal is meant."""
    sentence, topic = analysis.sentences[index], analysis.topic.key
    claims = [c for c in analysis.claims if c.sentence == index]
    if any(c.relation in _DOWN and "withdraw" in c.object_key for c in claims):
        return True
    if not topic.isdisjoint(analysis.stems[sentence.first : sentence.last]):
        return False
    cued = {
        i for c in analysis.cues_in(sentence, "property", "scope", "effect") for i in range(c.first, c.last)
    }
    opening = range(sentence.first, min(sentence.first + _OPENING_WORDS, sentence.last))
    named = [
        i
        for i in opening
        if i not in cued and content(analysis, i, i + 1, Kind.GENERIC_NOUN | Kind.VERB | Kind.USE_WORD)
    ]
    return bool(named)


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
