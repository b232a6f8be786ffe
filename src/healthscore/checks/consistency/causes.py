"""One effect with two causes that exclude or confound each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec.structs import replace

from healthscore.checks.base import Hit, once, rule
from healthscore.checks.consistency.classes import classes
from healthscore.checks.consistency.pairs import ATTACKS, candidates, conflict, own
from healthscore.checks.consistency.referents import topic_names
from healthscore.checks.consistency.too_much import too_much_and_too_little
from healthscore.checks.consistency.weighing import Statement, Weighed, reported, weigh
from healthscore.language.analysis import Analysis
from healthscore.language.claims import Claim
from healthscore.language.claims.concepts import content
from healthscore.language.claims.model import LESSENING

_RULE = "consistency/cause-conflict"
_ONLY = 2
_RANKS = frozenset(
    "leading main major primary principal chief root only sole single real true biggest".split()
)
_MOST_OF = ("most ", "nearly all ", "almost all ", "the majority of ", "all ", "every ")
_FEW_OF = ("few ", "very few ", "hardly any ", "only a few ", "almost no ")
_BY_CLASS: Mapping[str, frozenset[str]] = {
    "viral": frozenset({"virus", "viral"}),
    "bacterial": frozenset({"bacteria", "bacterium", "germ"}),
    "fungal": frozenset({"fungus", "fungi", "germ", "yeast"}),
    "autoimmune": frozenset({"=immunity"}),
    "hereditary": frozenset({"gene", "hered", "inherit"}),
}  # what stands behind an illness of some class
_AT_ODDS = 0.74  # two main causes: a reader is misled, but "main" is loosely said
_OF_AMOUNT = ("dose:", "subject:")  # what is told of the cause limits no effect
_OF_CAUSE = (*_OF_AMOUNT, "variety:", "kind:", "which:")
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
    yield from reported(analysis, [*main_causes(analysis), *of_germs])
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
    causal = [c for c in analysis.claims if c.relation == "causes" and c.subject_key]
    rare = [c for c in causal if _is_rare(analysis, c)] if any(rank.values()) else []
    rates = [_rates(analysis, a, b) for a in rare for b in named if rank[b.id] and _same_cause(a, b)]
    return [*excluding, *rates, *_ruled_out(analysis, named), *too_much_and_too_little(analysis, named)]


def _is_rare(analysis: Analysis, claim: Claim) -> bool:
    """True for a cause of few cases: "seldom due to", "a minor cause", "few of them are caused by"."""
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence]).get("exclusive-cause", ())
    near = any(c.kind == "rare" and c.start < claim.end and claim.start < c.end for c in cues)
    return near or claim.object.lower().startswith(_FEW_OF)


def _same_cause(a: Claim, b: Claim) -> bool:
    return a.sentence != b.sentence and a.subject_key == b.subject_key and a.object_key == b.object_key


def _rates(analysis: Analysis, rare: Claim, main: Claim) -> Weighed:
    """A cause of few cases that is called the main one elsewhere."""
    return weigh(
        _RULE,
        _effect(analysis, rare),
        _effect(analysis, main),
        1.0,
        f"{main.subject.capitalize()}: a main cause of {_plainly(main)} in one place, and of few cases in another.",
        "Give the share of cases with its source.",
    )


def _plainly(claim: Claim) -> str:
    said = claim.object.lower()
    return said.removeprefix(next(filter(said.startswith, _MOST_OF), "")).removeprefix("cases of ")


def _ruled_out(analysis: Analysis, named: Sequence[Claim]) -> Iterator[Weighed]:
    """A cause that is named in one place, and in another "plays no part in it" or "has nothing to do with it".

    Where both name the same two things, the one is a plain denial of the other, which ``denials.py`` reports.
    """
    denials = [c for c in analysis.claims if c.relation == "causes" and c.negated and _rules_out(analysis, c)]
    causes = [(claim, claim.subject_key | _behind(analysis, claim)) for claim in named] if denials else []
    if denials:
        causes += [(_of_class(c), _BY_CLASS[kind]) for c in own(analysis.claims) if (kind := _class_of(c))]
    for denial in denials:
        kinds = {limit[5:] for limit in denial.scope if limit.startswith("kind:")}  # of "snow blindness"
        for cause, effect in (
            (denial.subject_key, denial.object_key),
            (denial.object_key, denial.subject_key),
        ):
            of_effect = kinds if effect == denial.subject_key else set()
            yield from (
                _both(analysis, claim, denial, effect)
                for claim, behind in causes
                if cause
                and claim.sentence != denial.sentence
                and of_effect <= claim.object_key
                and not _is_denied_plainly(claim, denial)
                and _is_effect(analysis, effect, claim)
                and _names_it(cause, behind)
            )


def _is_denied_plainly(claim: Claim, denial: Claim) -> bool:
    """True where both name the same two things, and no amount of the cause tells them apart."""
    same = claim.subject_key == denial.subject_key and claim.object_key == denial.object_key
    amounts = ({limit for limit in c.scope if limit.startswith(_OF_AMOUNT)} for c in (claim, denial))
    return same and next(amounts) == next(amounts)


def _names_it(cause: frozenset[str], behind: frozenset[str]) -> bool:
    """True where what is ruled out is named, or its kind: bacteria of one that is a bacterium."""
    if cause <= behind:
        return True
    return any(cause <= kind and not behind.isdisjoint(kind) for kind in _BY_CLASS.values())


def _class_of(claim: Claim) -> str:
    kind = min(claim.object_key, default="") if claim.relation == "is" and not claim.negated else ""
    return kind if kind in _BY_CLASS else ""


def _of_class(claim: Claim) -> Claim:
    """The claim that an illness is viral as one on what causes it."""
    return replace(
        claim,
        subject=claim.object,
        subject_key=claim.object_key,
        object=claim.subject,
        object_key=claim.subject_key,
        object_head=claim.subject_head,
    )


def _is_effect(analysis: Analysis, effect: frozenset[str], claim: Claim) -> bool:
    """True where a claim is on an effect; what the article is about is also named in part, or with more words."""
    if not effect or effect == claim.object_key:
        return bool(effect)
    if not ATTACKS.isdisjoint(effect ^ claim.object_key):
        return False
    if analysis.topic.acts:
        return False
    names = analysis.title_names | topic_names(analysis)
    nested = effect <= claim.object_key or claim.object_key <= effect
    by_names = effect <= names and claim.object_key <= names
    return by_names or (nested and not effect.isdisjoint(names))


def _rules_out(analysis: Analysis, claim: Claim) -> bool:
    cues = analysis.cues_by_category(analysis.sentences[claim.sentence]).get("effect", ())
    return any(
        c.kind in ("phrase", "between") and "denied" in c.attributes and claim.start <= c.start < claim.end
        for c in cues
    )


def _behind(analysis: Analysis, claim: Claim) -> frozenset[str]:
    """All that a sentence names beside the effect, unless it denies something: of "a lack of magnesium" also that."""
    sentence = analysis.sentences[claim.sentence]
    if "negation" in analysis.cues_by_category(sentence):
        places = (analysis.places.get(word) for word in claim.subject.lower().split())
        return frozenset(analysis.stems[at[0]] for at in places if at)
    return content(analysis, sentence.first, sentence.last) - claim.object_key


def _both(analysis: Analysis, claim: Claim, denial: Claim, effect: frozenset[str]) -> Weighed:
    asserted = _effect(analysis, claim, turned=claim.relation == "is")
    turned = effect == denial.subject_key
    ruled_out = denial.object if turned else denial.subject
    denied = replace(
        _effect(analysis, denial, turned=turned),
        subject=effect,
        matter=effect,
        doer=asserted.doer,
        head=asserted.head,
    )
    return weigh(
        _RULE,
        asserted,
        denied,
        1.0,
        f"{ruled_out.capitalize()}: ruled out as a cause of {_plainly(claim)} in one place, {_given(claim)} in another.",
        "Keep what a source supports.",
    )


def _given(claim: Claim) -> str:
    return f"which {claim.subject}" if claim.relation == "is" else "given as one"


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


def _effect(analysis: Analysis, claim: Claim, *, turned: bool = False) -> Statement:
    """A claim as one on its effect, whatever the cause and however much of it; ``turned`` where that is its subject."""
    stated = Statement.of(analysis, claim, claim.subject).of_object()
    of_cause = _OF_AMOUNT if turned else _OF_CAUSE
    limits = frozenset(limit for limit in stated.limits if not limit.startswith(of_cause))
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
            yield conflict(
                "warning",
                f"{claim.object.capitalize()} is put down to {claim.subject} here and to {same[0].subject} there.",
                "Say how a reader can tell the side effect from the condition, with a source.",
                [analysis.sentences[claim.sentence]],
                [analysis.sentences[c.sentence] for c in same],
            )
